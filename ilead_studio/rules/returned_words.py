"""What a returned form brings, in sentences: on the card, and on the command line."""

from collections.abc import Collection, Sequence

from ilead_studio.rules.form_fields import value_words
from ilead_studio.rules.returned import Entry, Looked
from ilead_studio.words import count, say, short

_MOST = 160
"""Letters of what was written, in a line about it."""


def entry_words(it: Entry) -> str:
    """Say what a field of a form brings, and what is there now."""
    now = short(" / ".join(value_words(it.name, it.now).split("\n")), _MOST)
    there = short(" / ".join(value_words(it.name, it.there).split("\n")), _MOST)
    named = {"what": it.words, "now": now, "there": there, "why": it.why}
    match it.kind:
        case "new":
            return say("{what}: “{now}”", **named)
        case "instead":
            return say("{what}: “{now}”, in place of “{there}”", **named)
        case "clash":
            return say("{what}: “{now}”, but there is “{there}” already", **named)
        case "amend" | "left":
            return say("{what}: “{now}”. {why}", **named)


def taken_words(taken: Sequence[tuple[Looked, Collection[str]]]) -> str:
    """Say how much is taken: "12 fields of P3 and P4"."""
    number = sum(len(names) for _, names in taken)
    forms = {it.cycle_id or it.idea_id for it, names in taken if names}
    fields = count(number, "{number} field", "{number} fields")
    return say("{fields} of {forms}", fields=fields,
               forms=count(len(forms), "{number} form", "{number} forms"))  # fmt: skip
