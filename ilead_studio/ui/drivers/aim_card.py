"""A card that builds the aim from its parts; the sentence forms while one types."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Theory, Workbook, replace
from ilead_studio.rules.aim import aim_checks, aim_sentence, is_built
from ilead_studio.ui.inspector.fields import LineField
from ilead_studio.ui.inspector.measures import measure_names
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.widgets.offers import LineOffers
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_WIDTH: Final = 460


def aim_parts() -> dict[str, tuple[str, str]]:
    """Return what stands before each part of an aim in its sentence, and what belongs there."""
    return {
        "date": (say("By"), say("when, such as June 2028")),
        "group": (say("who"), say("for whom, such as ninth graders of four schools")),
        "outcome": (say("will"), say("what is reached")),
        "indicator": (say("as measured by"), say("the number that shows it")),
        "baseline": (say("from"), say("how much it is today")),
        "target": (say("to"), say("how much it will be")),
    }


def advice_words(workbook: Workbook, theory: Theory) -> tuple[str, ...]:
    """Return what the aim, or the one that the parts would make, does not say yet."""
    built = aim_sentence(theory.aim_parts)
    would_be = replace(theory, aim=built) if built else theory
    return tuple(it.message for it in aim_checks(workbook, would_be))


class AimCard(Overlay):
    """A field for each part; Enter goes on to the next one, and from the last one to the end.

    An aim that was typed freely stays until somebody puts the sentence in its place.
    """

    def __init__(self, work: Work, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._work, self._theory_id = work, ""
        self.setAccessibleName(say("Build the aim"))
        self.setFixedWidth(look.px(_WIDTH))
        self._air = look.px(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[self._air] * 4)
        whole.setSpacing(look.px(8))
        inner = QWidget()
        whole.addWidget(self._scrolled(inner), 1)
        stack = self._stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(8))
        stack.addWidget(label(say("Build the aim"), "lead"))
        self.fields: dict[str, LineField] = {}
        stack.addLayout(self._grid(look))
        self.sentence, self.told, self.advice = Wrapped("", "strong"), Wrapped(""), Wrapped("")
        self.told.setProperty("kind", "small")
        for part in (rule(), self.sentence, self.told, self.advice):
            stack.addWidget(part)
        whole.addLayout(self._buttons(look))
        self._refreshing = Once(self.refresh, self)
        for signal in (work.changed, work.renewed):
            signal.connect(self._refreshing.ask)

    def _scrolled(self, inner: QWidget) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        for ground in (self._scroll.viewport(), inner):
            ground.setAutoFillBackground(False)  # the card's own shows through
        return self._scroll

    def _grid(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(6))
        for at, (name, (before, asks)) in enumerate(aim_parts().items()):
            field = self.fields[name] = LineField(
                say("{part}: {asks}", part=before, asks=asks), asks
            )
            field.typed.connect(partial(self._write, name))
            field.done.connect(self._work.session.break_merge)
            if name == "indicator":
                LineOffers(field, lambda: measure_names(self._work))
            grid.addWidget(label(before), at, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, at, 1)
        return grid

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        self.take = button(say("Let this be the aim"), "plain", look, does=self._take)
        self.done = button(say("Done"), "main", look, does=self.go)
        line.addWidget(self.take)
        line.addWidget(self.done)
        return line

    def open_at(self, corner: QPoint) -> None:
        """Open near a point of what is below, for the theory in view."""
        theory = self._work.page
        if isinstance(theory, Theory):
            self._theory_id = theory.id
            self.refresh()
            empty = (it for it in self.fields.values() if not it.text())
            self.open_with(next(empty, next(iter(self.fields.values()))), corner)

    def refresh(self) -> None:
        """Show the parts, the sentence that they make, and what it does not say yet."""
        theory = next((it for it in self._work.workbook.theories if it.id == self._theory_id), None)
        if theory is None:
            self.go()
            return
        for name, field in self.fields.items():
            field.show_text(getattr(theory.aim_parts, name))
            field.setReadOnly(self._work.read_only)
        built = aim_sentence(theory.aim_parts)
        self.sentence.setText(built or say("The sentence forms here while you type."))
        freely = bool(theory.aim) and bool(built) and not is_built(theory)
        self.told.setText(say("The aim was typed freely and stays: “{aim}”", aim=theory.aim))
        self.told.setVisible(freely)
        self.take.setVisible(freely)
        advice = "\n".join(advice_words(self._work.workbook, theory)) if built else ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need at this width; where there is no room they scroll."""
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        self._stack.invalidate()
        words = self._stack.totalHeightForWidth(self.width() - 2 * self._air)
        high = words + self.done.sizeHint().height() + 3 * self._air
        self.setFixedHeight(min(high, self._over.height() - self._air))
        if self.isVisible():
            self._stand()

    def _write(self, name: str, words: str) -> None:
        theory_id = self._theory_id
        self._work.step(
            say("build the aim"),
            lambda book: edits.put_aim(book, theory_id, **{name: words}),
            merge_key=("aim", theory_id, name),
        )

    def _take(self) -> None:
        theory_id = self._theory_id
        if self._work.step(say("build the aim"), lambda book: edits.build_aim(book, theory_id)):
            self._work.said.emit(say("This is the aim now."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, and presses a button."""
        fields = list(self.fields.values())
        at = next((at for at, it in enumerate(fields) if it.hasFocus()), None)
        pressed = next((it for it in (self.take, self.done) if it.hasFocus()), None)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif pressed:
            pressed.click()
        elif at is not None:
            after = [*fields, self.done][at + 1]
            after.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(after)
