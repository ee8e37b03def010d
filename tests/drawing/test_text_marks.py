"""Letters that the faces lack, and marks over letters that have no form of their own."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.fonts import FACES, coverage, face
from ilead_studio.drawing.text import missing, readable, text_line, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("𝗪𝗵𝘆 𝘯𝘰𝘵", "Why not"),
        ("①②", "(1)(2)"),
        ("ＡＢＣ", "ABC"),
        ("50 ㎏", "50 kg"),
        ("🇺🇸 and 🇲🇽", "[flag US] and [flag MX]"),
        ("1\ufe0f\u20e3 first", "1 first"),
        ("👍🏽", "[thumbs up sign]"),
        ("✅ done ❌ not", "✓ done ✗ not"),
        ("⭐★", "[star][star]"),
        ("a ➜ b", "a → b"),
        ("L\u0317", "L[acute accent below]"),
        ("a\u200b\u0301", "á"),
    ],
)
def test_fancy_letters_and_signs_become_what_they_mean(text, shown):
    assert readable(text) == shown
    assert readable(shown) == shown


def test_what_was_only_plain_letters_is_not_missing():
    assert missing("𝗪𝗵𝘆 ① ✅ ➜ 👍🏽 🇺🇸 ★") == ("👍", "🇺🇸", "★")


@settings(max_examples=200, deadline=None)
@given(st.text("abILOgij \u0301\u0303\u0323\u0328\u0338 ąé①𝗪🇺🇸日", max_size=20))
def test_no_letter_is_lost_whatever_stands_on_it(text):
    shown = readable(text)
    assert readable(shown) == shown
    assert set(shown) <= coverage()
    letters = [it for it in unicodedata.normalize("NFD", text) if it in "abILOgij\u0301\u0303"]
    left = [it for it in unicodedata.normalize("NFD", shown) if it in "abILOgij\u0301\u0303"]
    assert all(left.count(letter) >= letters.count(letter) for letter in set(letters))


@pytest.mark.parametrize("name", FACES)
def test_a_mark_stands_over_the_middle_of_its_letter(name):
    line = text_line(0.0, 0.0, "mg\u0303", name, 10.0, "ink")
    advances = face(name).advances
    assert line.places[2] == pytest.approx((advances["m"] + advances["g"] / 2) / 100)
    assert line.width == pytest.approx(width("mg", name, 10.0))


def test_a_mark_stands_higher_over_a_capital():
    low = text_line(0.0, 0.0, "g\u0303", "Regular", 10.0, "ink")
    high = text_line(0.0, 0.0, "G\u0303", "Regular", 10.0, "ink")
    assert low.glyphs[1] == face("Regular").numbers["\u0303"]
    assert high.glyphs[1] == face("Regular").high["\u0303"] != low.glyphs[1]


def test_a_j_gives_up_its_dot_to_a_mark_but_stays_a_j():
    line = text_line(0.0, 0.0, "j\u0303", "Regular", 10.0, "ink")
    assert line.glyphs[0] == face("Regular").numbers["ȷ"]
    assert line.text == "j\u0303"


def test_marks_that_cross_a_letter_and_marks_without_one_stay_where_they_are():
    assert text_line(0.0, 0.0, "g\u0338", "Regular", 10.0, "ink").places[1] == pytest.approx(
        width("g", "Regular", 10.0)
    )
    assert text_line(0.0, 0.0, "\u0303", "Regular", 10.0, "ink").places == (0.0,)
