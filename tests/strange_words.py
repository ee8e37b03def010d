"""A workbook in which every word that somebody can type is an accident."""

from collections.abc import Callable, Iterator
from itertools import count, cycle
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from ilead_studio.model import Cycle, Measure, Workbook
from ilead_studio.model.record import Record
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX, Heading, Label, Notes

STRANGE: Final = (
    "<b>bold <img src='/etc/passwd'/> &amp; ]]></w:t>",
    "<a href=\"javascript:alert(1)\">press</a> javascript:alert(2)",
    "=HYPERLINK(\"http://bad.example\",\"press\")",
    "@SUM(A1) http://bad.example/%s{name}_x000D_",
    "-1+cmd|' /C calc'!A0 \\n (open",
    "late; =1+2\n=3+4\n \t@SUM(5;6);\uff1d7",
    "שלום עולם \u202eمرحبا\u202c abc",
    "👩‍🏫 🇫🇷 🎉 ①",
    "a\u0301\u0323 e\u0302\u0301 Z\u0351\u036b\u0343 \u0e19\u0e49\u0e33",
    "zero \0 bell \a escape \x1b shy\u00ad no\u200bwidth \ufeff end",
    "tab\tline\nbreak\u2028para\u2029graph",
)  # fmt: skip
"""What somebody types or pastes one day."""
Word = Callable[[str, int], str]
"""Gives for words, and how many characters there may be, other words."""
LONG: Final = "W" * 20_000
WORDS: Final = tuple(
    part.__metadata__[0]
    for part in (Label, Heading, Notes)  # type: ignore[attr-defined] # of Annotated
)


def strange(workbook: Workbook, long_every: int = 40) -> Workbook:
    """Return a sound workbook with other words everywhere, also where there were none.

    Each ends with a number of its own, and the same words become the same. One in so many is a word
    of as many letters as it may have. What a cycle or a measure has not said yet stays unsaid,
    because something follows from that.
    """
    texts, numbers, known = cycle(STRANGE), count(1), dict[str, str]()

    def word(said: str, most: int) -> str:
        if said not in known:
            number = next(numbers)
            text = LONG[: most - 8] if number % long_every == 0 else next(texts)
            known[said or f"{number}"] = f"{text} n{number}"
            said = said or f"{number}"
        return known[said]

    return Workbook.model_validate(_otherwise(workbook, word))


def _otherwise(record: Record, word: Word, fills: bool = True) -> dict[str, Any]:
    """Return the fields of a record with other words; empty ones too if it ``fills`` them."""
    fills = fills and not isinstance(record, Cycle | Measure)
    return {
        name: _field(field, getattr(record, name), word, fills)
        for name, field in type(record).model_fields.items()
    }


def _field(field: FieldInfo, value: object, word: Word, fills: bool) -> object:
    if isinstance(value, Record):
        return _otherwise(value, word, fills)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return [_otherwise(it, word, fills) for it in value]
    kinds = [it for it in (*field.metadata, *_parts(field.annotation)) if it in WORDS]
    if not kinds or not (value or fills):
        return value
    most = NOTES_MAX if kinds[0] == WORDS[-1] else LABEL_MAX
    if isinstance(value, tuple):
        return [word(it, most) for it in value]
    return word(str(value or ""), most)


def _parts(annotation: object) -> Iterator[object]:
    """Give what is said about the members of a union."""
    for it in get_args(annotation):
        yield from getattr(it, "__metadata__", ())
