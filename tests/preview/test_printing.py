"""What the process behind the preview answers: sides, pictures, offers, and the file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from unremembered import forget_everything
from workbooks import both, key, wide_theory

from ilead_studio import edits
from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import Packet, PrintedPage
from ilead_studio.preview.frames import Frame, Frames
from ilead_studio.preview.printing import Printing, SupersededError
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


class Listening(Printing):
    """Keeps what it told."""

    def __init__(self, turn: Callable[[], None] = lambda: None) -> None:
        self.told: list[Frame] = []
        super().__init__(Disk(), self.told.append, turn)

    def asked(self, **head: object) -> Frame:
        """Ask something about the packet that was made, and return the answer."""
        self.answer(Frame(head))
        return self.told[-1]


def make(packet: Packet = PACKET, **further: object) -> Frame:
    head = {"do": "make", "packet": packet.model_dump(mode="json"), "today": "2026-11-24"}
    return Frame(head | further, encode(both()))


def made(printing: Listening, packet: Packet = PACKET, **further: object) -> Frame:
    printing.answer(make(packet, **further))
    return printing.told[-1]


@pytest.fixture
def printing() -> Listening:
    return Listening()


def test_each_side_of_paper_knows_its_page(printing: Listening) -> None:
    sides = made(printing).head["made"]
    assert [it["at"] for it in sides] == [[0], [2]]
    assert (sides[0]["width"], sides[1]["width"]) == (612, 792)
    assert sides[1]["smallest"] > 8


def test_each_sheet_of_a_poster_knows_its_name(printing: Listening) -> None:
    poster = PrintedPage(kind="fishbone", is_poster=True, across=2, down=1)
    sides = made(printing, PACKET.model_copy(update={"pages": (poster,)})).head["made"]
    assert [it.get("sheet") for it in sides[:3]] == [("F1", ""), ("F1", "A1"), ("F1", "A2")]
    assert "sheet" not in sides[-1], "the outline is no sheet of it"


def test_pages_that_share_a_sheet_are_on_one_side(printing: Listening) -> None:
    (side,) = made(printing, PACKET.model_copy(update={"up": 2})).head["made"]
    assert side["at"] == [0, 2]


def test_a_picture_is_as_wide_as_is_wished(printing: Listening) -> None:
    made(printing)
    picture = printing.asked(do="picture", number=1, width=200)
    assert (picture.head["picture"], picture.head["width"]) == (1, 200)
    assert len(picture.body) == picture.head["stride"] * picture.head["height"]
    assert {*picture.body} > {0, 255}
    none = printing.asked(do="picture", number=9, width=200)
    assert none.head["picture"] == -1


def test_pictures_that_are_wanted_then_follow_unasked(printing: Listening) -> None:
    wanted = [(1, 200), (0, 100), (9, 100)]
    printing.answer(make(seen=[0, 1, 9], pictures=wanted))
    assert [it.head.get("picture") for it in printing.told] == [None, 1, 0]
    asked = printing.asked(do="picture", number=1, width=200)
    assert printing.told[1] == Frame(asked.head | {"ahead": True}, asked.body)


def test_the_file_is_what_the_handout_gives(printing: Listening, tmp_path: Path) -> None:
    from datetime import date

    made(printing)
    path = tmp_path / "it.pdf"
    written = printing.asked(do="write", path=str(path))
    assert written.head == {"written": str(path)}
    whole = make_packet(both(), PACKET, date(2026, 11, 24))
    assert path.read_bytes() == packet_pdf(whole.leaves, whole.outfit).pdf


def test_a_refusal_is_a_sentence_and_the_old_file_is_whole(
    printing: Listening, tmp_path: Path
) -> None:
    refused = made(printing, PACKET.model_copy(update={"pages": ()}))
    assert "nothing to print" in refused.head["refused"]
    made(printing)
    (tmp_path / "folder.pdf").mkdir()
    answer = printing.asked(do="write", path=str(tmp_path / "folder.pdf"))
    assert answer.head["refused"]
    assert (tmp_path / "folder.pdf").is_dir()


def test_a_poster_that_is_refused_leaves_the_other_pages(
    printing: Listening, tmp_path: Path
) -> None:
    poster = PrintedPage(kind="driver-diagram", is_poster=True, across=1, down=1)
    small = {"paper": "own", "width": 200.0, "height": 200.0}
    pages = {"pages": (PrintedPage(kind="legend"), poster, PrintedPage(kind="cover"))}
    told = made(printing, PACKET.model_copy(update=small | pages)).head
    assert {at for side in told["made"] for at in side["at"]} == {0, 2}
    assert told["left_out"][0].startswith("The poster of T1 is left out. Over 1 × 1 sheets")
    for name in ("it.pdf", "it.pptx"):
        assert "written" in printing.asked(do="write", path=str(tmp_path / name)).head
    alone = {"pages": (poster,)}
    assert (
        "smaller than 8" in made(printing, PACKET.model_copy(update=small | alone)).head["refused"]
    )


def test_nothing_is_offered_where_all_can_be_read(printing: Listening) -> None:
    made(printing)
    answer = printing.asked(do="offers")
    assert answer.head == {"found": [], "are_all": True}


def test_streams_are_answered_until_they_end() -> None:
    asked = BytesIO(make().packed() + Frame({"do": "offers"}).packed())
    told = BytesIO()
    assert answer_all(Disk(), asked, told) == 0
    words = [next(iter(it.head)) for it in Frames().take(told.getvalue())]
    assert words[:2] == ["made", "found"]


def test_what_is_seen_is_made_first_and_the_same_as_in_the_file(printing: Listening) -> None:
    made(printing, seen=[1])
    first = printing.asked(do="picture", number=1, width=300)
    assert printing.asked(do="picture", number=0, width=300).head == {"picture": -1}
    assert printing.is_due
    printing.go_on()
    assert printing.told[-1].head == {"whole": True, "refused": ""}
    assert printing.asked(do="picture", number=1, width=300) == first
    assert printing.asked(do="picture", number=0, width=300).head["picture"] == 0


def test_the_file_is_told_side_by_side_while_it_is_made(printing: Listening) -> None:
    made(printing)
    printing.go_on()
    assert [it.head["done"] for it in printing.told[1:-1]] == [1, 2, 2, 2]
    assert {it.head["of"] for it in printing.told[1:-1]} == {2}


def test_a_file_that_nobody_waits_for_is_given_up() -> None:
    def turn() -> None:
        if printing.is_due:
            raise SupersededError

    printing = Listening(turn)
    made(printing)
    printing.go_on()
    assert printing.is_due
    assert next(iter(printing.told[-1].head)) == "made"


def test_a_picture_for_a_printer_waits_for_the_file(printing: Listening) -> None:
    made(printing, seen=[1])
    picture = printing.asked(do="picture", number=0, width=200, fine=True)
    assert (picture.head["picture"], picture.head["fine"]) == (0, True)
    assert not printing.is_due


@pytest.mark.parametrize("suffix", ["pptx", "docx", "xlsx"])
def test_the_same_pages_are_written_for_other_programs(
    printing: Listening, tmp_path: Path, suffix: str
) -> None:
    made(printing)
    path = tmp_path / f"Packet.{suffix}"
    told = printing.asked(do="write", path=str(path))
    assert told.head["written"] == str(path)
    assert path.read_bytes().startswith(b"PK")


def test_no_byte_tells_what_was_made_before(printing: Listening, tmp_path: Path) -> None:
    """Much is kept from packet to packet: a file is as if it were the first one that is made."""
    packet = PACKET.model_copy(update={"pages": (PrintedPage(kind="driver-diagram"),)})
    before = wide_theory(150, 50)
    after = edits.rename(before, before.theories[0].drivers[30].id, "Longer than before " * 6)
    for workbook in (before, after):
        printing.answer(Frame(make(packet).head, encode(workbook)))
        assert len(printing.told[-1].head["made"]) > 2
        printing.go_on()
    kept, alone = tmp_path / "kept.pdf", tmp_path / "alone.pdf"
    printing.asked(do="write", path=str(kept))
    forget_everything()
    first = Listening()
    first.answer(Frame(make(packet).head, encode(after)))
    first.asked(do="write", path=str(alone))
    assert kept.read_bytes() == alone.read_bytes()
