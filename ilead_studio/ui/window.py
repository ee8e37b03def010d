"""The main window: puts the parts together and lets each command do its work."""

from dataclasses import replace

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.places import Places
from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.outline import spoken
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.actions import ON_DRIVERS_ONLY, ON_ITEM, Actions
from ilead_studio.ui.areas import go_to_area
from ilead_studio.ui.banner import Banner
from ilead_studio.ui.canvas import Canvas
from ilead_studio.ui.cards import Cards
from ilead_studio.ui.dialogs import Dialogs, QtDialogs
from ilead_studio.ui.dress import dress
from ilead_studio.ui.editing import Editing
from ilead_studio.ui.features import Deeds, features
from ilead_studio.ui.filing import Filing
from ilead_studio.ui.frame import PageHead, PagesPanel, StatusLine, TopBar
from ilead_studio.ui.inspector import Inspector
from ilead_studio.ui.look import (
    HINTS,
    LEFT,
    LEFT_WIDE,
    RIGHT,
    RIGHT_WIDE,
    WIDE_FROM,
    Look,
    theme_named,
)
from ilead_studio.ui.once import Once
from ilead_studio.ui.outline_view import OutlineView
from ilead_studio.ui.parts import KeyLine, panel
from ilead_studio.ui.side_place import SidePlace
from ilead_studio.ui.status_words import counts, hints, safety
from ilead_studio.ui.work import Work
from ilead_studio.words import say

LEAST_WIDTH, LEAST_HEIGHT = 1024, 640
_LEAVING = ("new", "open", "close")


class MainWindow(QMainWindow):
    """One workbook in one window."""

    def __init__(self, around: Surroundings, look: Look, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._around, self._leaving = around, False
        self._settings = settings_of(around.places)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.work = Work(edits.empty_workbook(around.ids), around.ids)
        self.work.setParent(self)
        self.dialogs = dialogs or QtDialogs(self)
        self.filing = Filing(self.work, around, self.dialogs)
        self._refreshing = Once(self._refresh, self)
        self._build(look)
        work = self.work
        for signal in (work.renewed, work.changed, work.selected, work.filed):
            signal.connect(self._refreshing.ask)
        self._restore()
        work.renewed.emit()

    # --- putting together ------------------------------------------------------------------------
    def _build(self, look: Look) -> None:
        """Make every view in a look; the ones before go, the work stays."""
        self._look = look
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.actions_by_name = Actions(self, look, self.do)
        self.canvas = Canvas(self.work, look.theme)
        self.outline = OutlineView(self.work, look)
        self._asked_from: QWidget = self.canvas
        self.editing = Editing(self.work, self.canvas, self.outline)
        self.inspector = Inspector(self.work, look)
        self.pages = PagesPanel(self.work, look, self.outline)
        self.bar = TopBar(self.work, look, self.actions_by_name)
        self.head = PageHead(self.work, look, self.actions_by_name)
        self.banner = Banner(look)
        self.hints = KeyLine("status")
        self.status = StatusLine(look)
        self._compose()
        give_back = self._give_keyboard_back
        filing = self.filing
        self.cards = Cards(self.work, look, self.whole, give_back, filing.ask_export, filing.tell)
        self.features = features(self)
        self._connect()

    def wear(self, look: Look) -> None:
        """Change the look of the whole window; what is being typed is kept first."""
        self.editing.finish()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, self._around.places.cache, look)
        self.canvas.leave()
        self._build(look)
        self._give_panels_room()
        for view in (self.outline, self.pages, self.bar, self.head, self.inspector, self.canvas):
            view.refresh()
        self._refresh()
        self.canvas.setFocus()
        self._settings.setValue("window/theme", look.theme.name)

    def _compose(self) -> None:
        self.canvas.setAccessibleName(say("Page"))
        self.whole = whole = panel("panel")
        centre = panel("panel")
        stack, line, middle = QVBoxLayout(whole), QHBoxLayout(), QVBoxLayout(centre)
        for layout in (stack, line, middle):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        keys = panel("desk")
        keys.setFixedHeight(self._look.px(HINTS))
        within = QHBoxLayout(keys)
        within.setContentsMargins(12, 0, 12, 4)
        within.addWidget(self.hints)
        around_banner = QHBoxLayout()
        around_banner.setContentsMargins(12, 0, 12, 0)
        around_banner.addWidget(self.banner)
        middle.addWidget(self.head)
        middle.addLayout(around_banner)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(keys)
        self.left, self.right = SidePlace(self.pages), SidePlace(self.inspector)
        for part in (self.left, centre, self.right):
            line.addWidget(part, 1 if part is centre else 0)
        stack.addWidget(self.bar)
        stack.addLayout(line, 1)
        stack.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        work = self.work
        self.editing.state_changed.connect(self._refreshing.ask)
        self.editing.note_asked.connect(self.inspector.go_to_notes)
        work.said.connect(self.status.say_once)
        work.warned.connect(self.banner.warn)
        work.renewed.connect(self.banner.hide)
        self.canvas.zoomed.connect(self._show_zoom)
        self.bar.section_asked.connect(self.do)
        self.pages.page_added.connect(lambda: self.do("add page"))
        self.inspector.link_asked.connect(lambda: self.do("link"))
        self.head.done.connect(self.canvas.setFocus)
        self.inspector.left.connect(self.canvas.setFocus)
        for surface in (self.canvas, self.outline):
            surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            surface.customContextMenuRequested.connect(
                lambda at, on=surface: self._show_menu(on, at)
            )

    def _show_menu(self, on: QWidget, at: QPoint) -> None:
        menu = self.item_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(on.mapToGlobal(at))

    def item_menu(self) -> QMenu:
        """Return the menu of what is selected."""
        menu = QMenu(self)
        unfit = ON_DRIVERS_ONLY if self.work.is_fishbone else ()
        fit = tuple(name for name in ON_ITEM if name not in unfit)
        self.actions_by_name.fill(menu, fit)
        return menu

    # --- commands --------------------------------------------------------------------------------
    def do(self, name: str) -> None:
        """Do a command of the table by its name; what is being typed is kept first."""
        typing = self.editing.is_open
        if name not in ("zoom in", "zoom out", "zoom fit"):
            self.editing.finish()
        if name in _LEAVING and self.editing.is_open:
            return  # its words were refused; the status line says why, and they are not thrown away
        deeds = self._deeds()
        if name in deeds:
            deeds[name]()
        elif name.startswith("theme "):
            self.wear(replace(self._look, theme=theme_named(name.removeprefix("theme "))))
        elif not typing or name not in ("next", "in"):
            self.editing.ask(name)

    def _deeds(self) -> Deeds:
        """Return what the commands do that need no selected item."""
        deeds = self._own_deeds()
        for feature in self.features:
            deeds |= feature.deeds()
        return deeds

    def _own_deeds(self) -> Deeds:
        return {
            "new": self.filing.new,
            "open": self.filing.ask_open,
            "save": self.filing.save,
            "save as": self.filing.ask_save_as,
            "rename workbook": self._rename_workbook,
            "export": self._ask_export,
            "close": self.close,
            "undo": self.work.undo,
            "redo": self.work.redo,
            "link": self._ask_link,
            "zoom in": self.canvas.zoom_in,
            "zoom out": self.canvas.zoom_out,
            "zoom fit": self.canvas.zoom_to_fit,
            "name columns": self._name_columns,
            "next area": lambda: self._go_to_area(1),
            "area before": lambda: self._go_to_area(-1),
        }

    def _rename_workbook(self) -> None:
        def rename(title: str) -> None:
            self.work.step(
                say("rename the workbook"), lambda book: edits.rename_workbook(book, title)
            )

        self.dialogs.words(say("Name of the workbook"), self.work.workbook.title, rename)

    def _ask_export(self) -> None:
        self._asked_from = self.canvas
        self.cards.export.open_at(self._under_the_bar())

    def _name_columns(self) -> None:
        self._asked_from = self.canvas
        self.cards.headings.open_at(self._under_the_bar())

    def _give_keyboard_back(self) -> None:
        """Let a card that is closed leave the keyboard where it was asked from."""
        self._asked_from.setFocus()

    def _under_the_bar(self) -> QPoint:
        return QPoint(self.whole.width() - 8, self.bar.height() + 4)

    def _ask_link(self) -> None:
        place = self.canvas.place_of(self.work.item_id)
        page = self.work.page
        if page is None or self.work.item_id == page.id or not place:
            self.work.said.emit(say("Select a cause, a driver or a change idea to link it."))
            return
        self._asked_from = self.outline if self.outline.hasFocus() else self.canvas
        at = place.over.mapTo(self.whole, place.rect.bottomLeft() + QPoint(0, 12))
        self.cards.link.open_for(self.work.item_id, at)

    def _areas(self) -> tuple[QWidget, ...]:
        banner = (self.banner,) if self.banner.isVisible() else ()
        return (self.bar, self.left, self.outline, *banner, self.canvas, self.right)

    def _go_to_area(self, step: int) -> None:
        go_to_area(self._areas(), self.focusWidget(), self.canvas, step)

    # --- showing ---------------------------------------------------------------------------------
    def _refresh(self) -> None:
        """Show what the last step changed: what can be undone, what is safe, the title."""
        work, session = self.work, self.work.session
        undo, redo = session.undo_label, session.redo_label
        self._offer("undo", undo, say("Undo: {step}", step=undo) if undo else say("Undo"))
        self._offer("redo", redo, say("Redo: {step}", step=redo) if redo else say("Redo"))
        sign, role, safe = safety(work, self.filing.saved_at)
        self.status.tell(sign, role, f"{safe} · {counts(work)}")
        title = workbook_name(work.workbook)
        self.setWindowTitle(f"{title}{'' if session.is_saved else ' •'} – iLEAD Studio")
        self._refresh_chosen()

    def _offer(self, name: str, step: str, words: str) -> None:
        action = self.actions_by_name[name]
        action.setEnabled(bool(step))
        action.setToolTip(words)

    def _refresh_chosen(self) -> None:
        """Show what helps with the selected item: the keys, and the words for a screen reader."""
        work, chosen = self.work, self.work.item_id
        self.hints.show_parts(hints(work, typing=self.editing.is_open))
        row = next((row for row in work.rows if row.id == chosen), None)
        self.canvas.setAccessibleDescription(f"{row.text}, {spoken(row, work.rows)}" if row else "")

    def _show_zoom(self) -> None:
        percent = round(self.canvas.zoom * 100 * 72 / 96)
        fits = say("Fits the window, {percent} %", percent=percent)
        plain = say("{percent} %", percent=percent)
        self.status.tell_zoom(fits if self.canvas.fits else plain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panels their width for the room there is."""
        super().resizeEvent(event)
        self._give_panels_room()

    def _give_panels_room(self) -> None:
        wide = self.width() / self._look.scale >= WIDE_FROM
        self.left.setFixedWidth(self._look.px(LEFT_WIDE if wide else LEFT))
        self.right.setFixedWidth(self._look.px(RIGHT_WIDE if wide else RIGHT))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the canvas."""
        super().showEvent(event)
        self.canvas.setFocus()

    # --- beginning and ending --------------------------------------------------------------------
    def _restore(self) -> None:
        size = self._settings.value("window/geometry")
        if not (isinstance(size, QByteArray) and self.restoreGeometry(size)):
            self.resize(1280, 720)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when the work is safe; ask first when it is not."""
        self.editing.finish()
        if self.editing.is_open:
            event.ignore()
            return
        if self._leaving or self.work.session.is_saved:
            self._settings.setValue("window/geometry", self.saveGeometry())
            self._settings.sync()
            self.canvas.leave()
            self.filing.wait_for_exports()
            event.accept()
            return
        event.ignore()
        self.filing.when_safe(self._leave)

    def _leave(self) -> None:
        """Close once the closing that asked is over; Qt ignores one inside the other."""
        self._leaving = True
        QTimer.singleShot(0, self.close)


def settings_of(places: Places) -> QSettings:
    """Return the program's settings: one ini file."""
    return QSettings(str(places.settings), QSettings.Format.IniFormat)


def remembered_look(places: Places) -> Look:
    """Return the look that was last chosen; the light one at first."""
    return Look(theme_named(str(settings_of(places).value("window/theme", ""))))
