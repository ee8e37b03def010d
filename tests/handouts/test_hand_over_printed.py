"""The page for whoever takes the work over is one page, whatever is in the workbook."""

from datetime import date

import pytest
from leaf_words import coming_to_school
from pdf_reading import read, ua_faults

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import (
    FACILITATOR,
    Idea,
    NextStep,
    OpenQuestion,
    Packet,
    PrintedPage,
    TeamRole,
    Workbook,
    new_ids,
    replace,
)

TODAY = date(2026, 11, 24)
WORDS = "W" * 2_000
SENTENCE = "Wide meadows " * 150


def full(words: str) -> Workbook:
    """Return the example with more of everything, all of it in long words."""
    workbook, ids = coming_to_school(), new_ids(1)
    idea = workbook.ideas[0]
    long = words[:2_000].strip()

    def told(it: Idea) -> Idea:
        return replace(it, text=long, owner=long, state="testing", state_reason="")

    step = NextStep(id=ids(), meeting_id=workbook.meetings[0].id, text=long, owner=long)
    changes = {
        "title": long,
        "parties": tuple(replace(it, short=long[:12].strip()) for it in workbook.parties),
        "roles": tuple(TeamRole(id=ids(), name=long) for _ in range(30)),
        "problems": tuple(replace(it, text=long) for it in workbook.problems),
        "theories": tuple(
            replace(it, aim=long, drivers=tuple(replace(d, text=long) for d in it.drivers))
            for it in workbook.theories
        ),
        "ideas": tuple(map(told, workbook.ideas)),
        "cycles": tuple(replace(it, owner=long) for it in workbook.cycles),
        "next_steps": tuple(replace(step, id=ids()) for _ in range(40)),
        "questions": tuple(OpenQuestion(id=ids(), text=long, who=long) for _ in range(40)),
        "packets": tuple(Packet(id=ids(), name=long) for _ in range(9)),
    }
    assert idea.ref
    return workbook.model_copy(update=changes)


def pages(workbook: Workbook, **fields: object) -> tuple[int, bytes]:
    packet = Packet(id="a" * 10, name="Brief", pages=(PrintedPage(kind="hand-over"),))
    made = make_packet(workbook, replace(packet, **fields), TODAY)
    handout = packet_pdf(made.leaves, made.outfit)
    return handout.pages, handout.pdf


@pytest.mark.parametrize("words", [WORDS, SENTENCE], ids=["word", "sentence"])
@pytest.mark.parametrize("paper", [*PAPERS])
def test_it_is_one_page_of_every_paper(paper: str, words: str) -> None:
    assert pages(full(words), paper=paper)[0] == 1


@pytest.mark.parametrize("words", [WORDS, SENTENCE], ids=["word", "sentence"])
def test_in_large_print_no_text_is_cut(words: str) -> None:
    number, made = pages(full(words), large=True)
    body = read(made)
    assert number > 1
    assert "…" not in " ".join(body.of("H1", "H2", "P", "LBody", "Span"))


def test_in_large_print_it_says_as_much_as_otherwise() -> None:
    told = read(pages(coming_to_school(), large=True)[1]).all_words
    for part in (
        "Handing over: Coming to school",
        "The workbook of River, Hills and University: 33 causes, 15 drivers",
        "misses 10% of school days or more, and the share has hardly fallen in three years",
        "Drivers: Every ninth grader is known and missed; ",
        "and 20 more",
        "Attendance lead (River; 1 cycle)",
    ):
        assert part in told, part


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_it_is_tagged_and_is_the_same_again(large: bool) -> None:
    _, made = pages(coming_to_school(), large=large, viewer=FACILITATOR)
    assert ua_faults(made) == []
    assert made == pages(coming_to_school(), large=large, viewer=FACILITATOR)[1]


def test_it_is_one_page_of_an_empty_workbook() -> None:
    number, made = pages(Workbook())
    words = read(made).all_words
    assert number == 1
    assert "No question is open." in words
    assert "not written down yet" in words
