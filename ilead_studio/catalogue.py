"""The sentences of a language as they stand in a ``.po`` file, read as it is: nothing is built.

Importable by all layers; imports none of them.
"""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ESCAPED: Final = re.compile(r"\\(.)")
_SIGNS: Final = {"n": "\n", "t": "\t"}


class Catalogue(gettext.NullTranslations):
    """A language. A sentence that it does not have is said as it is, or by its fallback."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        entries = [*_entries(path.read_text(encoding="utf-8"))]
        self._info = dict(_head(next(it["msgstr"] for it in entries if not it["msgid"])))
        self._form = gettext.c2py(self._info["plural-forms"].split("plural=")[1].rstrip(";"))
        self._one = {it["msgid"]: it["msgstr"] for it in entries if "msgstr" in it}
        self._many = {
            it["msgid"]: tuple(text for key, text in it.items() if key.startswith("msgstr["))
            for it in entries
            if "msgid_plural" in it
        }

    @property
    def name(self) -> str:
        """What the language is called by those who speak it."""
        return self._info["language-name"]

    def gettext(self, message: str) -> str:
        """Return a sentence."""
        return self._one.get(message) or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a sentence for a number."""
        forms = self._many.get(msgid1)
        return forms[self._form(n)] if forms else super().ngettext(msgid1, msgid2, n)

    def sentences(self) -> dict[str, tuple[str, ...]]:
        """Return what it has: English, and each form of it in the language."""
        said = {english: (words,) for english, words in self._one.items() if english}
        return said | self._many


def _head(text: str) -> Iterator[tuple[str, str]]:
    """Give what the head of a catalogue says about it, by names in small letters."""
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        yield name.lower(), value


def _entries(text: str) -> Iterator[dict[str, str]]:
    """Give the entries of a file, each with what stands behind its words such as ``msgid``."""
    entry: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        word, _, quoted = line.partition(" ")
        if word.startswith("msg"):
            if word == "msgid" and entry:
                yield entry
                entry = {}
            key = word
            entry[key] = _text(quoted)
        elif line.startswith('"'):
            entry[key] += _text(line)
    yield entry


def _text(quoted: str) -> str:
    """Return what stands between quotes."""
    text = quoted.strip()[1:-1]
    return _ESCAPED.sub(lambda it: _SIGNS.get(it[1], it[1]), text) if "\\" in text else text
