"""The line of sight in words: rows for a page of its own, a screen reader and a handout."""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from ilead_studio.model import (
    AnyRecord,
    Evidence,
    Idea,
    Page,
    Problem,
    Speaks,
    Workbook,
    pages,
)
from ilead_studio.model.ties import citing
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.family import family
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import Role, outline, role_words
from ilead_studio.words import count, say


class SightRow(NamedTuple):
    """One line of a chain: ``kind`` says what it is, in words; ``depth`` 0 begins a new part.

    ``page_id`` is the page on which it stands; empty for what stands on none.
    """

    id: str
    ref: str
    text: str
    kind: str
    depth: int = 0
    page_id: str = ""


def thing_words(workbook: Workbook, item_id: str) -> str | None:
    """Return the words of anything that has a line of sight; None when it is not there."""
    for page in pages(workbook):
        if page.id == item_id:
            return page_name(page)
        if item := family(workbook, page).items.get(item_id):
            return item.text
    if cycle := cycle_with_id(workbook, item_id):
        return cycle_name(workbook, cycle)
    others: Iterator[Problem | Idea | Evidence] = chain(
        workbook.problems, workbook.ideas, workbook.evidence
    )
    return next((it.text for it in others if it.id == item_id), None)


def sight_rows(workbook: Workbook, item_id: str) -> tuple[SightRow, ...]:
    """Return the chain of a thing as an outline: problems, fishbones, theories, what is left.

    Each has one row, where it comes first: cycles stand below their idea, evidence below what cites
    it, and an idea of two theories in the first one.
    """
    line = line_of_sight(workbook, item_id)
    below = _below(workbook, line)
    rows: dict[str, SightRow] = {}
    for row in _standing(workbook, line):
        if row.id not in rows:
            rows[row.id] = row
            for it in below.get(row.id, ()):
                rows.setdefault(it.id, it._replace(depth=row.depth + 1))
    alone = (_evidence(it) for it in workbook.evidence if it.id in line)
    return (*rows.values(), *(it for it in alone if it.id not in rows))


def _standing(workbook: Workbook, line: Collection[str]) -> Iterator[SightRow]:
    """Give problems, what stands on pages, and the ideas that stand on none."""
    for problem in workbook.problems:
        if problem.id in line:
            yield SightRow(problem.id, "", problem.text, say("problem of practice"))
    for page in pages(workbook):
        yield from _on_page(workbook, page, line)
    for idea in workbook.ideas:
        if idea.id in line:
            yield SightRow(idea.id, idea.ref, idea.text, say("change idea"))


def _on_page(workbook: Workbook, page: Page, line: Collection[str]) -> Iterator[SightRow]:
    """Give the rows of a page that are in a line, each under the next one above it that is."""
    above: list[int] = []
    for row in outline(workbook, page):
        if row.id in line:
            while above and above[-1] >= row.depth:
                above.pop()
            yield SightRow(row.id, row.ref, row.text, role_words(row), len(above), page.id)
            above.append(row.depth)


def _below(workbook: Workbook, line: Collection[str]) -> dict[str, list[SightRow]]:
    """Return the cycles of each idea, and what each thing cites, as far as they are in a line."""
    found: dict[str, list[SightRow]] = {}
    for cycle in workbook.cycles:
        if cycle.id in line:
            row = SightRow(cycle.id, cycle.ref, cycle.objective, say("PDSA cycle"))
            found.setdefault(cycle.idea_id, []).append(row)
    known = {it.id: it for it in workbook.evidence}
    for record in citing(workbook):
        if record.id in line:
            rows = (_evidence(known[it.evidence_id], it.speaks) for it in record.cites)
            found.setdefault(record.id, []).extend(rows)
    return found


def _evidence(found: Evidence, speaks: Speaks | None = None) -> SightRow:
    kind = {
        "for": say("evidence for it"),
        "against": say("evidence against it"),
        "mixed": say("mixed evidence"),
        None: say("evidence"),
    }[speaks]
    return SightRow(found.id, "", found.text, kind)


def sight_words(workbook: Workbook, item_id: str) -> str:
    """Say of what a chain is made: "1 problem, 3 causes, 2 drivers, 1 aim, 4 change ideas"."""
    line = line_of_sight(workbook, item_id)
    roles = [row.role for page in pages(workbook) for row in outline(workbook, page)
             if row.id in line]  # fmt: skip
    causes = sum(role in (Role.BONE, Role.CAUSE, Role.WHY) for role in roles)
    counted = (
        (_within(workbook.problems, line), "{number} problem", "{number} problems"),
        (causes, "{number} cause", "{number} causes"),
        (roles.count(Role.DRIVER), "{number} driver", "{number} drivers"),
        (roles.count(Role.AIM), "{number} aim", "{number} aims"),
        (_within(workbook.ideas, line), "{number} change idea", "{number} change ideas"),
        (_within(workbook.cycles, line), "{number} cycle", "{number} cycles"),
        (_within(workbook.evidence, line), "{number} piece of evidence",
         "{number} pieces of evidence"),
    )  # fmt: skip
    return ", ".join(count(*it) for it in counted if it[0])


def _within(records: Collection[AnyRecord], line: Collection[str]) -> int:
    return sum(it.id in line for it in records)
