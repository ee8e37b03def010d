"""What is known of a change idea, in the inspector beside the list of ideas."""

from typing import TypeVar

import pytest
from hands import Desk
from test_ideas_table import choice
from workbooks import both, key

from ilead_studio.model import FACILITATOR, Idea
from ilead_studio.ui.inspector.consequences import ConsequencesGroup
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.inspector.group import Group
from ilead_studio.ui.inspector.idea import (
    IdeaServesGroup,
    IdeaStateGroup,
    KindGroup,
    OriginGroup,
    TracesGroup,
    VisibilityGroup,
    WhyGroup,
)
from ilead_studio.ui.inspector.panel import Inspector, NotesGroup

TALK = key("talk")
G = TypeVar("G", bound=Group)


@pytest.fixture
def ideas(desk: Desk) -> Desk:
    """The window at the ideas, the first of which is chosen."""
    desk.window.work.begin(both())
    desk.press("Ctrl+4")
    return desk


def inspector(desk: Desk) -> Inspector:
    view = desk.window.sections.view
    assert view is not None
    assert isinstance(view.right, Inspector)
    return view.right


def group(desk: Desk, kind: type[G]) -> G:
    return next(it for it in inspector(desk).groups if isinstance(it, kind))


def idea(desk: Desk) -> Idea:
    return next(it for it in desk.window.work.workbook.ideas if it.id == TALK)


def pick(desk: Desk, field: PickField, value: str) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())
    desk.settle()


def test_every_field_of_the_method_is_there(ideas: Desk) -> None:
    pick(ideas, group(ideas, KindGroup).pick, "new norm")
    group(ideas, KindGroup).breadth.chosen.emit("specific")
    pick(ideas, group(ideas, OriginGroup).pick, "research")
    group(ideas, VisibilityGroup).open()
    pick(ideas, group(ideas, VisibilityGroup).pick, FACILITATOR)
    known = idea(ideas)
    assert (known.kind, known.breadth, known.origin, known.only_for) == (
        "new norm", "specific", "research", FACILITATOR,
    )  # fmt: skip
    for field, words in (("rationale", "They liked it"), ("goal", "More talk")):
        getattr(group(ideas, WhyGroup), field).setFocus()
        ideas.type(words)
        assert getattr(idea(ideas), field) == words
    ideas.press("Return")
    assert idea(ideas).goal == "More talk", "a sentence has no break"
    ideas.press("Ctrl+Z")
    assert idea(ideas).goal == ""
    assert idea(ideas).rationale == "They liked it"


def test_a_consequence_and_its_balancing_measure(ideas: Desk) -> None:
    part = group(ideas, ConsequencesGroup)
    part.add.click()
    ideas.type("More calls")
    ideas.press("Tab")
    ideas.type("Calls to the office")
    assert [(it.text, it.measure) for it in idea(ideas).consequences] == [
        ("More calls", "Calls to the office")
    ]
    part.add.click()
    assert ideas.focus is part.lines[1].text
    part.lines[0].text.setFocus()
    part.lines[0].text.selectAll()
    ideas.press("Delete", "Tab")
    assert idea(ideas).consequences == ()


def test_what_it_serves_and_which_causes_it_answers(ideas: Desk) -> None:
    serves = group(ideas, IdeaServesGroup)
    assert [it.isVisible() for it in serves._lines] == [True, True]
    serves._lines[1].ended.emit(TALK, key("families"))
    ideas.settle()
    assert choice(ideas).rows[0].serves == ("Daily reading",)
    traces = group(ideas, TracesGroup)
    traces.cause_field.found.emit(key("late"))
    assert idea(ideas).traces == (key("late"),)
    ideas.press("Ctrl+Z")
    assert idea(ideas).traces == ()


def test_the_state_says_why_and_other_ideas_follow_the_choice(ideas: Desk) -> None:
    state = group(ideas, IdeaStateGroup)
    pick(ideas, state.to_state, "adopted")
    ideas.type("On Mondays")
    ideas.press("Return")
    assert state._reason.text() == "How is it kept up? On Mondays"
    ideas.press("Down")
    assert state._words.text() == "Proposed"
    assert inspector(ideas).title == "Change idea"


def test_several_ideas_are_changed_together(ideas: Desk) -> None:
    ideas.press("Shift+Down")
    assert inspector(ideas).title == "2 change ideas"
    pick(ideas, group(ideas, KindGroup).pick, "new tool")
    assert {it.kind for it in ideas.window.work.workbook.ideas} == {"new tool"}
    assert not group(ideas, NotesGroup).isVisible()
