"""What we ask of everybody today: three things, chosen from what the workbook waits for."""

from collections.abc import Iterator

from ilead_studio.model import Workbook
from ilead_studio.packet.blind import Blind
from ilead_studio.packet.blocks import Run, Words, plain
from ilead_studio.packet.cells import with_ref
from ilead_studio.packet.given import Given
from ilead_studio.packet.page_words import cut
from ilead_studio.rules.meeting_open import hunches
from ilead_studio.words import count, say

_ASKED = 3


def asked_today(given: Given) -> tuple[Words, ...]:
    """Return three things to do, the last of which can always be done."""
    found = [*_ballot(given.blind), *_waiting(given.workbook), *_always()]
    wrong = plain(say("Say one thing that this page gets wrong."))
    return (*found[: _ASKED - 1], wrong)


def _ballot(blind: Blind) -> Iterator[Words]:
    for vote in list(filter(None, blind.values()))[:1]:
        many = len(vote.candidates)
        yield plain(count(many, "Vote blind: {number} thing is on the ballot.",
                          "Vote blind: {number} things are on the ballot."))  # fmt: skip


def _waiting(workbook: Workbook) -> Iterator[Words]:
    planned = next((it for it in workbook.cycles if it.state == "planned"), None)
    if planned:
        words = say("Take a PDSA form, and plan this cycle with somebody from another side:")
        yield (Run(f"{words} "), Run(planned.ref, "ref"), Run("."))
    hunch = next(iter(hunches(workbook)), None)
    if hunch:
        named = with_ref(cut(hunch.text, 56), hunch.ref)
        yield (Run(say("Say what you know about a hunch:") + " "), *named, Run("."))
    if any(it.done is None and not it.owner for it in workbook.next_steps):
        yield plain(say("Take on one next step that nobody has taken on yet."))


def _always() -> Iterator[Words]:
    yield plain(say("Ask one question that nobody has asked yet."))
    yield plain(say("Say one thing that you see where you work, and we do not."))
