"""One page for those who come late: five questions, what we ask of them today, room to ask back."""

from collections.abc import Iterable, Iterator
from typing import Final

from ilead_studio.model import Cause, Idea, Workbook
from ilead_studio.packet.blocks import Block, Heading, Item, Lines, Listing, Run, Text, Words, plain
from ilead_studio.packet.cells import joined, with_ref
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.meeting_head import day_frame, meeting_of
from ilead_studio.packet.page_words import cut
from ilead_studio.packet.today import asked_today
from ilead_studio.rules.cause_count import is_counted
from ilead_studio.rules.days import day_words
from ilead_studio.rules.learning import learnings
from ilead_studio.rules.meetings import decided_at, last_meeting
from ilead_studio.rules.open_list import asked
from ilead_studio.rules.open_questions import OpenKind, open_words
from ilead_studio.words import count, say

_FEW: Final = 3
"""Things that are named in an answer of about two lines."""
_PIECE: Final = 56
"""Most letters of each of them; of one that stands alone twice as many."""
_URGENT: Final[tuple[OpenKind, ...]] = (
    "question", "doubtful", "disputed", "cycle", "root", "hunch",
)  # fmt: skip


def catch_up_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page for latecomers of a meeting, or of the work as it stands."""
    workbook = given.workbook
    blocks: list[Block] = []
    for question, answer in _questions(workbook):
        blocks += (Heading(plain(question)), Text(answer))
    blocks += _decided(given)
    boxes = tuple(Item(it) for it in asked_today(given))
    blocks += (Heading(plain(say("What we ask of you today"))), Listing(boxes, "box"))
    blocks.append(Lines(heading=say("My questions")))
    title = say("Catch up in two minutes")
    return (Leaf(title, title, tuple(blocks), (plain(_for_whom(given)),), _frame(given)),)


def _frame(given: Given) -> str:
    return day_frame(meeting_of(given))


def _for_whom(given: Given) -> str:
    meeting = meeting_of(given)
    last = last_meeting(given.workbook, meeting) if meeting else None
    if last is None:
        return say("For those who come for the first time.")
    return say(
        "For those who were not there on {day}, and for those who come for the first time.",
        day=day_words(last.day),
    )


def _questions(workbook: Workbook) -> Iterator[tuple[str, Words]]:
    yield say("What we want"), _want(workbook)
    yield say("Why we think it happens"), _why(workbook)
    yield say("What we try"), _try(workbook)
    yield say("What we learned"), _learned(workbook)
    yield say("What is open"), _open(workbook)


def _want(workbook: Workbook) -> Words:
    problem = next((it.text for it in workbook.problems), "")
    aim = next((it.aim for it in workbook.theories if it.aim), "")
    told = [_sentence(cut(it, 3 * _PIECE)) for it in (problem, aim) if it]
    return plain(" ".join(told) or say("The problem and the aim are not written down yet."))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else say("{text}.", text=text)


def _why(workbook: Workbook) -> Words:
    causes = [it for page in workbook.fishbones for it in page.causes if is_counted(it, page.id)]
    roots = sorted((it for it in causes if it.root), key=_weight)
    if not roots:
        number = count(len(causes), "{number} cause", "{number} causes")
        return plain(say("{number} so far. No root cause is chosen yet.", number=number))
    told = count(len(roots), "{number} root cause is marked.", "{number} root causes are marked.")
    return joined((plain(told), _told(say("First of all:"), roots)), " ")


def _weight(cause: Cause) -> tuple[bool, int]:
    """What is supported comes first, then what many voted for."""
    return cause.evidence != "supported", -cause.votes


def _told(which: str, items: Iterable[Cause | Idea], most: int = _FEW) -> Words:
    named = [with_ref(cut(it.text, _PIECE), it.ref) for it in items][:most]
    return (Run(f"{which} "), *joined(named), Run("."))


def _try(workbook: Workbook) -> Words:
    ideas = workbook.ideas
    if not ideas:
        return plain(say("There is no change idea yet."))
    parts = [plain(count(len(ideas), "{number} change idea.", "{number} change ideas."))]
    if tested := [it for it in ideas if it.state in ("testing", "adapting")]:
        parts.append(_told(say("We are testing:"), tested, 2))
    if adopted := [it for it in ideas if it.state == "adopted"]:
        parts.append(_told(say("Adopted:"), adopted, 2))
    if len(parts) == 1:
        parts.append(plain(say("None is tested yet.")))
    return joined(parts, " ")


def _learned(workbook: Workbook) -> Words:
    found = learnings(workbook)[:2]
    named = [
        (*with_ref(cut(it.text.rstrip("."), 2 * _PIECE), it.cycle.ref), Run(".")) for it in found
    ]
    return joined(named, " ") or plain(say("No cycle has taught us anything yet."))


def _open(workbook: Workbook) -> Words:
    every = sorted(asked(workbook, "every"), key=lambda it: _URGENT.index(it.kind))
    if not every:
        return plain(say("No question is open."))
    first = every[0]
    told = say("{many}, above all:", many=open_words(workbook))
    return (Run(f"{told} "), *with_ref(cut(first.text, 2 * _PIECE), first.about))


def _decided(given: Given) -> Iterator[Block]:
    """Give what the meeting has decided, for those who come late or were not there."""
    meeting = meeting_of(given)
    made = decided_at(given.workbook, meeting.id) if meeting and meeting.opened else ()
    if made:
        is_over = meeting is not None and meeting.closed is not None
        yield Heading(plain(say("What was decided") if is_over else say("Decided so far")))
        yield Listing(tuple(Item(plain(it.text)) for it in made[:_FEW]))
