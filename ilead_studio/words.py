"""Every sentence the program says passes through here, so that it can be said in any language.

Importable by all layers; imports none of them but the one that finds files.
"""

import gettext
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from ilead_studio.resources import resource

_IN_QUOTES: Final = re.compile(r"“\{(\w+)\}”")
_SINGLE: Final = str.maketrans("“”", "‘’")


@cache
def _catalogue() -> gettext.NullTranslations:
    """Return the catalogue of the system's language; English when there is none."""
    return gettext.translation("ilead_studio", resource("translations"), fallback=True)


def say(sentence: str, /, **parts: object) -> str:
    """Return a sentence in the window's language, with its parts put in.

    Parts are put in after translation and never read as a pattern themselves. Quotation marks in
    what is quoted are single ones.
    """
    translated = _catalogue().gettext(sentence)
    return translated.format(**parts | _inside(translated, parts)) if parts else translated


def _inside(sentence: str, parts: Mapping[str, object]) -> dict[str, str]:
    """Return the parts that stand in quotation marks and have some of their own."""
    quoted = ((name, parts[name]) for name in _quoted(sentence))
    return {name: it.translate(_SINGLE) for name, it in quoted if isinstance(it, str)}


@cache
def _quoted(sentence: str) -> tuple[str, ...]:
    """Return the names of the parts that stand in quotation marks."""
    return tuple(_IN_QUOTES.findall(sentence))


def count(number: int, one: str, many: str) -> str:
    """Return ``one`` or ``many`` with ``{number}`` put in: "1 cause", "4 causes"."""
    return _catalogue().ngettext(one, many, number).format(number=number)


def named_all(words: Sequence[str]) -> str:
    """Return several words in the middle of a sentence: "data, research and observation"."""
    if len(words) < 2:
        return "".join(words)
    return say("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    """Return words with a capital letter first."""
    return words[:1].upper() + words[1:]


def short(words: str, most: int = 40) -> str:
    """Return words for the middle of a sentence: longer ones end in … after ``most`` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
