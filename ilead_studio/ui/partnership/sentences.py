"""The words of the section Partnership: without Qt, so that they can be tested alone."""

from typing import NamedTuple

from ilead_studio.model import Theory, Workbook
from ilead_studio.rules.names import page_name
from ilead_studio.rules.parties import Owned, owned
from ilead_studio.words import count, say, short


class Crew(NamedTuple):
    """The people of a party who have the same role: their ids, one for each."""

    name: str
    ids: tuple[str, ...]


def crews(workbook: Workbook, party_id: str | None) -> tuple[Crew, ...]:
    """Return the roles in a party, each once, with how many people have it."""
    found: dict[str, list[str]] = {}
    for role in workbook.roles:
        if role.party_id == party_id:
            found.setdefault(role.name, []).append(role.id)
    return tuple(Crew(name, tuple(ids)) for name, ids in found.items())


def people_words(some: tuple[Crew, ...]) -> str:
    """Say how many people there are: "18 people, 4 roles"."""
    people = sum(len(it.ids) for it in some)
    if not people:
        return say("nobody named yet")
    told = count(people, "{number} person", "{number} people")
    roles = count(len(some), "{number} role", "{number} roles")
    return say("{people}, {roles}", people=told, roles=roles)


def owned_words(it: Owned) -> tuple[tuple[str, str], ...]:
    """Say what belongs to a party, kind by kind: the kind, and "14 causes"."""
    kinds = (
        ("causes", count(it.causes, "{number} cause", "{number} causes"), it.causes),
        ("drivers", count(it.drivers, "{number} driver", "{number} drivers"), it.drivers),
        ("ideas", count(it.ideas, "{number} idea", "{number} ideas"), it.ideas),
        ("others", count(it.others, "{number} other", "{number} others"), it.others),
    )
    return tuple((kind, words) for kind, words, number in kinds if number)


def removal_words(workbook: Workbook, party_id: str) -> str:
    """Say what belongs to a party that is to be removed."""
    some = [words for _, words in owned_words(owned(workbook, party_id))]
    if not some:
        return say("Nothing belongs to it.")
    return say("To it belong {what}.", what=", ".join(some))


def gain_name(workbook: Workbook, theory: Theory | None) -> str:
    """Return what the field of a gain is called; of several theories it says which one is meant."""
    if theory is None or len(workbook.theories) < 2:
        return say("What it gains")
    return say("What it gains from “{theory}”", theory=short(page_name(theory), 24))


def counts_words(workbook: Workbook) -> str:
    """Say how much there is, and whether somebody owns no idea."""
    people = len(workbook.roles)
    parties = count(len(workbook.parties), "{number} party", "{number} parties")
    told = count(people, "{number} person", "{number} people")
    return " · ".join(filter(None, (f"{parties}, {told}", _ideas_words(workbook))))


def _ideas_words(workbook: Workbook) -> str:
    """Say which parties own no change idea, if there are ideas at all."""
    idle = [it.short or it.name for it in workbook.parties if not owned(workbook, it.id).ideas]
    if not workbook.ideas or not workbook.parties:
        return ""
    if not idle:
        return say("every party owns at least one idea")
    return say("no idea belongs to {names}", names=", ".join(idle))
