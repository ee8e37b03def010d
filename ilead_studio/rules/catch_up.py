"""One page for somebody who comes late: what the meeting is about, and what happened so far."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ilead_studio.model import Meeting, Theory, Workbook
from ilead_studio.rules.meeting_attendance import here_words
from ilead_studio.rules.meeting_shown import Shown, shown_at
from ilead_studio.rules.meetings import (
    decided_at,
    meeting_name,
    meeting_with_id,
    steps_of,
    where_words,
)
from ilead_studio.rules.ramps import UNDER_WAY
from ilead_studio.words import capital, count, say

MOST: Final = 8
"""Most lines below a heading, so that it stays one page."""


def catch_up(workbook: Workbook, meeting_id: str) -> str:
    """Return the page as plain text; empty without the meeting, or if it is nobody else's."""
    meeting = meeting_with_id(workbook, meeting_id)
    shown = shown_at(workbook, meeting) if meeting else Shown(frozenset())
    if meeting is None or not shown.of((meeting,)):
        return ""
    head = (
        say("Good that you are here: {meeting}", meeting=meeting_name(meeting)),
        where_words(meeting),
        here_words(workbook, meeting),
    )
    parts = (tuple(filter(None, head)), *_parts(workbook, meeting, shown))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _parts(workbook: Workbook, meeting: Meeting, shown: Shown) -> Iterator[Sequence[str]]:
    open_lines = [it.text for it in meeting.agenda if not it.done]
    done = [it.text for it in meeting.agenda if it.done]
    done += [
        it.text
        for it in shown.of(workbook.next_steps)
        if it.done == meeting.day and it.meeting_id != meeting.id
    ]
    decided = [it.text for it in shown.of(decided_at(workbook, meeting.id))]
    promised = [_with_owner(it.text, it.owner) for it in shown.of(steps_of(workbook, meeting.id))]
    nothing = say("Nothing yet.")
    yield _list(
        say("What this meeting is still about"), open_lines, say("Nothing more is planned.")
    )
    yield _list(say("Decided so far"), decided, nothing)
    yield _list(say("Done so far"), done, nothing)
    if promised:
        yield _list(say("Promised so far"), promised, nothing)
    for theory in shown.of(workbook.theories):
        yield theory_lines(workbook, theory, shown)


def _with_owner(text: str, owner: str) -> str:
    return say("{text} ({owner})", text=text, owner=owner) if owner else text


def _list(heading: str, texts: Sequence[str], empty: str) -> list[str]:
    more = len(texts) - MOST
    rest = [say("- and {more}", more=count(more, "{number} more", "{number} more"))]
    lines = [f"- {text}" for text in texts[:MOST]] + (rest if more > 0 else [])
    return [heading, *(lines or [empty])]


def theory_lines(workbook: Workbook, theory: Theory, shown: Shown) -> list[str]:
    """Say a theory in three lines, below its name: aim, primary drivers, what is being tested."""
    primary = {it.source for it in theory.links if it.target == theory.id}
    drivers = [it.text for it in shown.of(theory.drivers) if it.id in primary]
    on_page = {link.source for link in theory.links}
    tested = {it.idea_id for it in shown.of(workbook.cycles) if it.state in UNDER_WAY}
    ideas = [it.text for it in shown.of(workbook.ideas) if it.id in tested & on_page]
    none = say("none yet")
    return [
        say("Our theory: {name}", name=theory.title) if theory.title else say("Our theory"),
        say("Aim: {aim}", aim=theory.aim or none),
        say("Primary drivers: {drivers}", drivers=_joined(drivers) or none),
        say("Being tested: {ideas}", ideas=_joined(ideas) or say("nothing at the moment")),
    ]


def _joined(texts: Iterable[str]) -> str:
    return capital("; ".join(texts))
