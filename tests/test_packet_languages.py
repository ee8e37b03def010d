"""The catalogues of packets: whole, in step with the program, and never the window's."""

import gettext
import re
from datetime import date
from typing import Literal, get_args, get_origin

import pytest
from sentences import KEEPING, reached, said_in, sources

from ilead_studio import words
from ilead_studio.handouts import make_packet
from ilead_studio.model import Record, replace
from ilead_studio.packet.presets import presets
from ilead_studio.resources import resource
from ilead_studio.rules.days import dated_words, read_day, short_day
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.words import ENGLISH, languages, named_all, packet_catalogue, say, speaking

OTHERS = [it for it in languages() if it != ENGLISH]
PRINTING = (
    ("ilead_studio.handouts.making", "make_packet"),
    ("ilead_studio.handouts.packet_file", "packet_pdf"),
    ("ilead_studio.office", "made"),
    ("ilead_studio.office", "spreadsheet"),
    ("ilead_studio.office", "csv_table"),
)
"""What makes a packet, from which all is reached that it says."""
TO_WHOEVER_PRINTS = frozenset({
    "Seen._of_names", "_unprinted", "notice", "poster_words", "gone", "does_not_fit", "_font",
    "_image", "why_no_room",
})  # fmt: skip
"""What says something to whoever prints, never to readers: in the language of the window."""
FIELD = re.compile(r"\{\w*\}")
NUMBER = {"{number}"}
"""It may be a word in the singular, so only the plural must say it."""
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_that_can_be_printed_has_one_in_the_language(language: str) -> None:
    known = packet_catalogue(language).sentences()
    printed = said_in(reached(*PRINTING), TO_WHOEVER_PRINTS)
    assert len(printed) > 900
    assert {it: name for it, name in printed.items() if it not in known} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_that_a_field_can_hold_has_one_in_the_language(language: str) -> None:
    known = packet_catalogue(language).sentences()
    assert {it for it in values_of(Record) if it not in known} == set()


def values_of(kind: type[Record]) -> set[str]:
    """Return the words of which a field of any record holds one: they stand in what changed."""
    own = {it for info in kind.model_fields.values() for it in choices(info.annotation)}
    below = (it for it in kind.__subclasses__() if it.__module__.startswith("ilead_studio.model"))
    return own.union(*map(values_of, below))


def choices(annotation: object) -> set[str]:
    if get_origin(annotation) is Literal:
        return {it for it in get_args(annotation) if isinstance(it, str) and it}
    return set[str]().union(*map(choices, get_args(annotation)))


@pytest.mark.parametrize("language", OTHERS)
def test_a_packet_of_everything_looks_no_sentence_up_in_vain(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    missed: list[str] = []

    class Missed(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            missed.append(message)
            return message

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            missed.append(msgid1)
            return msgid1 if n == 1 else msgid2

    monkeypatch.setattr(packet_catalogue(language), "_fallback", Missed())
    workbook = open_workbook(resource("examples", "new-teachers.ilead"), Disk()).workbook
    everything = next(it for it in presets(workbook) if it.name == "everything")
    make_packet(workbook, replace(everything.packet("aaaaaaaaaa"), language=language), DAY)
    assert missed == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_keeps_its_parts_and_its_edges(language: str) -> None:
    for english, forms in packet_catalogue(language).sentences().items():
        for said in forms:
            parts, there = set(FIELD.findall(english)), set(FIELD.findall(said))
            more = NUMBER if forms[1:] else set()
            assert parts - NUMBER <= there <= parts | more, english
            assert (english[:1] == " ", english[-1:] == " ") == (said[:1] == " ", said[-1:] == " ")


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_nothing_that_the_program_no_longer_says(language: str) -> None:
    said = set[str]().union(*(it.texts for it in sources().values()))
    assert packet_catalogue(language).sentences().keys() - values_of(Record) - said == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_number_has_as_many_forms_as_the_language(language: str) -> None:
    for forms in packet_catalogue(language)._many.values():
        assert len(forms) == 2
        assert all(forms)


def test_what_keeps_sentences_keeps_those_of_each_language_apart() -> None:
    kept = [it for it, said in sources().items() if said.decorated & {*KEEPING}]
    assert len(kept) > 50
    every = {"_month_names"}  # asks for all languages
    saying = [it for it in kept if said_in(reached(it), TO_WHOEVER_PRINTS)]
    assert [it for it in saying if it[1] not in every] == []


def test_a_language_holds_inside_and_ends_even_after_a_fault() -> None:
    with speaking("es"):
        assert say("Driver") == "Impulsor"
        with speaking(words.WINDOW):
            assert say("Driver") == "Driver"
        assert say("Driver") == "Impulsor"
    with pytest.raises(KeyError), speaking("es"):
        raise KeyError
    assert say("Driver") == "Driver"


def test_the_window_never_speaks_from_the_catalogue_of_packets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "es")
    words._catalogue.cache_clear()
    assert say("Driver") == "Driver"


def test_days_are_said_as_the_language_says_them_and_read_in_any() -> None:
    with speaking("es"):
        assert dated_words(DAY) == "22 de noviembre de 2026"
        assert short_day(date(2026, 1, 5)) == "5 ene"
    assert read_day("22 de noviembre de 2026".replace("de ", ""), DAY) == DAY
    assert read_day("5 ene 2027", DAY) == date(2027, 1, 5)


def test_and_is_another_word_before_the_same_sound() -> None:
    with speaking("es"):
        assert named_all(["River", "Hills", "University"]) == "River, Hills y University"
        assert named_all(["datos", "investigación"]) == "datos e investigación"
    assert named_all(["data", "interviews"]) == "data and interviews"


def test_a_language_is_known_by_its_tag_and_else_it_is_english() -> None:
    assert [words.language_known(it) for it in ("es", "es-MX", "ES", "en-US", "de", "")] == [
        "es", "es", "es", "en", "en", "en"
    ]  # fmt: skip
    assert languages()["es"] == "Español"
