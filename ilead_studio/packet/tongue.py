"""In which language a packet is said, and which of its words are the workbook's own.

What somebody typed stays as it was typed. Where it is in another language than the sentences
around it, every painter tags it, so that it is read aloud as what it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pydantic import BaseModel

from ilead_studio.model import Packet, Workbook
from ilead_studio.words import ENGLISH, language_known

_TAGS: Final = {ENGLISH: "en-US"}
"""The tag of a language whose sentences are those of one country; that of others is its own."""
_NO_WORDS: Final = frozenset({"id", "ref", "language", "kind", "snapshots", "packets", "logo"})
"""Fields in which there is nothing that is printed as it was typed."""
_WORD: Final = re.compile(r"\w+")
_ALIKE: Final = str.maketrans("\n“”", " ‘’")
"""What is set otherwise than it was typed: lines are broken, quotes within quotes are single."""


def language_of(workbook: Workbook, packet: Packet) -> str:
    """Return the language in which the sentences of a packet are said."""
    return language_known(packet.language or workbook.language)


def tag_of(workbook: Workbook, packet: Packet) -> str:
    """Return the tag of the language of a packet: the workbook's own if it is of the same one."""
    language = language_of(workbook, packet)
    if _plain(workbook.language) == language:
        return workbook.language
    return workbook_tag(language)


def workbook_tag(language: str) -> str:
    """Return the tag of a workbook whose words are in a language."""
    return _TAGS.get(language, language)


def _plain(tag: str) -> str:
    return tag.casefold().split("-")[0]


@dataclass(frozen=True)
class OwnWords:
    """What somebody typed, if it is in another language than the sentences; else nothing.

    ``texts`` are known by how they begin. ``language`` is their tag.
    """

    language: str = ""
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def has(self, text: str) -> bool:
        """Tell whether a text is what somebody typed and nothing else."""
        return bool(text) and self._long_at(text.translate(_ALIKE), 0, least=1) == len(text)

    def parts(self, whole: str) -> Iterator[tuple[str, str]]:
        """Cut a text into what somebody typed, with its language, and what is said around it.

        A single word inside a sentence is left alone: most are names, and others are of both.
        """
        text, begun, at = whole.translate(_ALIKE), 0, 0
        if self.has(text):
            yield whole, self.language
            return
        while at < len(text):
            found = self._long_at(text, at, least=2)
            if not found:
                at = _next_word(text, at)
                continue
            if at > begun:
                yield whole[begun:at], ""
            yield whole[at : at + found], self.language
            begun = at = at + found
        if begun < len(text):
            yield whole[begun:], ""

    def _long_at(self, text: str, at: int, *, least: int) -> int:
        """Return how much of a text from a place on was typed; one that is cut ends in …."""
        word = _WORD.search(text, at)
        if word is None or word.start() > at + 1:
            return 0
        for known in self.texts.get(word[0], ()):
            if len(_WORD.findall(known)) < least:
                continue
            if text.startswith(known, at) and not text[at + len(known) :][:1].isalnum():
                return len(known)
            cut = text.find("…", at)
            if cut - at > len(word[0]) and known.startswith(text[at:cut].rstrip()):
                return cut + 1 - at
        return 0


NONE_OWN: Final = OwnWords()
"""All is in one language."""


class Tongue(NamedTuple):
    """The tag of the language of a file, and which words in it are in another one."""

    tag: str
    own: OwnWords = NONE_OWN

    def parts(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text into parts of one language each, with its tag."""
        for part, language in self.own.parts(text) if self.own else ((text, ""),):
            yield part, language or self.tag


def own_words(workbook: Workbook, packet: Packet) -> OwnWords:
    """Return the words of a workbook as a packet shows them; none if all is in one language."""
    if _plain(workbook.language) == language_of(workbook, packet):
        return NONE_OWN
    known: dict[str, list[str]] = {}
    typed = {text.translate(_ALIKE) for text in _typed(workbook)}
    for text in sorted(typed, key=lambda text: (-len(text), text)):
        word = _WORD.search(text)
        if word is not None:
            known.setdefault(word[0], []).append(text)
    return OwnWords(workbook.language, {word: tuple(its) for word, its in known.items()})


def _typed(value: object) -> Iterator[str]:
    """Give every text in a record, line by line as well."""
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, BaseModel):
        for name, its in value:
            if name not in _NO_WORDS:
                yield from _typed(its)
    elif isinstance(value, Iterable):
        for it in value:
            yield from _typed(it)


def _next_word(text: str, at: int) -> int:
    """Return where the next word begins, behind the one that stands at a place."""
    here = _WORD.match(text, at)
    following = _WORD.search(text, here.end() if here else at + 1)
    return following.start() if following else len(text)
