"""Indented text as people write it, and what is refused with its line number."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.errors import ExchangeError
from ilead_studio.exchange import Outline, PageKind, read_outline
from ilead_studio.model.soundness import DEEPEST

SHARED = Path(__file__).parents[3] / "shared" / "data" / "examples"
EXAMPLES = sorted(SHARED.glob("*.txt"))


def read(text: str | bytes, kind: PageKind = "fishbone") -> Outline:
    data = text if isinstance(text, bytes) else text.encode()
    return read_outline(data, kind, "notes.txt")


def tree(text: str, kind: PageKind = "fishbone") -> list[tuple[int, str]]:
    return [(entry.depth, entry.text) for entry in read(text, kind).entries]


def refusal(text: str | bytes, kind: PageKind = "fishbone") -> str:
    with pytest.raises(ExchangeError) as error:
        read(text, kind)
    assert "notes.txt" in str(error.value)
    return str(error.value)


BUSES = [(1, "Buses"), (2, "Buses come late"), (3, "Roads"), (1, "Home")]


@pytest.mark.parametrize(
    "text",
    [
        "head: Absence\n  Buses\n    Buses come late\n      Roads\n  Home\n",
        "Absence\nBuses\n  Buses come late\n    Roads\nHome",
        "HEAD : Absence\n\tBuses\n\t\tBuses come late\n\t\t\tRoads\n\tHome\n",
        "Head:Absence\r\n   Buses\r\n       Buses come late\r\n        Roads\r\n   Home\r\n",
        "- Absence\n  - Buses\n    * Buses come late\n      + Roads\n  - Home\n",
        "1. Absence\n   1. Buses\n      1) Buses come late\n         12) Roads\n   2. Home\n",
        "\ufeff# a comment\n\nAbsence\n  # another\nBuses\n\tBuses come late\n\t  Roads\n\nHome\n",
        "head: Absence\n  Buses\n    Buses come late\n      Roads\nHome\n",
        "head: Absence\n\u00a0Buses\n\u00a0\u00a0Buses come late\n   Roads\n Home\n",
    ],
    ids=["prefix", "bare", "tabs", "windows", "bullets", "numbers", "mixed", "edge", "nbsp"],
)
def test_depth_bullets_numbers_and_prefix_are_read(text: str) -> None:
    outline = read(text)
    assert outline.root == "Absence"
    assert tree(text) == BUSES


def test_lines_at_the_left_edge_are_bones_and_open_levels_of_their_own() -> None:
    text = "Absence\n  Buses\n    Late\nHome\n      Work\n"
    assert tree(text) == [(1, "Buses"), (2, "Late"), (1, "Home"), (2, "Work")]


def test_a_number_without_a_dot_belongs_to_the_words() -> None:
    text = "aim: lower costs\n  2 Lower price\n  1990. The year\n  3.5 hours\n  -5 %\n"
    words = [text for _, text in tree(text, "theory")]
    assert words == ["2 Lower price", "1990. The year", "3.5 hours", "-5 %"]


def test_ideas_stand_under_the_driver_above_them_or_under_the_aim() -> None:
    outline = read("aim: 70 %\n  Teaching\n    idea: Talk\n    Idea : Read\nidea: Sing\n", "theory")
    assert [(it.depth, it.text, it.is_idea) for it in outline.entries] == [
        (1, "Teaching", False),
        (2, "Talk", True),
        (2, "Read", True),
        (1, "Sing", True),
    ]


def test_measures_are_kept_in_the_notes_of_what_they_stand_under() -> None:
    outline = read(
        "aim: 70 %\n  Teaching\n    measure: process | lessons\n    idea: Talk\n"
        "      measure: PDSA | talks\nmeasure: outcome | grades\nmeasure: balancing | sleep\n",
        "theory",
    )
    assert outline.notes == "measure: outcome | grades\nmeasure: balancing | sleep"
    assert [it.notes for it in outline.entries] == [
        "measure: process | lessons",
        "measure: PDSA | talks",
    ]


def test_what_was_left_out_is_counted() -> None:
    outline = read("# one\nhead: A\x07bsence\n  -\n  # two\n  Bu\x00s\n  *  \n\x01\x02\n")
    assert outline.root == "Absence"
    assert [it.text for it in outline.entries] == ["Bus"]
    assert outline.notices == (
        "2 comment lines were left out.",
        "3 lines without words were left out.",
        "4 control characters were left out.",
    )


def test_a_plain_outline_has_nothing_to_tell() -> None:
    assert read("Absence\n\n  Buses\n\n\n").notices == ()


def test_markup_and_signs_are_only_words() -> None:
    words = "<b>R&D < 5 & 'x' \"y\" </b> {name} %s \\n"
    assert tree(f"Absence\n  {words}\n") == [(1, words)]


def test_a_head_that_is_still_empty_is_kept_empty() -> None:
    outline = read("head:\n  Buses\n")
    assert outline.root == ""
    assert [it.text for it in outline.entries] == ["Buses"]


def test_utf_16_with_its_mark_is_read() -> None:
    assert read("head: Größe\n  Ursache\n".encode("utf-16")).root == "Größe"


@pytest.mark.parametrize(
    ("text", "kind", "number", "why"),
    [
        ("# note\n  head: A\n", "fishbone", 2, "left edge"),
        ("\tA\n", "fishbone", 1, "left edge"),
        ("A\n    B\n  C\n", "fishbone", 3, "between two levels"),
        ("A\n  B\n      C\n    D\n", "fishbone", 4, "between two levels"),
        ("A\n  B\n\tC\n", "fishbone", 3, "tabs and spaces"),
        ("A\n\tB\n\t\tC\n    D\n", "fishbone", 4, "tabs and spaces"),
        ("A\n  B\n    idea: C\n", "fishbone", 3, "change idea"),
        ("head: A\n  B\n", "theory", 1, "--as fishbone"),
        ("\n\nAIM: A\n  B\n", "fishbone", 3, "--as theory"),
        ("aim: A\n  B\n    idea: C\n      D\n", "theory", 4, "under a change idea"),
        ("aim: A\n  B\n    idea: C\n      idea: D\n", "theory", 4, "under a change idea"),
        ("aim: A\n  measure: b\n    C\n", "theory", 3, "under a measure"),
        ("head: A\n  B\nhead: C\n", "fishbone", 3, "second diagram"),
        ("A\n  B\n  " + "x" * 2_001 + "\n", "fishbone", 3, "2,001 characters; 2,000 fit"),
        ("aim: A\n  idea: " + "x" * 5_000 + "\n", "theory", 2, "5,000 characters"),
        ("head: " + "x" * 2_001, "fishbone", 1, "2,001 characters"),
    ],
)
def test_what_cannot_be_told_is_refused_with_its_line(
    text: str, kind: PageKind, number: int, why: str
) -> None:
    sentence = refusal(text, kind)
    assert f"Line {number} " in sentence
    assert why in sentence
    assert "Nothing was imported" in sentence


def test_a_label_of_exactly_2000_characters_fits() -> None:
    assert tree("A\n  " + "x" * 2_000) == [(1, "x" * 2_000)]


def test_forty_levels_fit_and_one_more_is_refused_with_its_line() -> None:
    lines = ["head: A", *(" " * depth + f"why {depth}" for depth in range(1, DEEPEST + 1))]
    assert tree("\n".join(lines))[-1] == (DEEPEST, f"why {DEEPEST}")
    lines.append(" " * (DEEPEST + 1) + "why again")
    assert f"Line {DEEPEST + 2} " in refusal("\n".join(lines))


def test_20000_lines_fit_and_one_more_is_refused() -> None:
    text = "A\n" + "  b\n" * 19_999
    assert len(read(text).entries) == 19_999
    assert "20,000 lines" in refusal(text + "  c\n")


def test_notes_that_no_longer_fit_are_refused_with_their_line() -> None:
    line = "measure: outcome | " + "x" * 1_900 + "\n"
    assert "Line 12 " in refusal("aim: A\n" + line * 20, "theory")


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "# only\n  # comments\n", "-\n*\n", "\ufeff"])
def test_an_outline_without_lines_is_refused(text: str) -> None:
    assert "no line to import" in refusal(text)


@pytest.mark.parametrize(
    "data",
    ["Größe".encode("latin-1"), b"\xff\xfeA", b"\x89PNG\r\n\x1a\n\xff", "A".encode("utf-16")[:3]],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    assert "UTF-8" in refusal(data)


def test_a_workbook_is_not_an_outline() -> None:
    assert "just open it" in refusal(b'{"format":"ilead-studio","version":1}')


def test_a_huge_text_is_refused_unread() -> None:
    assert "too large" in refusal(b" " * (17 << 20))


@given(st.text(alphabet=st.sampled_from("ab:#-*1. \t\nidea:measure|\x00\u2028"), max_size=120))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    with suppress(ExchangeError):
        outline = read(text, "theory")
        assert all(1 <= entry.depth <= DEEPEST and entry.text for entry in outline.entries)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    with suppress(ExchangeError):
        assert read(data).kind == "fishbone"


@pytest.mark.skipif(not EXAMPLES, reason="the shared examples are not on this computer")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_published_examples_are_read_line_for_line(path: Path) -> None:
    kind: PageKind = "fishbone" if "fishbone" in path.name else "theory"
    lines = [it.strip() for it in path.read_text().splitlines() if not it.startswith("#")]
    outline = read_outline(path.read_bytes(), kind, path.name)
    kept = [outline.root, *(it.text for it in outline.entries), *outline.notes.splitlines()]
    for prefix in ("head: ", "aim: ", "idea: "):
        lines = [line.removeprefix(prefix) for line in lines]
    assert kept == lines
