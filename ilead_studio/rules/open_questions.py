"""What the team does not know yet, in one list, each with who could find out (method, 1 and 3)."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cause, Cycle, Driver, OpenQuestion, Workbook
from ilead_studio.rules.cycles import cycle_name, parties_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.outline import Role, outline
from ilead_studio.rules.root_test import questions
from ilead_studio.rules.votes import blind_on
from ilead_studio.words import count, say

OpenKind = Literal["hunch", "disputed", "root", "doubtful", "cycle", "question"]
_OPEN: Final = ("hunch", "disputed")


class Open(NamedTuple):
    """One open question; ``item_id`` and ``page_id`` are where to go, empty for nowhere."""

    kind: OpenKind
    item_id: str
    page_id: str
    ref: str
    words: str
    who: str
    question_id: str = ""


@kept_by_identity
def open_questions(workbook: Workbook) -> tuple[Open, ...]:
    """Return hunches, unsure roots, doubtful drivers, cycles without decision, and what was noted.

    Causes and drivers stand in the reading order of their pages. A bone is a heading and no
    hunch, and a linked copy asks nothing new. Causes ask nothing while a vote on them is blind: it
    would tell their evidence. Ask about a ``seen_by`` workbook for one party's.
    """
    return (
        *_causes(workbook), *_doubtful(workbook), *_undecided(workbook), *_noted(workbook),
    )  # fmt: skip


def _causes(workbook: Workbook) -> Iterator[Open]:
    blind = blind_on(workbook)
    for page in (it for it in workbook.fishbones if it.id not in blind):
        causes = {it.id: it for it in page.causes if it.same_as is None and is_asked(it)}
        for row in outline(workbook, page) if causes else ():
            if cause := causes.get(row.id):
                who = cause.raised_by or _names(workbook, cause.parties) or nobody()
                for kind, words in _asked(cause, row.role):
                    yield Open(kind, cause.id, page.id, cause.ref, words, who)


def is_asked(cause: Cause) -> bool:
    """Tell whether a cause asks by itself: a hunch, disputed, or unsure as a root."""
    return cause.evidence in _OPEN or "unsure" in (cause.exists_without, cause.comes_back)


def _asked(cause: Cause, role: Role) -> Iterator[tuple[OpenKind, str]]:
    """Ask whether a cause is one, and what the root test left unsure when drivers were chosen."""
    text = cause.text
    if cause.evidence == "hunch" and role is not Role.BONE:
        yield "hunch", say("Is it so: “{text}”?", text=text)
    if cause.evidence == "disputed" and role is not Role.BONE:
        yield "disputed", say("Evidence differs: is it so that “{text}”?", text=text)
    unsure = "unsure" in (cause.exists_without, cause.comes_back)
    for name, question in questions().items() if unsure else ():
        if getattr(cause, name) == "unsure":
            yield "root", say("“{text}”: {question}", text=text, question=question)


def _doubtful(workbook: Workbook) -> Iterator[Open]:
    for page in workbook.theories:
        drivers = {it.id: it for it in page.drivers if it.state == "doubtful"}
        for row in outline(workbook, page) if drivers else ():
            if driver := drivers.get(row.id):
                who = driver.owner or _names(workbook, driver.parties) or nobody()
                yield Open("doubtful", driver.id, page.id, driver.ref, _doubt(driver), who)


def _doubt(driver: Driver) -> str:
    why = driver.state_reason
    words = say("Does “{text}” still lead to the aim?", text=driver.text)
    return say("{words} It was doubted: {why}", words=words, why=why) if why else words


def _undecided(workbook: Workbook) -> Iterator[Open]:
    for cycle in workbook.cycles:
        if cycle.state in ("doing", "studying"):
            who = cycle.owner or _names(workbook, parties_of(workbook, cycle))
            yield Open("cycle", cycle.id, "", cycle.ref, _undecided_words(workbook, cycle),
                       who or nobody())  # fmt: skip


def _undecided_words(workbook: Workbook, cycle: Cycle) -> str:
    name = cycle_name(workbook, cycle)
    if cycle.state == "studying":
        return say("{cycle}, is in Study: what is decided?", cycle=name)
    return say("{cycle}, is under way: what will it show?", cycle=name)


def _noted(workbook: Workbook) -> Iterator[Open]:
    where = {item: page.id for page in workbook.fishbones for item in _ids(page.id, page.causes)}
    for page in workbook.theories:
        linked = (link.source for link in page.links)
        where = dict.fromkeys((*_ids(page.id, page.drivers), *linked), page.id) | where
    for it in workbook.questions:
        if it.answered is None:
            about = it.item_id or ""
            page_id = where.get(about, "")
            yield Open("question", about, page_id, "", it.text, it.who or nobody(), it.id)


def _ids(page_id: str, items: Sequence[Cause] | Sequence[Driver]) -> Iterator[str]:
    yield page_id
    yield from (it.id for it in items)


def answered(workbook: Workbook) -> tuple[OpenQuestion, ...]:
    """Return the noted questions that were answered, the last answer first."""
    done = ((it.answered, it) for it in workbook.questions if it.answered)
    return tuple(it for _, it in sorted(done, key=lambda both: both[0], reverse=True))


def _names(workbook: Workbook, party_ids: tuple[str, ...]) -> str:
    return ", ".join(it.short or it.name for it in workbook.parties if it.id in party_ids)


def nobody() -> str:
    """Say that nobody is named who could find out."""
    return say("nobody yet")


def open_words(workbook: Workbook) -> str:
    """Say how many questions are open: "14 open questions"; empty for none."""
    number = len(open_questions(workbook))
    return count(number, "{number} open question", "{number} open questions") if number else ""
