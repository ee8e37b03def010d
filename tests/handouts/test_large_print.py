"""In large print nothing stands beside anything else, and nothing runs into what follows it."""

from leaf_words import coming_to_school
from pdf_reading import read
from printing import of_pages

from ilead_studio.model import PrintedPage


def test_what_names_a_row_stands_line_by_line() -> None:
    log = PrintedPage(kind="learning-log", form="filled")
    paragraphs = read(of_pages(coming_to_school(), log, large=True).pdf).of("P")
    at = paragraphs.index("P5 cycle 2")
    assert paragraphs[at + 1 : at + 4] == [
        "Let advisers call before noon on the first day a student is away I1",
        "12 Oct – 13 Nov",
        "Three advisers, 60 students, six weeks",
    ]


def test_a_reference_stays_before_the_words_that_it_names() -> None:
    ideas = PrintedPage(kind="ideas", form="filled")
    paragraphs = read(of_pages(coming_to_school(), ideas, large=True).pdf).of("P")
    assert any(it.startswith("I4 Mail a short letter each month") for it in paragraphs)
