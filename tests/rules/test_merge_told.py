"""A merge in words: what is to be chosen, what was chosen, and what joins by itself."""

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.merge_base import nearest_base
from ilead_studio.rules.merge_told import (
    JOINED,
    choice_words,
    head_words,
    joined,
    joined_words,
    merge_rows,
    title_words,
)
from ilead_studio.rules.merge_words import BOTH, MINE, Choice
from ilead_studio.rules.merging import Merging, ended

MINE_BOOK = edits.add(
    edits.rename(both(), key("late"), "Buses wait"), "cause", key("sun"), "Sun", key("home"), None
)
THEIRS_BOOK = edits.put(
    edits.rename(edits.rename(both(), key("late"), "Buses queue"), key("full"), "Buses burst"),
    [key("work")],
    root=True,
)


def test_what_is_chosen_and_what_joins_are_listed() -> None:
    merging = Merging(both(), MINE_BOOK, THEIRS_BOOK)
    known = joined(merging.conflicts, both(), MINE_BOOK, merging.merged().workbook)
    rows = merge_rows(merging.conflicts, {0: BOTH}, known)
    assert [(it.words, it.detail, it.key) for it in rows] == [
        ("C2 Buses come late", "kept both", "0"),
        ("Joined by themselves", "", None),
        ("Added: 1", "from you", "joined added"),
        ("Reworded: 1", "from the other side", "joined reworded"),
        ("Other changes: 1", "from the other side", "joined changed"),
    ]
    assert known.number == 3
    assert joined_words(known, f"{JOINED}added").splitlines() == [
        "From you", "  Added: Sun, under “Home”",
    ]  # fmt: skip
    assert "Buses burst" in joined_words(known, "")
    assert "Sun" not in joined_words(known, "")


def test_what_joins_is_told_of_what_stands_on_no_page_too() -> None:
    theirs = edits.catch(both(), key("caught"), "Nobody asked the drivers")
    merging = Merging(both(), both(), theirs)
    known = joined((), both(), both(), merging.merged().workbook)
    assert [it.words for it in known.theirs] == ["Nobody asked the drivers"]


def test_a_conflict_says_what_it_is_about() -> None:
    (words,) = Merging(both(), MINE_BOOK, THEIRS_BOOK).conflicts
    assert head_words(words) == "C2 Buses come late: the words differ"
    graded = [edits.put(both(), [key("late")], evidence=it) for it in ("supported", "refuted")]
    (mark,) = Merging(both(), *graded).conflicts
    assert head_words(mark) == "C2 Buses come late: both changed it"
    assert merge_rows((mark,), {}, None)[0].detail == "both changed it"
    assert choice_words(MINE) == "kept yours"
    assert choice_words(Choice("own", "x")) == "own words"
    assert (title_words(0), title_words(3)) == ("Nothing to choose", "3 to choose")


def test_the_earlier_version_that_is_nearest_to_theirs_is_what_both_began_with() -> None:
    first = edits.delete(both(), [key("home")])
    assert ended(nearest_base(THEIRS_BOOK, (first, both(), first))) == both()
    assert ended(nearest_base(both(), (both(), first))) == both()
    strange = edits.add_evidence(Workbook(), key("one"), "1")
    assert ended(nearest_base(THEIRS_BOOK, (strange,))) == Workbook()
