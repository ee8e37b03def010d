"""PDSA forms and cycles in words: what is asked, what is known, what is frozen."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import PrintedPage, Workbook
from ilead_studio.packet.blocks import Ask, Beside, Block, Cell, Facts, Frame, Question, Table
from ilead_studio.packet.cycle_page import cycle_page
from ilead_studio.packet.form_page import blank_form_page, form_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Form, Leaf
from ilead_studio.packet.made import leaves_of
from ilead_studio.rules.form_fields import digest, said_in_form

P1, TODAY = key("cycle"), date(2026, 3, 1)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def asked() -> Workbook:
    book = edits.add_line(both(), P1, "questions", key("asked"), "How long?")
    return edits.change_line(book, P1, key("asked"), prediction="Ten", reason="it is short")


def form(book: Workbook, of: str = P1, how: Form = "fillable") -> Leaf:
    (leaf,) = form_page(Given(book, TODAY, of=of, form=how))
    return leaf


def asks(blocks: tuple[Block, ...]) -> Iterator[Ask]:
    """Return everything that is asked, in reading order."""
    for block in blocks:
        match block:
            case Question():
                yield block.ask
            case Facts():
                yield from (cell.ask for _, _, cell in block.facts if cell.ask)
            case Table():
                yield from (cell.ask for row in block.rows for cell in row if cell.ask)
            case Frame():
                yield from asks(block.blocks)
            case Beside():
                yield from asks(block.left + block.right)


def names(leaf: Leaf) -> list[str]:
    return [it.name for it in asks(leaf.blocks)]


def band(leaf: Leaf) -> Table:
    return next(it for it in leaf.blocks if isinstance(it, Table))


def texts(cell: Cell) -> str:
    return " ".join(run.text for words in cell.paragraphs for run in words)


def test_a_form_asks_everything_that_the_method_names() -> None:
    assert names(form(both())) == [
        "P1.owner", "P1.site", "P1.begin", "P1.end", "P1.scale", "P1.objective",
        *(f"P1.{kind}{at}" for at in (1, 2, 3)
          for kind in ("question", "prediction", "result", "match")),
        "P1.tasks", "P1.conditions", "P1.data", "P1.how_known",
        "P1.as_planned", "P1.as_planned_why", "P1.observations", "P1.surprises",
        "P1.adjustments", "P1.data_points",
        "P1.comparison", "P1.learned", "P1.improved", "P1.improved_why", "P1.for", "P1.against",
        "P1.decision", "P1.changes", "P1.next_plan", "P1.kept_up",
    ]  # fmt: skip


def test_each_field_is_a_whole_sentence_for_those_who_hear_it() -> None:
    labels = {it.name: it.label for it in asks(form(both()).blocks)}
    assert labels["P1.prediction2"] == "Cycle P1. Plan, prediction 2 and its reason."
    assert labels["P1.decision"] == "Cycle P1. Act, decision?"
    assert all(it.startswith("Cycle P1. ") and it[-1] in ".?" for it in labels.values())
    assert len(set(labels.values())) == len(labels)


def test_an_empty_form_is_there_while_cycles_are_planned() -> None:
    (leaf,) = blank_form_page(Given(asked(), TODAY))
    assert leaf.title == "PDSA cycle P__"
    assert names(leaf)[0] == "Cycle.idea-words"
    assert not any(it.value for it in asks(leaf.blocks))


def test_an_empty_form_can_be_for_one_idea_whose_words_stand_in_it() -> None:
    page = PrintedPage(kind="blank-form", of=key("hour"))
    ((_, leaf),) = leaves_of((page,), Given(both(), TODAY))
    assert isinstance(leaf, Leaf)
    assert leaf.title == "PDSA cycle P__"
    assert "Idea I2" in "".join(run.text for words in leaf.about for run in words)
    assert "Cycle.idea-words" not in names(leaf)


def test_what_is_known_stands_in_the_form() -> None:
    known = {it.name: it.value for it in asks(form(asked()).blocks) if it.value}
    assert known == {
        "P1.objective": "Try one class", "P1.question1": "How long?",
        "P1.prediction1": "Ten, because it is short",
    }  # fmt: skip


def test_what_is_frozen_is_words_and_no_field_any_more() -> None:
    leaf = form(edits.begin_do(asked(), P1, NOW))
    assert not {"P1.question1", "P1.prediction1", "P1.question2"} & {*names(leaf)}
    assert "P1.result1" in names(leaf)
    assert texts(band(leaf).rows[0][2]) == "Ten, because it is short"


def test_each_quarter_says_whose_it_is() -> None:
    frames = [it for block in form(both()).blocks if isinstance(block, Beside)
              for it in block.left + block.right]  # fmt: skip
    assert [it.corner for it in frames if isinstance(it, Frame)] == [
        "P1 · Plan", "P1 · Do", "P1 · Study", "P1 · Act",
    ]  # fmt: skip


def test_a_fillable_form_brings_hidden_what_tells_when_it_is_stale() -> None:
    book = both()
    assert form(book).hidden == (
        ("P1.printed", "2026-03-01"), ("P1.workbook", "Attendance"), ("P1.language", ""),
        ("P1.cycle", P1),
        ("P1.said", digest(said_in_form(book, book.cycles[0]))),
    )  # fmt: skip
    assert form(book, how="pen").hidden == ()
    assert form(book).mark == ("P1", "form 1 Mar 2026")


def test_without_a_cycle_the_form_is_that_of_the_next_one() -> None:
    leaf = form(both(), key("hour"))
    assert (leaf.title, leaf.mark) == ("PDSA cycle P__", ("P__", "form 1 Mar 2026"))
    assert ("I2.idea", key("hour")) in leaf.hidden
    assert names(leaf)[0] == "I2.owner"
    assert form(both(), key("talk")).title == "PDSA cycle P1"


def test_with_nothing_planned_there_is_a_blank_form() -> None:
    leaf = form(edits.delete_cycles(both(), [P1]), "")
    assert names(leaf)[0] == "Cycle.idea-words"
    assert form_page(Given(both(), TODAY, of=key("gone"))) == ()
    assert form_page(Given(Workbook(), TODAY))[0].title == "PDSA cycle P__"


def test_a_filled_cycle_asks_nothing_and_leaves_out_what_nobody_said() -> None:
    book = edits.begin_do(asked(), P1, NOW)
    book = edits.put_cycle(book, P1, learned="Short is enough", improved="yes")
    (leaf,) = cycle_page(Given(book, TODAY, of=P1))
    known = [(it.name, it.value) for it in asks(leaf.blocks)]
    assert known == [("P1.learned", "Short is enough"), ("improved", "yes")]
    assert [texts(it) for it in band(leaf).rows[0]] == [
        "1", "How long?", "Ten, because it is short", "not written yet", "not judged",
    ]  # fmt: skip


def test_amendments_stand_under_the_predictions() -> None:
    book = edits.begin_do(asked(), P1, NOW)
    book = edits.amend(book, P1, key("asked"), NOW, "Five")
    (leaf,) = cycle_page(Given(book, TODAY, of=P1))
    said = [run.text for it in leaf.blocks for words in [getattr(it, "words", ())] for run in words]
    assert "1: Amended 2 Mar, 12:00: Five · frozen words: Ten" in said


def test_cancelled_cycles_are_printed_only_when_they_are_asked_for() -> None:
    book = edits.cancel_cycle(both(), P1, "Snow")
    assert cycle_page(Given(book, TODAY)) == ()
    assert len(cycle_page(Given(book, TODAY, of=P1))) == 1
