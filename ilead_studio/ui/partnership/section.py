"""The section Partnership: who works together, what each gains, and what belongs to whom."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.model import Party, PartyKind, Workbook
from ilead_studio.model.logo import LOGO_MAX
from ilead_studio.rules.family import family
from ilead_studio.rules.parties import page_with
from ilead_studio.rules.sieve import Sieve
from ilead_studio.ui.meanwhile.apart import Get
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.partnership.left import PartyLeft
from ilead_studio.ui.partnership.mark import printed_logo
from ilead_studio.ui.partnership.page import PartnershipPage
from ilead_studio.ui.partnership.removal import RemovalCard
from ilead_studio.ui.partnership.sentences import counts_words
from ilead_studio.words import say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class PartnershipView(QObject):
    """What the window shows of the section; it goes with its page when another look comes."""

    name = "partnership"

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._work = window, window.work
        self._page, self._left = (
            PartnershipPage(window.work, window.look),
            PartyLeft(window.work, window.look),
        )
        self.page: QWidget = self._page
        self.setParent(self._page)
        self.left: QWidget = self._left
        self.right: QWidget | None = None
        self._removal = RemovalCard(window.look, window.whole)
        self._removal.removed.connect(self._remove)
        self._page.asked.connect(self._do)
        self._page.added.connect(self._add)
        self._left.party_asked.connect(self._page.go_to)
        self._left.items_asked.connect(self._show_items)
        self._listen()

    def _listen(self) -> None:
        work = self._work
        self._page.moved.connect(self._window.show_state)
        self._first = Once(self._refresh_page, self._page)
        self._then = Once(self._refresh_left, self._page, beside)
        for signal in (work.renewed, work.changed, work.opened):
            signal.connect(self._first.ask)
            signal.connect(self._then.ask)
        work.turned.connect(self._refresh_page)
        work.turned.connect(self._refresh_left)
        self._page.refresh()
        self._left.refresh()

    def _refresh_page(self) -> None:
        if self._work.section == self.name:
            self._page.refresh()

    def _refresh_left(self) -> None:
        if self._work.section == self.name:
            self._left.refresh()
            self._window.show_state()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say how much there is."""
        return counts_words(self._work.workbook)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help where the keyboard is."""
        if has_keyboard(self._left):
            return (say("Enter  show only these"), say("Arrows  walk"))
        return (say("Tab, Enter  next field"), say("Alt+Left, Right  move the party"),
                say("Esc  as it was"))  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        return {
            "next": self._page.ask_new,
            "move up": lambda: self._move(-1),
            "move down": lambda: self._move(1),
            "delete": lambda: self._do("remove", self._here),
        }

    def why_not(self, name: str) -> str:
        """Say what is lacking for a command."""
        if name != "next" and not self._here:
            return say("Go to the card of a party first.")
        return ""

    def show_item(self, item_id: str) -> None:
        """Show the card of a party."""
        self._page.refresh()
        self._page.go_to(item_id)

    # --- what is done ----------------------------------------------------------------------------
    @property
    def _here(self) -> str:
        """The party whose card has the keyboard, or nothing."""
        card = self._page.card_with(self._window.focusWidget())
        return card.party_id if card else ""

    def _party(self, party_id: str) -> Party | None:
        return next((it for it in self._work.workbook.parties if it.id == party_id), None)

    def _do(self, asked: str, party_id: str) -> None:
        """Do what a card asks for."""
        deeds = {
            "show": lambda: self._show_items(party_id),
            "logo": lambda: self._ask_logo(party_id),
            "no logo": lambda: self._put_logo(party_id, b""),
            "remove": lambda: self._ask_removal(party_id),
            "move -1": lambda: self._move(-1, party_id),
            "move 1": lambda: self._move(1, party_id),
        }
        deeds[asked]()

    def _add(self, name: str, kind: str) -> None:
        new_id = self._work.ids()
        known: PartyKind = next(it for it in get_args(PartyKind) if it == kind)
        words = say("add a party")
        if self._work.step(words, lambda book: edits.add_party(book, new_id, name, known)):
            self._page.stop_asking()
            self._page.refresh()
            short_name = self._page.cards[new_id].fields["short"]
            short_name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._page.new.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, step: int, party_id: str = "") -> None:
        """Move a party among the others; colours go by its place."""
        ids = [it.id for it in self._work.workbook.parties]
        party = self._party(party_id or self._here)
        if party is None:
            return
        at = ids.index(party.id)
        if not 0 <= at + step < len(ids):
            self._work.said.emit(say("It stands at the end already."))
            return
        to = at + step + (step > 0)
        before = ids[to] if to < len(ids) else None
        words = say("move the party “{name}”", name=short(party.name))
        self._work.step(words, lambda book: edits.move_party(book, party.id, before))

    def _ask_removal(self, party_id: str) -> None:
        party = self._party(party_id)
        if party is not None and not self._work.refuses():
            more = self._page.cards[party_id].more
            below = more.mapTo(self._window.whole, more.rect().bottomLeft())
            self._removal.ask(self._work.workbook, party, below + QPoint(0, 4))

    def _remove(self, party_id: str, heir_id: str) -> None:
        party, heir = self._party(party_id), heir_id or None
        if party is not None:
            words = say("remove the party “{name}”", name=short(party.name))
            self._work.step(words, lambda book: edits.delete_party(book, party_id, heir))
            self._page.refresh()

    def _ask_logo(self, party_id: str) -> None:
        if not self._work.refuses():
            folder = self._work.path.parent if self._work.path else Path.home()
            self._window.dialogs.picture_path(folder, lambda path: self._take(party_id, path))

    def _take(self, party_id: str, path: Path) -> None:
        """Take a picture from a file as the logo."""
        disk = self._window.around.disk

        def on_read(get: Get[bytes]) -> None:
            try:
                data = get()
            except OSError as error:
                large = say("“{name}” is too large. A logo has at most 1 MiB.", name=path.name)
                other = say("“{name}” cannot be read. Nothing was changed.", name=path.name)
                self._work.said.emit(large if error.errno == errno.EFBIG else other)
            else:
                self._put_logo(party_id, printed_logo(data))

        words = say("Opening “{name}” …", name=path.name)
        self._window.filing.reading.ask(lambda: lambda _: disk.read(path, LOGO_MAX), on_read, words)

    def _put_logo(self, party_id: str, data: bytes) -> None:
        words = say("choose a logo") if data else say("take the logo away")

        def edit(book: Workbook) -> Workbook:
            return edits.put_logo(book, party_id, data)

        self._work.step(words, edit)

    def _show_items(self, party_id: str) -> None:
        """Go to the diagram with the items of one party in full and all others faded."""
        here, party = self._work.page, self._party(party_id)
        if party is None:
            return
        items = family(self._work.workbook, here).items.values() if here else ()
        has_some = any(party_id in it.parties for it in items)
        page = here if has_some else page_with(self._work.workbook, party_id)
        if page is None:
            told = say("Nothing on a page belongs to {name} yet.", name=party.name)
            self._work.said.emit(told)
            return
        self._work.open_page(page.id)
        self._work.look(sieve=Sieve(party=party_id))
        self._window.arranged.back_to_page()
        self._work.said.emit(say("Only what belongs to {name}. Esc shows all.", name=party.name))
