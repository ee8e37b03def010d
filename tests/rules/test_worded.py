"""Every text that can be typed is read, and can be replaced, wherever a record keeps it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Record, Workbook
from ilead_studio.rules.worded import said_in, where_words, with_words, worded


def kinds(kind: Any) -> Iterator[type[Record]]:
    """Give every kind of record that a workbook can hold."""
    found, open_ones = {Workbook}, [Workbook]
    while open_ones:
        for info in open_ones.pop().model_fields.values():
            for one in _types(info.annotation):
                if one not in found:
                    found.add(one)
                    open_ones.append(one)
    return iter(found)


def _types(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


@pytest.mark.parametrize("kind", sorted(kinds(Workbook), key=lambda it: it.__name__))
def test_what_is_not_read_can_hold_no_name(kind: type[Record]) -> None:
    kind.model_rebuild()
    for name, info in kind.model_fields.items():
        if name in worded(kind):
            continue
        marks = info.metadata
        field = TypeAdapter(Annotated[info.annotation, *marks] if marks else info.annotation)
        for words in ("Ana Riveras", ("Ana Riveras",)):
            with pytest.raises(ValidationError):
                field.validate_python(words)


def test_texts_are_told_with_the_place_where_they_stand() -> None:
    workbook = edits.note(chained(), key("late"), "Seen in May")
    workbook = edits.take_snapshot(workbook, key("snap"), "October", date(2026, 10, 12))
    places = {where_words(it): it.text for it in said_in(workbook)}
    assert places["Cause C2, note"] == "Seen in May"
    assert places["Cause C2, note, in the snapshot “October”"] == "Seen in May"
    assert places["Name of the workbook"] == workbook.title
    assert places["PDSA cycle P1, objective"] == "Try one class"


def test_other_words_take_the_place_of_one_text_and_all_else_stays() -> None:
    workbook = both()
    made = with_words(workbook, lambda it: "Buses!" if it == "Buses" else it)
    assert [it.text for it in made.fishbones[0].causes[:2]] == ["Buses!", "Buses come late"]
    assert made.theories is workbook.theories
    assert with_words(workbook, lambda it: it) is workbook
