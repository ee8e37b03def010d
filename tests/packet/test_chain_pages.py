"""Problem, prioritised causes, line of sight, open questions: the chain on paper, with its gaps."""

from datetime import UTC, date, datetime

from leaf_words import coming_to_school, rows, said, tables
from workbooks import attendance, chained, key, reading

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import Item, Listing, text_of
from ilead_studio.packet.causes_page import causes_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.line_of_sight_page import line_of_sight_page
from ilead_studio.packet.open_questions_page import open_questions_page
from ilead_studio.packet.problem_page import problem_page

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def given(workbook: Workbook) -> Given:
    return Given(workbook, TODAY)


def problem(workbook: Workbook) -> Leaf:
    return problem_page(given(workbook))[0]


def causes(workbook: Workbook) -> Leaf:
    (leaf,) = causes_page(given(workbook))
    return leaf


def sight(workbook: Workbook) -> Leaf:
    (leaf,) = line_of_sight_page(given(workbook))
    return leaf


def test_a_problem_says_what_is_known_and_leaves_room_for_the_rest() -> None:
    workbook = edits.put_problem(
        chained(),
        key("problem"),
        baseline="12 %",
        baseline_source="Roll call",
        setting="All schools",
    )
    leaf = problem(workbook)
    known = dict(map(tuple, rows(leaf)))
    assert known["Now"] == "12 % Roll call"
    assert known["Where"] == "All schools"
    assert known["When"] == ""
    assert "Source of that number" not in known
    assert "Worked on in F1, T1." in said(leaf)


def test_evidence_says_its_source_and_how_it_speaks() -> None:
    leaf = problem(chained())
    assert rows(leaf, 1) == [["Office count | source not said yet", "Data", "mixed"]]
    assert "No empathy interview speaks about it yet. Whose story most needs hearing?" in said(leaf)


def test_questions_about_a_problem_and_its_causes_stand_with_it() -> None:
    workbook = edits.note_question(chained(), key("who"), "Who rides late buses?", key("late"))
    assert "Who rides late buses? nobody asks yet" in said(problem(workbook))


def test_only_what_the_readiness_check_does_not_meet_is_told() -> None:
    words = said(problem(coming_to_school()))
    assert "Readiness check of the statement: All 5 points are met." in words
    assert "Is it well stated?" in said(problem(attendance()))


def test_without_a_problem_there_is_a_page_to_write_it_on() -> None:
    leaf = problem(Workbook())
    assert "The problem is not written down yet. What happens that should not?" in said(leaf)
    assert len(rows(leaf)) == 7


def test_several_problems_have_names_of_their_own() -> None:
    names = [it.name for it in problem_page(given(coming_to_school()))]
    assert len(set(names)) == len(names) == 3
    assert all(len(it) < 50 for it in names)


def test_causes_are_ordered_by_votes_and_say_what_is_known() -> None:
    leaf = causes(coming_to_school())
    first = rows(leaf)
    assert first[0] == ["C8", "No adult is asked to notice an absence the same day",
                        "supported, 6 pieces", "root cause", "in our control", "9"]  # fmt: skip
    assert [int(row[5]) for row in first] == sorted((int(row[5]) for row in first), reverse=True)
    assert all(row[5] == "none" or int(row[5]) < 3 for row in rows(leaf, 1))
    assert "Refuted, so not chosen from: C32." in said(leaf)
    assert "27 causes on the ballot ÷ 3 = 9 votes each" in said(leaf)
    assert leaf.ref == "F1"


def test_before_a_vote_the_rule_is_told() -> None:
    words = " ".join(said(causes(attendance())))
    assert (
        "Nobody has voted yet. With 3 causes on the ballot each person would have 1 vote" in words
    )


def test_what_is_kept_by_hand_is_looked_at_first() -> None:
    workbook = edits.open_vote(attendance(), key("vote"), key("head"), 2)
    workbook = edits.cast(edits.cast(workbook, key("vote"), "1"), key("vote"), "1")
    workbook = edits.keep_anyway(edits.reveal(workbook, key("vote"), NOON), key("vote"), 3)
    leaf = causes(workbook)
    assert [row[0] for row in rows(leaf)] == ["C2", "C6"]
    assert [row[0] for row in rows(leaf, 1)] == ["C4", "C3"]


def test_one_fishbone_of_several_can_be_asked_for() -> None:
    assert causes_page(Given(attendance(), TODAY, of=key("other"))) == ()


def outline(leaf: Leaf) -> list[str]:
    """Return the lists of a leaf, each entry with a dash for each level."""
    found: list[str] = []

    def walk(item: Item, depth: int) -> None:
        found.append(f"{'-' * depth}{item.ref} {text_of(item.words)}".strip())
        found.extend(f"{'-' * depth}  {text_of(it.words)}" for it in item.below)
        for below in item.items:
            walk(below, depth + 1)

    for block in leaf.blocks:
        if isinstance(block, Listing) and block.sign == "ref":
            for item in block.items:
                walk(item, 0)
    return found


def test_the_line_of_sight_walks_from_a_cause_down_to_what_was_learned() -> None:
    assert outline(sight(chained())) == [
        "C2 Buses come late cause",
        "-D3 Daily reading driver, hypothesis",
        "--I1 Talk about books change idea, proposed",
        "---P1 PDSA cycle 1: Try one class planned",
        "C6 Parents work early cause",
        "-D2 Families driver, hypothesis",
        "--I1 Talk about books see above",
        "I2 Quiet hour change idea, proposed",
        "- No cycle yet.",
    ]


def test_every_gap_of_the_chain_is_said_with_its_references() -> None:
    workbook = edits.put(chained(), [key("full")], root=True)
    words = said(sight(workbook))
    assert "No driver answers 1 root cause: C3." in words
    assert "Nobody has tried 1 change idea: I2." in words
    assert "No driver answers it yet." in words


def test_a_theory_alone_has_a_line_of_sight_too() -> None:
    found = outline(sight(reading()))
    assert found[0] == "D1 Teaching driver, hypothesis"
    assert line_of_sight_page(given(Workbook())) == ()


def test_open_questions_have_room_for_what_was_found_out() -> None:
    workbook = edits.note_question(chained(), key("who"), "Who rides late buses?", key("late"))
    (leaf,) = open_questions_page(given(workbook))
    assert rows(leaf)[0] == ["C2", "Who rides late buses?", "nobody yet", ""]
    assert "Noted by the team" in said(leaf)
    assert "Hunches" in said(leaf)
    assert tables(leaf)[-1].write == 4


def test_without_questions_there_is_room_for_new_ones() -> None:
    (leaf,) = open_questions_page(given(Workbook()))
    assert said(leaf)[1].startswith("No question is open.")
    assert [it.write for it in tables(leaf)] == [4]
