"""The list of earlier versions: snapshots, then by day; sought by words; one thing taken back."""

from datetime import UTC, datetime, timedelta

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import pages
from ilead_studio.rules.changed import lines_of, sections
from ilead_studio.rules.earlier import (
    Kept,
    Read,
    first_item,
    first_page,
    found_words,
    kept_words,
    named,
    old_words,
    rows_of,
    saved,
    way_back,
)
from ilead_studio.rules.find import all_words

NOW = datetime(2026, 11, 24, 16, 42, tzinfo=UTC)


def at(hours: int, *, was_typed: bool = False) -> Kept:
    return saved(f"{hours}", NOW - timedelta(hours=hours), NOW, was_typed=was_typed)


def some() -> tuple[Kept, ...]:
    book = edits.take_snapshot(both(), key("one"), "Convening", NOW.date(), "Before the vote")
    return (*named(book), at(0), at(24), at(96, was_typed=True))


def test_snapshots_come_first_then_what_was_saved_by_day() -> None:
    known = {"0": Read("no changes"), "96": Read("6 changes")}
    rows = rows_of(some(), known, "", NOW.date())
    assert [(it.words, it.detail) for it in rows] == [
        ("Snapshots with a name", ""),
        ("Convening", "24 November 2026 · Before the vote"),
        ("Today", ""),
        ("16:42", "saved · no changes"),
        ("Before today", ""),
        ("Yesterday, 16:42", "saved"),
        ("Friday 20 November, 16:42", "typed, never saved · 6 changes"),
    ]


def test_versions_are_sought_by_their_names_and_their_words() -> None:
    known = {"0": Read(folded=all_words(both())), "24": Read(trouble="It is damaged.")}
    kept = some()

    def found(words: str) -> list[str]:
        return [it.words for it in rows_of(kept, known, words, NOW.date()) if it.key]

    assert found("buses COME") == ["16:42"]
    assert found("friday") == ["Friday 20 November, 16:42"]
    assert found("vote") == ["Convening"]
    assert found("nobody") == []
    rows = rows_of(kept, known, "buses", NOW.date())
    told = "1 version holds that. 2 are still to be read."
    assert found_words(rows, kept, known, "buses") == told
    assert found_words((), kept[1:3], known, "x") == "No version holds “x”."
    assert found_words(rows, kept, known, " ") == ""


def test_where_words_stand_is_found() -> None:
    book = both()
    fishbone, theory = pages(book)
    assert first_item(book, fishbone, "come late") == key("late")
    assert first_item(book, theory, "come late") == ""
    assert first_page(book, "teach", fishbone.id) == theory.id
    assert first_page(book, "nowhere", fishbone.id) == ""


def test_an_item_that_went_or_words_that_changed_can_be_taken_back() -> None:
    now = edits.rename(edits.delete(both(), [key("work")]), key("late"), "Buses wait")
    now = edits.put(now, [key("full")], root=True)
    lines = {it.item_id: it for it in lines_of(sections(both(), now))}
    ways = {name: way_back(lines[key(name)]) for name in ("work", "late", "full")}
    assert ways == {"work": "item", "late": "words", "full": ""}
    assert old_words(lines[key("late")]) == "Buses come late"
    assert way_back(None) == ""


def test_how_much_room_versions_take_is_never_said_to_be_none() -> None:
    assert kept_words((), 13_900).endswith("0 versions, 13 kB.")
    assert kept_words((), 1_440_000).endswith("0 versions, 1.4 MB.")
