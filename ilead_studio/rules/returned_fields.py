"""The fields of a returned form: which are results, and what of them cannot be taken."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from ilead_studio.model import Cause, Cycle, Driver, Workbook
from ilead_studio.model.text import LABEL_MAX, NOTES_MAX
from ilead_studio.rules.days import read_day
from ilead_studio.rules.form_fields import matches
from ilead_studio.words import say

Kind = Literal["new", "instead", "clash", "amend", "left"]
PLANNED: Final = frozenset(
    {"owner", "site", "scale", "objective", "conditions", "how_known", "tasks", "data", "begin",
     "end"}
)  # fmt: skip
"""What is said before Do."""
LISTS: Final = frozenset({"tasks", "data"})
SPEAKS: Final = frozenset({"for", "against"})
_NOTES: Final = frozenset(
    {"conditions", "how_known", "as_planned_why", "observations", "surprises", "adjustments",
     "data_points", "comparison", "learned", "improved_why", "changes", "next_plan", "kept_up"}
)  # fmt: skip
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "as_planned": ("yes", "no"), "improved": ("yes", "partly", "no"),
    "decision": ("adapt", "expand", "adopt", "abandon"),
}  # fmt: skip
_NUMBERED: Final = re.compile(r"(question|prediction|result|match)([1-9][0-9]?)")
_REF: Final = re.compile(r"[CD][0-9]{1,5}")


def numbered(name: str) -> tuple[str, int]:
    """Return the kind and the number of a field of the band: "prediction2"; ("", 0) for others."""
    found = _NUMBERED.fullmatch(name)
    return (found[1], int(found[2])) if found else ("", 0)


def is_known(name: str) -> bool:
    """Tell whether a field is one of a PDSA form."""
    return bool(numbered(name)[0]) or name in PLANNED | SPEAKS | _NOTES | {*_CHOICES, "idea-words"}


def is_result(name: str) -> bool:
    """Tell whether a field says what happened, so that Do must have begun."""
    return name not in PLANNED and numbered(name)[0] not in ("question", "prediction")


def refs_in(text: str) -> tuple[str, ...]:
    """Return the references of drivers and causes that somebody wrote."""
    return tuple(dict.fromkeys(_REF.findall(text.upper())))


def item_with_ref(workbook: Workbook, ref: str) -> Driver | Cause | None:
    """Return the driver or the cause with a reference."""
    drivers = (it for page in workbook.theories for it in page.drivers)
    causes = (it for page in workbook.fishbones for it in page.causes if it.same_as is None)
    return next((it for every in (drivers, causes) for it in every if it.ref == ref), None)


def there_now(name: str, now: str, known: Sequence[str]) -> str:
    """Return what of a field's words is new; of a list only further lines, or references."""
    if name in LISTS:
        lines = {line.strip() for text in known for line in text.split("\n")}
        return "\n".join(it for line in now.split("\n") if (it := line.strip()) not in lines)
    if name in SPEAKS and (refs := refs_in(now)):
        old = {ref for text in known for ref in refs_in(text)}
        return ", ".join(it for it in refs if it not in old)
    return "" if now in [text.strip() for text in known] else now


def judged(
    workbook: Workbook, cycle: Cycle | None, name: str, now: str, today: date
) -> tuple[Kind | None, str]:
    """Say whether a field is left out and why, or amends; None for the usual way."""
    kind, number = numbered(name)
    if cycle and cycle.began and kind in ("question", "prediction"):
        return _frozen(cycle, kind, number)
    if cycle and cycle.began and number > len(cycle.questions):
        return "left", say("The cycle has no question {number}.", number=number)
    why = _why_not(workbook, name, now, today) or _why_not_decided(cycle, name)
    return ("left" if why else None), why


def _frozen(cycle: Cycle, kind: str, number: int) -> tuple[Kind | None, str]:
    if kind == "prediction" and number <= len(cycle.questions):
        return "amend", say(
            "The prediction was frozen when Do began and stays as it is; ticked, this is added as"
            " an amendment."
        )
    return "left", say("The questions were frozen when Do began. This is left out.")


def _why_not(workbook: Workbook, name: str, now: str, today: date) -> str:
    if name in ("begin", "end") and read_day(now, today) is None:
        return say("That is no day. Write it as 2 Nov 2026.")
    if name in SPEAKS:
        return _not_there(workbook, now)
    is_match = numbered(name)[0] == "match"
    values = tuple(dict(matches())) if is_match else _CHOICES.get(name)
    if values is not None and now not in values:
        return say("That is none of the choices of this field.")
    most = NOTES_MAX if name in _NOTES | LISTS else LABEL_MAX
    if len(now) > most:
        return say("It has {have} characters; {most} fit.", have=f"{len(now):,}", most=f"{most:,}")
    return ""


def _not_there(workbook: Workbook, now: str) -> str:
    refs = refs_in(now)
    lost = next((it for it in refs if item_with_ref(workbook, it) is None), "")
    if lost:
        return say("There is no driver or cause {ref} in this workbook.", ref=lost)
    return "" if refs else say("It names no driver (D6) and no cause (C34).")


def _why_not_decided(cycle: Cycle | None, name: str) -> str:
    if name != "decision" or cycle is None or not cycle.decision:
        return ""
    return say("The cycle is decided already. Undo takes a decision back.")
