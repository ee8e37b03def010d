"""Building the aim from its parts, and what each party gains from it."""

import pytest
from hands import Desk
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Theory, Workbook, replace
from ilead_studio.ui.inspector.aim import AimGroup, GainsGroup


def at_the_aim(desk: Desk, workbook: Workbook) -> Desk:
    desk.window.work.begin(workbook)
    desk.press("Ctrl+3")
    desk.window.work.select(key("aim"))
    desk.settle()
    return desk


@pytest.fixture
def without(desk: Desk) -> Desk:
    """A theory without an aim."""
    return at_the_aim(desk, edits.rename(chained(), key("aim"), ""))


def theory(desk: Desk) -> Theory:
    return desk.window.work.workbook.theories[0]


def test_the_sentence_forms_while_one_types_and_is_the_aim(without: Desk) -> None:
    card = without.window.cards.aim
    without.window.do("build aim")
    assert without.focus is card.fields["date"]
    without.type("June 2028")
    without.press("Return")
    without.type("our ninth graders")
    without.press("Return")
    without.type("improve attendance by hiring mentors")
    said = "By June 2028, our ninth graders will improve attendance by hiring mentors."
    assert theory(without).aim == card.sentence.text() == said
    assert "tells how" in card.advice.text()
    assert "no number" in card.advice.text()
    without.press("Return", "Return", "Return")
    without.type("85 %")
    assert "no number" not in card.advice.text()
    without.press("Return", "Return")
    assert not card.isVisible()
    assert without.focus is without.window.canvas


def test_typing_in_one_part_is_one_step(without: Desk) -> None:
    without.window.do("build aim")
    without.type("June")
    without.press("Return")
    without.type("we")
    without.press("Ctrl+Z")
    assert theory(without).aim_parts.group == ""
    assert without.window.cards.aim.fields["date"].text() == "June"
    without.press("Ctrl+Z")
    assert theory(without).aim == ""


def test_an_aim_that_was_typed_freely_stays_until_somebody_says_so(desk: Desk) -> None:
    at_the_aim(desk, chained())
    card, before = desk.window.cards.aim, theory(desk).aim
    desk.window.do("build aim")
    assert not card.take.isVisible()
    desk.type("June")
    assert theory(desk).aim == before
    assert before in card.told.text()
    card.take.click()
    desk.settle()
    assert theory(desk).aim.startswith("By June")
    assert not card.take.isVisible()
    desk.press("Escape")
    assert not card.isVisible()


def test_the_inspector_offers_it_and_asks_what_each_party_gains(desk: Desk) -> None:
    at_the_aim(desk, chained())
    gains = next(it for it in desk.window.inspector.groups if isinstance(it, GainsGroup))
    uni = gains.fields[key("uni")]
    uni.setFocus()
    desk.type("Placements")
    assert edits.gain_of(theory(desk), key("uni")) == "Placements"
    desk.press("Ctrl+Z")
    assert uni.toPlainText() == ""
    desk.window.inspector.aim_asked.emit()
    assert desk.window.cards.aim.isVisible()


def test_a_fishbone_has_no_aim(desk: Desk) -> None:
    desk.window.do("build aim")
    assert "driver diagrams" in desk.window.status.words


def test_an_aim_in_another_language_is_not_judged_by_english_words(desk: Desk) -> None:
    workbook = edits.rename(chained(), key("aim"), "Todos leen mejor")
    at_the_aim(desk, replace(workbook, language="es"))
    group = next(it for it in desk.window.inspector.groups if isinstance(it, AimGroup))
    assert group.advice.text() == ""
