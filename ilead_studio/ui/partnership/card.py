"""The card of one party: who it is, its logo, what it gains, its people as roles."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.drawing.marks import party_letters
from ilead_studio.model import Party, Theory, Workbook
from ilead_studio.ui.commands.keys import ALT, Pressed, pressed
from ilead_studio.ui.inspector.fields import LineField, TextField
from ilead_studio.ui.lists.row_menu import show_menu
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.mark import PartyMark, logo_pixmap
from ilead_studio.ui.partnership.roles import RoleLines
from ilead_studio.ui.partnership.sentences import crews, gain_name, people_words
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.widgets.typing_step import Field, TypingStep
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_LOGO = QSize(56, 32)
_MOVES: dict[Pressed, int] = {
    (Qt.Key.Key_Left, ALT): -1, (Qt.Key.Key_Up, ALT): -1,
    (Qt.Key.Key_Right, ALT): 1, (Qt.Key.Key_Down, ALT): 1,
}  # fmt: skip


def party_kinds() -> tuple[Choice, ...]:
    """Return the kinds of parties to choose from."""
    return Choice("LEA", say("LEA")), Choice("IHE", say("IHE")), Choice("other", say("Other"))


def gaining(work: Work) -> Theory | None:
    """Return the theory of which gains are shown: the one last in view, or else the first."""
    every, last = work.workbook.theories, work.last_in("theory")
    here = work.page.id if work.page else ""
    mine = (it for want in (here, last) for it in every if it.id == want)
    return next(mine, next(iter(every), None))


class PartyCard(QFrame):
    """Each field writes while one types.

    ``asked`` brings what else is wanted of the party ("remove", "logo", "no logo", "show",
    "move -1", "move 1"), and its id.
    """

    asked = Signal(str, str)

    def __init__(self, work: Work, look: Look, party_id: str) -> None:
        super().__init__()
        self._work, self._look, self.party_id = work, look, party_id
        self.setProperty("kind", "card")
        self.mark = PartyMark(look)
        self.fields: dict[str, Field] = {
            "name": LineField(say("Name"), say("Name of the party")),
            "short": LineField(say("Short name"), say("Short name")),
            "gain": TextField(look, say("What it gains"), 2, say("What it gets from the aim")),
        }
        for name, field in self.fields.items():
            TypingStep(work, field, partial(self._write, name), self.refresh)
        self.kind = Segments(look, say("Kind"), party_kinds())
        self.kind.chosen.connect(self._put_kind)
        self.roles = RoleLines(work, look, party_id)
        self._people, self._gain_name = label("", "small"), label("", "label")
        self._no_aim = label(say("What it gains is said with an aim. Ctrl+3 begins one."), "small")
        self._picture = QLabel()
        self._picture.setProperty("kind", "picture")  # on white, as it is printed
        self._compose()

    # --- putting together ------------------------------------------------------------------------
    def _compose(self) -> None:
        px = self._look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[px(12)] * 4)
        stack.setSpacing(px(8))
        self.show_items = self._button(say("Show only its items"), "filter", "show")
        small = (
            self._labelled(say("Kind"), self.kind),
            self._short_and_logo(),
            self._gain(),
            self._labelled(say("People, as roles"), self.roles),
        )
        stack.addLayout(self._head())
        for part in small:
            stack.addLayout(part)
        stack.addStretch(1)
        stack.addWidget(self.show_items, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, words: str, sign: str, asks: str) -> QPushButton:
        return button(words, "plain", self._look, sign=sign,
                      does=lambda: self.asked.emit(asks, self.party_id))  # fmt: skip

    def _head(self) -> QLayout:
        line, words = QHBoxLayout(), QVBoxLayout()
        line.setSpacing(self._look.px(8))
        words.setSpacing(0)
        self.fields["name"].setProperty("kind", "lead")
        words.addWidget(self.fields["name"])
        words.addWidget(self._people)
        self.more = button("", "", self._look, sign="dots", does=self._show_menu)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _labelled(self, words: str, part: QWidget) -> QLayout:
        stack = QVBoxLayout()
        stack.setSpacing(self._look.px(4))
        stack.addWidget(label(words, "label"))
        stack.addWidget(part)
        return stack

    def _short_and_logo(self) -> QLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        line.addLayout(self._labelled(say("Short name"), self.fields["short"]), 1)
        both = QWidget()
        inner = QHBoxLayout(both)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._picture)
        self.choose = self._button(say("Choose a picture"), "photo", "logo")
        inner.addWidget(self.choose)
        line.addLayout(self._labelled(say("Logo"), both))
        return line

    def _gain(self) -> QLayout:
        stack = QVBoxLayout()
        stack.setSpacing(self._look.px(4))
        for part in (self._gain_name, self.fields["gain"], self._no_aim):
            stack.addWidget(part)
        return stack

    # --- showing ---------------------------------------------------------------------------------
    @property
    def party(self) -> Party | None:
        """The party; None when it has gone."""
        every = self._work.workbook.parties
        return next((it for it in every if it.id == self.party_id), None)

    def refresh(self) -> None:
        """Show what is known, without disturbing somebody who types."""
        party, book = self.party, self._work.workbook
        if party is None:
            return
        self.mark.show_party(dict(party_letters(book))[party.id].letter, book.parties.index(party))
        self.fields["name"].show_text(party.name)
        self.fields["short"].show_text(party.short)
        self.kind.show_value(party.kind)
        self._people.setText(people_words(crews(book, party.id)))
        self._show_logo(party.logo)
        self._show_gain(book, gaining(self._work))
        self.roles.refresh()
        self._name_all(party)
        for part in self.fields.values():
            part.setReadOnly(self._work.read_only)

    def _show_gain(self, book: Workbook, theory: Theory | None) -> None:
        self._gain_name.setText(gain_name(book, theory))
        self.fields["gain"].setVisible(theory is not None)
        self._no_aim.setVisible(theory is None)
        if theory is not None:
            self.fields["gain"].show_text(edits.gain_of(theory, self.party_id))

    def _show_logo(self, logo: str) -> None:
        drawn = logo_pixmap(logo, _LOGO * self._look.scale)
        self._picture.setVisible(drawn is not None)
        if drawn is not None:
            self._picture.setPixmap(drawn)
        self.choose.setText(say(" Change") if logo else say(" Choose a picture"))

    def _name_all(self, party: Party) -> None:
        """Let each control say to which party it belongs."""
        known = (
            (self.fields["name"], say("Name of the party {name}", name=party.name)),
            (self.fields["short"], say("Short name of {name}", name=party.name)),
            (self.fields["gain"], say("What {name} gains", name=party.name)),
            (self.choose, say("Choose a picture as the logo of {name}", name=party.name)),
            (self.more, say("More for {name}", name=party.name)),
            (self.show_items, say("Show only the items of {name}", name=party.name)),
            (self._picture, say("Logo of {name}", name=party.name)),
            (self, party.name),
        )
        for part, words in known:
            part.setAccessibleName(words)
        self.kind.name_choice(say("Kind of {name}", name=party.name))
        self.more.setToolTip(say("More for this party"))

    # --- writing ---------------------------------------------------------------------------------
    def _write(self, field: str, words: str) -> None:
        """Write one field; typing in it is one step, and a name is never empty."""
        party_id, theory = self.party_id, gaining(self._work)
        if field == "name" and not words.strip():
            return

        def edit(book: Workbook) -> Workbook:
            if field == "gain" and theory:
                return edits.put_gain(book, theory.id, party_id, words)
            return edits.change_party(book, party_id, **{field: words})

        self._work.step(say("change a party"), edit, merge_key=("party", party_id, field))

    def _put_kind(self, kind: object) -> None:
        party_id = self.party_id
        self._work.step(
            say("change the kind of a party"),
            lambda book: edits.change_party(book, party_id, kind=kind),
        )

    def _show_menu(self) -> None:
        party = self.party
        entries = [(say("Move before the one before"), "move -1"),
                   (say("Move behind the next one"), "move 1"),
                   (say("Choose a picture…"), "logo")]  # fmt: skip
        if party and party.logo:
            entries.append((say("Take the picture away"), "no logo"))
        entries += [(say("Show only its items"), "show"), (say("Remove the party…"), "remove")]
        at = self.more.mapToGlobal(QPoint(0, self.more.height()))
        show_menu(self, at, (
            (words, partial(self.asked.emit, asks, self.party_id)) for words, asks in entries
        ))  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move the card."""
        if step := _MOVES.get(pressed(event), 0):
            self.asked.emit(f"move {step}", self.party_id)
        else:
            super().keyPressEvent(event)
