"""What a decision or a next step can be about, as a list to choose from."""

from collections.abc import Iterator
from typing import NamedTuple

from ilead_studio.model import (
    Cycle,
    Fishbone,
    Idea,
    Page,
    Problem,
    Theory,
    Workbook,
    replace,
)
from ilead_studio.model.workbook import items_of
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.find import fold
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.names import kind_name, page_name
from ilead_studio.words import say, short


class Topic(NamedTuple):
    """Something that can be spoken about: its id, its reference, its words, and what it is."""

    id: str
    ref: str
    words: str
    what: str

    @property
    def small(self) -> str:
        """What it is, with its reference: "C14 · cause, Why students miss school"."""
        return " · ".join(filter(None, (self.ref, self.what)))


def topics(workbook: Workbook, typed: str = "") -> Iterator[Topic]:
    """Give all that holds what somebody typed, or has it as its reference."""
    wanted = fold(" ".join(typed.split()))
    for it in _of(workbook).values():
        if wanted in fold(it.words) or wanted == it.ref.lower():
            yield it


def topic_of(workbook: Workbook, item_id: str) -> Topic | None:
    """Return what has an id; None when nothing has."""
    return _of(workbook).get(item_id)


def _of(workbook: Workbook) -> dict[str, Topic]:
    """Return every topic by its id; what is typed at a meeting changes none of them."""
    it = workbook
    return _known(it.problems, it.fishbones, it.theories, it.ideas, it.cycles)


@kept_by_identity
def _known(
    problems: tuple[Problem, ...],
    fishbones: tuple[Fishbone, ...],
    theories: tuple[Theory, ...],
    ideas: tuple[Idea, ...],
    cycles: tuple[Cycle, ...],
) -> dict[str, Topic]:
    alone = replace(Workbook(), ideas=ideas, cycles=cycles)
    some = [Topic(it.id, it.ref, cycle_name(alone, it), say("PDSA cycle")) for it in cycles]
    some += (Topic(it.id, it.ref, it.text, say("change idea")) for it in ideas)
    for it in (theories, fishbones):
        some += (topic for page in it for topic in _on_page(page))
    some += (Topic(it.id, "", it.text, say("problem of practice")) for it in problems)
    return {it.id: it for it in some}


def _on_page(page: Page) -> Iterator[Topic]:
    name = short(page_name(page), 40)
    yield Topic(page.id, page.ref, page_name(page), kind_name(page).lower())
    is_fishbone = isinstance(page, Fishbone)
    what = say("cause, {page}", page=name) if is_fishbone else say("driver, {page}", page=name)
    for it in items_of(page):
        yield Topic(it.id, it.ref, it.text, what)
