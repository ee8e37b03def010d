"""A merge that is wanted, and what is found out of it beside the window."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ilead_studio.model import Workbook
from ilead_studio.rules.changed import compared, steps_to_sections
from ilead_studio.rules.merge_base import nearest_base
from ilead_studio.rules.merge_told import Joined, joined
from ilead_studio.rules.merging import Merged, Merging
from ilead_studio.ui.canvas.first_picture import with_picture
from ilead_studio.ui.meanwhile.apart import done_with
from ilead_studio.ui.merging.chosen import Chosen
from ilead_studio.ui.merging.page import Way

if TYPE_CHECKING:
    from ilead_studio.ui.meanwhile.apart import Task


@dataclass(frozen=True)
class MergeWish:
    """What is to be merged, and the words for it.

    ``when`` says of what both began with, of mine and of theirs since when each is. ``ways`` are
    other ways out, each with what it does; without any it is a copy that is brought in. Where
    nobody knows what both began with, it is the nearest of ``earlier`` versions. ``later`` is
    called when nothing was decided; what was ``chosen`` waits.
    """

    title: str
    says: str
    small: str
    base: Workbook | None
    mine: Workbook
    theirs: Workbook
    when: tuple[str, str, str]
    done: str
    take: Callable[[Merged], object]
    ways: tuple[tuple[Way, Callable[[], object]], ...] = ()
    earlier: Iterable[Workbook] = ()
    later: Callable[[], object] = bool
    chosen: Chosen = field(default_factory=Chosen)


class Found(NamedTuple):
    """What both began with, and the merge of what they did since."""

    base: Workbook
    merging: Merging


def found_out(wish: MergeWish, task: "Task[Found]") -> Found:
    """Find out what both sides did; done apart."""
    base = wish.base
    if base is None:
        base = done_with(nearest_base(wish.theirs, wish.earlier), task)
    return Found(base, done_with(Merging.in_steps(base, wish.mine, wish.theirs), task))


def joining(wish: MergeWish, found: Found, task: "Task[Joined]") -> Joined:
    """Tell what joins by itself; done apart."""
    done = done_with(found.merging.merged_in_steps({}), task).workbook
    for old, new in ((wish.mine, done), (found.base, wish.mine)):
        for _ in steps_to_sections(compared(old, "file"), compared(new, "file")):
            task.tell(task.words)
    return joined(found.merging.conflicts, found.base, wish.mine, done)


def merged(
    chosen: Callable[[], Generator[object, None, Merged]], page_id: str, task: "Task[Merged]"
) -> Merged:
    """Merge as it is chosen, and find out how the page in view looks then; done apart."""
    done = done_with(chosen(), task)
    with_picture(done.workbook, page_id)
    return done
