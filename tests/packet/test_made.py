"""Pages of a packet become leaves: ticked ones, in order, never of what is not seen."""

from datetime import date

from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import PrintedPage, Workbook
from ilead_studio.packet.blocks import text_of
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.made import LISTS, leaves_of
from ilead_studio.packet.presets import NAMED, presets

TODAY = date(2026, 11, 24)
COMING = {
    "agenda", "catch-up", "what-changed", "causes", "line-of-sight", "drivers", "ideas", "square",
    "cycle", "form", "ramps", "calendar", "learning-log", "next-steps", "open-questions", "votes",
    "ballots", "measures", "legend", "sign-up", "blank-fishbone", "blank-drivers", "prompts",
    "inquiry",
}  # fmt: skip
"""Kinds that are made at the same time; each leaves the list when it is there."""


def made(*pages: PrintedPage, workbook: Workbook | None = None, **given: object) -> list[AnyLeaf]:
    left_out = given.pop("left_out", None)
    assert left_out is None or isinstance(left_out, dict)
    shared = Given(workbook or both(), TODAY, **given)  # type: ignore[arg-type] # any of its fields
    return [*leaves_of(pages, shared, left_out)]


def test_only_ticked_pages_of_known_kinds_are_printed_in_their_order() -> None:
    outline, diagram = PrintedPage(kind="outline", of=key("aim")), PrintedPage(kind="fishbone")
    found = made(
        outline, PrintedPage(kind="cover", printed=False), PrintedPage(kind="new"), diagram
    )
    assert [type(it) for it in found] == [Leaf, Diagram]


def test_nothing_is_printed_of_what_is_not_there() -> None:
    assert made(PrintedPage(kind="outline", of=key("nobody"))) == []


def test_no_page_of_words_is_printed_twice() -> None:
    pages = PrintedPage(kind="fishbone"), PrintedPage(kind="outline", of=key("head"))
    assert len(made(*pages)) == 2
    assert len(made(*pages, large=True)) == 1, "large print has the outline for the diagram"


def test_a_poster_is_followed_by_its_outline() -> None:
    poster, outline = made(PrintedPage(kind="fishbone", is_poster=True, across=3, down=2))
    assert isinstance(poster, Diagram)
    assert poster.poster == (3, 2)
    assert isinstance(outline, Leaf)


def test_each_page_says_how_much_of_it_is_not_shown() -> None:
    pages = PrintedPage(kind="fishbone"), PrintedPage(kind="outline"), PrintedPage(kind="problem")
    left_out = {key("head"): 3, "problems": 1}
    diagram, fishbone, theory, problem = made(*pages, left_out=left_out)
    assert isinstance(diagram, Diagram)
    assert diagram.more == ("3 items not shown.",)
    said = [[text_of(it) for it in leaf.about] for leaf in (fishbone, theory, problem)
            if isinstance(leaf, Leaf)]  # fmt: skip
    assert said[0][-1] == "3 items not shown."
    assert "not shown" not in " ".join(said[1])
    assert said[2][-1] == "1 item not shown."


def test_what_belongs_to_others_is_pale_and_said_to_be() -> None:
    (diagram,) = made(PrintedPage(kind="fishbone"), faded=frozenset({key("late")}))
    assert isinstance(diagram, Diagram)
    assert diagram.faded == {key("late")}
    assert diagram.more == ("What belongs to others is pale.",)


def test_the_title_page_is_for_the_next_meeting_or_the_day() -> None:
    workbook = edits.add_meeting(chained(), key("before"), date(2026, 10, 1))
    workbook = edits.add_meeting(workbook, key("next"), date(2026, 12, 1), place="Library")
    covers = made(PrintedPage(kind="cover"), PrintedPage(kind="cover", of=key("before")),
                  workbook=workbook)  # fmt: skip
    assert [it.when for it in covers if isinstance(it, Cover)] == [
        "Convening, 1 December 2026, Library", "Convening, 1 October 2026",
    ]  # fmt: skip
    (alone,) = made(PrintedPage(kind="cover"))
    assert isinstance(alone, Cover)
    assert alone.when == "24 November 2026"


def test_lists_are_those_of_the_workbook() -> None:
    ours = {*Workbook.model_fields, "causes", "drivers"}
    assert {*LISTS.values()} <= ours


def test_presets_leave_out_what_there_is_not_and_begin_with_what_is_usual() -> None:
    known = {it.name for it in kinds()}
    for preset in presets(both()):
        assert {it.kind for it in preset.pages} <= known
        assert preset.packet(key("new")).name == preset.words
    usual = presets(both())[0]
    assert [(it.kind, it.of) for it in usual.pages] == [
        ("cover", None), ("fishbone", key("head")), ("outline", key("head")),
        ("driver-diagram", key("aim")), ("outline", key("aim")),
    ]  # fmt: skip
    assert {it.kind for it in presets(both())[-1].pages} == known


def test_presets_and_lists_name_no_kind_that_nobody_knows() -> None:
    known = {it.name for it in kinds()}
    named = {*LISTS, *(name for names in NAMED for name in names)}
    assert named - known <= COMING
