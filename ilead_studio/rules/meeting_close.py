"""Closing a meeting: what will be done in one step, and the e-mail that goes to everybody."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ilead_studio.model import Meeting, NextStep, Page, Workbook, pages
from ilead_studio.rules.days import dated_words, day_words, hour_words
from ilead_studio.rules.meeting_attendance import missed, people_words, who_came
from ilead_studio.rules.meeting_shown import Shown, shown_at
from ilead_studio.rules.meeting_steps import by_due
from ilead_studio.rules.meetings import (
    coming_of,
    decided_at,
    in_order,
    kind_words,
    meeting_with_id,
    steps_of,
    where_words,
)
from ilead_studio.rules.names import page_name
from ilead_studio.words import count, say

TickName = Literal["snapshot", "email", "packet"]


class Tick(NamedTuple):
    """Something that closing does if it is ticked: its words, and smaller ones beside them."""

    name: TickName
    words: str
    small: str


class Closing(NamedTuple):
    """What closing a meeting will do; ``steps`` says how many next steps are kept, and what lacks.

    ``snapshot`` is the name that is proposed for it, ``packet`` the pages with their names.
    """

    ticks: tuple[Tick, ...]
    steps: str
    snapshot: str
    packet: tuple[tuple[str, str], ...]


class Email(NamedTuple):
    """A plain e-mail."""

    subject: str
    text: str

    @property
    def whole(self) -> str:
        """Subject and text, as they go to the clipboard."""
        return f"{say('Subject: {subject}', subject=self.subject)}\n\n{self.text}"

    @property
    def lines(self) -> int:
        """How many lines the text has that are not empty."""
        return sum(bool(line) for line in self.text.splitlines())


def closing(workbook: Workbook, meeting_id: str) -> Closing | None:
    """Return what closing a meeting will do; None without the meeting."""
    meeting = meeting_with_id(workbook, meeting_id)
    if meeting is None:
        return None
    shown = shown_at(workbook, meeting)
    packet = tuple((it.id, page_name(it)) for it in pages(workbook) if it.id not in shown.hidden)
    name = day_words(meeting.day)
    steps = _steps_words(steps_of(workbook, meeting_id))
    return Closing(tuple(_ticks(workbook, meeting, name, packet)), steps, name, packet)


def _ticks(
    workbook: Workbook, meeting: Meeting, name: str, packet: tuple[tuple[str, str], ...]
) -> Iterator[Tick]:
    if diagrams := pages(workbook):
        yield Tick("snapshot", _snapshot_words(diagrams), say("“{name}”", name=name))
    if mail := email(workbook, meeting.id):
        lines = count(mail.lines, "plain, {number} line", "plain, {number} lines")
        yield Tick("email", say("Put the e-mail text on the clipboard"), lines)
    if packet:
        many = count(len(packet), "{number} diagram", "{number} diagrams")
        yield Tick("packet", say("Get the joint packet ready"), many)


def _snapshot_words(diagrams: tuple[Page, ...]) -> str:
    if len(diagrams) == 1:
        return say("Keep a snapshot of the diagram")
    if len(diagrams) == 2:
        return say("Keep a snapshot of both diagrams")
    return say("Keep a snapshot of all {number} diagrams", number=len(diagrams))


def _steps_words(steps: tuple[NextStep, ...]) -> str:
    """Say what is promised, and what is still missing of it."""
    if not steps:
        return say("No next step yet: who does what by when?")
    told = count(len(steps), "{number} next step", "{number} next steps")
    nobody, never = (sum(not it.owner for it in steps), sum(it.due is None for it in steps))
    lacking = [say("{number} without an owner", number=nobody)] if nobody else []
    lacking += [say("{number} without a day", number=never)] if never else []
    return ", ".join([told, *lacking])


def email(workbook: Workbook, meeting_id: str) -> Email | None:
    """Return the e-mail after a meeting; None without the meeting, or if it is nobody else's.

    Nothing in it is for the facilitator only; what only one party may see is told at a meeting of
    that party only.
    """
    meeting = meeting_with_id(workbook, meeting_id)
    shown = shown_at(workbook, meeting) if meeting else Shown(frozenset())
    if meeting is None or not shown.of((meeting,)):
        return None
    subject = say("{day}: what we decided, and who does what", day=day_words(meeting.day))
    parts = (
        [say("Dear all,")],
        _who(workbook, meeting),
        _decided(workbook, meeting, shown),
        *_promised(workbook, meeting, shown),
        [*_still_open(workbook, meeting, shown)],
        [_next(workbook, meeting, shown)],
        [say("Something missing or wrong? Please say so. Thank you, all of you.")],
    )
    return Email(subject, "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n")


def closed_words(meeting: Meeting, sheets: int = 0, *, is_mailed: bool = False) -> str:
    """Say what closing has done: "Closed 15:28 · snapshot kept · packet 9 pages".

    ``sheets`` is how many the packet has, if it was made. Empty while the meeting is not closed.
    """
    if meeting.closed is None:
        return ""
    parts = [say("Closed {hour}", hour=hour_words(meeting.closed))]
    if meeting.snapshot:
        parts.append(say("snapshot kept"))
    if sheets:
        parts.append(count(sheets, "packet {number} page", "packet {number} pages"))
    if is_mailed:
        parts.append(say("e-mail text is on the clipboard"))
    return " · ".join(parts)


def _who(workbook: Workbook, meeting: Meeting) -> list[str]:
    what = ", ".join(filter(None, (kind_words(meeting.kind), meeting.title)))
    day = day_words(meeting.day)
    thanks = [say("thank you for our meeting of {day} ({what}).", day=day, what=what)]
    if came := people_words(meeting):
        parts = ", ".join(who_came(workbook, meeting))
        thanks.append(say("We were {people}: {parts}.", people=came, parts=parts))
    if away := ", ".join(it.name for it in missed(workbook, meeting)):
        thanks.append(say("We missed {names}; this is for you above all.", names=away))
    return thanks


def _decided(workbook: Workbook, meeting: Meeting, shown: Shown) -> list[str]:
    made = shown.of(decided_at(workbook, meeting.id))
    return [say("What we decided"), *(f"- {it.text}" for it in made)] if made else []


def _promised(workbook: Workbook, meeting: Meeting, shown: Shown) -> Iterator[list[str]]:
    """Give the next steps, owner by owner, and last those of nobody."""
    by_owner: dict[str, list[NextStep]] = {}
    for it in shown.of(steps_of(workbook, meeting.id)):
        by_owner.setdefault(it.owner, []).append(it)
    nobody = by_owner.pop("", None)
    for owner, steps in by_owner.items():
        yield [say("Next steps: {owner}", owner=owner), *map(_step_line, steps)]
    if nobody:
        yield [say("Who takes this on?"), *map(_step_line, nobody)]


def _step_line(step: NextStep) -> str:
    text = f"- {step.text}"
    if step.done is not None:
        return say("{text}: done", text=text)
    return say("{text}, by {day}", text=text, day=day_words(step.due)) if step.due else text


def _still_open(workbook: Workbook, meeting: Meeting, shown: Shown) -> Iterator[str]:
    earlier = {it.id for it in in_order(workbook.meetings) if it.day < meeting.day}
    steps = [
        it for it in shown.of(workbook.next_steps) if it.done is None and it.meeting_id in earlier
    ]
    if steps:
        yield say("Still open from before")
    for it in by_due(steps):
        owner = say(" ({owner})", owner=it.owner) if it.owner else ""
        yield _step_line(it) + owner


def _next(workbook: Workbook, meeting: Meeting, shown: Shown) -> str:
    coming = coming_of(shown.of(workbook.meetings), meeting)
    if coming is None:
        return say("The day of our next meeting comes soon.")
    where = where_words(coming)
    day = dated_words(coming.day)
    return " · ".join(filter(None, (say("Our next meeting: {day}", day=day), where)))
