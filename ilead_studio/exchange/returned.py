"""Reads the forms of cycles in a PDF that came back, filled in by any program.

Only the fields are read: no page is drawn, nothing in the file is run or followed, and what is too
large or goes round in circles is refused.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final

from ilead_studio.errors import ExchangeError, StudioError
from ilead_studio.rules.returned import Filled, Form
from ilead_studio.rules.returned_fields import is_known
from ilead_studio.words import WINDOW, language_known, say

if TYPE_CHECKING:
    from pypdf import PdfReader

Entries = Mapping[str, object]
"""What a dictionary of a PDF holds, by its names."""
LARGEST: Final = 16 << 20
"""Most bytes of a file; a form has less than 100,000."""
_MOST_FIELDS: Final = 5_000
_DEEPEST: Final = 8
_LONGEST: Final = 40_000
"""Characters of a field; more than any field of a cycle holds."""
_HIDDEN: Final = frozenset({"cycle", "idea", "said", "printed", "workbook", "language"})


def read_returned(data: bytes, name: str) -> tuple[Form, ...]:
    """Return the forms in a file, in its order.

    Raises:
        ExchangeError: if the file is no PDF, cannot be read, or holds no form of a cycle.
    """
    if b"%PDF-" not in data[:1024]:
        raise ExchangeError(say("“{name}” is no PDF. A form that comes back is one.", name=name))
    if len(data) > LARGEST:
        raise ExchangeError(say("“{name}” is too large to be a form.", name=name))
    try:
        with _quiet():
            forms = tuple(_forms(_fields(data), name))
    except Exception as error:  # whatever a broken file makes the library say
        raise _damaged(name) from error
    if not forms:
        raise ExchangeError(_without_form(name))
    return forms


def read_all(files: Iterable[tuple[str, Callable[[], bytes]]]) -> tuple[list[Form], list[str]]:
    """Return the forms in files that are named and read one by one, and why some are not."""
    forms: list[Form] = []
    refusals: list[str] = []
    for name, read in files:
        try:
            forms += read_returned(read(), name)
        except StudioError as error:
            refusals.append(str(error))
    return forms, refusals


def _damaged(name: str) -> ExchangeError:
    return ExchangeError(say(
        "“{name}” is damaged or locked, so its fields cannot be read. Save it again in the program"
        " in which it was filled in.", name=name,
    ))  # fmt: skip


def _without_form(name: str) -> str:
    return say(
        "“{name}” holds no PDSA form with fields. A scan or a print of one cannot be read: type"
        " what it says.", name=name,
    )  # fmt: skip


@contextmanager
def _quiet() -> Iterator[None]:
    """Let the library not tell on standard error what it mends."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


# --- fields --------------------------------------------------------------------------------------
def _fields(data: bytes) -> dict[str, Filled]:
    """Return all fields of a file by their full names."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError
    found: dict[str, Filled] = {}
    waiting = [(it, "", 0) for it in reversed(_top(reader))]
    seen = 0
    while waiting:
        field, above, depth = waiting.pop()
        seen += 1
        if seen > _MOST_FIELDS or depth > _DEEPEST:
            raise ValueError
        one = _entries(field)
        name = ".".join(filter(None, (above, _text(one.get("/T")))))
        kids = [_entries(it) for it in _several(one.get("/Kids"))]
        if any("/T" in kid for kid in kids):
            waiting += [(kid, name, depth + 1) for kid in reversed(kids)]
        elif name and name not in found:
            found[name] = Filled(_text(one.get("/DV")), _value(one, kids))
    return found


def _top(reader: "PdfReader") -> list[object]:
    form = _entries(_entries(reader.trailer["/Root"]).get("/AcroForm"))
    return list(_several(form.get("/Fields")))


def _plain(value: object) -> object:
    """Return an object itself, where there is a reference to it."""
    found = getattr(value, "get_object", None)
    return found() if found else value


def _entries(value: object) -> Entries:
    """Return what a dictionary of the file holds; nothing where there is none.

    Raises:
        ValueError: if something else stands there.
    """
    found = _plain(value)
    if found is None or isinstance(found, dict):
        return found or {}
    raise ValueError


def _several(value: object) -> Sequence[object]:
    """Return what a list of the file holds; nothing where there is none.

    Raises:
        ValueError: if something else stands there.
    """
    found = _plain(value)
    if found is None or isinstance(found, list):
        return found or ()
    raise ValueError


def _value(field: Entries, kids: Sequence[Entries]) -> str:
    """Return what a field says; of a choice also where only its boxes know it."""
    said = _text(field.get("/V"))
    if _plain(field.get("/FT")) != "/Btn":
        return said
    states = (_text(kid.get("/AS")) for kid in kids)
    return (said or next((it for it in states if it), "")).removeprefix("/")


def _text(value: object) -> str:
    """Return a text or the name of a state; nothing for what is neither."""
    value = _plain(value)
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    if type(value).__name__ != "NameObject":
        return value[:_LONGEST]
    state = value.removeprefix("/")
    return "" if state == "Off" else state


# --- forms ---------------------------------------------------------------------------------------
def _forms(fields: dict[str, Filled], file: str) -> Iterator[Form]:
    """Sort fields by their forms; fields of other forms are none of ours."""
    forms: dict[str, dict[str, Filled]] = {}
    for full, filled in fields.items():
        root, _, own = full.partition(".")
        if own in _HIDDEN or is_known(own):
            forms.setdefault(root, {})[own] = filled
    for root, held in forms.items():
        kept = {name: held.pop(name).now for name in _HIDDEN & held.keys()}
        if held:
            yield Form(
                file, root.partition("-")[0], held, kept.get("cycle", ""), kept.get("idea"),
                kept.get("workbook", ""), _day(kept.get("printed", "")), kept.get("said", ""),
                _language(kept.get("language", "")),
            )  # fmt: skip


def _language(tag: str) -> str:
    return language_known(tag) if tag else WINDOW


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
