"""Drawings as SVG files, and the small pictures that are kept to be looked at."""

import re
from xml.etree import ElementTree

import pytest
from drawing_pages import fishbone, fishbones, item_id, read, theories, theory
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import is_as_kept

from ilead_studio.drawing.extent import part_of
from ilead_studio.drawing.ops import (
    Box,
    Drawing,
    Group,
    Image,
    Line,
    Pen,
    TextLine,
    placed_groups,
)
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.text import readable, text_line
from ilead_studio.drawing.theme import LIGHT, PRINT
from ilead_studio.model import replace
from ilead_studio.rules.outline import outline, role_words

LETTER = (720.0, 500.0)
SVG = "{http://www.w3.org/2000/svg}"

TURNOVER = """
Support arrives late
  Mentors are matched in October
    Hiring runs until 20 August
    No one owns the match
  First visit by a principal is a rating
Time is already spent
  Duty periods replace planning
    Article 14 is read narrowly
Five answers to one question
  Grading rules differ by building & team
"""
FAFSA = """
Families know what the form opens up
  Cost and aid explained before October
    idea: Aid night at the apartment complex
  The next step in the family’s own language
    idea: Text each Monday in three languages
Every senior has an adult who asks
  Advisory teachers can answer first questions
    idea: Ten-minute advisory script
  idea: State College students as form helpers
"""
PICTURES = {
    "fishbone": (fishbone("31 of our 118 new teachers left", read(TURNOVER)), False),
    "fishbone_mirrored": (fishbone("31 of our 118 new teachers left", read(TURNOVER)), True),
    "fishbone_empty": (fishbone("", []), False),
    "driver": (
        theory(
            "By 1 June 2027, 75 % of seniors have completed the FAFSA, from 52 %",
            read(FAFSA),
            [(4, 6, False), (5, 7, True), (9, 1, True)],
        ),
        False,
    ),
    "driver_tree": (theory("Decrease fuel costs", read("Fewer miles\n  idea: Walk")), False),
}


def svg_of(drawing: Drawing, title="A page", words=None, theme=LIGHT) -> str:
    return to_svg(drawing, theme, title=title, language="en-US", words=words or {})


@pytest.mark.parametrize("name", PICTURES)
def test_kept_pictures_stay_as_they_are(name):
    (workbook, page), mirrored = PICTURES[name]
    rows = outline(workbook, page)
    drawing = draw_page(workbook, replace(page, mirrored=True) if mirrored else page, LETTER)
    words = {row.id: f"{role_words(row)}: {row.text}" for row in rows}
    assert is_as_kept(name, drawing, rows[0].text or "Untitled", words)


@settings(max_examples=40, deadline=None)
@given(st.one_of(fishbones(most=15), theories(most=15)))
def test_a_group_for_each_item_holds_its_words_and_says_it(pages):
    rows = outline(*pages)
    said = {row.id: f"{role_words(row)}: {row.text}" for row in rows}
    root = ElementTree.fromstring(svg_of(draw_page(*pages, LETTER), words=said))
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    assert list(groups) == [row.id for row in rows]
    for row in rows:
        texts = "".join(it.text or "" for it in groups[row.id].findall(f"{SVG}text"))
        assert readable(row.text).replace(" ", "") in texts.replace(" ", "")
        assert (groups[row.id].find(f"{SVG}title")).text == said[row.id]


def test_the_file_names_itself_and_its_language():
    pages = fishbone("R&D < 5", [(1, "<b>bold</b>")])
    root = ElementTree.fromstring(svg_of(draw_page(*pages, LETTER), title='Why "R&D" <fails>'))
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-US"
    assert root.find(f"{SVG}title").text == 'Why "R&D" <fails>'
    assert "<b>bold</b>" in [it.text for it in root.iter(f"{SVG}text")]


def test_the_description_reads_the_whole_page_in_order():
    pages = fishbone("Head", read("One\n  a\nTwo"))
    words = {item_id(at): text for at, text in enumerate(("Head", "One", "a", "Two"))}
    root = ElementTree.fromstring(svg_of(draw_page(*pages, LETTER), words=words))
    assert root.find(f"{SVG}desc").text == "Head\nOne\na\nTwo"


def test_words_are_real_text_that_keeps_its_width():
    pages = fishbone("Head", [(1, "Bone")])
    root = ElementTree.fromstring(svg_of(draw_page(*pages, LETTER)))
    bone = next(it for it in root.iter(f"{SVG}text") if it.text == "Bone")
    assert bone.get("font-weight") == "600"
    assert float(bone.get("textLength")) > 20


def test_what_is_marked_describes_an_item():
    pages = fishbone("Head", read("One\n  a"))
    words, more = {item_id(2): "Cause: a"}, {item_id(2): "hunch, 3 votes", item_id(1): "1 note"}
    drawing = draw_page(*pages, LETTER)
    svg = to_svg(drawing, LIGHT, title="A page", language="en-US", words=words, more=more)
    root = ElementTree.fromstring(svg)
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    assert groups[item_id(2)].find(f"{SVG}title").text == "Cause: a"
    assert groups[item_id(2)].find(f"{SVG}desc").text == "hunch, 3 votes"
    assert groups[item_id(1)].find(f"{SVG}title") is None
    assert root.find(f"{SVG}desc").text == "1 note\nCause: a · hunch, 3 votes"


def test_some_items_alone_fill_the_picture():
    pages = fishbone("Head", read("One\n  a\nTwo"))
    drawing = draw_page(*pages, LETTER)
    words = {item_id(at): text for at, text in enumerate(("Head", "One", "a", "Two"))}
    said = {"title": "A part", "language": "en-US", "words": words}
    root = ElementTree.fromstring(to_svg(part_of(drawing, {item_id(2)}), LIGHT, **said))
    assert [group.get("id") for group in root.iter(f"{SVG}g")] == [item_id(2)]
    assert root.find(f"{SVG}desc").text == "a"
    assert float(root.get("width").removesuffix("pt")) < drawing.bounds.w / 2


def test_the_paper_can_be_left_out():
    drawing = draw_page(*fishbone("Head", []), LETTER)
    said = {"title": "A page", "language": "en-US", "words": {}}
    grounds = [
        ElementTree.fromstring(to_svg(drawing, LIGHT, transparent=clear, **said)).findall(
            f"{SVG}rect"
        )
        for clear in (False, True)
    ]
    assert [it.get("fill") for it in grounds[0]] == [LIGHT.paper]
    assert grounds[1] == []


def test_nothing_outside_the_file_is_asked_for():
    pages = fishbone('url("http://example.org")', [(1, "<image href='file:///etc/passwd'/>")])
    drawing = draw_page(*pages, LETTER)
    picture = Image(Box(0, 0, 10, 10), b"\x89PNG", "a logo <of> ours")
    group = drawing.groups[0]
    with_logo = Group(group.node_id, group.role, 0, 0, group.box, group.text_box, (picture,))
    svg = svg_of(Drawing(drawing.bounds, (with_logo, *drawing.groups[1:])))
    root = ElementTree.fromstring(svg)
    links = [it.get("href") for it in root.iter() if it.get("href")]
    assert links == ["data:image/png;base64,iVBORw=="]
    assert not re.search(r"url\(", re.sub(r"<(text|title|desc)\b.*?</\1>", "", svg, flags=re.S))


def test_characters_that_xml_cannot_hold_are_dropped():
    line = TextLine(0, 0, "a\x00\ud800b\ufffe", "Italic", 10.0, "ink", 10.0, (), ())
    group = Group("x\x01<", "cause", 1.5, -0.001, Box(0, 0, 1, 1), Box(0, 0, 1, 1), (line,))
    drawing = Drawing(Box(0, 0, 10, 10), (group,))
    root = ElementTree.fromstring(svg_of(drawing, "t\x00", {group.node_id: "w\x0b"}))
    assert [it.text for it in root.iter(f"{SVG}text")] == ["ab"]
    assert root.find(f"{SVG}g").get("id") == "x<"
    assert root.find(f"{SVG}g").get("transform") == "translate(1.5 0)"


def test_dots_are_round():
    dots = Line((0, 0), (9, 0), Pen("ink", 1.4, (0.05, 3.2)))
    group = Group("a", "cause", 0, 0, Box(0, 0, 1, 1), Box(0, 0, 1, 1), (dots,))
    svg = svg_of(Drawing(Box(0, 0, 10, 10), (group,)))
    assert 'stroke-dasharray="0.05 3.2" stroke-linecap="round"' in svg


def test_repeats_of_an_item_have_names_of_their_own():
    one = Group("a", "cause", 0, 0, Box(0, 0, 1, 1), Box(0, 0, 1, 1), ())
    two = Group("a", "cause", 0, 0, Box(0, 0, 1, 1), Box(0, 0, 1, 1), (), occurrence=1)
    root = ElementTree.fromstring(svg_of(Drawing(Box(0, 0, 1, 1), (one, two))))
    assert [it.get("id") for it in root.iter(f"{SVG}g")] == ["a", "a-2"]


def test_a_theme_only_changes_colours():
    pages = fishbone("Head", read("One\n  a"))
    drawing = draw_page(*pages, LETTER)
    light, paper = svg_of(drawing), svg_of(drawing, theme=PRINT)
    assert light != paper
    assert re.sub("#[0-9a-f]{6}", "", light) == re.sub("#[0-9a-f]{6}", "", paper)


def test_every_colour_of_every_drawing_has_a_role_in_the_theme():
    drawing = draw_page(*fishbone("Head", [(1, str(bone)) for bone in range(14)]), LETTER)
    assert "#0072b2" in svg_of(drawing)
    assert all(it.group.ops for it in placed_groups(drawing))


def test_an_empty_line_is_no_element():
    line = text_line(0, 0, "", "Regular", 10.0, "ink")
    group = Group("a", "head", 0, 0, Box(0, 0, 1, 1), Box(0, 0, 1, 1), (line,))
    root = ElementTree.fromstring(svg_of(Drawing(Box(0, 0, 1, 1), (group,))))
    assert list(root.iter(f"{SVG}text")) == []
