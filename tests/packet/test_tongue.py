"""In which language a packet is said, and which words in it are in the workbook's own."""

import pytest
from workbooks import key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Fishbone, Packet, Workbook, replace
from ilead_studio.packet.tongue import NONE_OWN, OwnWords, Tongue, language_of, own_words, tag_of

HEAD = "One in three ninth graders misses school"
BOOK = Workbook(title="Coming to school", fishbones=(Fishbone(id=key("f"), ref="F1", head=HEAD),))
PACKET = Packet(id=key("packet"), name="Packet")
SPANISH = replace(PACKET, language="es")


@pytest.mark.parametrize(
    ("workbook", "packet", "language", "tag"),
    [
        ("en-US", None, "en", "en-US"),
        ("en-GB", "en", "en", "en-GB"),
        ("es-MX", None, "es", "es-MX"),
        ("en-US", "es", "es", "es"),
        ("es", "en", "en", "en-US"),
        ("de", None, "en", "en-US"),
    ],
)
def test_a_packet_is_said_in_its_own_language_or_the_workbooks(
    workbook: str, packet: str | None, language: str, tag: str
) -> None:
    book, it = replace(BOOK, language=workbook), replace(PACKET, language=packet)
    assert (language_of(book, it), tag_of(book, it)) == (language, tag)


def test_the_language_of_a_packet_is_an_edit_like_any_other() -> None:
    book = edits.add_packet(BOOK, PACKET)
    there = edits.put_packet(book, PACKET.id, language="es")
    assert there.packets[0].language == "es"
    assert edits.put_packet(there, PACKET.id, language=None) == book
    with pytest.raises(EditError):
        edits.put_packet(book, PACKET.id, language="no tag")


def test_in_which_language_the_workbook_is_typed_is_an_edit_too() -> None:
    assert edits.put_language(BOOK, "es-MX").language == "es-MX"
    with pytest.raises(EditError):
        edits.put_language(BOOK, "Español de México")


def test_nothing_is_tagged_where_all_is_in_one_language() -> None:
    assert own_words(BOOK, PACKET) is NONE_OWN
    assert own_words(replace(BOOK, language="es-MX"), SPANISH) is NONE_OWN
    assert [*Tongue("en-US").parts(HEAD)] == [(HEAD, "en-US")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (HEAD, [(HEAD, "en-US")]),
        (f"Problema: {HEAD} (F1).", [("Problema: ", ""), (HEAD, "en-US"), (" (F1).", "")]),
        ("“Coming to school”", [("“", ""), ("Coming to school", "en-US"), ("”", "")]),
        ("Coming to schools", [("Coming to schools", "")]),
        ("F1 One in three ninth…", [("F1 ", ""), ("One in three ninth…", "en-US")]),
        ("One in three ninth\ngraders misses school", [("One in three ninth\ngraders misses school",
                                                        "en-US")]),
        ("Todavía no hay causas.", [("Todavía no hay causas.", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_what_was_typed_is_found_in_a_sentence(text: str, parts: list[tuple[str, str]]) -> None:
    assert [*own_words(BOOK, SPANISH).parts(text)] == parts


def test_a_single_word_is_tagged_where_it_stands_alone() -> None:
    own = OwnWords("en-US", {"Families": ("Families",)})
    assert [*own.parts("Families")] == [("Families", "en-US")]
    assert [*own.parts("Para Families y escuelas")] == [("Para Families y escuelas", "")]


def test_parts_are_the_whole_text_however_it_is_cut() -> None:
    own = own_words(BOOK, SPANISH)
    for text in (HEAD * 3, f"… {HEAD}", f"{HEAD}…", "…", " One ", "Coming to school Coming to"):
        assert "".join(part for part, _ in own.parts(text)) == text
