"""What is told of a file that would be lost: nothing of it is left out but plans of layouts."""

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Packet
from ilead_studio.rules.changed import compared, count_words, lines_of, sections


def test_what_stands_on_no_page_is_told_too() -> None:
    old = both()
    new = edits.add_packet(old, Packet(id=key("wall"), name="For the wall"))
    told = sections(compared(old, "file"), compared(new, "file"))
    assert count_words(told) == "1 change"
    assert [it.sort for it in lines_of(told)] == ["added"]
    kept = sections(compared(old, "snapshot"), compared(new, "snapshot"))
    assert kept == (), "a snapshot keeps no packets"
