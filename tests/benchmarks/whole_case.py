"""A workbook with the whole chain, as large as one gets: 2,000 nodes and 300 cycles."""

from itertools import cycle

from ilead_studio import edits
from ilead_studio.exchange import Entry, Outline, PageKind, add_outline
from ilead_studio.model import Cycle, Workbook, new_ids, replace


def whole() -> Workbook:
    """Return one problem, 1,000 causes, 1,000 drivers and ideas that answer them, 300 cycles."""
    fresh, depths = new_ids(2), [1, *([2, 3, 3, 4, 4] * 25)] * 8
    workbook = Workbook()
    kinds: tuple[PageKind, ...] = ("fishbone", "theory")
    for kind in kinds:
        entries = tuple(Entry(at, f"Item {at}", kind == "theory" and at == 4) for at in depths)
        outlined = Outline(kind, "Head", "", entries[:1_000])
        workbook = add_outline(workbook, outlined, fresh)[0]
    page, theory = workbook.fishbones[0], workbook.theories[0]
    pairs = zip(theory.drivers, cycle(page.causes), strict=False)
    drivers = tuple(replace(driver, answers=(cause.id,)) for driver, cause in pairs)
    cycles = tuple(
        Cycle(id=fresh(), ref=f"P{at}", idea_id=idea.id, objective="Try it")
        for at, idea in enumerate(workbook.ideas[:300], 1)
    )
    workbook = replace(workbook, theories=(replace(theory, drivers=drivers),), cycles=cycles)
    workbook = edits.add_problem(workbook, fresh(), "A problem", page.id)
    return edits.link_problem(workbook, theory.id, workbook.problems[0].id)
