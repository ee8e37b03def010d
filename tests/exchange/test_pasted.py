"""What is pasted becomes lines: outlines, Markdown, tables, chats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.exchange.pasted import levelled, read_pasted
from ilead_studio.model.text import LABEL_MAX, tidy


def read(text: str, html: str = "") -> list[tuple[int, str]]:
    return [(line.depth, line.text) for line in levelled(read_pasted(text, html).lines)]


def test_thirty_lines_are_thirty_lines() -> None:
    text = "\n".join(f"Cause {number}" for number in range(30))
    pasted = read_pasted(text)
    assert pasted.kind == "lines"
    assert [line.text for line in pasted.lines] == text.splitlines()


@pytest.mark.parametrize("indent", ["  ", "    ", "\t", " "])
def test_indents_become_levels(indent: str) -> None:
    text = f"Buses\n{indent}come late\n{indent * 2}roads\n{indent}are full\nHome"
    assert read_pasted(text).kind == "outline"
    assert read(text) == [
        (0, "Buses"), (1, "come late"), (2, "roads"), (1, "are full"), (0, "Home"),
    ]  # fmt: skip


def test_a_line_between_two_levels_stands_under_the_one_above() -> None:
    assert read("a\n    b\n  c") == [(0, "a"), (1, "b"), (1, "c")]
    assert read("    a\n  b\nc") == [(0, "a"), (0, "b"), (0, "c")]


def test_markdown_headings_lists_and_emphasis() -> None:
    text = "# Time\n- **Duty** periods\n  1. [x] `why`\n## Data\n* Entry\n\n---\n# Home"
    assert read(text) == [
        (0, "Time"), (1, "Duty periods"), (2, "why"), (1, "Data"), (2, "Entry"), (0, "Home"),
    ]  # fmt: skip


def test_words_that_only_look_like_signs_stay() -> None:
    assert read("-5 degrees\nA. Smith said\n3.5 hours\n2 * 3") == [
        (0, "-5 degrees"), (0, "Smith said"), (0, "3.5 hours"), (0, "2 * 3"),
    ]  # fmt: skip


def test_a_table_from_a_spreadsheet_fills_fields_by_its_headings() -> None:
    text = "Cause\tVotes\tEvidence\tRoot\tRaised by\tRoom\nNo time\t4\tSupported\tyes\tmentor\t12\n"
    pasted = read_pasted(text)
    assert pasted.kind == "table"
    assert [(it.text, it.fields) for it in pasted.lines] == [
        (
            "No time",
            {
                "votes": 4,
                "evidence": "supported",
                "root": True,
                "raised_by": "mentor",
                "notes": "Room: 12",
            },
        )
    ]


def test_a_value_that_does_not_fit_its_field_becomes_a_note() -> None:
    (line,) = read_pasted("Cause\tVotes\nNo time\tmany").lines
    assert line.fields == {"notes": "Votes: many"}


def test_a_table_without_headings_keeps_every_cell() -> None:
    (one, two) = read_pasted("No time\tevery day\tall\n\tNo room\tthird floor").lines
    assert (one.text, one.fields) == ("No time", {"notes": "every day\nall"})
    assert (two.text, two.fields) == ("No room", {"notes": "third floor"})


def test_a_table_from_a_word_processor() -> None:
    html = (
        "<html><body><table><tr><th>Cause</th><th>Notes</th></tr>"
        "<tr><td><p>No&nbsp;time<br>at all</p></td><td>R&amp;D &lt;5</td></tr></table>"
        "<table><tr><td>other</td></tr></table></body></html>"
    )
    (line,) = read_pasted("Cause\tNotes\nNo time\t", html).lines
    assert (line.text, line.fields) == ("No time at all", {"notes": "R&D <5"})


@pytest.mark.parametrize(
    "text",
    [
        "10:42:15 From Ana Ruiz to Everyone:\n\tBuses come late\n10:43:01 From B : No rooms",
        "10:42:15\t From  Ana Ruiz : Buses come late\n10:43:01\t From  B. Li : No rooms",
        "[10:42 AM] Ana Ruiz\nBuses come late\n\n[10:44 AM] B Li (Guest)\nNo rooms",
        "[14/03/2026 10:42] Ana Ruiz: Buses come late\n[14/03/2026 10:44] B Li: No rooms",
        "Ana de la Ruiz 10:42 AM\nBuses come\nlate\nÉmile Li Yesterday 10:44 AM\nNo rooms",
    ],
)
def test_a_chat_gives_one_line_a_message_without_names_and_times(text: str) -> None:
    pasted = read_pasted(text)
    assert pasted.kind == "chat"
    assert [line.text for line in pasted.lines] == ["Buses come late", "No rooms"]


def test_sentences_with_times_are_no_chat() -> None:
    text = "The bus leaves at 10:30\nPupils wait\nClass starts at 10:45\nThey are late"
    assert [line.text for line in read_pasted(text).lines] == text.splitlines()


@given(st.text(), st.one_of(st.just(""), st.text().map(lambda it: f"<table><tr><td>{it}")))
def test_anything_at_all_can_be_pasted(text: str, html: str) -> None:
    for line in read_pasted(text, html).lines:
        assert line.text == tidy(line.text)
        assert 0 < len(line.text) <= LABEL_MAX


def test_a_very_long_line_goes_on_in_the_notes() -> None:
    text = "word " * 600
    (line,) = read_pasted(text).lines
    assert len(line.text) <= LABEL_MAX
    assert f"{line.text} {line.fields['notes']}" == text.strip()
    (line,) = read_pasted("x" * 5_000).lines
    assert line.text + line.fields["notes"] == "x" * 5_000
