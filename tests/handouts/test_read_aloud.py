"""What somebody hears who cannot see the page: the packet of a team meeting, read in order.

``ILEAD_STUDIO_GOLDEN=1`` keeps the texts anew: read them aloud before they are committed.
"""

import os
from datetime import date
from pathlib import Path

import pytest
from pdf_reading import Heard, Reading, read, ua_faults

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import Packet
from ilead_studio.packet.presets import presets
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

GOLDEN = Path(__file__).parents[1] / "golden"
TODAY = date(2026, 11, 24)


def spoken(heard: list[Heard]) -> str:
    """Write what is heard, an element with words a line, as deep as it stands."""
    lines = (f"{'  ' * it.depth}{_called(it)}: {it.text}" for it in heard if it.text.strip())
    return "\n".join(lines) + "\n"


def _called(it: Heard) -> str:
    return f"{it.tag} [{it.language}]" if it.language else it.tag


def meeting(language: str | None = None) -> bytes:
    """Print the packet of a team meeting."""
    workbook = open_workbook(resource("examples", "attendance.ilead"), Disk()).workbook
    team = next(it for it in presets(workbook) if it.name == "team-meeting")
    packet = Packet(id="aaaaaaaaaa", name="Team meeting", pages=team.pages, language=language)
    made = make_packet(workbook, packet, TODAY)
    return packet_pdf(made.leaves, made.outfit).pdf


def assert_reads_as(reading: Reading, name: str) -> None:
    assert reading.faults == []
    words, kept = spoken(reading.heard), GOLDEN / name
    if os.environ.get("ILEAD_STUDIO_GOLDEN"):
        kept.write_text(words, encoding="utf-8", newline="\n")
    assert words == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "tag", "name"),
    [
        (None, "en-US", "team-meeting-read-aloud.txt"),
        ("es", "es", "team-meeting-read-aloud-es.txt"),
    ],
)
def test_the_packet_of_a_meeting_is_read_aloud_as_it_was(
    language: str | None, tag: str, name: str
) -> None:
    pdf = meeting(language)
    reading = read(pdf)
    assert reading.language == tag
    assert ua_faults(pdf) == []
    assert_reads_as(reading, name)
