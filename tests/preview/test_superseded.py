"""What nobody waits for any longer is given up soon, and nothing of it is told or left."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from io import BytesIO
from os import pipe
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.preview.frames import Frame, Frames, read_frame
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


def found(printing: Impatient) -> list[tuple[int, bool]]:
    """Return how many offers were told each time, and whether they were all."""
    heads = [it.head for it in printing.told if "found" in it.head]
    return [(len(it["found"][0]["offers"]), it["are_all"]) for it in heads]


def test_offers_are_told_one_by_one_and_given_up_in_between(printing: Impatient) -> None:
    printing.make(PrintedPage(kind="fishbone"), workbook=wide_fishbone(160))
    printing.go_on()
    printing.answer(Frame({"do": "offers"}))
    assert found(printing) == [(0, False)]
    printing.asked, printing.most = 0, 1
    printing.go_on()
    assert found(printing) == [(0, False)]
    assert printing.is_due
    printing.most = 0
    printing.go_on()
    assert found(printing) == [(0, False), *((at, at == 6) for at in range(1, 7))]
    assert not printing.is_due


def test_a_file_is_written_before_further_offers_are_found(tmp_path: Path) -> None:
    path = tmp_path / "it.pdf"
    with serving() as (ask, answers):
        ask(make(PrintedPage(kind="fishbone"), workbook=wide_fishbone(157)))
        ask(Frame({"do": "offers"}))
        until(answers, lambda head: "found" in head and bool(head["found"][0]["offers"]))
        ask(Frame({"do": "write", "path": str(path)}))  # the search for a poster is still to come
        met = until(answers, lambda head: "written" in head)
        assert not any(head.get("are_all") for head in met)
        until(answers, lambda head: bool(head.get("are_all")))


@contextmanager
def serving() -> Iterator[tuple[Callable[[Frame], int | None], Iterator[Frame]]]:
    """Let frames be answered as they come; gives what asks, and the answers."""
    (asked, ask), (answers, tell) = pipe(), pipe()
    with ExitStack() as streams:
        said, answered = (streams.enter_context(open(it, "rb")) for it in (asked, answers))
        told = streams.enter_context(open(tell, "wb"))
        works = Thread(target=answer_all, args=(Disk(), said, told))
        works.start()
        with open(ask, "wb", buffering=0) as asks:
            yield lambda it: asks.write(it.packed()), frames_of(answered)
        works.join()


def frames_of(stream: BinaryIO) -> Iterator[Frame]:
    while frame := read_frame(stream):
        yield frame


def until(
    answers: Iterator[Frame], is_it: Callable[[dict[str, Any]], bool]
) -> list[dict[str, Any]]:
    """Return what is told up to an answer, and that."""
    met: list[dict[str, Any]] = []
    for frame in answers:
        met.append(frame.head)
        if is_it(frame.head):
            break
    assert is_it(met[-1])
    return met


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
    assert "found" in heads[1]
