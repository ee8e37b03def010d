"""How soon it is known what makes small words larger: the first offer, and all of them."""

from datetime import date
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from test_speed_print import YARD_MS
from workbooks import key, wide_fishbone

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.offers import Offering
from ilead_studio.model import Packet, PrintedPage

pytestmark = pytest.mark.usefixtures("quiet")


def test_offers_for_160_causes_come_one_by_one(table: Table) -> None:
    book, pages = wide_fishbone(160), (PrintedPage(kind="fishbone"),)
    packet = Packet(id=key("packet"), name="All", pages=pages)
    made = make_packet(book, packet, date(2026, 11, 24))
    search = Offering(book, packet, made, packet_pdf(made.leaves, made.outfit))
    scale = YARD_MS / median(yard() for _ in range(9))
    began, first = process_time(), 0.0
    while not search.is_done:
        search.go_on()
        if not first and search.found[0].offers:
            first = process_time() - began
    taken = process_time() - began
    table.add("first offer for small words, 160 causes", first * 1_000 * scale, 500, "ms")
    table.add("all offers, the poster with them", taken * 1_000 * scale, 3_000, "ms")
