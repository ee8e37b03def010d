"""What must hold between records, each rule by an example that breaks it."""

import pytest
from workbooks import attendance, both, key, reading, wide_fishbone, wide_theory

from ilead_studio.model import Cause, Cycle, Driver, Idea, Link, Workbook, faults, replace
from ilead_studio.model.soundness import DEEPEST


def rules(workbook: Workbook) -> list[str]:
    return [fault.rule for fault in faults(workbook)]


def with_causes(*causes: Cause) -> Workbook:
    workbook = attendance()
    page = workbook.fishbones[0]
    return replace(workbook, fishbones=(replace(page, causes=(*page.causes, *causes)),))


def with_theory(**changes: object) -> Workbook:
    workbook = reading()
    return replace(workbook, theories=(replace(workbook.theories[0], **changes),))


def cause(name: str, ref: str, parent: str) -> Cause:
    return Cause(id=key(name), ref=ref, parent_id=key(parent), text=name)


@pytest.mark.parametrize("workbook", [Workbook(), both(), wide_fishbone(), wide_theory()])
def test_a_sound_workbook_has_no_faults(workbook: Workbook) -> None:
    assert faults(workbook) == ()


def test_an_id_belongs_to_one_item() -> None:
    workbook = with_causes(cause("party", "C6", "head"))
    doubled = replace(workbook, counters=replace(workbook.counters, causes=7))
    assert "doubled-id" in rules(doubled)
    (first, *_) = faults(doubled)
    assert first.item == key("party")
    assert key("party") in first.message


def test_a_reference_belongs_to_one_item() -> None:
    assert rules(with_causes(cause("other", "C2", "head"))) == ["doubled-reference"]


def test_a_reference_was_given_out_before_it_is_used() -> None:
    """Otherwise the next new cause would get the reference of an old one."""
    assert rules(with_causes(cause("other", "C7", "head"))) == ["reference-unknown"]
    assert rules(with_causes(cause("other", "D1", "head"))) == ["reference-unknown"]


def test_every_cause_hangs_on_something_of_its_own_fishbone() -> None:
    workbook = with_causes(cause("other", "C6", "nobody"))
    (fault,) = (it for it in faults(workbook) if it.rule == "parent-missing")
    assert fault.item == key("other")
    assert fault.message == "C6 hangs on something that is not there."


def test_causes_do_not_hang_in_a_circle() -> None:
    workbook = attendance()
    page = workbook.fishbones[0]
    turned = tuple(
        replace(it, parent_id=key("roads")) if it.id == key("buses") else it for it in page.causes
    )
    assert rules(replace(workbook, fishbones=(replace(page, causes=turned),))) == ["circle"]


def test_a_fishbone_belongs_to_a_problem_that_is_there() -> None:
    assert rules(replace(attendance(), problems=())) == ["problem-missing"]


def test_a_cycle_tests_an_idea_that_is_there() -> None:
    cycle = Cycle(id=key("lost"), ref="P1", idea_id=key("nobody"), objective="x")
    assert rules(replace(reading(), cycles=(cycle,))) == ["idea-missing"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("nobody", "aim"), ("talk", "nobody"), ("hour", "talk"), ("aim", "daily")],
)
def test_a_link_leads_from_a_driver_or_idea_to_a_driver_or_the_aim(
    source: str, target: str
) -> None:
    links = (*reading().theories[0].links, Link(source=key(source), target=key(target)))
    assert "link-missing" in rules(with_theory(links=links))


def test_two_items_are_linked_once() -> None:
    links = reading().theories[0].links
    assert rules(with_theory(links=(*links, links[0]))) == ["doubled-link"]


def test_every_driver_serves_something() -> None:
    links = tuple(it for it in reading().theories[0].links if it.source != key("families"))
    assert rules(with_theory(links=links)) == ["driver-unlinked"]


@pytest.mark.parametrize(("source", "target"), [("teach", "daily"), ("teach", "teach")])
def test_drivers_do_not_serve_themselves(source: str, target: str) -> None:
    links = (*reading().theories[0].links, Link(source=key(source), target=key(target)))
    assert rules(with_theory(links=links)) == ["circle"]


@pytest.mark.parametrize(("levels", "found"), [(DEEPEST, []), (DEEPEST + 1, ["too-deep"])])
def test_a_page_is_not_deeper_than_it_can_be_drawn(levels: int, found: list[str]) -> None:
    assert rules(_deep_fishbone(levels)) == found
    assert rules(_deep_theory(levels)) == found


def _deep_fishbone(levels: int) -> Workbook:
    workbook = attendance()
    ids = [key("head"), *(key("l" + "a" * (at % 9) + "bcdefg"[at // 9]) for at in range(levels))]
    chain = tuple(
        Cause(id=ids[at + 1], ref=f"C{at + 1}", parent_id=ids[at], text="why")
        for at in range(levels)
    )
    page = replace(workbook.fishbones[0], causes=chain)
    counters = replace(workbook.counters, causes=levels)
    return replace(workbook, fishbones=(page,), counters=counters)


def _deep_theory(levels: int) -> Workbook:
    """Return a theory whose lowest level is an idea: it counts as a level too."""
    ids = [key("aim"), *(key("l" + "a" * (at % 9) + "bcdefg"[at // 9]) for at in range(levels))]
    drivers = tuple(Driver(id=it, ref=f"D{at}", text="x") for at, it in enumerate(ids[1:-1], 1))
    links = tuple(Link(source=ids[at + 1], target=ids[at]) for at in range(levels))
    workbook = with_theory(drivers=drivers, links=links)
    counters = replace(workbook.counters, drivers=levels)
    idea = Idea(id=ids[-1], ref="I1", text="x")
    return replace(workbook, ideas=(idea,), cycles=(), counters=counters)
