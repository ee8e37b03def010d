"""What follows for problems of practice: by which way one leads to another, and readiness."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ilead_studio.model import Cause, Problem, ProblemTie, ReadinessPoint, Workbook
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.language import is_english
from ilead_studio.words import named_all, say

Answer = Literal["yes", "no", "ask"]
"""What is said to a point of the readiness check; "ask" is for the team to answer."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """One point of the readiness check, what is said to it, and why."""

    point: ReadinessPoint
    answer: Answer
    words: str


Tied = Literal["part_of", "depends_on", "parts", "needed_by"]
"""How another problem hangs together with one: what it names itself, and what names it."""


def ties_of(workbook: Workbook, problem: Problem) -> tuple[tuple[Tied, Problem], ...]:
    """Return every problem that hangs together with one: what it names first."""
    return tuple(_tied(workbook, problem))


def _tied(workbook: Workbook, problem: Problem) -> Iterator[tuple[Tied, Problem]]:
    known = {it.id: it for it in workbook.problems}
    for whole in problem.part_of:
        yield "part_of", known[whole]
    for needed in problem.depends_on:
        yield "depends_on", known[needed]
    for other in workbook.problems:
        if problem.id in other.part_of:
            yield "parts", other
        if problem.id in other.depends_on:
            yield "needed_by", other


def way_between(
    workbook: Workbook, tie: ProblemTie, source: str, target: str
) -> tuple[Problem, ...]:
    """Return a way of ties from one problem to another, both included; empty if there is none."""
    known = {it.id: it for it in workbook.problems}
    came: dict[str, str] = {source: ""}
    waiting = [source]
    while waiting and target not in came:
        here = waiting.pop(0)
        for there in getattr(known[here], tie):
            if there not in came:
                came[there] = here
                waiting.append(there)
    return tuple(_back(came, known, target))[::-1] if target in came else ()


def _back(came: dict[str, str], known: dict[str, Problem], here: str) -> Iterator[Problem]:
    while here:
        yield known[here]
        here = came[here]


def readiness(workbook: Workbook, problem: Problem) -> tuple[Readiness, ...]:
    """Answer each point of the readiness check (method, section 2), in its order.

    What the team says yes to is yes. Otherwise the program says yes or no where the fields or the
    words tell it, and asks where only people can know. It knows English words only.
    """
    said = problem.text if is_english(workbook) else ""
    found = (_known(problem), _measurable(problem), _cause(said), _solution(said),
             _voices(workbook, problem))  # fmt: skip
    return tuple(_confirmed(it) if it.point in problem.confirmed else it for it in found)


def _confirmed(it: Readiness) -> Readiness:
    return it if it.answer == "yes" else Readiness(it.point, "yes", say("The team says so."))


def _known(problem: Problem) -> Readiness:
    lacking = [
        words
        for value, words in ((problem.setting, say("where")), (problem.period, say("when")))
        if not value
    ]
    if lacking:
        words = say("It does not say {what} yet.", what=named_all(lacking))
        return Readiness("known", "no", words)
    return Readiness("known", "yes", say("What, where and when are known."))


def _measurable(problem: Problem) -> Readiness:
    if not re.search(r"\d", problem.baseline):
        words = say("The baseline holds no number: how much is it today?")
        return Readiness("measurable", "no", words)
    if not problem.baseline_source:
        return Readiness("measurable", "ask", say("Where does the number come from?"))
    return Readiness(
        "measurable", "yes", say("How much it is today is known, and by which source.")
    )


_CAUSE: Final = re.compile(
    r"\b(because|due to|caused by|as a result of|owing to|thanks to|results? from|stems? from)\b",
    re.IGNORECASE,
)
_SOLUTION: Final = re.compile(
    r"\b((?:we|schools?|teachers?|districts?|they) (?:need|should|must|ought)\b[\w ]{0,40}"
    r"|needs? to (?:be|have|get|adopt|buy|hire|implement|introduce)|should (?:be|have)"
    r"|(?:a |the )?lack of (?:a |an |any )?[\w-]+ (?:program|programme|training|software|app)"
    r"|by (?:implementing|introducing|hiring|buying|adopting|training))\b",
    re.IGNORECASE,
)


def _cause(said: str) -> Readiness:
    if found := _CAUSE.search(said):
        words = say("“{words}” begins a cause. Causes go onto the fishbone.", words=found[0])
        return Readiness("no-cause", "no", words)
    return Readiness("no-cause", "ask", say("Does it say what happens, and not why?"))


def _solution(said: str) -> Readiness:
    if found := _SOLUTION.search(said):
        words = say("“{words}” sounds like a solution. Solutions wait in the parking lot.",
                    words=found[0].strip())  # fmt: skip
        return Readiness("no-solution", "no", words)
    return Readiness("no-solution", "ask", say("Could it be solved in more than one way?"))


def _voices(workbook: Workbook, problem: Problem) -> Readiness:
    """Look for an empathy interview about the problem, or about a cause of one of its fishbones."""
    interviews = {it.id for it in workbook.evidence if it.kind == "interview"}
    cited = {it.evidence_id for it in problem.cites}
    for page in workbook.fishbones:
        if page.problem_id == problem.id:
            cited |= _cited_by(page.causes)
    if interviews.isdisjoint(cited):
        words = say("No empathy interview speaks about it yet. Who lives with this problem?")
        return Readiness("voices", "ask" if cited else "no", words)
    return Readiness("voices", "yes", say("Those who live with it were heard."))


@kept_by_identity
def _cited_by(causes: tuple[Cause, ...]) -> frozenset[str]:
    return frozenset(it.evidence_id for cause in causes for it in cause.cites)
