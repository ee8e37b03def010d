"""The main window: puts the parts together and lets each command do its work."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow
from shiboken6 import Shiboken

from ilead_studio import edits
from ilead_studio.rules.names import workbook_name
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.advice.looking import Looking
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.capture.editing import Editing
from ilead_studio.ui.commands.features import Deeds, features
from ilead_studio.ui.commands.keymap import TYPED, KeyMap
from ilead_studio.ui.commands.table import Actions, Shortcuts
from ilead_studio.ui.files.dialogs import Dialogs, QtDialogs
from ilead_studio.ui.files.filing import Filing
from ilead_studio.ui.frame.announcing import Announcing
from ilead_studio.ui.frame.areas import running
from ilead_studio.ui.frame.arrangement import Arrangement
from ilead_studio.ui.frame.fixed import PageHead, StatusLine
from ilead_studio.ui.frame.pages_panel import PagesPanel
from ilead_studio.ui.frame.right_panel import RightPanel
from ilead_studio.ui.frame.sections import Sections
from ilead_studio.ui.frame.status_words import Kept, counts, hints, safety
from ilead_studio.ui.frame.top_bar import TopBar
from ilead_studio.ui.inspector.panel import Inspector
from ilead_studio.ui.looks.dress import dress
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.ahead import Ahead
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.merging.chosen import Chosen
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.ui.settings.remembered import settings_of
from ilead_studio.ui.widgets.banner import Banner
from ilead_studio.ui.widgets.cards import Cards
from ilead_studio.ui.widgets.parts import KeyLine
from ilead_studio.ui.work import Work
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.files.offering import Offers
    from ilead_studio.ui.files.recents import Recents
    from ilead_studio.ui.pasting.paste_card import PasteCard
    from ilead_studio.ui.trouble.fault_card import FaultCard

LEAST_WIDTH, LEAST_HEIGHT = 1024, 640
_PLACE: Final = "window/geometry"
_LEAVING = (
    "new", "new from template", "new from outline", "open", "open example", "start page", "close",
)  # fmt: skip
_STAYING = ("zoom in", "zoom out", "zoom fit", "command list", "key sheet", "park", "stop")
"""Commands that leave what is being typed as it is."""


class MainWindow(QMainWindow):
    """One workbook in one window; ``about_to_do`` tells which command comes next.

    ``dressed`` tells that every view was made anew, in another look; ``ended`` that the window is
    closed, and whatever was in it may go.
    """

    about_to_do = Signal(str)
    dressed = Signal()
    ended = Signal()

    def __init__(self, around: Surroundings, look: Look, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.around, self._leaving = around, False
        self.at_start = False
        """Whether the start page stands over the workbook."""
        self.kept: Kept = ""
        self.offers: Offers | None = None
        """What was typed and never saved, for the start page to show; None when there is none."""
        self.fault: FaultCard | None = None
        """What tells of a fault of our own; None while there was none."""
        self.own = Apart("own files", self)
        """Reads and writes the program's own small files."""
        self.settings = settings_of(around.places, around.disk, self.own.do)
        self.work = Work(edits.empty_workbook(around.ids), around.ids)
        self.work.setParent(self)
        self.chosen = Chosen(self.work.beside)
        """What was chosen of a merge that is not done yet."""
        self._announcing = Announcing(self.work, self)
        self.looking = Looking(self.work)
        self.dialogs = dialogs or QtDialogs(self)
        self.filing = Filing(self.work, around, self.dialogs)
        self.thinking = Apart("thinking", self)
        """What takes long and changes nothing; it can be given up."""
        self._refreshing = Once(self._refresh, self, beside)
        self._said_at = ("", ""), ""
        """The section and the page in view, and what stood in the status line there."""
        self.keys = KeyMap(self.settings, self)
        Shortcuts(self, self.keys, self.do)
        self._build(look)
        self._look_on()

    def _look_on(self) -> None:
        """Show what there is, and all that changes from now on."""
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.filing.finish_typing = self._finish_typing
        work, turned = self.work, self.filing.saving.turned
        for signal in (work.renewed, work.changed, work.selected, work.filed, work.seen, turned):
            signal.connect(self._refreshing.ask)
        work.said.connect(self._refreshing.ask)
        work.opened.connect(self.chosen.leave)
        self._restore()
        work.renewed.emit()
        if self.settings.notice:
            QTimer.singleShot(0, self, lambda: self.banner.warn_after(self.settings.notice))

    @cached_property
    def recents(self) -> "Recents":
        """The workbooks that were open last; made when somebody asks for them."""
        from ilead_studio.ui.files.recents import Recents

        return Recents(self.around.places, self.settings, self)

    # --- putting together ------------------------------------------------------------------------
    def _build(self, look: Look) -> None:
        """Make every view in a look; the ones before go, the work stays."""
        self.look = look
        self.docked: PasteCard | None = None
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.actions_by_name = Actions(self, look, self.keys, self.do, self.why_not)
        self.canvas = Canvas(self.work, look, self.keys)
        self.canvas.setAccessibleName(say("Page"))
        self.outline = OutlineView(self.work, look, self.keys)
        self.canvas.waits = lambda: has_keyboard(self.outline)
        self.helps: list[Callable[[], tuple[str, ...]]] = [
            self.canvas.hand.keys, self.outline.hand.keys,
        ]  # fmt: skip
        """What names the keys that help while something else than usual is done."""
        self.editing = Editing(self.work, self.canvas, self.outline)
        Ahead(self.work, self.editing, self.canvas)
        self._build_around(look)
        back, filing = self.arranged.back_to_page, self.filing
        self.cards = Cards(self.work, look, self.whole, back, filing.ask_export)
        self.sections = Sections(self)
        self.features = features(self)
        self._connect()

    def _build_around(self, look: Look) -> None:
        """Make what stands around the page, and put the parts together."""
        self.inspector = Inspector(self.work, look, self.settings)
        self.about = RightPanel(self.inspector, look)
        self.pages = PagesPanel(self.work, look, self.outline)
        self.bar = TopBar(self.work, look, self.actions_by_name)
        self.head = PageHead(self.work, look, self.actions_by_name)
        self.banner = Banner(look)
        self.hints = KeyLine("status")
        self.status = StatusLine(look)
        self.arranged = Arrangement(self)
        self.whole, self.left, self.right = (
            self.arranged.whole, self.arranged.left, self.arranged.right,
        )  # fmt: skip
        self.setCentralWidget(self.whole)

    def wear(self, look: Look) -> None:
        """Change the look of the whole window; what is being typed is kept first, or goes on.

        The views before go at once: to dress each of them anew would take longer than all else.
        """
        if not self.filing.finish_typing():
            return
        self.canvas.leave()
        in_outline, told = self.arranged.last_view is self.outline, self.banner.staying
        Shiboken.delete(self.whole)
        dress(running(), self.around.places.cache, look)
        self._build(look)
        self.whole.show()  # now, or the keyboard has nowhere to go until Qt comes to it
        self.arranged.give_room()
        for view in (self.outline, self.pages, self.bar, self.head, self.inspector, self.canvas):
            view.refresh()
        self.banner.tell_again(told)
        self._refresh()
        self.arranged.back_to_page(self.outline if in_outline else self.canvas)
        if self.at_start:
            self.do("start page")
        self.dressed.emit()

    def _connect(self) -> None:
        work = self.work
        self.editing.state_changed.connect(self._refreshing.ask)
        self.editing.note_asked.connect(self.right.show_usual)
        self.editing.note_asked.connect(self.inspector.go_to_notes)
        work.said.connect(self.status.say_once)
        work.helped.connect(lambda *_: self.status.end())  # what was begun has come to nothing
        for signal in (work.warned, work.helped):
            signal.connect(self.banner.warn)
        self.banner.asks.connect(self._announcing.warn)
        work.renewed.connect(self.banner.leave)
        work.opened.connect(self.canvas.setFocus)
        for signal in (work.opened, work.saved):
            signal.connect(self.status.end)  # or what was said before would stand for some seconds
        self.canvas.zoomed.connect(self._show_zoom)
        work.turned.connect(self._show_zoom)
        self.bar.section_asked.connect(self.do)
        self.inspector.link_asked.connect(lambda: self.do("link"))
        self.inspector.aim_asked.connect(lambda: self.do("build aim"))
        self.head.done.connect(self.arranged.back_to_page)
        for surface in (self.canvas, self.outline):
            surface.hand.turned.connect(self._refreshing.ask)

    # --- commands --------------------------------------------------------------------------------
    def do(self, name: str) -> None:
        """Do a command of the table by its name, or say why not; what is being typed is kept."""
        if self._refuses(name):
            return
        self.about_to_do.emit(name)
        if self.editing.is_open and name in TYPED:
            self.editing.ask_typing(TYPED[name])
            return
        if name not in _STAYING:
            self.editing.finish()
        if name in _LEAVING and self.editing.is_open:
            return  # its words were refused; the status line says why, and they are not thrown away
        if self._refuses(name):
            return
        deeds = self._deeds()
        if name in deeds:
            deeds[name]()
        else:
            self.editing.ask(name, self.outline if self.outline.hasFocus() else self.canvas)

    def _refuses(self, name: str) -> bool:
        """Tell whether a command cannot be done now, and say why."""
        why = self.why_not(name)
        if why:
            self.work.said.emit(why)
        return bool(why)

    def why_not(self, name: str) -> str:
        """Say why a command cannot be done now; empty when it can, or is not known yet.

        What is being typed will be an item before anything else is done.
        """
        if self.editing.is_open:
            return ""
        if self.sections.decides(name):
            return self.sections.why_not(name)
        reasons = (feature.why_not(name) for feature in self.features)
        return next((why for why in reasons if why), "")

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
            "export picture": self._ask_export,
            "close": self.close,
            "undo": self.work.undo,
            "redo": self.work.redo,
            "zoom in": self.canvas.zoom_in,
            "zoom out": self.canvas.zoom_out,
            "zoom fit": self.canvas.zoom_to_fit,
            "name columns": self._name_columns,
            "build aim": self._build_aim,
        }

    def _rename_workbook(self) -> None:
        def rename(title: str) -> None:
            self.work.step(
                say("rename the workbook"), lambda book: edits.rename_workbook(book, title)
            )

        self.dialogs.words(say("Name of the workbook"), self.work.workbook.title, rename)

    def _ask_export(self) -> None:
        self.cards.export.open_at(self._under_the_bar())

    def _name_columns(self) -> None:
        self.cards.headings.open_at(self._under_the_bar())

    def _build_aim(self) -> None:
        aim = self.canvas.box_of(self.work.page.id).toAlignedRect() if self.work.page else QRect()
        self.cards.aim.open_at(self.canvas.viewport().mapTo(self.whole, aim.topRight()))

    def _under_the_bar(self) -> QPoint:
        return QPoint(self.whole.width() - 8, self.bar.height() + 4)

    # --- showing ---------------------------------------------------------------------------------
    def _refresh(self) -> None:
        """Show what the last step changed: what can be undone, what is safe, the title."""
        work, session = self.work, self.work.session
        undo, redo = session.undo_label, session.redo_label
        self.actions_by_name["undo list"].setEnabled(bool(undo))
        self._offer("undo", undo, say("Undo: {step}", step=undo) if undo else say("Undo"))
        self._offer("redo", redo, say("Redo: {step}", step=redo) if redo else say("Redo"))
        self._forget_said()
        sign, role, safe = safety(work, self.filing.saving, self.kept)
        self.status.tell(sign, role, f"{safe} · {self._counts()}")
        title = workbook_name(work.workbook)
        self.setWindowTitle(f"{title}{'' if session.is_saved else ' •'} – iLEAD Studio")
        self._refresh_chosen()

    def _forget_said(self) -> None:
        """Show no longer what was said before somebody went to another page or section."""
        work = self.work
        there = work.section, work.page.id if work.page else ""
        place, words = self._said_at
        if there != place:
            self.status.take_back(words)
        self._said_at = there, self.status.words

    def _counts(self) -> str:
        """Say how much there is on the page or in the section in view."""
        return self.sections.counts() if self.sections.view else counts(self.work)

    def show_state(self) -> None:
        """Show anew what can be done now."""
        self._refreshing.ask()

    def _offer(self, name: str, step: str, words: str) -> None:
        action = self.actions_by_name[name]
        action.setEnabled(bool(step))
        action.setToolTip(words)

    def _refresh_chosen(self) -> None:
        """Show the keys that help with the selected item."""
        typed = hints(self.work, self.keys, typing=self.editing.is_open)
        now = next((keys for tell in self.helps if (keys := tell())), ())
        self.hints.show_parts(now or (self.docked.keys() if self.docked else ()) or typed)

    def _show_zoom(self) -> None:
        if self.sections.view:
            self.status.tell_zoom("")  # a page that is no diagram has none
            return
        percent = round(self.canvas.zoom * 100 * 72 / 96)
        fits = say("Fits the window, {percent} %", percent=percent)
        plain = say("{percent} %", percent=percent)
        self.status.tell_zoom(fits if self.canvas.fits else plain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panels their width for the room there is."""
        super().resizeEvent(event)
        if not self.at_start:
            self.arranged.give_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the canvas; a window that was put away meanwhile keeps the keyboard's place."""
        super().showEvent(event)
        if not (self.at_start or event.spontaneous()):
            self.canvas.setFocus()

    # --- beginning and ending --------------------------------------------------------------------
    def _restore(self) -> None:
        size = QByteArray.fromHex(self.settings.value(_PLACE).encode())
        if not self.restoreGeometry(size):
            self.resize(1280, 720)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when the work is safe; ask first when it is not."""
        if not self.filing.finish_typing():
            event.ignore()
            return
        is_safe = self.work.session.is_saved and not self.filing.saving.is_under_way
        if self._leaving or is_safe:
            self.settings.keep({_PLACE: self.saveGeometry().toHex().toStdString()})
            self.canvas.leave()
            self.filing.wait_for_exports()
            event.accept()
            self.ended.emit()
            return
        event.ignore()
        self.filing.when_safe(self._leave)

    def _finish_typing(self) -> bool:
        """Keep the words that are being typed; tells whether they could be."""
        self.editing.finish()
        return not self.editing.is_open

    def _leave(self) -> None:
        """Close once the closing that asked is over; Qt ignores one inside the other.

        What is not saved by now is left on purpose; what is typed until then is asked about.
        """
        self._leaving = not self.work.session.is_saved
        QTimer.singleShot(0, self.close)
