"""What somebody hears who cannot see the page: the packet of a team meeting, read in order.

``ILEAD_STUDIO_GOLDEN=1`` keeps the text anew: read it aloud before it is committed.
"""

import os
from datetime import date
from pathlib import Path

from pdf_reading import Heard, read

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import Packet
from ilead_studio.packet.presets import presets
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

KEPT = Path(__file__).parents[1] / "golden" / "team-meeting-read-aloud.txt"
TODAY = date(2026, 11, 24)


def spoken(heard: list[Heard]) -> str:
    """Write what is heard, an element with words a line, as deep as it stands."""
    lines = (f"{'  ' * it.depth}{it.tag}: {it.text}" for it in heard if it.text.strip())
    return "\n".join(lines) + "\n"


def test_the_packet_of_a_meeting_is_read_aloud_as_it_was() -> None:
    workbook = open_workbook(resource("examples", "attendance.ilead"), Disk()).workbook
    team = next(it for it in presets(workbook) if it.name == "team-meeting")
    packet = Packet(id="aaaaaaaaaa", name="Team meeting", pages=team.pages)
    made = make_packet(workbook, packet, TODAY)
    reading = read(packet_pdf(made.leaves, made.outfit).pdf)
    assert reading.faults == []
    words = spoken(reading.heard)
    if os.environ.get("ILEAD_STUDIO_GOLDEN"):
        KEPT.write_text(words, encoding="utf-8", newline="\n")
    assert words == KEPT.read_text(encoding="utf-8")
