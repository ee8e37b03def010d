"""The page of the change ideas: its head with views and filters, and the view that is shown."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.rules.idea_moves import moved_before
from ilead_studio.rules.ideas import FURTHER, USUAL, Order, Wanted, heading
from ilead_studio.rules.square import NAMINGS, Naming, naming_words
from ilead_studio.ui.ideas.board import IdeaBoard
from ilead_studio.ui.ideas.choice import SECTION, VIEWS, IdeaChoice
from ilead_studio.ui.ideas.deeds import IdeaDeeds, IdeaView
from ilead_studio.ui.ideas.mover import IdeaMover
from ilead_studio.ui.ideas.square import IdeaSquare
from ilead_studio.ui.ideas.table import IdeaTable
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.inspector.panel import Inspector
from ilead_studio.ui.looks.look import HEAD
from ilead_studio.ui.meanwhile.once import Once, has_keyboard
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, panel
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

_VIEW: Final = "ideas/view"
_COLUMNS: Final = "ideas/columns"
_NAMING: Final = "ideas/quarters"


class IdeasPage(QWidget):
    """Shows the ideas as a table, a board or a square; all three share what is chosen and shown."""

    def __init__(self, window: "MainWindow", choice: IdeaChoice, inspector: Inspector) -> None:
        super().__init__()
        self._window, self._work, self._choice = window, window.work, choice
        self._look, self._settings = window.look, window.settings
        self.setProperty("kind", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.commands = IdeaDeeds(window, choice, self, inspector)
        self.mover = IdeaMover(window, choice, self)
        look, keys = window.look, window.keys
        self.table = IdeaTable(choice, look, keys)
        self.board = IdeaBoard(choice, look, keys)
        self.square = IdeaSquare(choice, look, keys)
        self._views: dict[str, IdeaTable | IdeaBoard | IdeaSquare]
        self._views = {"table": self.table, "board": self.board, "square": self.square}
        self._shown = QStackedWidget()
        self._around = QScrollArea()
        self._around.setWidgetResizable(True)
        self._around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around.setWidget(self.square)
        for part in (self.table, self.board, self._around):
            self._shown.addWidget(part)
        self._offered: tuple[object, ...] = (None, None, None)
        self._further = _kept_columns(self._settings.value(_COLUMNS))
        self._compose()
        self._refreshing = Once(self.refresh, self, lambda: not has_keyboard(self))
        self._connect()
        self.turn(self._settings.value(_VIEW, VIEWS[0]))

    # --- putting together ------------------------------------------------------------------------
    def _compose(self) -> None:
        px = self._look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._head())
        inner = QVBoxLayout()
        inner.setContentsMargins(px(12), px(8), px(12), px(4))
        inner.setSpacing(px(8))
        inner.addWidget(self._invitation())
        inner.addWidget(self._shown, 1)
        stack.addLayout(inner, 1)

    def _head(self) -> QWidget:
        look, px = self._look, self._look.px
        made = panel("panel")
        made.setFixedHeight(px(HEAD))
        line = QHBoxLayout(made)
        line.setContentsMargins(px(16), px(4), px(8), px(4))
        line.setSpacing(px(8))
        choices = [Choice(name, words) for name, words in zip(VIEWS, _view_words(), strict=True)]
        self.views = Segments(look, say("How the ideas are shown"), choices)
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.parties, self.drivers = PickField(say("Party")), PickField(say("Driver"))
        for pick, widest in ((self.parties, 124), (self.drivers, 168)):
            pick.setMaximumWidth(px(widest))
            pick.setMinimumWidth(px(64))
        self.more = button("", "", look, sign="adjustments")
        self._menus = {"table": self._menu(), "square": self._names_menu()}
        self._title = OneLine("title", say("Change ideas"))
        line.addWidget(self._title, 2)
        line.addWidget(self.views)
        line.addWidget(self.parties, 2)
        line.addWidget(self.drivers, 2)
        line.addWidget(self.more)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where it would be cut: the bar says it too."""
        super().resizeEvent(event)
        others = self.views.sizeHint().width() + self._look.px(2 * 96 + 40)
        self._title.setVisible(self._title.sizeHint().width() + others <= self.width())

    def _menu(self) -> QMenu:
        """Make the menu of further columns and of the order."""
        made = QMenu(self)
        for name in FURTHER:
            action = made.addAction(heading(name))
            action.setCheckable(True)
            action.setChecked(name in self._further)
            action.toggled.connect(lambda on, name=name: self._switch(name, on=on))
        made.addSeparator()
        sorts, group = made.addMenu(say("Sort by")), QActionGroup(made)
        for name in ("", *USUAL, *FURTHER):
            action = sorts.addAction(heading(name) if name else say("Own order"))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            action.triggered.connect(lambda _on, name=name: self._sort(name))
        sorts.aboutToShow.connect(lambda: self._show_order(group))
        return made

    def _names_menu(self) -> QMenu:
        """Make the menu of what the quarters of the square are called."""
        made, group = QMenu(self), QActionGroup(self)
        kept = self._settings.value(_NAMING)
        self._choice.call(next((it for it in NAMINGS if it == kept), NAMINGS[0]))
        for naming in NAMINGS:
            action = made.addAction(naming_words(naming))
            action.setCheckable(True)
            action.setChecked(naming == self._choice.naming)
            group.addAction(action)
            action.triggered.connect(lambda _on, naming=naming: self._call(naming))
        return made

    def _show_order(self, group: QActionGroup) -> None:
        for action in group.actions():
            action.setChecked(action.data() == self._choice.order.column)

    def _invitation(self) -> QFrame:
        self.empty = QFrame()
        self.empty.setProperty("kind", "card")
        line = QHBoxLayout(self.empty)
        line.setContentsMargins(*[self._look.px(12)] * 4)
        self._nothing = Wrapped("")
        self.open_lot = button(say("Open the parking lot"), "plain", self._look)
        line.addWidget(self._nothing, 1)
        line.addWidget(self.open_lot)
        return self.empty

    def _connect(self) -> None:
        work, choice = self._work, self._choice
        for signal in (work.changed, work.renewed, choice.sifted):
            signal.connect(self._refreshing.ask)
        choice.changed.connect(self._show_chosen)
        choice.move_asked.connect(self.mover.move_to)
        self.views.chosen.connect(self.turn)
        self.parties.activated.connect(lambda _at: self._filter())
        self.drivers.activated.connect(lambda _at: self._filter())
        self.table.typed.connect(self._keep_words)
        self.table.moved.connect(self._move)
        self.board.moved.connect(self.mover.move)
        self.board.shifted.connect(self._move)
        self.square.sought.connect(self._bring)
        self.square.placed.connect(self.mover.place)
        for view in self._views.values():
            view.asked.connect(self._window.do)
            view.menu_asked.connect(self._open_menu)
        for view in (self.board, self.square):
            view.words_asked.connect(self.mover.ask_words)
        self._window.about_to_do.connect(self._end_editing)
        work.turned.connect(self._fit_right)

    # --- showing ---------------------------------------------------------------------------------
    @property
    def current(self) -> IdeaView:
        """The view that is shown."""
        return self._views[self.view]

    def turn(self, view: object) -> None:
        """Show another view; the keyboard goes there from the head."""
        self.view = str(view) if view in VIEWS else VIEWS[0]
        self._settings.keep({_VIEW: self.view})
        self.views.show_value(self.view)
        shown = self._views[self.view]
        self._shown.setCurrentIndex(VIEWS.index(self.view))
        self.setFocusProxy(shown)
        self._offer_more()
        self._choice.keep_order(self.view == "table")
        self._fit_right()
        self._refreshing.ask()
        self._window.show_state()

    def _offer_more(self) -> None:
        """Offer what can be chosen about the view that is shown."""
        menu = self._menus.get(self.view)
        self.more.setEnabled(menu is not None)
        if menu is not None:
            self.more.setMenu(menu)
        words = {
            "table": say("Columns and order"), "square": say("What the quarters are called"),
        }.get(self.view, say("The board has nothing to choose here"))  # fmt: skip
        self.more.setToolTip(words)
        self.more.setAccessibleName(words)

    def _fit_right(self) -> None:
        """Fold the panel at the right while the board needs all the width."""
        needs = self._work.section == SECTION and self.view == "board"
        kept = self._settings.is_on("window/right folded")
        self._window.right.fold(kept or needs)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._choice.catch_up()
        self.views.setFixedWidth(self.views.sizeHint().width())  # known once it is dressed
        self._refreshing.ask()
        self._refreshing.now()

    def refresh(self) -> None:
        """Show the ideas as they are now."""
        if not self.isVisible():
            return
        self._refreshing.is_due = False
        self._show_filters()
        book, can_add = self._work.workbook, not self._work.read_only
        waits = sum(it.state == "parked" for it in book.ideas)
        self.empty.setVisible(len(book.ideas) == waits)
        self.open_lot.setVisible(waits > 0)
        lot = say("Nothing to try yet. Early solutions wait in the parking lot.")
        self._nothing.setText(lot if waits else say("Nothing to try yet. Type the first idea."))
        if self.view == "table":
            self.table.show_rows((*USUAL, *self._further), can_add=can_add)
        elif self.view == "board":
            self.board.show_rows()
        else:
            self.square.show_rows()

    def _show_filters(self) -> None:
        book, wanted = self._work.workbook, self._choice.wanted
        offered = (book.parties, book.theories, wanted)
        if all(new is old for new, old in zip(offered, self._offered, strict=True)):
            return
        self._offered = offered
        parties = [(it.id, it.short or it.name) for it in book.parties]
        drivers = [(it.id, f"{it.ref} {it.text}") for page in book.theories for it in page.drivers]
        _fill(self.parties, say("All parties"), parties, wanted.party)
        _fill(self.drivers, say("All drivers"), drivers, wanted.driver)

    def _show_chosen(self) -> None:
        if self.isVisible():
            self.current.show_chosen()
            self._window.show_state()

    def _bring(self, box: QRect) -> None:
        """Bring a card of the square into sight."""
        self._around.ensureVisible(box.center().x(), box.center().y(), 16, box.height())

    def box_of_chosen(self) -> QRect:
        """Return where the chosen idea is in the window."""
        box, whole = self.current.box(), self._window.whole
        return QRect(whole.mapFromGlobal(box.topLeft()), box.size())

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help in the view that is shown."""
        if self.mover.card.isVisible():
            return say("Enter  keep it"), say("Esc  take it back")
        known = self._window.keys.words
        link = say("{key}  link to a driver", key=known("link")) if known("link") else ""
        park = say("{key}  park", key=known("park")) if known("park") else ""
        edit = say("{key}  edit", key=known("edit")) if known("edit") else ""
        first = {
            "table": (say("Type: next idea"), edit, say("Enter  next idea")),
            "board": (
                say("Arrows  choose"),
                say("Alt+arrows  move"),
                say("Enter  next idea"),
                edit,
            ),
            "square": (say("Drag, or Alt+arrows  one step"), say("Arrows  next idea"), edit),
        }[self.view]
        return tuple(filter(None, (*first, link, park)))

    def go_to(self, item_id: str, is_idea: bool) -> None:
        """Go to an idea with the keyboard; of a driver, show only what serves it."""
        if is_idea:
            self._choice.choose(item_id)
        else:
            self._choice.want(Wanted(self._choice.wanted.party, item_id))
        self._window.arranged.back_to_page()

    # --- doing -----------------------------------------------------------------------------------
    def _filter(self) -> None:
        party, driver = self.parties.currentData(), self.drivers.currentData()
        self._choice.want(Wanted(party or "", driver or ""))

    def _sort(self, column: str) -> None:
        order = self._choice.order
        turned = bool(column) and order.column == column and not order.turned
        self._choice.sort(Order(column, turned))

    def _call(self, naming: Naming) -> None:
        """Call the quarters of the square otherwise, now and in later sessions."""
        self._settings.keep({_NAMING: naming})
        self._choice.call(naming)

    def _switch(self, column: str, *, on: bool) -> None:
        """Show a further column, or no longer."""
        chosen = {*self._further, column} if on else {*self._further} - {column}
        self._further = tuple(name for name in FURTHER if name in chosen)
        self._settings.keep({_COLUMNS: ",".join(self._further)})
        self.refresh()

    def _keep_words(self, idea_id: str, words: str) -> None:
        self.commands.keep_words(idea_id, words)
        self.refresh()

    def _end_editing(self, _name: str) -> None:
        """Keep what is being typed before any command."""
        self.table.end_editing()

    def _move(self, by: int) -> None:
        """Let the chosen idea go past its neighbour in the list."""
        idea = self._choice.idea
        if idea is None:
            return
        seen = [row.idea.id for row in self.current.beside(idea)]
        every = [it.id for it in self._work.workbook.ideas]
        before = moved_before(every, seen, idea.id, by)
        if before != idea.id:
            self._work.step(say("move an idea"), lambda it: edits.order_idea(it, idea.id, before))

    def _open_menu(self, at: QPoint) -> None:
        self.commands.open_menu(self._window.whole.mapFromGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the head gives the keyboard back to the view."""
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus()
        else:
            super().keyPressEvent(event)


def _view_words() -> tuple[str, str, str]:
    return say("Table"), say("Board"), say("Square")


def _kept_columns(kept: str) -> tuple[str, ...]:
    return tuple(name for name in FURTHER if name in kept.split(","))


def _fill(pick: PickField, every: str, values: list[tuple[str, str]], chosen: str) -> None:
    """Offer values in a list, and show the chosen one."""
    pick.clear()
    pick.addItem(every, "")
    for value, words in values:
        pick.addItem(words, value)
    pick.setCurrentIndex(max(0, pick.findData(chosen)))
    pick.setAccessibleDescription(pick.currentText())
