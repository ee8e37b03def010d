"""How many causes there are: one way of counting, wherever a number of causes is shown."""

from ilead_studio.model import Cause, Fishbone, Workbook
from ilead_studio.words import count


def is_counted(cause: Cause, page_id: str) -> bool:
    """Tell whether a thing on a fishbone is a cause of its own.

    A bone is a heading, and a linked copy is the cause that it shows.
    """
    return cause.parent_id != page_id and cause.same_as is None


def causes_on(page: Fishbone) -> int:
    """Return how many causes a fishbone has."""
    return sum(is_counted(it, page.id) for it in page.causes)


def bones_on(page: Fishbone) -> int:
    """Return how many bones a fishbone has."""
    return sum(it.parent_id == page.id for it in page.causes)


def causes_in(workbook: Workbook) -> int:
    """Return how many causes all fishbones have together."""
    return sum(map(causes_on, workbook.fishbones))


def bones_in(workbook: Workbook) -> int:
    """Return how many bones all fishbones have together."""
    return sum(map(bones_on, workbook.fishbones))


def amount_words(causes: int, bones: int) -> str:
    """Say how much that is: "24 causes"; of bones under which nothing stands yet, "6 bones"."""
    if causes:
        return count(causes, "{number} cause", "{number} causes")
    return count(bones, "{number} bone", "{number} bones") if bones else ""
