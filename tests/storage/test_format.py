"""The bytes of a file: what is written, and what each kind of other file is called."""

import hashlib
import json
import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outlines import workbooks
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.errors import Damaged, FileError, NotOurs, TooNew
from ilead_studio.model import Workbook
from ilead_studio.storage.format import MOST_PARTS, Header, decode, encode, first_line

NAME = "plan.ilead"


def remade(workbook: dict[str, object] | str, *, sealed: bool = True, **header: object) -> bytes:
    """Return a file with another document or header; ``sealed`` gives it a right checksum."""
    body = workbook if isinstance(workbook, str) else json.dumps(workbook, indent=1)
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    said = {"format": "ilead-studio", "version": 1, "reads_as": 1, "program": "0.1.0"}
    said |= {"sha256": digest if sealed else "0" * 64} | header
    first = json.dumps(said, separators=(",", ":"))[:-1]
    return f'{first},\n"workbook":{body}\n}}\n'.encode("utf-8", "surrogatepass")


def document(workbook: Workbook | None = None) -> dict[str, object]:
    said = json.loads((workbook or both()).model_dump_json())
    assert isinstance(said, dict)
    return said


def assert_tells_all(error: pytest.ExceptionInfo[FileError]) -> None:
    """A refusal names the file, says that it is safe, and nothing of the machinery."""
    sentence = str(error.value)
    assert NAME in sentence
    assert "not changed" in sentence
    assert not re.search(r"pydantic|Errno|Traceback|validation|type=|loc=", sentence)


def test_the_first_line_is_the_header_and_the_whole_file_is_json() -> None:
    data = encode(both())
    header = first_line(data)
    assert header is not None
    assert (header.format, header.version, header.reads_as) == ("ilead-studio", 1, 1)
    whole = json.loads(data)
    assert list(whole) == ["format", "version", "reads_as", "program", "sha256", "workbook"]
    assert data.endswith(b"\n}\n")


def test_the_checksum_is_that_of_the_documents_bytes() -> None:
    data = encode(both())
    body = data[data.index(b'"workbook":') + len(b'"workbook":') : -len(b"\n}\n")]
    assert json.loads(data)["sha256"] == hashlib.sha256(body).hexdigest()
    assert Workbook.model_validate(json.loads(body)) == both()


def test_what_has_its_usual_value_is_not_written() -> None:
    assert b'"evidence"' not in encode(both())
    assert b'"evidence": "refuted"' in encode(edits.put(both(), [key("late")], evidence="refuted"))


@given(workbooks())
def test_what_is_written_reads_back_the_same(workbook: Workbook) -> None:
    decoded = decode(encode(workbook), NAME)
    assert decoded.workbook == workbook
    assert decoded.notice == ""
    assert not decoded.read_only


@given(st.integers(0, 6_000))
@example(0)
def test_a_file_cut_off_anywhere_is_refused(length: int) -> None:
    data = encode(both())
    with pytest.raises(FileError) as error:
        decode(data[: min(length, len(data) - 3)], NAME)
    assert NAME in str(error.value)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(FileError) as error:
        decode(data, NAME)
    assert_tells_all(error)


@settings(max_examples=300)
@given(st.integers(0, 6_000), st.integers(1, 255))
def test_no_flipped_byte_changes_a_word_silently(place: int, flip: int) -> None:
    workbook = both()
    data = bytearray(encode(workbook))
    data[place % len(data)] ^= flip
    with suppress(FileError):
        decoded = decode(bytes(data), NAME)
        assert decoded.workbook == workbook or decoded.notice


def test_an_empty_file_has_a_sentence_of_its_own() -> None:
    with pytest.raises(Damaged, match="is empty") as error:
        decode(b"", NAME)
    assert_tells_all(error)


def test_a_file_of_zeros_has_a_sentence_of_its_own() -> None:
    with pytest.raises(Damaged, match="nothing but zeros") as error:
        decode(bytes(4_000), NAME)
    assert_tells_all(error)


def test_a_truncated_file_is_said_to_end_in_the_middle() -> None:
    with pytest.raises(Damaged, match="ends in the middle") as error:
        decode(encode(both())[:1_000], NAME)
    assert_tells_all(error)


@pytest.mark.parametrize(
    "data",
    [
        b"head: Pupils miss school\n  Buses\n",
        b'{"type": "FeatureCollection"}',
        b"[1, 2, 3]",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "Ä plain text".encode("latin-1"),
        b"[" * 100_000,
    ],
    ids=["outline", "other-json", "list", "picture", "not-utf8", "deep"],
)
def test_something_else_altogether_is_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs) as error:
        decode(data, NAME)
    assert_tells_all(error)


def test_a_wrong_checksum_with_a_sound_document_opens_with_a_notice() -> None:
    decoded = decode(remade(document(), sealed=False), NAME)
    assert decoded.workbook == both()
    assert "another program" in decoded.notice
    assert NAME in decoded.notice


@pytest.mark.parametrize("indent", [None, 4, "\t"])
def test_a_file_that_another_program_formatted_opens_with_a_notice(indent: int | str) -> None:
    data = json.dumps(json.loads(encode(both())), indent=indent, sort_keys=True).encode()
    decoded = decode(data, NAME)
    assert decoded.workbook == both()
    assert "another program" in decoded.notice


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    data = b"\xef\xbb\xbf" + encode(both()).replace(b"\n", b"\r\n")
    assert decode(data, NAME).workbook == both()


def test_a_byte_order_mark_alone_changes_nothing() -> None:
    assert decode(b"\xef\xbb\xbf" + encode(both()), NAME).workbook == both()


def test_a_newer_file_that_we_can_show_opens_for_reading_only() -> None:
    newer = document() | {"colour": "red"}
    decoded = decode(remade(newer, version=2, program="0.9.0", flags=[1]), NAME)
    assert decoded.read_only
    assert decoded.workbook == both()
    assert "0.9.0" in decoded.notice


def test_a_newer_file_that_we_cannot_show_names_the_program_it_needs() -> None:
    data = remade("ANYTHING", version=3, reads_as=2, program="2.0.0")
    with pytest.raises(TooNew, match=r"2\.0\.0") as error:
        decode(data, NAME)
    assert_tells_all(error)


def test_an_unknown_part_in_a_file_of_our_own_version_is_not_dropped_silently() -> None:
    with pytest.raises(Damaged) as error:
        decode(remade(document() | {"colour": "red"}), NAME)
    assert_tells_all(error)
    with pytest.raises(Damaged):
        decode(remade(document(), colour="red"), NAME)


HOSTILE = {
    "nan": '{"title": NaN}',
    "infinity": '{"counters": {"causes": Infinity}}',
    "too-large": '{"counters": {"causes": 1e999}}',
    "long-number": '{"counters": {"causes": ' + "9" * 5_000 + "}}",
    "twice": '{"title": "a", "title": "b"}',
    "half-letter": '{"title": "\\ud800"}',
    "half-letter-in-a-list": '{"parties": ["\\udfff"]}',
    "half-letter-as-a-name": '{"\\ud800": 1}',
    "raw-half-letter": '{"title": "\ud800"}',
    "deep": '{"title": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "fairly-deep": '{"title": ' + "[" * 700 + "]" * 700 + "}",
    "rather-deep": '{"title": ' + "[" * 250 + "]" * 250 + "}",
    "many": '{"parties": [' + "0," * (MOST_PARTS + 1) + "0]}",
    "list": "[]",
    "text": '"words"',
    "null": "null",
    "long-label": '{"title": "' + "x" * 5_000 + '"}',
}


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "unsealed"])
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_json_is_damaged_even_with_a_right_checksum(body: str, sealed: bool) -> None:
    if sealed and body == HOSTILE["twice"]:
        return  # whoever makes a checksum for it could as well have said it once
    with pytest.raises(Damaged) as error:
        decode(remade(body, sealed=sealed), NAME)
    assert_tells_all(error)


def test_a_document_that_leaves_out_what_is_usual_opens() -> None:
    short = {name: value for name, value in document().items() if name != "language"}
    assert decode(remade(short), NAME).workbook == both()


def test_a_value_that_does_not_fit_is_found_by_the_names_in_the_file() -> None:
    with pytest.raises(Damaged, match=r"fit \(fishbones, 1, causes, 1, text\)"):
        decode(remade(_broken("empty-label")), NAME)


def _broken(change: str) -> dict[str, object]:
    said = document()
    page = said["fishbones"][0]  # a parsed file
    causes = page["causes"]
    if change == "doubled-id":
        causes[1]["id"] = causes[0]["id"]
    elif change == "dangling-parent":
        causes[1]["parent_id"] = "q" * 10
    elif change == "circle":
        causes[0]["parent_id"] = causes[1]["id"]
    elif change == "bad-id":
        causes[0]["id"] = "../../etc"
    elif change == "bad-parent":
        causes[0]["parent_id"] = "../../etc/"
    elif change == "empty-label":
        causes[0]["text"] = " "
    elif change == "dangling-problem":
        page["problem_id"] = "q" * 10
    return said


@pytest.mark.parametrize(
    "change",
    [
        "doubled-id",
        "dangling-parent",
        "circle",
        "bad-id",
        "bad-parent",
        "empty-label",
        "dangling-problem",
    ],
)
def test_an_unsound_document_is_damaged(change: str) -> None:
    with pytest.raises(Damaged) as error:
        decode(remade(_broken(change)), NAME)
    assert_tells_all(error)


@pytest.mark.parametrize(
    "header",
    [
        {"version": 0},
        {"version": "one"},
        {"version": None},
        {"reads_as": -1},
        {"version": 10**300},
        {"program": ["0.1"]},
        {"sha256": 7},
    ],
    ids=str,
)
def test_a_senseless_header_is_damaged(header: dict[str, object]) -> None:
    with pytest.raises(Damaged) as error:
        decode(remade(document(), **header), NAME)
    assert_tells_all(error)


def test_a_file_without_document_is_damaged() -> None:
    header = Header(format="ilead-studio", version=1, reads_as=1)
    with pytest.raises(Damaged):
        decode(header.model_dump_json().encode(), NAME)


def test_a_missing_checksum_only_earns_a_notice() -> None:
    decoded = decode(remade(document(), sha256=""), NAME)
    assert decoded.workbook == both()
    assert decoded.notice


def test_a_file_over_64_mib_is_refused_unread() -> None:
    with pytest.raises(FileError, match="too large"):
        decode(b" " * (64 * 1024 * 1024 + 1), NAME)


def test_names_in_a_damaged_file_are_shown_without_control_characters() -> None:
    with pytest.raises(Damaged) as error:
        decode(remade({"\x1b[31mred": 1}), NAME)
    assert "\x1b" not in str(error.value)


def test_two_thousand_items_take_the_short_way() -> None:
    workbook = wide_fishbone()
    decoded = decode(encode(workbook), NAME)
    assert decoded.workbook == workbook
    assert decoded.notice == ""
