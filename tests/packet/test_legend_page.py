"""Signs and method in plain words."""

from datetime import date

from leaf_words import rows, said, tables
from workbooks import chained

from ilead_studio.drawing.sign_samples import (
    cause_samples,
    driver_samples,
    idea_samples,
    other_samples,
)
from ilead_studio.model import Workbook
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.legend_page import legend_page


def legend(workbook: Workbook) -> Leaf:
    (leaf,) = legend_page(Given(workbook, date(2026, 11, 24)))
    return leaf


def test_every_sign_has_a_drawing_what_it_looks_like_and_what_it_means() -> None:
    cells = [row for table in tables(legend(chained())) for row in table.rows]
    drawn = [row[0].picture for row in cells]
    samples = (cause_samples(), driver_samples(), idea_samples(), other_samples())
    assert len(drawn) == sum(map(len, samples)) + 1
    assert all(it and it.words and it.drawing.groups[0].ops for it in drawn)
    assert len({it.words for it in drawn if it}) == len(drawn)


def test_the_parties_are_named_beside_their_letters() -> None:
    meanings = [row[1] for row in rows(legend(chained()))]
    assert "belongs to: Northfield Schools and Lakeside" in meanings
    assert not any("belongs to" in row[1] for row in rows(legend(Workbook())))


def test_the_words_of_the_method_are_explained() -> None:
    words = " ".join(said(legend(Workbook())))
    for word in ("Fishbone:", "Driver:", "PDSA cycle:", "Prediction:", "Vote:", "Reference:"):
        assert word in words
