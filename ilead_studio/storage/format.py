"""The bytes of a workbook file, format version 1: one line of header, then the document.

The whole file is one JSON object that ends in a newline. What has its usual value is left out. The
header's checksum covers the bytes of the document as stored. A file that any other program has
re-formatted or edited still opens, with a notice, as long as what it says is sound.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from ilead_studio import VERSION as PROGRAM
from ilead_studio.errors import Damaged, FileError, NotOurs, TooNew
from ilead_studio.model import Record, Workbook, faults
from ilead_studio.model.text import tidy
from ilead_studio.storage import pieces, snapshot_lines
from ilead_studio.storage.migrations import migrated
from ilead_studio.storage.refusals import LARGEST
from ilead_studio.storage.strict_json import Flaw, parsed
from ilead_studio.words import say

NAME: Final = "ilead-studio"
VERSION: Final = 1
"""It rises only with a release; then ``migrations`` has one step more."""
READS_AS: Final = 1
"""The oldest format version whose programs can show what this one writes."""
MOST_PARTS: Final = 2_000_000
"""Most values in a file. Ten thousand items have 100,000, and as many in each of their snapshots;
more would only fill memory."""
_FIRST: Final = b'{"format":"ilead-studio",'
_LEAD: Final = b'"workbook":'
_END: Final = b"\n}\n"
_BOM: Final = b"\xef\xbb\xbf"


class Header(Record):
    """What a file says about itself before its document begins."""

    format: Literal["ilead-studio"]
    version: Annotated[int, Field(ge=1, le=9_999)]
    reads_as: Annotated[int, Field(ge=1, le=9_999)]
    program: Annotated[str, StringConstraints(max_length=100)] = ""
    sha256: Annotated[str, StringConstraints(max_length=100)] = ""

    @model_validator(mode="after")
    def _reads_itself(self) -> Self:
        if self.reads_as > self.version:
            raise ValueError
        return self

    @property
    def is_newer(self) -> bool:
        """Whether a newer program than this one wrote it."""
        return self.version > VERSION


@dataclass(frozen=True, slots=True)
class Decoded:
    """A workbook from its bytes, what there is to say about them, and whether they are newer."""

    workbook: Workbook
    notice: str = ""
    read_only: bool = False


def encode(workbook: Workbook) -> bytes:
    """Return the file for a workbook: the same bytes for the same workbook."""
    return _with_header(snapshot_lines.written(workbook))


def read_back(workbook: Workbook, name: str) -> bytes:
    """Return the same bytes, after all of them were read again: what cannot be opened is refused.

    It is done record by record, for a thread beside a window: no call of it takes long.

    Raises:
        FileError: if the file could not be opened.
        ValueError: if it would not say the same.
    """
    data = _with_header(pieces.read_back(workbook))
    _refuse_blank(data, name)
    if _has_too_many_parts(data):
        raise _damaged(name, say("It has more parts than any workbook."))
    _sound(workbook, name)
    return data


def _with_header(body: bytes) -> bytes:
    header = Header(
        format=NAME,
        version=VERSION,
        reads_as=READS_AS,
        program=PROGRAM,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    return b"".join((_head(header), body, _END))


def _head(header: Header) -> bytes:
    """Return all that stands before the document in a file."""
    return header.model_dump_json().encode().removesuffix(b"}") + b",\n" + _LEAD


def decode(data: bytes, name: str) -> Decoded:
    """Return the workbook in a file's bytes; ``name`` is the file's, for the sentences.

    Raises:
        NotOurs: if it never was a workbook.
        TooNew: if only a newer program can read it.
        Damaged: if something in it is broken.
        FileError: if it is empty or too large.
    """
    _refuse_blank(data, name)
    if (header := first_line(data)) is not None:
        _refuse_newer(header, name)
        if (workbook := _untouched(header, data)) is not None:
            return Decoded(_sound(workbook, name))
    return _decoded_with_care(data, name)


def first_line(data: bytes) -> Header | None:
    """Return the header of a file as this program writes it; None for anything else."""
    line = data[:4096].removeprefix(_BOM).partition(b"\n")[0].rstrip()
    if not line.startswith(_FIRST) or not line.endswith(b","):
        return None
    try:
        return Header.model_validate_json(line[:-1] + b"}", extra="ignore")
    except ValidationError:
        return None


def _refuse_blank(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        raise FileError(say("“{name}” is too large for a workbook.", name=name))
    if not data:
        raise _unchanged(say("“{name}” is empty: there is not one letter in it.", name=name))
    if not data.strip(b"\0"):
        words = say("“{name}” holds nothing but zeros, as after a power failure.", name=name)
        raise _unchanged(words)


def _refuse_newer(header: Header, name: str) -> None:
    if header.reads_as > VERSION:
        raise _too_new(header, name)


def _too_new(header: Header, name: str) -> TooNew:
    """Say which program is needed, or which format, where the file does not tell."""
    if needed := tidy(header.program):
        sentence = say("“{name}” needs iLEAD Studio {newer} or later; this is {ours}.",
                       name=name, newer=needed, ours=PROGRAM)  # fmt: skip
    else:
        sentence = say("“{name}” needs an iLEAD Studio that knows format {newer}; this one knows"
                       " {ours}.", name=name, newer=header.version, ours=VERSION)  # fmt: skip
    safe = say("The file was not changed. Install the newer program to open it.")
    return TooNew(f"{sentence} {safe}")


def _body(data: bytes) -> bytes:
    """Return the document's bytes in a file whose layout is this program's."""
    return data.partition(b"\n")[2].removeprefix(_LEAD).removesuffix(_END)


def _untouched(header: Header, data: bytes) -> Workbook | None:
    """Return the workbook if the file is as this version wrote it; None if anything differs.

    A right checksum is as good as a second, stricter reading.
    """
    head = _head(header)
    if header.version != VERSION or not (data.startswith(head) and data.endswith(_END)):
        return None
    body = data[len(head) : -len(_END)]
    if hashlib.sha256(body).hexdigest() != header.sha256 or _has_too_many_parts(body):
        return None
    try:
        return snapshot_lines.read(body)
    except ValidationError:
        return None


def _decoded_with_care(data: bytes, name: str) -> Decoded:
    """Read a file that is not byte for byte what this version writes."""
    whole = _whole(data, name)
    header = _header(whole, name)
    _refuse_newer(header, name)
    try:
        workbook = _sound(_workbook(whole["workbook"], header, name), name)
    except Damaged as error:
        if header.is_newer and _is_untouched(header, data):
            raise _too_new(header, name) from error  # nobody broke it: it is only not for us
        raise
    if header.is_newer:
        return Decoded(workbook, _newer_notice(header, name), True)
    return Decoded(workbook, _changed_notice(header, data, name))


def _workbook(said: object, header: Header, name: str) -> Workbook:
    """Return a document of any version as a workbook; what a newer one adds is left out."""
    extra: Literal["ignore", "forbid"] = "ignore" if header.is_newer else "forbid"
    try:
        if header.version < VERSION and isinstance(said, dict):
            said = migrated(said, header.version, VERSION)
        return Workbook.model_validate_json(json.dumps(said).encode(), extra=extra)
    except ValidationError as error:
        raise _damaged(name, _misfit(error)) from error
    except RecursionError as error:
        raise _damaged(name, say("It is nested too deeply.")) from error
    except ValueError as error:
        why = say("It is not what a file of its version is.")
        raise _damaged(name, why) from error


def _whole(data: bytes, name: str) -> dict[str, object]:
    """Return the file's object; its form is checked more strictly than JSON asks for."""
    if _has_too_many_parts(data):
        raise _foreign_or(data, name, say("It has more parts than any workbook."))
    try:
        whole = parsed(data.removeprefix(_BOM))
    except Flaw as flaw:
        raise _foreign_or(data, name, str(flaw)) from flaw
    if not isinstance(whole, dict) or whole.get("format") != NAME:
        raise _not_ours(name)
    return whole


def _header(whole: dict[str, object], name: str) -> Header:
    """Return the header of a file that was parsed as a whole."""
    said = {key: value for key, value in whole.items() if key in Header.model_fields}
    try:
        header = Header.model_validate_json(json.dumps(said))
    except ValidationError as error:
        raise _damaged(name, say("What it says about itself makes no sense.")) from error
    unknown = whole.keys() - said.keys() - {"workbook"}
    if "workbook" not in whole or (unknown and header.version <= VERSION):
        raise _damaged(name, say("A part of it is missing, or not known."))
    return header


def _sound(workbook: Workbook, name: str) -> Workbook:
    found = faults(workbook)
    if found:
        raise _damaged(name, found[0].message)
    return workbook


def _has_too_many_parts(data: bytes) -> bool:
    """Count what begins a part, unless there are not that many letters at all."""
    if len(data) <= MOST_PARTS:
        return False
    return data.count(b",") + data.count(b"[") + data.count(b"{") > MOST_PARTS


def _misfit(error: ValidationError) -> str:
    """Say where something does not fit, in the file's own names; pydantic's words stay inside."""
    if error.error_count() > 1_000:
        return say("More than a thousand values in it do not fit.")
    where = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    place = ", ".join(str(it + 1) if isinstance(it, int) else tidy(it)[:40] for it in where)
    return say("A value in it does not fit ({place}).", place=place or "workbook")


def _newer_notice(header: Header, name: str) -> str:
    return say(
        "“{name}” was made by a newer iLEAD Studio ({newer}) and is open for reading only, so"
        " that nothing in it is lost. Install the newer program to change it; a copy that is"
        " saved here leaves out what only that one knows.",
        name=name,
        newer=tidy(header.program),
    )


def _changed_notice(header: Header, data: bytes, name: str) -> str:
    """Say that another program wrote the file; an untouched one of a former version says none."""
    if _is_untouched(header, data):
        return ""
    return say(
        "“{name}” was changed by another program since it was saved here. All of it could be read"
        " and the file is as it was: look it over, then save it.",
        name=name,
    )


def _is_untouched(header: Header, data: bytes) -> bool:
    """Tell whether the document is byte for byte what the program of its version wrote."""
    return hashlib.sha256(_body(data)).hexdigest() == header.sha256


def _foreign_or(data: bytes, name: str, why: str) -> FileError:
    """Return the refusal for unreadable bytes, by whether they were a workbook once."""
    return _damaged(name, why) if NAME.encode() in data[:4096] else _not_ours(name)


def _not_ours(name: str) -> NotOurs:
    return NotOurs(say("“{name}” is not an iLEAD Studio workbook. It was not changed.", name=name))


def _damaged(name: str, why: str) -> Damaged:
    return _unchanged(say("“{name}” is damaged. {why}", name=name, why=why))


def _unchanged(sentence: str) -> Damaged:
    return Damaged(say("{sentence} The file was not changed.", sentence=sentence))
