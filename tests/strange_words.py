"""A workbook in which every word that somebody can type is an accident."""

from collections.abc import Callable, Iterator
from itertools import count, cycle
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from ilead_studio.model import Workbook
from ilead_studio.model.record import Record
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX, Heading, Label, Notes

STRANGE: Final = (
    "<b>bold <img src='/etc/passwd'/> &amp; ]]></w:t>",
    "<a href=\"javascript:alert(1)\">press</a> javascript:alert(2)",
    "=HYPERLINK(\"http://bad.example\",\"press\")",
    "@SUM(A1) http://bad.example/%s{name}_x000D_",
    "-1+cmd|' /C calc'!A0 \\n (open",
    "שלום עולם \u202eمرحبا\u202c abc",
    "👩‍🏫 🇫🇷 🎉 ①",
    "a\u0301\u0323 e\u0302\u0301 Z\u0351\u036b\u0343 \u0e19\u0e49\u0e33",
    "zero \0 bell \a escape \x1b shy\u00ad no\u200bwidth \ufeff end",
    "tab\tline\nbreak\u2028para\u2029graph",
)  # fmt: skip
"""What somebody types or pastes one day."""
LONG: Final = "W" * 20_000
WORDS: Final = tuple(
    part.__metadata__[0] for part in (Label, Heading, Notes)  # type: ignore[attr-defined] # of Annotated
)


def strange(workbook: Workbook, long_every: int = 40) -> Workbook:
    """Return a workbook with other words everywhere, also where there were none.

    Each ends with a number of its own. One in so many is a word of as many letters as it may have.
    """
    texts, numbers = cycle(STRANGE), count(1)

    def word(most: int) -> str:
        number = next(numbers)
        text = LONG[: most - 8] if number % long_every == 0 else next(texts)
        return f"{text} n{number}"

    return Workbook.model_validate(_otherwise(workbook, word))


def _otherwise(record: Record, word: Callable[[int], str]) -> dict[str, Any]:
    """Return the fields of a record with other words."""
    return {
        name: _field(field, getattr(record, name), word)
        for name, field in type(record).model_fields.items()
    }


def _field(field: FieldInfo, value: object, word: Callable[[int], str]) -> object:
    if isinstance(value, Record):
        return _otherwise(value, word)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return [_otherwise(it, word) for it in value]
    if not isinstance(value, str | None):
        return value
    for part in (*field.metadata, *_parts(field.annotation)):
        if part in WORDS:
            return word(NOTES_MAX if part == WORDS[-1] else LABEL_MAX)
    return value


def _parts(annotation: object) -> Iterator[object]:
    """Give what is said about the members of a union."""
    for it in get_args(annotation):
        yield from getattr(it, "__metadata__", ())
