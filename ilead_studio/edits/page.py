"""Edits of whole pages and of the workbook itself."""

from ilead_studio.edits.parts import changed, gone, highest, numbered, short_enough, with_page
from ilead_studio.model import (
    Counters,
    Fishbone,
    FishbonePlan,
    Ids,
    Theory,
    TheoryPlan,
    Workbook,
    find,
    replace,
)
from ilead_studio.model.text import tidy


def add_fishbone(workbook: Workbook, new_id: str, title: str = "", head: str = "") -> Workbook:
    """Add a fishbone with its head and nothing else."""
    workbook, ref = numbered(workbook, "fishbones")
    title, head = short_enough(tidy(title)), short_enough(tidy(head))
    page = Fishbone(id=new_id, ref=ref, title=title, head=head)
    return replace(workbook, fishbones=(*workbook.fishbones, page))


def add_theory(workbook: Workbook, new_id: str, title: str = "", aim: str = "") -> Workbook:
    """Add a theory with its aim and nothing else."""
    workbook, ref = numbered(workbook, "theories")
    title, aim = short_enough(tidy(title)), short_enough(tidy(aim))
    page = Theory(id=new_id, ref=ref, title=title, aim=aim)
    return replace(workbook, theories=(*workbook.theories, page))


def rename_page(workbook: Workbook, page_id: str, title: str) -> Workbook:
    """Change the name of a page (not its head or aim)."""
    page = find(workbook, page_id)
    if not isinstance(page, Fishbone | Theory):
        raise gone()
    return with_page(workbook, replace(page, title=short_enough(tidy(title))))


def with_plan(workbook: Workbook, page_id: str, plan: FishbonePlan | TheoryPlan) -> Workbook:
    """Keep with a page how it is laid out; a plan of the other kind changes nothing."""
    page = find(workbook, page_id)
    fits = (isinstance(page, Fishbone) and isinstance(plan, FishbonePlan)) or (
        isinstance(page, Theory) and isinstance(plan, TheoryPlan)
    )
    if not fits or not isinstance(page, Fishbone | Theory):
        return workbook
    return with_page(workbook, replace(page, plan=plan))


def mirror(workbook: Workbook, page_id: str) -> Workbook:
    """Put the head of a fishbone to the other side."""
    page = find(workbook, page_id)
    if not isinstance(page, Fishbone):
        raise gone()
    return with_page(workbook, replace(page, mirrored=not page.mirrored))


def rename_heading(workbook: Workbook, page_id: str, column: int, words: str) -> Workbook:
    """Give a column of a driver diagram its own name; without words it has the usual one again."""
    page = find(workbook, page_id)
    if not isinstance(page, Theory):
        raise gone()
    names = [*page.headings, *[""] * (column + 1 - len(page.headings))]
    names[column] = short_enough(tidy(words))
    while names and not names[-1]:
        names.pop()
    return with_page(workbook, replace(page, headings=tuple(names)))


def rename_workbook(workbook: Workbook, title: str) -> Workbook:
    """Change the name of the workbook (not of its file)."""
    return replace(workbook, title=short_enough(tidy(title)))


def put_language(workbook: Workbook, tag: str) -> Workbook:
    """Say in which language the words of the workbook are typed.

    Raises:
        EditError: if it is no tag of a language.
    """
    return changed(workbook, language=tag)


def with_counters(workbook: Workbook, least: Counters) -> Workbook:
    """Return the workbook with no counter below another set of them.

    After an undo this keeps a reference that was printed from meaning something else.
    """
    counters = highest(workbook.counters, least)
    return workbook if counters == workbook.counters else replace(workbook, counters=counters)


def empty_workbook(ids: Ids) -> Workbook:
    """Return a new workbook with one empty fishbone and one empty theory to begin on."""
    return add_theory(add_fishbone(Workbook(), ids()), ids())
