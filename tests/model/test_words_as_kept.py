"""Words as a workbook keeps them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from workbooks import key

from ilead_studio.model import Idea
from ilead_studio.model.text import _PLAIN, LABEL_MAX, tidy, tidy_lines, unseen
from ilead_studio.words import named_all


def test_words_are_one_trimmed_line() -> None:
    assert tidy("  Buses\r\ncome\tlate \n") == "Buses come late"


def test_words_are_composed_so_that_accents_are_one_character() -> None:
    decomposed = unicodedata.normalize("NFD", "Tiếng Việt")
    assert tidy(decomposed) == "Tiếng Việt"
    assert tidy_lines(decomposed) == "Tiếng Việt"


@pytest.mark.parametrize(
    "hidden",
    ["\0", "\x07", "\x1b", "\x7f", "\x9f", "\ufeff", "\u200b", "\u00ad", "\u202e", "\u2066",
     "\ufffe", "\ud800"],
)  # fmt: skip
def test_characters_that_nobody_can_see_are_dropped(hidden: str) -> None:
    assert tidy(f"Bu{hidden}ses") == "Buses"
    assert tidy_lines(f"Bu{hidden}ses") == "Buses"
    assert unseen(f"{hidden}Buses{hidden}") == 2


@pytest.mark.parametrize("seen", ["R&D < 5 <b>", "“90 %” → 5", "naïve ½", "Привет", "👩‍🏫", "क्‍ष"])
def test_characters_that_mean_something_stay(seen: str) -> None:
    assert tidy(seen) == seen
    assert unseen(seen) == 0


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_notes_keep_their_lines_and_labels_join_them(end: str) -> None:
    assert tidy_lines(f"one{end}two") == "one\ntwo"
    assert tidy(f"one{end}two") == "one two"


def test_notes_keep_tabs_and_empty_lines() -> None:
    assert tidy_lines("\n a\tb\n\n c \n") == "a\tb\n\n c"


@given(st.text())
def test_tidied_words_are_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_lines(tidy_lines(text)) == tidy_lines(text)
    assert "\n" not in tidy(text)
    assert unseen(tidy(text)) == 0


PLAIN = [chr(code) for code in range(0x3000) if re.match(f"[{_PLAIN}]", chr(code))]


def test_words_that_are_taken_as_they_are_need_no_tidying() -> None:
    assert len(PLAIN) > 600
    for letter in PLAIN:
        assert tidy(letter) == tidy_lines(letter) == letter
    joined = "".join(PLAIN)
    assert tidy(joined) == tidy(joined[::-1])[::-1] == joined


@given(st.text(max_size=30) | st.text(st.sampled_from(" é\u0301“\n\u00ada"), max_size=9))
def test_a_record_holds_tidy_words_whichever_way_they_went(text: str) -> None:
    label = f"a{text}"
    idea = Idea(id=key("idea"), ref="I1", text=label, notes=text)
    assert (idea.text, idea.notes) == (tidy(label), tidy_lines(text))


def test_a_label_is_measured_after_it_is_tidied() -> None:
    longest = "x" * LABEL_MAX
    assert Idea(id=key("idea"), ref="I1", text=f" {longest}\n").text == longest
    for text in ("", " \u200b\t", longest + "x"):
        with pytest.raises(ValidationError):
            Idea(id=key("idea"), ref="I1", text=text)


def test_several_words_are_named_in_one_sentence() -> None:
    assert named_all([]) == ""
    assert named_all(["data"]) == "data"
    assert named_all(["data", "research"]) == "data and research"
    assert named_all(["data", "research", "PDSA cycles"]) == "data, research and PDSA cycles"
