"""The bar at the top: the workbook's name and menu, the sections, undo, commands, export."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ilead_studio.rules.names import workbook_name
from ilead_studio.ui.commands.groups import (
    ON_COPIES,
    ON_LOOK,
    ON_PAST,
    ON_PROGRAM,
    ON_VIEW,
    ON_WORKBOOK,
)
from ilead_studio.ui.commands.table import Actions
from ilead_studio.ui.frame.room import Room
from ilead_studio.ui.frame.sections import DIAGRAM, sections
from ilead_studio.ui.looks.icons import icon, pixmap
from ilead_studio.ui.looks.look import BAR, TAB_SIDE, Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.parts import ShortButton, button, icon_button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

COMMANDS: Final = "command list"
LONGEST_NAME: Final = 280
"""Most pixels that the workbook's name takes; tabs beside it do not move for a longer one."""


class TopBar(QWidget):
    """The workbook's name and menu, the sections, undo, redo, commands and export.

    Wide windows have words on some buttons, narrow ones have one button for all sections.
    """

    section_asked = Signal(str)

    def __init__(self, work: Work, look: Look, actions: Actions) -> None:
        super().__init__()
        self._work, self._look, self._actions = work, look, actions
        self._in_wide: list[QWidget] = []
        self._in_narrow: list[QWidget] = []
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(BAR))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(12), 0, look.px(8), 0)
        line.setSpacing(look.px(4))
        self._mark = QLabel()
        self._mark.setPixmap(pixmap("fish-bone", look.theme.accent, look.px(24), 2.0))
        line.addWidget(self._mark)
        line.addWidget(self._name_button())
        line.addSpacing(look.px(8))
        self._tabs = self._sections(line)
        line.addWidget(self._section_button())
        line.addStretch(1)
        self._add_steps(line)
        self._add_commands(line)
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    # --- name and sections -----------------------------------------------------------------------
    def _name_button(self) -> QPushButton:
        self._name = ShortButton("name", self._look)
        self._name.setMaximumWidth(self._look.px(LONGEST_NAME))
        menu = QMenu(self._name)
        self._actions.fill(menu, ON_WORKBOOK)
        below = (
            (say("Earlier versions and snapshots"), ON_PAST),
            (say("Copies and forms"), ON_COPIES),
            (say("View"), (*ON_VIEW, "-", *ON_LOOK)),
        )
        for words, names in below:
            self._actions.fill(menu.addMenu(words), names)
        menu.addSeparator()
        self._actions.fill(menu, ON_PROGRAM)
        return _with_arrow(self._name, menu, self._look)

    def _sections(self, line: QHBoxLayout) -> dict[str, QPushButton]:
        self._group, tabs = QButtonGroup(self), {}
        for name, words in _sections():
            tab = button(words, "tab", self._look)
            tab.setCheckable(True)
            tab.setMinimumWidth(_strong_width(words, self._look))
            tab.clicked.connect(lambda _on, name=name: self.section_asked.emit(name))
            self._group.addButton(tab)
            line.addWidget(tab)
            tabs[name] = tab
        return tabs

    def _section_button(self) -> QPushButton:
        """Make the one button for all sections, for which a narrow window has room."""
        self._section = button(" ", "section", self._look)
        menu = QMenu(self._section)
        for name, words in _sections():
            menu.addAction(words, partial(self.section_asked.emit, name))
        return _with_arrow(self._section, menu, self._look)

    # --- buttons at the right --------------------------------------------------------------------
    def _add_steps(self, line: QHBoxLayout) -> None:
        self.undo, self.steps = self._icon("undo"), self._icon("undo list")
        self.steps.setProperty("kind", "steps")
        for made in (self.undo, self.steps, self._icon("redo")):
            line.addWidget(made)
        line.addSpacing(self._look.px(8))

    def _add_commands(self, line: QHBoxLayout) -> None:
        """Add what is in the table; words come where there is room for them."""
        if COMMANDS in self._actions:
            self._in_wide.append(self._add(line, self._field()))
            self._in_narrow.append(self._add(line, self._icon(COMMANDS)))
        if "find" in self._actions:
            self._add(line, self._icon("find"))
        does = self._actions["export"].trigger
        self.export = button(say("Export"), "plain", self._look, sign="file-export", does=does)
        self._short_export = self._icon("export")
        self._in_wide.append(self._add(line, self.export))
        self._in_narrow.append(self._add(line, self._short_export))

    def _icon(self, name: str) -> QToolButton:
        return icon_button(self._actions.with_icon(name), self._look)

    @staticmethod
    def _add(line: QHBoxLayout, part: QWidget) -> QWidget:
        line.addWidget(part)
        return part

    def _field(self) -> QPushButton:
        """Make a button that looks like the field it opens, with its key at the end."""
        action = self._actions[COMMANDS]
        words = say("Find a command")
        made = button(words, "field", self._look, sign="search", does=action.trigger)
        made.setToolTip(action.toolTip())
        key = label(self._actions.key(COMMANDS), "small")
        key.setWordWrap(False)
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, self._look.px(8), 0)
        inside.addStretch(1)
        inside.addWidget(key)
        width = made.sizeHint().width() + key.sizeHint().width() + self._look.px(24)
        made.setFixedWidth(width)
        return made

    # --- showing ---------------------------------------------------------------------------------
    def give_room(self, room: Room) -> None:
        """Show words and tabs where there is room for them."""
        for part in self._in_wide:
            part.setVisible(room.words)
        for part in self._in_narrow:
            part.setVisible(not room.words)
        for tab in self._tabs.values():
            tab.setVisible(room.tabs)
        for part in (self._mark, self.steps):
            part.setVisible(room.whole_bar)
        self._section.setVisible(not room.tabs)

    def refresh(self) -> None:
        """Show the name and the section in view."""
        title = workbook_name(self._work.workbook)
        self._name.show_words(title)
        self._name.setToolTip(str(self._work.path) if self._work.path else say("Not saved yet"))
        self._name.setAccessibleName(say("Workbook {title}, menu", title=title))
        diagram = "fishbone" if self._work.is_fishbone else "theory"
        here = _tab_of(self._work.section) or (diagram if self._work.page else "")
        self._group.setExclusive(bool(here))  # without a page none of them is chosen
        for name, tab in self._tabs.items():
            tab.setChecked(name == here)
        self._say_what_export_does()
        words = dict(_sections()).get(here, say("Sections"))
        self._section.setText(words)
        self._section.setAccessibleName(say("Section {name}, menu", name=words))

    def _say_what_export_does(self) -> None:
        """Name the button by what it does: where handouts are in view it makes one."""
        makes = self._work.section == "handouts" and bool(self._work.workbook.packets)
        made = say("Export: Make the PDF of the packet")
        self.export.setAccessibleName(made if makes else say("Export"))
        for shown in (self.export, self._short_export):
            shown.setToolTip(self._actions.tip("make pdf" if makes else "export"))


def _sections() -> tuple[tuple[str, str], ...]:
    """Return all sections by the commands that go there, with their words, in their order."""
    diagrams = (2, "fishbone", say("Fishbone")), (3, "theory", say("Theory"))
    others = ((it.place, it.name, it.words) for it in sections() if not it.within)
    return tuple((name, words) for _, name, words in sorted((*diagrams, *others)))


def _tab_of(section: str) -> str:
    """Return the section whose tab is lit: its own, or the one to which it belongs.

    Empty for that of the diagram in view.
    """
    lit = next((it.within or it.name for it in sections() if it.name == section), "")
    return "" if lit == DIAGRAM else lit


def _with_arrow(made: QPushButton, menu: QMenu, look: Look) -> QPushButton:
    """Give a button its menu, and the arrow of one behind its words."""
    side = look.px(16)
    made.setIcon(icon("chevron-down", look.theme, side))
    made.setIconSize(QSize(side, side))
    reading = made.layoutDirection()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the icon last
    for inner in (menu, *menu.findChildren(QMenu)):
        inner.setLayoutDirection(reading)  # menus take it over from what they are opened by
    made.setMenu(menu)
    return made


def _strong_width(words: str, look: Look) -> int:
    """Return the width of a tab when it is chosen: its words are stronger then."""
    strong = QFontMetrics(widget_font(look.type("body"), strong=True))
    return strong.horizontalAdvance(words) + 2 * look.px(TAB_SIDE)
