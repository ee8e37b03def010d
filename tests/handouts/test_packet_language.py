"""A packet in another language than its workbook: what is said, what is tagged, who is told."""

from datetime import date

from pdf_reading import read, ua_faults
from printing import of_pages
from workbooks import both, key

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import Packet, PrintedPage, Workbook, replace
from ilead_studio.packet.leaf import Leaf

TODAY = date(2026, 11, 24)
OUTLINE = PrintedPage(kind="outline")
DIAGRAM = PrintedPage(kind="fishbone")


def test_sentences_are_spanish_and_what_was_typed_stays_and_is_tagged() -> None:
    reading = read(of_pages(both(), PrintedPage(kind="cover"), OUTLINE, language="es").pdf)
    assert reading.language == "es"
    tagged = {it.text: it.language for it in reading.heard if it.language}
    assert set(tagged.values()) == {"en-US"}
    assert "Talk about books" in tagged
    assert "Contenido" in reading.of("H2")
    assert "Contenido" not in tagged
    assert reading.faults == []


def test_words_inside_a_sentence_stand_in_a_span_of_their_own() -> None:
    reading = read(of_pages(both(), PrintedPage(kind="next-steps"), OUTLINE, language="es").pdf)
    spans = [it.text for it in reading.heard if it.tag == "Span" and it.language]
    assert spans


def test_a_diagram_is_drawn_and_heard_in_the_language() -> None:
    made = of_pages(both(), DIAGRAM, OUTLINE, language="es")
    reading = read(made.pdf)
    assert ua_faults(made.pdf) == []
    assert "Espina de pescado" in " ".join(reading.of("H1", "P"))
    words = {it.text for it in reading.heard if it.language == "en-US"}
    assert {page.head for page in both().fishbones} <= words


def test_a_workbook_in_spanish_prints_in_spanish_and_tags_nothing() -> None:
    book = replace(both(), language="es-MX")
    reading = read(of_pages(book, OUTLINE).pdf)
    assert reading.language == "es-MX"
    assert not any(it.language for it in reading.heard)
    assert "página 1 de" in " ".join(reading.artifacts)


def test_the_same_packet_in_two_languages_never_mixes_them() -> None:
    first = of_pages(both(), DIAGRAM, OUTLINE).pdf
    spanish = of_pages(both(), DIAGRAM, OUTLINE, language="es").pdf
    assert of_pages(both(), DIAGRAM, OUTLINE).pdf == first
    assert of_pages(both(), DIAGRAM, OUTLINE, language="es").pdf == spanish
    assert first != spanish


def test_whoever_prints_is_told_in_the_language_of_the_window() -> None:
    book: Workbook = both()
    packet = Packet(
        id=key("packet"), name="All", pages=(DIAGRAM, OUTLINE), redact=True, language="es"
    )
    made = make_packet(book, packet, TODAY)
    handout = packet_pdf(made.leaves, made.outfit)
    told = " ".join((*made.warnings, *made.said, *handout.notices))
    assert "look the pages through" in told
    assert all(word not in told for word in ("papel", "texto", "nombre", "elemento"))


def test_large_print_and_a_page_of_ones_own_speak_the_language_too() -> None:
    packet = Packet(id=key("packet"), name="All", pages=(OUTLINE,), large=True, paper="own")
    made = make_packet(both(), replace(packet, language="es"), TODAY)
    first = made.leaves[0]
    assert isinstance(first, Leaf)
    assert "24 de noviembre de 2026" in str(first.about)
    assert made.outfit.paper.name.endswith("inch paper")
