"""Every sentence the program says passes through here, so that it can be said in any language.

Importable by all layers; imports none of them but the one that finds files.
"""

import gettext
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, update_wrapper, wraps
from typing import Concatenate, Final, Generic, ParamSpec, TypeVar

from ilead_studio.catalogue import Catalogue
from ilead_studio.resources import resource

WINDOW: Final = ""
"""The language of the window and of the command line's answers: no tag, the user's own."""
ENGLISH: Final = "en"
"""The language in which every sentence is written."""
_spoken: Final = ContextVar("spoken", default=WINDOW)
_IN_QUOTES: Final = re.compile(r"“\{(\w+)\}”")
_SINGLE: Final = str.maketrans("“”", "‘’")
_I_SOUND: Final = ("i", "í")

Values = ParamSpec("Values")
Answer = TypeVar("Answer")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say every sentence inside in a language: that of a packet, or ``WINDOW``."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def as_spoken_now(deed: Callable[Values, Answer]) -> Callable[Values, Answer]:
    """Return something that says its sentences in the language of here, wherever it is called."""
    reader = spoken_now()

    @wraps(deed)
    def done(*given: Values.args, **named: Values.kwargs) -> Answer:
        with speaking(reader):
            return deed(*given, **named)

    return done


def spoken_now() -> str:
    """Return the language in which sentences are said here; what keeps sentences asks for it."""
    return _spoken.get()


@cache
def languages() -> dict[str, str]:
    """Return the languages in which a packet can be said, by their tags, as they call themselves.

    One more is one more folder of ``translations`` with a ``packet.po``.
    """
    found = sorted(it.parts[-3] for it in resource("translations").glob("*/LC_MESSAGES/packet.po"))
    return {ENGLISH: "English"} | {it: packet_catalogue(it).name for it in found}


def language_known(tag: str) -> str:
    """Return the language in which a packet can be said for a tag such as es-MX; else English."""
    language = tag.casefold().split("-")[0]
    return language if language in languages() else ENGLISH


@cache
def packet_catalogue(language: str) -> Catalogue:
    """Return the sentences of packets in a language."""
    return Catalogue(resource("translations", language, "LC_MESSAGES", "packet.po"))


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Return what a language says; the window's is the system's, English when there is none.

    The window has a catalogue of its own, so it is never half in the language of packets.
    """
    if language == WINDOW:
        return gettext.translation("ilead_studio", resource("translations"), fallback=True)
    return gettext.NullTranslations() if language == ENGLISH else packet_catalogue(language)


class SaidOnce(Generic[Values, Answer]):
    """A function whose answers have sentences in them: those of each language are kept apart."""

    def __init__(self, function: Callable[Values, Answer], most: int) -> None:
        def answer(_language: str, *values: Values.args, **named: Values.kwargs) -> Answer:
            return function(*values, **named)

        kept = lru_cache(most)(answer)
        self._kept: Callable[Concatenate[str, Values], Answer] = kept
        self.cache_clear, self.cache_parameters = kept.cache_clear, kept.cache_parameters
        update_wrapper(self, function)

    def __call__(self, *values: Values.args, **named: Values.kwargs) -> Answer:
        """Answer, in the language that is spoken here."""
        return self._kept(_spoken.get(), *values, **named)


def said_once(most: int) -> Callable[[Callable[Values, Answer]], SaidOnce[Values, Answer]]:
    """Keep as many answers of a function, as ``lru_cache`` does for what says nothing."""
    return lambda function: SaidOnce(function, most)


def say(sentence: str, /, **parts: object) -> str:
    """Return a sentence in the language that is spoken here, with its parts put in.

    Parts are put in after translation and never read as a pattern themselves. Quotation marks in
    what is quoted are single ones.
    """
    translated = _catalogue(_spoken.get()).gettext(sentence)
    return translated.format(**parts | _inside(translated, parts)) if parts else translated


def _inside(sentence: str, parts: Mapping[str, object]) -> dict[str, str]:
    """Return the parts that stand in quotation marks and have some of their own."""
    quoted = ((name, parts[name]) for name in _quoted(sentence))
    return {name: it.translate(_SINGLE) for name, it in quoted if isinstance(it, str)}


@cache
def _quoted(sentence: str) -> tuple[str, ...]:
    """Return the names of the parts that stand in quotation marks."""
    return tuple(_IN_QUOTES.findall(sentence))


def in_every_language(sentence: str, /) -> tuple[str, ...]:
    """Return a sentence as the window and every packet says it: for what is read from paper."""
    found: dict[str, None] = {}
    for language in (WINDOW, *languages()):
        with speaking(language):
            found[say(sentence)] = None
    return tuple(found)


def count(number: int, one: str, many: str) -> str:
    """Return ``one`` or ``many`` with ``{number}`` put in: "1 cause", "4 causes"."""
    return _catalogue(_spoken.get()).ngettext(one, many, number).format(number=number)


def named_all(words: Sequence[str]) -> str:
    """Return several words in the middle of a sentence: "data, research and observation"."""
    if len(words) < 2:
        return "".join(words)
    first, last = ", ".join(words[:-1]), words[-1]
    if last.casefold().startswith(_I_SOUND):
        return say("{first} and {beginning_with_i}", first=first, beginning_with_i=last)
    return say("{first} and {last}", first=first, last=last)


def capital(words: str) -> str:
    """Return words with a capital letter first."""
    return words[:1].upper() + words[1:]


def short(words: str, most: int = 40) -> str:
    """Return words for the middle of a sentence: longer ones end in … after ``most`` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
