"""No sheet of a page but its last is half empty, unless a frame or a picture comes next."""

import inspect
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any, Final, NamedTuple

import pytest
from workbooks import key

from ilead_studio.handouts import make_packet
from ilead_studio.handouts.block_frame import SetBeside, SetFacts, SetFrame
from ilead_studio.handouts.block_picture import SetPicture, SetSketch
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.glance import glance
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.packet.kinds import kinds
from ilead_studio.resources import resource
from ilead_studio.rules.worded import with_words
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

HALF: Final = 0.5
WHOLE: Final = SetFrame, SetBeside, SetFacts, SetPicture, SetSketch
"""What is never parted: it goes on the next sheet as a whole."""
NEARLY_EMPTY: Final = 0.25
"""Not even for those is more than three quarters of a sheet left empty."""
EXAMPLES: Final = ("attendance", "new-teachers", "college-math", "safer-wards")
OUTFITS: Final[tuple[dict[str, Any], ...]] = (
    {}, {"large": True}, {"paper": "a4", "turned": "wide"}, {"up": 2},
)  # fmt: skip


class Left(NamedTuple):
    """A sheet that was left: how full it is, from 0 to 1, and what goes on the next one."""

    fill: float
    goes_on: object


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[Left]:
    """Every sheet that is left for a further one of the same page."""
    found: list[Left] = []
    turn = Flow.turn

    def watched(flow: Flow) -> None:
        fill = (flow.y - flow.paper.top) / (flow.bottom - flow.paper.top)
        found.append(Left(fill, next(_at_work(), None)))
        turn(flow)

    monkeypatch.setattr(Flow, "turn", watched)
    return found


def _at_work() -> Iterator[object]:
    """Give what sets blocks at the moment, the innermost first."""
    frame = inspect.currentframe()
    while frame:
        it = frame.f_locals.get("self")
        if ".block_" in type(it).__module__:
            yield it
        frame = frame.f_back


def with_longer_words(workbook: Workbook, seed: int) -> Workbook:
    """Return a workbook that says some things up to five times."""
    random = Random(seed)

    def longer(said: str) -> str:
        return said if len(said) > 160 else " ".join([said] * random.choice((1, 1, 2, 3, 5)))

    return with_words(workbook, lambda said: longer(said)[:280])


@pytest.mark.parametrize("outfit", OUTFITS, ids=["letter", "large", "wide-a4", "two-up"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_no_sheet_but_the_last_is_half_empty(
    left: list[Left], example: str, outfit: dict[str, Any]
) -> None:
    workbook = open_workbook(resource("examples", f"{example}.ilead"), Disk()).workbook
    pages = tuple(PrintedPage(kind=it.name) for it in kinds() if not it.is_diagram)
    for book in (workbook, with_longer_words(workbook, seed=len(example))):
        _lay_out(book, pages, outfit)
    assert left
    for it in left:
        assert it.fill >= (NEARLY_EMPTY if isinstance(it.goes_on, WHOLE) else HALF), it


def _lay_out(workbook: Workbook, pages: tuple[PrintedPage, ...], outfit: dict[str, Any]) -> None:
    fields = {"id": key("packet"), "name": "All", "pages": pages}
    packet = Packet.model_validate(fields | outfit)
    made = make_packet(workbook, packet, date(2026, 11, 24))
    glance(made.leaves, made.outfit, seen=())


def test_what_is_left_is_seen(left: list[Left], monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above could fail: where all stays together, sheets are half empty."""
    monkeypatch.setattr(Flow, "begin", lambda flow, height, **_: flow.need(height))
    workbook = open_workbook(resource("examples", "attendance.ilead"), Disk()).workbook
    pages = (PrintedPage(kind="outline"),)
    for seed in range(3):
        _lay_out(with_longer_words(workbook, seed), pages, {"large": True})
    assert any(it.fill < HALF for it in left)
