"""How words are measured, made readable and broken into lines."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.fonts import FACES, coverage, face
from ilead_studio.drawing.text import Label, label, missing, readable, text_line, width, wrapped

ANY = st.text(max_size=120)
ROOM = st.sampled_from((20.0, 62.0, 122.0, 400.0))


def plain(text: str) -> str:
    return text.replace(" ", "")


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_readable_text_can_be_set_in_every_face(text):
    shown = readable(text)
    assert set(shown) <= coverage()
    assert readable(shown) == shown
    assert missing(shown) == ()


@settings(max_examples=200, deadline=None)
@given(ANY, st.sampled_from(FACES), ROOM)
def test_lines_fit_and_lose_nothing(text, face_name, room):
    lines = wrapped(text, face_name, 10.0, room)
    assert plain("".join(lines)) == plain(readable(text))
    assert all(width(line, face_name, 10.0) <= room for line in lines if len(line) > 1)
    assert label(text, face_name, 10.0, room).width == max(
        width(line, face_name, 10.0) for line in lines
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), max_size=15).map(" ".join), ROOM)
def test_balanced_lines_are_as_many_as_greedy_ones(text, room):
    greedy = label(text, "Regular", 10.0, room, False)
    balanced = label(text, "Regular", 10.0, room)
    assert len(balanced.lines) == len(greedy.lines)
    assert balanced.width <= greedy.width


def test_no_word_hangs_alone():
    assert wrapped("Not differentiated by teacher need", "Regular", 10.0, 122.0) == (
        "Not differentiated",
        "by teacher need",
    )
    assert wrapped(
        "Not differentiated by teacher need", "Regular", 10.0, 122.0, balanced=False
    ) == ("Not differentiated by teacher", "need")


def test_balancing_never_cuts_a_word_that_fits():
    assert wrapped("Inadequate f a c i l i t y", "Regular", 10.0, 62.0)[0].startswith("Inadequate")


def test_a_long_word_breaks_after_its_own_hyphens_first():
    assert wrapped("hard-to-staff-schools", "Regular", 10.0, 62.0) == ("hard-to-", "staff-schools")


def test_a_non_breaking_space_holds_its_words_together():
    lines = wrapped("from 74 % up to 90\u00a0% of all", "Regular", 10.0, 62.0)
    assert any("90\u00a0%" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Well done 🎉", "Well done [party popper]"),
        ("👩‍🏫", "[woman][school]"),
        ("\ue123", "[U+E123]"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth\u200d\u2060", "zerowidth"),
        ("one\ttwo\u2028three", "one two three"),
        ("e\u0301", "é"),
        ("Việt Nam, Ελλάδα, Україна ≥ 90 %", "Việt Nam, Ελλάδα, Україна ≥ 90 %"),
        ("90\u00a0%", "90\u00a0%"),
        ("\x00\x07bell\x7f", "bell"),
        ("❤️", "❤"),
        ("\u3000wide", " wide"),
    ],
)
def test_every_character_can_be_read(text, shown):
    assert readable(text) == shown


def test_missing_characters_are_named_once_in_order():
    assert missing("日 🎉 日 a [b] \u00ad") == ("日", "🎉")


def test_a_line_says_glyphs_and_their_places():
    line = text_line(5.0, 9.0, "AV", "Regular", 10.0, "ink")
    numbers, advances = face("Regular").numbers, face("Regular").advances
    assert line.glyphs == (numbers["A"], numbers["V"])
    assert line.places == (0.0, advances["A"] / 100)
    assert line.width == pytest.approx((advances["A"] + advances["V"]) / 100)
    assert (line.x, line.y, line.text, line.role) == (5.0, 9.0, "AV", "ink")


def test_a_line_is_readable_whatever_it_is_given():
    line = text_line(0.0, 0.0, "🎉", "Italic", 10.0, "ink")
    assert line.text == "[party popper]"
    assert len(line.glyphs) == len(line.places) == len(line.text)


def test_no_words_are_one_empty_line():
    assert label("", "Regular", 10.0, 50.0) == Label(("",), 0.0)


def test_long_labels_and_long_words_are_quick():
    start = time.process_time()
    label("because " * 250, "Regular", 10.0, 122.0)
    label("x" * 20_000, "Regular", 10.0, 122.0)
    assert time.process_time() - start < 0.5


def test_no_font_library_and_no_window_system_is_loaded():
    code = (
        "import sys, ilead_studio.drawing.page, ilead_studio.drawing.svg\n"
        "from ilead_studio.drawing.text import width\n"
        "width('a', 'Regular', 10)\n"
        "heavy = {'PySide6', 'reportlab', 'networkx', 'fontTools'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
