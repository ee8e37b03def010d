"""What nobody waits for any longer is given up soon, and nothing of it is told or left."""

from datetime import date
from io import BytesIO

import pytest
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.preview.frames import Frame, Frames
from ilead_studio.preview.printing import Printing, SupersededError
from ilead_studio.preview.serving import answer_all
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode

POSTER = PrintedPage(kind="fishbone", is_poster=True)
OUTLINE = PrintedPage(kind="outline")


class Impatient(Printing):
    """Gives up what it makes when it was asked so often; 0 is never."""

    def __init__(self) -> None:
        self.told: list[Frame] = []
        self.asked, self.most = 0, 0
        super().__init__(Disk(), self.told.append, self._ask)

    def _ask(self) -> None:
        self.asked += 1
        if self.asked == self.most:
            raise SupersededError

    def make(self, *printed: PrintedPage, workbook: Workbook | None = None, most: int = 0) -> int:
        """Make a packet; return how often it was asked meanwhile whether that is still wanted."""
        self.asked, self.most = 0, most
        self.answer(make(*printed, workbook=workbook))
        return self.asked


def make(*printed: PrintedPage, workbook: Workbook | None = None, wish: int = 1) -> Frame:
    packet = Packet(id=key("packet"), name="All", pages=printed)
    head = {"do": "make", "packet": packet.model_dump(mode="json"), "wish": wish,
            "today": date(2026, 11, 24).isoformat()}  # fmt: skip
    return Frame(head, encode(workbook or both()))


@pytest.fixture
def printing() -> Impatient:
    return Impatient()


@pytest.mark.parametrize(
    ("page", "times"),
    [
        (POSTER, 25),  # each drawing that is tried, each way of cuts
        (PrintedPage(kind="fishbone"), 30),  # plans, and items that are painted
        (PrintedPage(kind="driver-diagram"), 20),
        (PrintedPage(kind="outline"), 3),  # sides
    ],
)
def test_all_that_takes_long_asks_whether_it_is_wanted(
    printing: Impatient, page: PrintedPage, times: int
) -> None:
    changed = both()
    for item in ("late", "daily"):  # no other test made plans for these words
        changed = edits.rename(changed, key(item), f"Not yet known of {page.kind} {times}")
    assert printing.make(page, workbook=changed) >= times


@pytest.mark.parametrize("most", [1, 7, 20])
def test_what_is_given_up_is_not_told_and_leaves_nothing(printing: Impatient, most: int) -> None:
    changed = edits.rename(both(), key("late"), f"Buses come late {most} times a month")
    printing.make(OUTLINE, POSTER, workbook=changed, most=most)
    assert printing.told == []
    assert not printing.is_due
    printing.make(OUTLINE, POSTER)
    fresh = Impatient()
    fresh.make(OUTLINE, POSTER)
    assert printing.told == fresh.told
    for it in (printing, fresh):
        it.answer(Frame({"do": "picture", "number": 1, "width": 200}))
    assert printing.told[-1] == fresh.told[-1]


def test_offers_are_given_up_as_well(printing: Impatient) -> None:
    printing.make(PrintedPage(kind="fishbone"), workbook=wide_fishbone(160))
    printing.asked, printing.most = 0, 2
    printing.answer(Frame({"do": "offers"}))
    assert printing.asked == 2
    assert [next(iter(it.head)) for it in printing.told] == ["made"]


def test_all_that_is_told_carries_the_number_of_its_wish(printing: Impatient) -> None:
    printing.answer(make(OUTLINE, wish=5))
    printing.go_on()
    printing.answer(Frame({"do": "offers"}))
    assert {it.head["wish"] for it in printing.told} == {5}


def test_a_newer_packet_ends_the_one_before_while_it_is_made() -> None:
    frames = [*(make(POSTER, wish=wish) for wish in (1, 2, 3)), Frame({"do": "offers"})]
    asked, told = BytesIO(b"".join(it.packed() for it in frames)), BytesIO()
    assert answer_all(Disk(), asked, told) == 0
    heads = [it.head for it in Frames().take(told.getvalue())]
    assert [it["wish"] for it in heads if "made" in it] == [3]
    assert "offers" in heads[1]
