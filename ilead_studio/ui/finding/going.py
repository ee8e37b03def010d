"""Going to anything that has an id, wherever it is shown."""

from typing import TYPE_CHECKING

from ilead_studio.model import page_of
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


def go_to(window: "MainWindow", item_id: str) -> None:
    """Go to an item on its page, or to the section that shows what stands on none."""
    work = window.work
    page = page_of(work.workbook, item_id)
    if page is not None:
        work.open_page(page.id)
        work.select(item_id)
        window.arranged.back_to_page(window.canvas)
        return
    section = section_of(window, item_id)
    if section:
        window.sections.go(section, item_id)
    else:
        work.said.emit(say("That is not in the workbook any more."))


def section_of(window: "MainWindow", item_id: str) -> str:
    """Return the section that shows something which stands on no page; empty if none does."""
    book = window.work.workbook
    kinds = (
        ("problem", book.problems), ("ideas", book.ideas), ("pdsa", book.cycles),
        ("meetings", book.meetings),
    )  # fmt: skip
    names = (name for name, every in kinds if any(it.id == item_id for it in every))
    return next((name for name in names if window.sections.knows(name)), "")
