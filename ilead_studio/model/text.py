"""Words as a workbook keeps them: composed (NFC), without characters nobody can see."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Final, get_args, get_origin

from pydantic import StringConstraints
from pydantic_core import CoreSchema, core_schema

LABEL_MAX: Final = 2_000
"""Most characters of a label; longer words wrap quadratically and fit no page."""
NOTES_MAX: Final = 20_000
"""Most characters of notes."""

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    r"\u00ad\u200b\u2060\ufeff"  # soft hyphen and spaces without width, as pasted from web pages
    r"\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # halves of characters, and never characters
)
_PLAIN: Final = r"!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027"
"""Characters that ``tidy`` leaves as they are, wherever they stand; the ends of a range each."""


def tidy(text: str) -> str:
    """Return text as one line: composed, trimmed, without characters nobody can see."""
    line = text if text.isprintable() else _UNSEEN.sub("", _BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", line).strip()


def tidy_lines(text: str) -> str:
    """Return text composed and without characters nobody can see, its line breaks kept."""
    lines = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", lines).strip()


def unseen(text: str) -> int:
    """Count the characters that ``tidy`` would drop."""
    return len(_UNSEEN.findall(_BREAKS.sub(" ", text)))


def _label(text: str) -> str:
    """Return the words of an item.

    Raises:
        ValueError: if there are none, or too many.
    """
    line = _heading(text)
    if not line:
        raise ValueError
    return line


def _heading(text: str) -> str:
    line = tidy(text)
    if len(line) > LABEL_MAX:
        raise ValueError
    return line


def _notes(text: str) -> str:
    lines = tidy_lines(text)
    if len(lines) > NOTES_MAX:
        raise ValueError
    return lines


@dataclass(frozen=True, slots=True)
class _Words:
    """How pydantic checks words: what is ``plain`` at its own speed, all others by ``clean``.

    Opening a file asks for each of its thousands of words, and nearly all are plain.
    """

    plain: CoreSchema
    clean: Callable[[str], str]

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        cleaned = core_schema.no_info_after_validator_function(self.clean, core_schema.str_schema())
        return core_schema.union_schema(
            [self.plain, cleaned],
            mode="left_to_right",
            custom_error_type="words",
            custom_error_message="These words do not fit",
            serialization=core_schema.simple_ser_schema("str"),
        )


_LINE = f"[{_PLAIN}](?:[ {_PLAIN}]*[{_PLAIN}])?"
_PLAIN_LABEL = core_schema.str_schema(pattern=f"^{_LINE}$", max_length=LABEL_MAX)
_PLAIN_HEADING = core_schema.str_schema(pattern=f"^(?:{_LINE})?$", max_length=LABEL_MAX)
_NO_NOTES = core_schema.str_schema(max_length=0)


def is_words(marks: Iterable[object], kind: object) -> bool:
    """Tell whether a field holds words that somebody typed, or several of them.

    ``kind`` is what is said of its type, ``marks`` what stands beside that.
    """
    if any(isinstance(it, _Words) for it in marks):
        return True
    return any(is_words(getattr(it, "__metadata__", ()), it) for it in get_args(kind)
               if get_origin(kind) is not Annotated)  # fmt: skip


Label = Annotated[str, _Words(_PLAIN_LABEL, _label)]
"""Words of an item: one line, never empty."""
Heading = Annotated[str, _Words(_PLAIN_HEADING, _heading)]
"""Words of a head, an aim or a title: one line, empty until somebody types it."""
Notes = Annotated[str, _Words(_NO_NOTES, _notes)]
"""Free text in several lines."""
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag, such as en-US or es."""
