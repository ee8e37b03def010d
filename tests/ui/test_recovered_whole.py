"""What is offered after a crash tells everything that was typed, not only what stands on pages."""

from hands import Desk
from journals import state
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Packet
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import Base, Journal
from ilead_studio.ui.files.keeping import Keeping, journal_folder
from ilead_studio.ui.files.offer_card import OfferCard
from ilead_studio.ui.files.offering import offer_found


def test_a_packet_alone_is_told(desk: Desk) -> None:
    keeping = Keeping(desk.window)
    journal = Journal(journal_folder(desk.window.around), Disk())
    book = edits.add_packet(both(), Packet(id=key("wall"), name="For the wall"))
    journal.keep(state(book, Base(both(), b"", None)))
    journal.let_go()
    offer_found(desk.window, keeping)
    desk.settle()
    (card,) = desk.window.findChildren(OfferCard)
    assert [it.words for it in card.typed.lines] == ["Added: For the wall"]
    keeping.end()
