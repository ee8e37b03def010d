"""What every group of the inspector is made of, and what all of them see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Cause, Item, Page, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.outline import Row
from ilead_studio.storage.settings import Settings
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import say

_WORDS = frozenset({"text", "notes"})


@dataclass(frozen=True, slots=True)
class Seen:
    """The selected items of the page in view, each with its row; the slot is not among them."""

    page: Page | None = None
    rows: tuple[Row, ...] = ()
    items: tuple[Item, ...] = ()
    workbook: Workbook = field(default_factory=Workbook)

    @property
    def one(self) -> Item | None:
        """The item, when it is the only one."""
        return self.items[0] if len(self.items) == 1 else None

    def having(self, name: str) -> tuple[Item, ...]:
        """Return the items that have a field; a bone is a heading, and has only words and notes."""
        return tuple(
            it
            for it in self.items
            if name in type(it).model_fields and (name in _WORDS or not self.is_bone(it))
        )

    def is_bone(self, item: Item) -> bool:
        """Tell whether an item is a bone."""
        return isinstance(item, Cause) and self.page is not None and item.parent_id == self.page.id

    def values(self, name: str) -> tuple[Any, ...]:
        """Return what the items that have a field say there."""
        return tuple(getattr(it, name) for it in self.having(name))

    def common(self, name: str) -> tuple[Any, bool]:
        """Return what all items say in a field, or None and that they differ."""
        values = self.values(name)
        is_mixed = any(it != values[0] for it in values)
        return (None if is_mixed or not values else values[0]), is_mixed


def seen(work: Work) -> Seen:
    """Return what is selected."""
    page = work.page
    if page is None:
        return Seen()
    chosen = frozenset(work.ids_selected) - {SLOT_ID}
    rows = tuple(row for row in work.rows if row.id in chosen)
    records = family(work.workbook, page).items
    items = tuple(page if row.id == page.id else records[row.id] for row in rows)
    return Seen(page, rows, items, work.workbook)


class Group(QWidget):
    """A heading, and under it a part of what is known; a closed one has only its heading.

    ``tell`` fills it, and is asked only while it is open. ``gone_to`` names an item to be shown,
    ``grown`` a part that opened and should be in sight; ``link_asked`` wants one more link,
    ``aim_asked`` to build the aim.
    """

    name = ""
    """By which it is remembered whether it is closed."""
    starts_closed = False
    reads: "Callable[[Work], Seen]" = staticmethod(seen)
    """What is selected, and where: on the page in view, or in a list of its own."""
    gone_to = Signal(str)
    grown = Signal(QWidget)
    link_asked = Signal()
    aim_asked = Signal()

    def __init__(self, work: Work, look: Look, title: str) -> None:
        super().__init__()
        self._work, self._look, self._title = work, look, title
        self._seen = Seen()
        self._memory: Settings | None = None
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, look.px(12))
        stack.setSpacing(0)
        self.heading = _Heading(look, title)
        self.heading.clicked.connect(lambda: self.open(is_open=not self.is_open))
        self.inner = QWidget()
        self.stack = QVBoxLayout(self.inner)
        self.stack.setContentsMargins(look.px(4), 0, look.px(4), 0)
        self.stack.setSpacing(look.px(4))
        stack.addWidget(self.heading)
        stack.addWidget(self.inner)
        self.heading.show_open(is_open=True)

    def remember(self, memory: Settings) -> None:
        """Be as it was left the last time."""
        self._memory = memory
        closed = memory.is_on(self._key) if memory.has(self._key) else self.starts_closed
        self._show_open(is_open=not closed)

    @property
    def _key(self) -> str:
        return f"inspector/{self.name}-closed"

    @property
    def is_open(self) -> bool:
        """Whether more than its heading is shown."""
        return not self.inner.isHidden()

    def open(self, *, is_open: bool = True) -> None:
        """Open it, or close it, and remember that."""
        self._show_open(is_open=is_open)
        if self._memory is not None:
            self._memory.switch(self._key, on=not is_open)
        self.see(self._seen)

    def _show_open(self, *, is_open: bool) -> None:
        self.inner.setVisible(is_open)
        self.heading.show_open(is_open=is_open)

    def see(self, it: Seen) -> None:
        """Show what is selected, or nothing when that has nothing of the kind."""
        self._seen = it
        fits = self.fits(it)
        self.setVisible(fits)
        if fits and self.is_open:
            self.inner.setEnabled(not self._work.read_only)
            self.tell(it)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Tell whether there is anything to show; a group is made when there first is."""
        raise NotImplementedError

    def tell(self, it: Seen) -> None:
        """Show what is known."""
        raise NotImplementedError

    def say_mixed(self, *, is_mixed: bool) -> None:
        """Say in the heading whether the selected items differ."""
        words = say("{title} · mixed", title=self._title) if is_mixed else self._title
        if self.heading.text() != words:
            self.heading.setText(words)

    def put(self, label: str, *, burst: str = "", **fields: object) -> None:
        """Give all selected items other values, as one step; a ``burst`` joins those of its name.

        Words that are not changed make no step.
        """
        ids = tuple(it.id for it in self._seen.having(next(iter(fields))))
        if all(getattr(it, name) == value for it in self._seen.items if it.id in ids
               for name, value in fields.items()):  # fmt: skip
            return
        key = (burst, ids) if burst else None
        self._work.step(label, lambda book: edits.put(book, ids, **fields), merge_key=key)
        self.see_again()

    def put_each(
        self, label: str, field: str, given: Mapping[str, object], *, burst: str = ""
    ) -> None:
        """Give each item a value of its own in a field, all as one step."""

        def edit(book: Workbook) -> Workbook:
            for item_id, value in given.items():
                book = edits.put(book, [item_id], **{field: value})
            return book

        self._work.step(label, edit, merge_key=(burst, *given) if burst else None)
        self.see_again()

    def see_again(self) -> None:
        """Show what is selected as it is now, also after a refusal."""
        self.see(self.reads(self._work))

    def end_burst(self) -> None:
        """End a burst of typing, and show its words as they are kept."""
        self._work.session.break_merge()
        self.see_again()


class Kind(Protocol):
    """A class of groups: whether it has something to show, and how a group is made."""

    def fits(self, it: Seen) -> bool:
        """Tell whether there is anything to show."""

    def __call__(self, work: Work, look: Look) -> Group:
        """Make one."""


class _Heading(QPushButton):
    """The title of a group; pressing it opens or closes the group."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(title)
        self._look = look
        self.setProperty("kind", "group")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 4, 0)
        line.addStretch(1)
        self._sign = QLabel()
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._sign)

    def show_open(self, *, is_open: bool) -> None:
        """Show whether the group is open."""
        name = "chevron-down" if is_open else "chevron-right"
        side = self._look.px(14)
        self._sign.setPixmap(pixmap(name, self._look.theme.ink_soft, side, 2.0))
        self._sign.setFixedSize(QSize(side, side))
        words = say("Close") if is_open else say("Open")
        self.setAccessibleDescription(words)
