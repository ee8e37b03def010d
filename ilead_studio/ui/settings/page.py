"""The page of settings: its sections at the left, what can be set in the middle."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.settings.keys import KeySettings
from ilead_studio.ui.settings.privacy import PrivacySettings
from ilead_studio.ui.settings.remembered import SCALES
from ilead_studio.ui.widgets.overlay import stops, tab_within
from ilead_studio.ui.widgets.parts import Choices, Wrapped, button, label, panel
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.settings.commands import Settings

NAVIGATOR, LEAST_NAVIGATOR, CARD = 220, 128, 640


class SettingsPage(QWidget):
    """Every setting there is; ``done`` asks for the page of the workbook again."""

    done = Signal()

    def __init__(self, look: Look, keys: KeyMap, settings: "Settings") -> None:
        super().__init__()
        self._look, self._keys, self._settings = look, keys, settings
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Settings"))
        self.section = "general"
        self.general = GeneralSettings(look, settings)
        self.privacy = PrivacySettings(look, settings.recents)
        self._keys_place = panel("panel")
        self._sections: dict[str, tuple[QPushButton, QWidget]] = {}
        self._body = QStackedWidget()
        across, middle = QHBoxLayout(self), QVBoxLayout()
        for layout in (across, middle):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._navigator = self._make_navigator()
        across.addWidget(self._navigator)
        across.addLayout(middle, 1)
        self._head = self._make_head()
        middle.addWidget(self._head)
        middle.addWidget(self._body, 1)

    def _make_navigator(self) -> QWidget:
        made, px = panel("left"), self._look.px
        stack = QVBoxLayout(made)
        stack.setContentsMargins(px(8), px(8), px(8), px(12))
        stack.setSpacing(px(2))
        words = label(say("Settings"), "label")
        words.setContentsMargins(px(8), px(4), 0, px(4))
        stack.addWidget(words)
        for section, name, sign, part in (
            ("general", say("General"), "adjustments", _scrolled(self.general, self._look)),
            ("privacy", say("Privacy"), "lock", _scrolled(self.privacy, self._look)),
            ("keys", say("Keys"), "keyboard", self._keys_place),
        ):
            chooses = button(name, "page", self._look, sign=sign, role="accent")
            chooses.setCheckable(True)
            chooses.setAutoExclusive(True)
            chooses.clicked.connect(lambda _on, section=section: self.show_section(section))
            stack.addWidget(chooses)
            self._body.addWidget(part)
            self._sections[section] = (chooses, part)
        stack.addStretch(1)
        kept = label(say("Changes count at once, and are kept on this computer, not in the"
                         " workbook."), "small")  # fmt: skip
        kept.setContentsMargins(px(8), 0, 0, 0)
        stack.addWidget(kept)
        return made

    def _make_head(self) -> QWidget:
        made, px = panel("panel"), self._look.px
        made.setFixedHeight(px(HEAD))
        line = QHBoxLayout(made)
        line.setContentsMargins(px(16), px(4), px(12), px(4))
        line.setSpacing(px(8))
        self._title = label("", "title")
        line.addWidget(self._title, 1)
        line.addWidget(button(say("Back to how it came"), "plain", self._look, does=self._back))
        line.addWidget(button(say("Done"), "main", self._look, does=self.done.emit))
        return made

    def _fill_keys(self) -> None:
        """Make the rows of the keys: there are so many that they wait until somebody looks."""
        if self._keys_place.layout() is None:
            stack = QVBoxLayout(self._keys_place)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.addWidget(KeySettings(self._look, self._keys))

    def areas(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round."""
        return (self._navigator, self._head, self._body)

    def open(self, section: str) -> None:
        """Show a section, with the keyboard at its first setting."""
        self.show_wishes()
        self.show_section(section)
        stops(self._sections[section][1])[0].setFocus(Qt.FocusReason.TabFocusReason)

    def go_to(self, name: str) -> None:
        """Put the keyboard where it was on another page of the same settings."""
        same = (it for it in self.findChildren(QWidget) if it.accessibleName() == name)
        there = next((it for it in same if it.isVisible()), None)
        if name and there:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def show_section(self, section: str) -> None:
        """Show a section."""
        self.section = section
        if section == "keys":
            self._fill_keys()
        chooses, part = self._sections[section]
        chooses.setChecked(True)
        self._body.setCurrentWidget(part)
        names = {
            "general": say("Settings, general"),
            "privacy": say("Settings, privacy"),
            "keys": say("Settings, keys"),
        }
        self._title.setText(names[section])

    def show_wishes(self) -> None:
        """Show what is chosen now."""
        self.general.show_wishes()
        self.privacy.show_wishes()

    def _back(self) -> None:
        """Let everything in this section be as it came."""
        if self.section == "keys":
            self._keys.back()
        elif self.section == "privacy":
            self.privacy.back()
        else:
            self._settings.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sections have a quarter of the width where there is little."""
        super().resizeEvent(event)
        px = self._look.px
        wide = max(px(LEAST_NAVIGATOR), min(px(NAVIGATOR), self.width() // 4))
        self._navigator.setFixedWidth(wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the page of the workbook."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab in the settings; F6 goes to the bar."""
        return tab_within(self, forward=forward)


class GeneralSettings(QFrame):
    """How the window looks, and whether it saves by itself."""

    def __init__(self, look: Look, settings: "Settings") -> None:
        super().__init__()
        self._settings = settings
        self.setProperty("kind", "card")
        self.setMaximumWidth(look.px(CARD))
        scales = [Choice(it, say("{percent} %", percent=round(it * 100))) for it in SCALES]
        self._scale = Segments(look, say("Text scale"), scales)
        self._scale.chosen.connect(lambda it: settings.wish(replace(settings.wishes, scale=it)))
        self._theme = Choices(say("Theme"))
        for name, words in _themes():
            self._theme.addItem(words, name)
        self._theme.activated.connect(self._wish_theme)
        self._still = QCheckBox(say("Less motion: everything is at its place at once"))
        self._still.setAccessibleName(say("Less motion"))
        self._still.clicked.connect(lambda on: settings.wish(replace(settings.wishes, still=on)))
        self._saves = QCheckBox(say("Save by itself, some seconds after the last change"))
        self._saves.setAccessibleName(say("Save by itself"))
        self._saves.clicked.connect(lambda on: settings.wish(replace(settings.wishes, saves=on)))
        self._compose(look)

    def _compose(self, look: Look) -> None:
        grid, px = QGridLayout(self), look.px
        grid.setContentsMargins(px(16), px(12), px(16), px(16))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(say("Look"), "lead"), 0, 0, 1, 2)
        for row, (words, part) in enumerate(
            ((say("Text scale"), self._scale), (say("Theme"), self._theme)), 1
        ):
            grid.addWidget(label(words), row, 0)
            grid.addWidget(part, row, 1)
        grid.addWidget(self._still, 3, 0, 1, 2)
        grid.setRowMinimumHeight(4, px(8))
        grid.addWidget(label(say("Saving"), "lead"), 5, 0, 1, 2)
        grid.addWidget(self._saves, 6, 0, 1, 2)
        grid.addWidget(Wrapped(_about_saving(), "small"), 7, 0, 1, 2)

    def _wish_theme(self, at: int) -> None:
        self._settings.wish(replace(self._settings.wishes, theme=self._theme.itemData(at)))

    def show_wishes(self) -> None:
        """Show what is chosen now."""
        wishes = self._settings.wishes
        self._scale.show_value(wishes.scale)
        self._theme.setCurrentIndex(self._theme.findData(wishes.theme))
        self._still.setChecked(wishes.still)
        self._saves.setChecked(wishes.saves)


def _about_saving() -> str:
    return say(
        "Only a workbook that has a file already, and never over what somebody else changed in it."
        " Without this, recovery keeps every word until you save."
    )


def _themes() -> tuple[tuple[str, str], ...]:
    return (
        ("system", say("As the system")),
        ("light", say("Light")),
        ("dark", say("Dark")),
        ("contrast", say("High contrast")),
        ("projector", say("For a projector: white paper, black ink")),
    )


def _scrolled(part: QWidget, look: Look) -> QScrollArea:
    """Let a part scroll where there is no room for it; it stays at the upper left."""
    made, inside = QScrollArea(), panel("panel")
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    across, stack = QHBoxLayout(), QVBoxLayout(inside)
    stack.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(16))
    across.addWidget(part, 10)
    across.addStretch(1)
    stack.addLayout(across)
    stack.addStretch(1)
    made.setWidget(inside)
    return made
