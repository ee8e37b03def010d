"""What was last selected on each page, the page that was in view last at the end."""

from collections.abc import Iterable

from ilead_studio.model import Page, Workbook, find


class LastPlaces:
    """Remembers for each page, by its id, the item that keys acted on."""

    def __init__(self) -> None:
        self._items: dict[str, str] = {}

    def remember(self, page: Page | None, item_id: str) -> None:
        """Remember what is selected on a page, as the newest."""
        if page is not None:
            self._items.pop(page.id, None)
            self._items[page.id] = item_id

    def on(self, workbook: Workbook, page_id: str) -> str:
        """Return what was last selected on a page; its root if that is not there any more."""
        last = self._items.get(page_id, page_id)
        return last if find(workbook, last) else page_id

    def last_of(self, pages: Iterable[Page]) -> str:
        """Return that of some pages which was last in view; empty when none was."""
        ids = {it.id for it in pages}
        return next((it for it in reversed(self._items) if it in ids), "")

    def forget(self) -> None:
        """Forget all of them: another workbook is in view."""
        self._items.clear()
