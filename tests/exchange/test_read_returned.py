"""Reading forms that came back: what they say, and what is refused with one sentence."""

import random
import time
import tracemalloc
import zlib
from io import BytesIO

import pytest
from forms import PRINTED, came_back, form_pdf
from pypdf import PdfWriter
from workbooks import both, key

from ilead_studio.errors import ExchangeError
from ilead_studio.exchange.returned import LARGEST, read_all, read_returned
from ilead_studio.rules.returned import Form

P1 = key("cycle")


def form(**fields: str) -> Form:
    (one,) = read_returned(came_back(both(), P1, **fields), "P1.pdf")
    return one


def test_a_form_says_which_cycle_it_is_of_and_when_it_was_printed() -> None:
    one = form()
    assert (one.file, one.name, one.cycle_id) == ("P1.pdf", "P1", P1)
    assert (one.workbook, one.printed) == ("Attendance", PRINTED)
    assert len(one.said) == 16


def test_each_field_says_what_was_printed_and_what_it_says_now() -> None:
    one = form(objective="Two classes", learned="Line one\nline two", improved="/partly")
    assert one.fields["objective"] == ("Try one class", "Two classes")
    assert one.fields["learned"] == ("", "Line one\nline two")
    assert one.fields["improved"] == ("", "partly")
    assert one.fields["decision"] == ("", "")
    assert not {"cycle", "said", "printed", "workbook"} & one.fields.keys()


def test_words_of_any_script_come_back() -> None:
    words = "Familias: ¿qué pasó? Gia đình nói “có” 家庭 👋 <b>no</b>"
    assert form(learned=words).fields["learned"].now == words


def test_a_word_off_that_somebody_typed_is_no_empty_box() -> None:
    assert form(learned="Off").fields["learned"].now == "Off"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“x.pdf” is no PDF. A form that comes back is one."),
        (b"PK\x03\x04", "“x.pdf” is no PDF. A form that comes back is one."),
        (b"%PDF-1.7\n" + bytes(LARGEST), "“x.pdf” is too large to be a form."),
        (b"%PDF-1.7\nnothing", "“x.pdf” is damaged or locked"),
    ],
)
def test_what_is_no_form_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ExchangeError, match="x") as refused:
        read_returned(data, "x.pdf")
    assert str(refused.value).startswith(sentence)


def test_a_scan_holds_no_fields() -> None:
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(612, 792)
    writer.write(made)
    with pytest.raises(ExchangeError, match="A scan or a print of one cannot be read"):
        read_returned(made.getvalue(), "scan.pdf")


def test_a_locked_file_is_refused() -> None:
    writer, made = PdfWriter(clone_from=BytesIO(form_pdf(both(), P1))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made)
    with pytest.raises(ExchangeError, match="damaged or locked"):
        read_returned(made.getvalue(), "locked.pdf")


def test_damage_anywhere_is_refused_or_read_but_never_a_fault() -> None:
    whole, chance = form_pdf(both(), P1), random.Random(7)
    for _ in range(25):
        data = bytearray(whole[: chance.randrange(9, len(whole) + 1)])
        for _ in range(chance.randrange(30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        read_all([("x.pdf", lambda data=data: bytes(data))])


def file_of(*bodies: bytes) -> bytes:
    """Return a file whose catalog has the first of some objects, number 2, as its only field."""
    catalog = b"<</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>/AcroForm<</Fields[2 0 R]>>>>"
    made, starts = b"%PDF-1.4\n", []
    for number, body in enumerate((catalog, *bodies), 1):
        starts.append(len(made))
        made += b"%d 0 obj %s endobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % it for it in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(starts) + 1, rows)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(starts) + 1, len(made))
    return made + table + tail


def test_a_file_made_by_hand_is_read() -> None:
    (one,) = read_returned(file_of(b"<</T(P1.learned)/V(Yes)>>"), "x.pdf")
    assert one.fields["learned"].now == "Yes"


@pytest.mark.parametrize(
    "bodies",
    [
        (b"<</T(P1)/Kids[2 0 R 2 0 R]>>",),
        (b"3 0 R", b"2 0 R"),
        (b"<</T(P1)/Kids[" + b"3 0 R " * 6_000 + b"]>>", b"<</T(learned)>>"),
        (b"<</T 2 0 R/Kids 2 0 R>>",),
        (b"[" * 50_000,),
        (b"<</T(P1.learned)/V 7>>",),
        (b"null",),
        (b"(no field)",),
    ],
)
def test_fields_that_go_round_in_circles_end_soon(bodies: tuple[bytes, ...]) -> None:
    start = time.monotonic()
    forms, refusals = read_all([("x.pdf", lambda: file_of(*bodies))])
    assert len(forms) + len(refusals) == 1
    assert time.monotonic() - start < 5


def test_a_page_that_unpacks_to_a_lot_is_never_unpacked() -> None:
    bomb = zlib.compress(bytes(64 << 20), 1)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(bomb), bomb)
    tracemalloc.start()
    read_returned(file_of(b"<</T(P1.learned)/V(Yes)>>", stream), "x.pdf")
    assert tracemalloc.get_traced_memory()[1] < 16 << 20
    tracemalloc.stop()


def test_one_file_that_cannot_be_read_does_not_stop_the_others() -> None:
    whole = form_pdf(both(), P1)
    forms, refusals = read_all([("a.pdf", lambda: b"?"), ("b.pdf", lambda: whole)])
    assert [it.file for it in forms] == ["b.pdf"]
    assert len(refusals) == 1
