"""A page from the outline on the clipboard: what it would be is seen before it is made."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from ilead_studio.errors import StudioError
from ilead_studio.exchange import PageKind
from ilead_studio.exchange.pasted_page import add_pasted, stated_kind
from ilead_studio.model import Fishbone, Ids, Theory, Workbook, find
from ilead_studio.rules.cause_count import bones_on, causes_on
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.ui.widgets.preview_card import MOST_DRAWN, SIDE, Goal, PreviewCard
from ilead_studio.words import count, say

_MOST_SHOWN = 4_000
"""Letters of the clipboard that are shown."""


class OutlineCard(PreviewCard):
    """The words at the left, the page at the right, and whether it is a fishbone or a theory."""

    def __init__(self, look: Look, over: QWidget, ids: Ids) -> None:
        super().__init__(look, over, say("New from a pasted outline"))
        self._ids, self.text, self.html = ids, "", ""
        self.side.addWidget(label(say("It becomes a"), "label"))
        self._kinds = self._choice()
        self.side.addWidget(label(say("On the clipboard"), "label"))
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setFixedWidth(look.px(SIDE))
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(say("Words on the clipboard"))
        self._words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.side.addWidget(self._words, 1)

    def _choice(self) -> dict[PageKind, QPushButton]:
        line, group = QHBoxLayout(), QButtonGroup(self)
        line.setSpacing(self._look.px(4))
        words: dict[PageKind, tuple[str, str]] = {
            "fishbone": (say("Fishbone"), "fish-bone"),
            "theory": (say("Driver diagram"), "hierarchy-2"),
        }
        found = {}
        for kind, (text, sign) in words.items():
            made = button(text, "plain", self._look, sign=sign)
            made.setAccessibleName(say("It becomes a: {kind}", kind=text))
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.toggled.connect(self._show)
            group.addButton(made)
            line.addWidget(made, 1)
            found[kind] = made
        self.side.addLayout(line)
        return found

    @property
    def kind(self) -> PageKind:
        """What kind of page is chosen."""
        return "theory" if self._kinds["theory"].isChecked() else "fishbone"

    def open_for(self, text: str, html: str, goals: tuple[Goal, ...]) -> None:
        """Offer what is on the clipboard as the kind of page that it says it is."""
        self.text, self.html = text, html
        self._words.setPlainText(text[:_MOST_SHOWN])
        chosen = self._kinds[stated_kind(text) or "fishbone"]
        chosen.setChecked(True)
        self._show(True)
        self.offer(chosen, goals, (say("Left, Right  choose"),))

    def _show(self, on: bool) -> None:
        if not on:
            return
        try:
            book, page_id, notices = add_pasted(
                Workbook(), self.text, self.html, self.kind, self._ids
            )
        except StudioError as error:
            self.refuse(str(error))
            return
        self.show_made(book, page_id)
        self.tell(" ".join((_held(book, page_id), *notices)))


def _held(workbook: Workbook, page_id: str) -> str:
    """Say how much there is: "6 bones, 24 causes under “Absence”."."""
    page = find(workbook, page_id)
    many = 0
    if isinstance(page, Fishbone):
        many = len(page.causes)
        bones = count(bones_on(page), "{number} bone", "{number} bones")
        causes = count(causes_on(page), "{number} cause", "{number} causes")
        items, root = say("{bones}, {causes}", bones=bones, causes=causes), page.head
    elif isinstance(page, Theory):
        many = len(page.drivers) + len(workbook.ideas)
        drivers = count(len(page.drivers), "{number} driver", "{number} drivers")
        ideas = count(len(workbook.ideas), "{number} change idea", "{number} change ideas")
        items, root = (say("{drivers}, {ideas}", drivers=drivers, ideas=ideas), page.aim)
    else:
        return ""
    short = root if len(root) <= 80 else f"{root[:79].rstrip()}…"
    told = say("{items} under “{root}”.", items=items, root=short) if root else f"{items}."
    if many > MOST_DRAWN:
        return say("{told} That is too many to show before it is made.", told=told)
    return told
