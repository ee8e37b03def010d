"""What the process behind the preview answers: sides, pictures, offers, and the file."""

from io import BytesIO
from pathlib import Path

import pytest
from workbooks import both, key

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import Packet, PrintedPage
from ilead_studio.preview.frames import Frame, Frames
from ilead_studio.preview.printing import Printing
from ilead_studio.preview.serving import answer_all
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode

PACKET = Packet(
    id=key("packet"),
    name="All",
    pages=(
        PrintedPage(kind="cover"),
        PrintedPage(kind="outline", printed=False),
        PrintedPage(kind="fishbone"),
    ),
)


def made(printing: Printing, packet: Packet = PACKET) -> Frame:
    head = {"do": "make", "packet": packet.model_dump(mode="json"), "today": "2026-11-24"}
    return [*printing.answer(Frame(head, encode(both())))][-1]


@pytest.fixture
def printing() -> Printing:
    return Printing(Disk())


def test_each_side_of_paper_knows_its_page(printing: Printing) -> None:
    sides = made(printing).head["made"]
    assert [it["at"] for it in sides] == [[0], [2]]
    assert (sides[0]["width"], sides[1]["width"]) == (612, 792)
    assert sides[1]["smallest"] > 8


def test_pages_that_share_a_sheet_are_on_one_side(printing: Printing) -> None:
    (side,) = made(printing, PACKET.model_copy(update={"up": 2})).head["made"]
    assert side["at"] == [0, 2]


def test_a_picture_is_as_wide_as_is_wished(printing: Printing) -> None:
    made(printing)
    (picture,) = printing.answer(Frame({"do": "picture", "number": 1, "width": 200}))
    assert (picture.head["picture"], picture.head["width"]) == (1, 200)
    assert len(picture.body) == picture.head["stride"] * picture.head["height"]
    assert {*picture.body} > {0, 255}
    (none,) = printing.answer(Frame({"do": "picture", "number": 9, "width": 200}))
    assert none.head["picture"] == -1


def test_the_file_is_what_the_handout_gives(printing: Printing, tmp_path: Path) -> None:
    from datetime import date

    made(printing)
    path = tmp_path / "it.pdf"
    (written,) = printing.answer(Frame({"do": "write", "path": str(path)}))
    assert written.head == {"written": str(path)}
    whole = make_packet(both(), PACKET, date(2026, 11, 24))
    assert path.read_bytes() == packet_pdf(whole.leaves, whole.outfit).pdf


def test_a_refusal_is_a_sentence_and_the_old_file_is_whole(
    printing: Printing, tmp_path: Path
) -> None:
    refused = made(printing, PACKET.model_copy(update={"pages": ()}))
    assert "nothing to print" in refused.head["refused"]
    made(printing)
    (tmp_path / "folder.pdf").mkdir()
    (answer,) = printing.answer(Frame({"do": "write", "path": str(tmp_path / "folder.pdf")}))
    assert answer.head["refused"]
    assert (tmp_path / "folder.pdf").is_dir()


def test_nothing_is_offered_where_all_can_be_read(printing: Printing) -> None:
    made(printing)
    (answer,) = printing.answer(Frame({"do": "offers"}))
    assert answer.head == {"offers": []}


def test_streams_are_answered_until_they_end() -> None:
    head = {"do": "make", "packet": PACKET.model_dump(mode="json"), "today": "2026-11-24"}
    asked = BytesIO(Frame(head, encode(both())).packed() + Frame({"do": "offers"}).packed())
    told = BytesIO()
    assert answer_all(Printing(Disk()), asked, told) == 0
    assert [next(iter(it.head)) for it in Frames().take(told.getvalue())] == [
        "done", "made", "offers",
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", ["pptx", "docx", "xlsx"])
def test_the_same_pages_are_written_for_other_programs(
    printing: Printing, tmp_path: Path, suffix: str
) -> None:
    made(printing)
    path = tmp_path / f"Packet.{suffix}"
    (told,) = printing.answer(Frame({"do": "write", "path": str(path)}))
    assert told.head["written"] == str(path)
    assert path.read_bytes().startswith(b"PK")
