"""What is known of an aim: what it does not say yet, and what each party gains from it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.model import Party, Theory
from ilead_studio.rules.aim import aim_checks
from ilead_studio.rules.language import is_english
from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class AimGroup(Group):
    """What a good aim is asked for, and a way to build it from its parts."""

    name = "aim"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("The aim"))
        self.advice = Wrapped("", "small")
        self.build = button(say("Build the aim…"), "quiet", look, sign="target", role="accent",
                            does=self.aim_asked.emit)  # fmt: skip
        self.stack.addWidget(self.advice)
        self.stack.addWidget(self.build)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for the aim."""
        return isinstance(it.one, Theory)

    def tell(self, it: Seen) -> None:
        """Say what the aim does not say yet."""
        if isinstance(it.one, Theory):
            self.advice.setText(self._said(it.one))
            self.advice.setVisible(bool(self.advice.text()))

    def _said(self, theory: Theory) -> str:
        if not theory.aim:
            return say("There is no aim yet.")
        workbook = self._work.workbook
        if lacking := aim_checks(workbook, theory):
            return "\n".join(it.message for it in lacking)
        return say("It says how much, by when and for whom.") if is_english(workbook) else ""


class GainsGroup(Group):
    """What each party gains when the aim is reached."""

    name = "gains"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("What each party gains"))
        self.fields: dict[str, TextField] = {}
        self._parts: list[QWidget] = []
        self._shown: tuple[Party, ...] = ()

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for the aim, when there are parties."""
        return isinstance(it.one, Theory) and bool(it.workbook.parties)

    def tell(self, it: Seen) -> None:
        """Show a field for each party."""
        if not isinstance(it.one, Theory):
            return
        if self._shown != it.workbook.parties:
            self._make(it.workbook.parties)
        for party_id, field in self.fields.items():
            field.show_text(edits.gain_of(it.one, party_id))

    def _make(self, parties: tuple[Party, ...]) -> None:
        self._shown = parties
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self.fields, self._parts = {}, []
        for party in parties:
            name = say("What {party} gains", party=party.name)
            field = self.fields[party.id] = TextField(
                self._look, name, 1, say("Gains from reaching it")
            )
            field.typed.connect(partial(self._write, party.id))
            field.done.connect(self.end_burst)
            self._parts += [label(party.name, "small"), field]
        for part in self._parts:
            self.stack.addWidget(part)
            part.show()

    def _write(self, party_id: str, words: str) -> None:
        theory = self._seen.one
        if isinstance(theory, Theory):
            self._work.step(
                say("say what a party gains"),
                lambda book: edits.put_gain(book, theory.id, party_id, words),
                merge_key=("gain", theory.id, party_id),
            )
