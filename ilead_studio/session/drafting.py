"""Drivers to be: what somebody chose to make of causes, before anything is changed.

A draft is a value beside the document. What it would make is made by ``made``, for a preview as for
the step itself, so both always say the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple

from ilead_studio import edits
from ilead_studio.edits import Promotion
from ilead_studio.model import Cause, Driver, Ids, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.open_questions import is_asked
from ilead_studio.rules.root_test import answers_said
from ilead_studio.rules.trace import original, unanswered_roots
from ilead_studio.rules.turned import offered_words
from ilead_studio.words import say

Way = Literal["none", "primary", "secondary", "existing"]
"""What becomes of a cause: nothing, a new driver under the aim or under that of its bone, or it is
answered by a driver that is there already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to become of one cause; ``onto`` is the driver that is there already."""

    way: Way = "none"
    words: str = ""
    onto: str = ""

    @property
    def is_new(self) -> bool:
        """Whether a driver is made."""
        return self.way in ("primary", "secondary")


NOTHING: Final = Choice()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is chosen so far, of all fishbones; ``fishbone_id`` is the one that is looked at.

    A theory that is not there yet is made too.
    """

    theory_id: str
    fishbone_id: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    shows_all: bool = False

    def of(self, cause_id: str) -> Choice:
        """Return what is chosen for a cause."""
        return self.choices.get(cause_id, NOTHING)

    @property
    def new(self) -> int:
        """How many drivers it makes."""
        return sum(it.is_new for it in self.choices.values())


class DraftRow(NamedTuple):
    """One line of the draft: a bone with its ``number``, or a cause (0) on the bone ``bone_id``.

    ``known`` says what is known of it; ``offered`` are other words for its driver, if there are:
    both only in a row that was ``told``.
    """

    cause: Cause
    bone_id: str
    number: int
    choice: Choice
    known: str = ""
    offered: str = ""

    @property
    def is_bone(self) -> bool:
        """Whether it is a heading of the fishbone."""
        return self.cause.id == self.bone_id


# --- choosing ------------------------------------------------------------------------------------
def begin(workbook: Workbook, draft: Draft, cause_ids: Sequence[str] = ()) -> Draft:
    """Choose the root causes of the fishbone that nobody answers, and some causes beside them."""
    here = {it for page in workbook.fishbones if page.id == draft.fishbone_id
            for it in family(workbook, page).items}  # fmt: skip
    roots = (it.id for it in unanswered_roots(workbook) if it.id in here)
    return also(workbook, draft, (*roots, *cause_ids))


def also(workbook: Workbook, draft: Draft, cause_ids: Iterable[str]) -> Draft:
    """Choose some causes beside those that are chosen; those stay as they are."""
    bone = _ground(workbook).bone
    for cause_id in cause_ids:
        if cause_id in bone and draft.of(cause_id).way == "none":
            draft = choose(workbook, draft, cause_id)
    return draft


def choose(workbook: Workbook, draft: Draft, cause_id: str) -> Draft:
    """Choose a cause in the likeliest way: the driver that answers it, or a new one."""
    ground = _ground(workbook)
    words = ground.causes[cause_id].text
    there = _answered_in(workbook, draft.theory_id, ground.causes[cause_id])
    if there:
        return put(workbook, draft, cause_id, Choice("existing", words, there))
    is_bone = ground.bone[cause_id] == cause_id
    return put(workbook, draft, cause_id, Choice("primary" if is_bone else "secondary", words))


def put(workbook: Workbook, draft: Draft, cause_id: str, choice: Choice) -> Draft:
    """Change what becomes of a cause.

    A secondary driver takes its bone with it; the causes of a bone that is not chosen any longer
    become primary drivers.
    """
    bone = _ground(workbook).bone
    choices = {**draft.choices, cause_id: choice}
    heading = bone[cause_id]
    if heading == cause_id and choice.way == "none":
        for it, other in choices.items():
            if other.way == "secondary" and bone.get(it) == heading:
                choices[it] = replace(other, way="primary")
    draft = replace(draft, choices=choices)
    if choice.way == "secondary" and draft.of(heading).way == "none":
        return choose(workbook, draft, heading)
    return draft


def current(workbook: Workbook, draft: Draft) -> Draft:
    """Return the draft without what has gone from the workbook meanwhile."""
    causes, drivers = _ground(workbook).causes, _drivers(workbook)
    kept = {
        it: choice
        for it, choice in draft.choices.items()
        if it in causes and (not choice.onto or choice.onto in drivers)
    }
    return draft if len(kept) == len(draft.choices) else replace(draft, choices=kept)


def own_words(workbook: Workbook, draft: Draft) -> tuple[tuple[Cause, str], ...]:
    """Return what somebody wrote for drivers to be: no cause says it, and it was not offered."""
    causes = [_ground(workbook).causes[it] for it in chosen(workbook, draft) if draft.of(it).is_new]
    return tuple(
        (cause, words) for cause, words in ((it, draft.of(it.id).words.strip()) for it in causes)
        if words and words not in (cause.text, offered_words(workbook, cause.text))
    )  # fmt: skip


# --- making --------------------------------------------------------------------------------------
def made(workbook: Workbook, draft: Draft, fresh: Ids) -> tuple[Workbook, tuple[str, ...]]:
    """Make what is chosen, as one step; returns the ids of the drivers, new and existing ones.

    Raises:
        EditError: if words do not fit; then nothing at all is made.
    """
    if all(it.id != draft.theory_id for it in workbook.theories):
        workbook = edits.add_theory(workbook, draft.theory_id)
    ground, drivers = _ground(workbook), dict[str, str]()
    bone = ground.bone
    for cause_id in sorted(chosen(workbook, draft), key=lambda it: bone[it] != it):
        choice = draft.of(cause_id)
        under = drivers.get(bone[cause_id], "") if choice.way == "secondary" else ""
        wish = Promotion(
            cause_id, choice.words.strip() or ground.causes[cause_id].text,
            choice.onto if choice.way == "existing" else "", under or draft.theory_id,
        )  # fmt: skip
        workbook, (drivers[cause_id],) = edits.promote(workbook, draft.theory_id, [wish], fresh)
    return workbook, tuple(dict.fromkeys(drivers.values()))


def chosen(workbook: Workbook, draft: Draft) -> tuple[str, ...]:
    """Return the causes of which something becomes, fishbone by fishbone in outline order."""
    return tuple(it for it in _ground(workbook).bone if draft.of(it).way != "none")


def links(workbook: Workbook, draft: Draft) -> int:
    """Return how many causes will be answered by drivers that are there and do not do so yet."""
    ground = _ground(workbook)
    return sum(
        choice.onto not in ground.answered.get(original(ground.causes[it]), ())
        for it, choice in draft.choices.items()
        if choice.way == "existing"
    )


# --- what is shown -------------------------------------------------------------------------------
def draft_rows(workbook: Workbook, draft: Draft) -> tuple[DraftRow, ...]:
    """Return the lines of the fishbone that is looked at: roots and what is chosen, by bone.

    With ``shows_all`` they are all causes. A linked copy is not listed: its original is.
    """
    page = next((it for it in workbook.fishbones if it.id == draft.fishbone_id), None)
    if page is None:
        return ()
    ground, kin = _ground(workbook), family(workbook, page)
    rows = list[DraftRow]()
    for number, bone in enumerate(kin.stands.get(page.id, ()), 1):
        every = [ground.causes[it] for it in kin.branch(bone)]
        shown = [it for it in every[1:] if _is_shown(draft, it)]
        if shown or _is_shown(draft, every[0]):
            rows.append(DraftRow(every[0], bone, number, draft.of(bone)))
            rows += [DraftRow(it, bone, 0, draft.of(it.id)) for it in shown]
    return tuple(rows)


def _is_shown(draft: Draft, cause: Cause) -> bool:
    if draft.of(cause.id).way != "none":
        return True
    return not cause.same_as and (draft.shows_all or cause.root)


def told(workbook: Workbook, row: DraftRow) -> DraftRow:
    """Return a row with what is known of its cause, and the words that are offered."""
    cause = row.cause
    by = _ground(workbook).refs(cause)
    answered = say("answered by {drivers}", drivers=", ".join(by)) if by else ""
    judged = () if row.is_bone else (cause.ref, *_judged(cause))
    known = " · ".join(it for it in (*judged, answered) if it)
    words = offered_words(workbook, cause.text) if row.choice.way != "none" else ""
    return row._replace(known=known, offered=words if words != cause.text else "")


def _judged(cause: Cause) -> tuple[str, ...]:
    """Say what is not yet sure about a cause, and how it was tested."""
    state = {"hunch": say("still a hunch"), "disputed": say("disputed"),
             "refuted": say("refuted")}.get(cause.evidence, "")  # fmt: skip
    tested = answers_said(cause) if cause.root else say("no root")
    return state, tested, say("an open question") if is_asked(cause) else ""


# --- what is read from the workbook --------------------------------------------------------------
class _Ground(NamedTuple):
    """What is read once: all causes, the bone of each in outline order, the theory of each driver.

    ``answered`` are the drivers that answer an original, with their references.
    """

    causes: dict[str, Cause]
    bone: dict[str, str]
    theory: dict[str, str]
    answered: dict[str, dict[str, str]]

    def refs(self, cause: Cause) -> tuple[str, ...]:
        """Return the references of the drivers that answer a cause."""
        return tuple(self.answered.get(original(cause), {}).values())


@kept_by_identity
def _ground(workbook: Workbook) -> _Ground:
    causes, bone = dict[str, Cause](), dict[str, str]()
    for page in workbook.fishbones:
        kin = family(workbook, page)
        causes |= {it.id: it for it in page.causes}
        for head in kin.stands.get(page.id, ()):
            bone |= dict.fromkeys(kin.branch(head), head)
    answered: dict[str, dict[str, str]] = {}
    for driver in _drivers(workbook).values():
        for it in driver.answers:
            if it in causes:
                answered.setdefault(original(causes[it]), {})[driver.id] = driver.ref
    theory = {it.id: page.id for page in workbook.theories for it in page.drivers}
    return _Ground(causes, bone, theory, answered)


def _drivers(workbook: Workbook) -> dict[str, Driver]:
    return {it.id: it for page in workbook.theories for it in page.drivers}


def _answered_in(workbook: Workbook, theory_id: str, cause: Cause) -> str:
    """Return the first driver of a theory that answers a cause; empty if there is none."""
    ground = _ground(workbook)
    by = ground.answered.get(original(cause), {})
    return next((it for it in by if ground.theory[it] == theory_id), "")
