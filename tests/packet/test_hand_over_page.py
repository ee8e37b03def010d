"""The page for whoever takes the work over: what it says, and how it is cut short."""

from datetime import date

from leaf_words import coming_to_school
from leaf_words import said as paragraphs
from workbooks import key

from ilead_studio import edits
from ilead_studio.edits import seen_by
from ilead_studio.model import Idea, Packet, Workbook, replace
from ilead_studio.packet.blocks import Heading, Listing
from ilead_studio.packet.given import Given
from ilead_studio.packet.hand_over_page import hand_over_page
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.page_words import fits, fitted
from ilead_studio.rules.visibility import EVERYBODY

TODAY = date(2026, 11, 24)


def page(workbook: Workbook, *, large: bool = False) -> Leaf:
    (leaf,) = hand_over_page(Given(workbook, TODAY, large=large))
    return leaf


def said(leaf: Leaf) -> str:
    return "\n".join(paragraphs(leaf))


def test_it_says_what_the_workbook_is_where_it_stands_and_what_is_next() -> None:
    leaf = page(coming_to_school())
    words = said(leaf)
    assert leaf.title == "Handing over: Coming to school"
    for part in (
        "The workbook of River, Hills and University: 34 causes, 15 drivers",
        "Problem: One in three ninth graders at our four high schools",
        "Aim: By June 2029",
        "Drivers: Every ninth grader is known and missed; ",
        "P3, planned · 11 January 2027 · Attendance lead",
        "Prepare the next meeting: 26 January, convening.",
        "How many families within two miles would let their child walk in a group?",
        "Family liaison (River; 2 next steps)",
        "Handouts are made in the section Handouts (Ctrl+9).",
    ):
        assert part in words, part
    headings = [it.words[0].text for it in leaf.blocks if isinstance(it, Heading)]
    assert headings == [
        "Where the work stands", "Ideas under test", "What to do next", "Open questions",
        "Roles and handouts",
    ]  # fmt: skip


def test_long_lists_say_how_many_more_there_are() -> None:
    workbook = coming_to_school()

    def tested(it: Idea) -> Idea:
        return replace(it, state="adapting", state_reason="Shorter")

    workbook = workbook.model_copy(update={"ideas": tuple(map(tested, workbook.ideas))})
    tests = next(it for it in page(workbook).blocks if isinstance(it, Listing))
    assert len(tests.items) == 4
    assert tests.items[-1].words[-1].text == f"and {len(workbook.ideas) - 4} more"


def test_packets_that_are_kept_are_named() -> None:
    packet = Packet(id=key("packet"), name="Joint packet")
    workbook = replace(coming_to_school(), packets=(packet,))
    for large in (False, True):
        assert "Packets that are kept: “Joint packet”." in said(page(workbook, large=large))


def test_an_empty_workbook_says_what_is_missing() -> None:
    words = said(page(Workbook()))
    for part in ("not written down yet", "No change idea is tested now.", "No question is open.",
                 "No role is on the list yet.", "Nothing is due."):  # fmt: skip
        assert part in words


def test_what_readers_may_not_see_is_not_on_it() -> None:
    workbook = coming_to_school()
    step = next(it for it in workbook.next_steps if it.done is None)
    hidden = replace(workbook, next_steps=(replace(step, only_for="facilitator"),))
    assert step.text in said(page(edits.seen_by(hidden, "facilitator")))
    assert step.text not in said(page(seen_by(hidden, EVERYBODY)))


def test_words_are_cut_by_how_wide_they_are() -> None:
    assert fitted("Short", 10) == "Short"
    for words in ("W" * 100, "many words " * 20):
        cut = fitted(words, 20, 2)
        assert fits(cut, 20, 2)
        assert cut.endswith("…")
        assert not fits(words, 20, 2)
