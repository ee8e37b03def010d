"""A page in words: its rows as headings and nested lists, with what is known of each."""

from datetime import date

from trials import CYCLE, studying
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import Heading, Item, Listing, Run, Text, text_of
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.outline_page import outline_page

TODAY = date(2026, 11, 24)


def leaves(workbook: Workbook, of: str = "") -> tuple[Leaf, ...]:
    return outline_page(Given(workbook, TODAY, of=of))


def items(leaf: Leaf) -> dict[str, Item]:
    """Return all entries by their reference, however deep."""
    waiting = [it for block in leaf.blocks if isinstance(block, Listing) for it in block.items]
    found: dict[str, Item] = {}
    while waiting:
        item = waiting.pop()
        found[item.ref] = item
        waiting += item.items
    return found


def under(item: Item | Heading) -> list[str]:
    return [text_of(text.words) for text in item.below]


def judged() -> Workbook:
    workbook = edits.put(chained(), [key("late")], evidence="supported", root=True, votes=3)
    return edits.put(workbook, [key("work")], evidence="refuted")


def test_each_page_has_one_or_only_the_one_that_is_named() -> None:
    assert [it.name for it in leaves(chained())] == [
        "Why?, as an outline", "Reading, as an outline",
    ]  # fmt: skip
    assert [it.ref for it in leaves(chained(), key("aim"))] == ["T1"]


def test_bones_are_headings_and_causes_nest_as_they_stand() -> None:
    (fishbone, _) = leaves(chained())
    headings = [it for it in fishbone.blocks if isinstance(it, Heading)]
    assert [(text_of(it.words), it.ref, it.runs) for it in headings] == [
        ("Buses", "C1", True), ("Home", "C5", True),
    ]  # fmt: skip
    late = items(fishbone)["C2"]
    assert [it.ref for it in late.items] == ["C4"]


def test_a_root_cause_is_strong_and_says_so_and_its_votes_stand_at_the_right() -> None:
    late = items(leaves(judged())[0])["C2"]
    assert late.words == (
        Run("Buses come late", "strong"), Run(" "), Run("root cause", "italic"),
    )  # fmt: skip
    assert late.aside == "3 votes"
    assert under(late) == ["Supported: Six families (speaks for)"]
    assert late.marks.evidence == "supported"


def test_what_is_refuted_is_struck_out_and_said_to_be() -> None:
    work = items(leaves(judged())[0])["C6"]
    assert work.words == (Run("Parents work early", "struck"),)
    assert under(work) == ["Refuted."]


def test_each_piece_of_evidence_has_a_line_and_the_first_says_the_state() -> None:
    workbook = edits.add_evidence(judged(), key("more"), "Bus log", source="Office")
    workbook = edits.cite(workbook, [key("late")], key("more"), "against")
    assert under(items(leaves(workbook)[0])["C2"]) == [
        "Supported: Six families (speaks for)", "Bus log, Office (speaks against)",
    ]  # fmt: skip


def test_a_bone_is_not_judged() -> None:
    (fishbone, _) = leaves(judged())
    assert [under(it) for it in fishbone.blocks if isinstance(it, Heading)] == [[], []]


def test_drivers_say_what_they_are_what_they_answer_and_what_they_serve_besides() -> None:
    (_, theory) = leaves(chained())
    found = items(theory)
    assert (found["D3"].aside, under(found["D3"])) == ("Secondary driver", ["Answers C2"])
    assert found["I1"].aside == "Change idea"
    assert under(found["I1"]) == ["Also serves “Families” weakly.", "Cycle P1: Try one class"]


def test_a_cycle_without_an_objective_says_how_far_it_is() -> None:
    workbook = edits.put_cycle(studying(), CYCLE, objective="")
    (*_, theory) = leaves(workbook)
    assert "Cycle P1: in Study" in under(items(theory)["I1"])


def test_an_empty_page_says_what_is_missing() -> None:
    workbook = edits.add_theory(edits.add_fishbone(Workbook(), key("head")), key("aim"))
    said = [
        [text_of(it.words) for it in leaf.blocks if isinstance(it, Text)]
        for leaf in leaves(workbook)
    ]
    assert said == [
        ["Problem to explain", "Not named yet.", "No causes yet."],
        ["Aim", "No aim yet.", "No drivers yet."],
    ]
