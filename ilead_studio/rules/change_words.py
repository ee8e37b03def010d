"""Fields and values in words, for what changed: no codes, no ids."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final, Literal, get_args, get_origin

from ilead_studio.model import FACILITATOR, Citation, Dismissed, Fishbone, Record, Theory
from ilead_studio.rules.days import dated_words, moment_words
from ilead_studio.rules.difference import Change
from ilead_studio.rules.evidence_words import speaks
from ilead_studio.rules.field_names import field_words
from ilead_studio.rules.names import page_name
from ilead_studio.rules.numbers import number_text
from ilead_studio.words import capital, said_once, say, short

ById = Mapping[str, Record]
"""The records that values may name."""
_WORDS: Final = ("text", "name", "objective", "title", "question", "prediction", "date")
"""The fields that may hold what a record is known by, the first that has words."""


def words_of(record: Record) -> str:
    """Return what a record is known by: its own words, else its reference."""
    if isinstance(record, Fishbone):
        return record.head or page_name(record)
    if isinstance(record, Theory):
        return record.aim or page_name(record)
    own = next((words for it in _WORDS if (words := vars(record).get(it))), "")
    return str(own or vars(record).get("ref", "") or capital(kind_words(type(record).__name__)))


def kind_words(kind: str) -> str:
    """Say what kind of record it is; a kind that has no words here goes by its own name."""
    return {
        "Workbook": say("workbook"),
        "TeamRole": say("role"),
        "Theory": say("driver diagram"),
        "Idea": say("change idea"),
        "Cycle": say("PDSA cycle"),
        "DataLine": say("line of the data plan"),
        "Break": say("days without school"),
        "SchoolCalendar": say("school calendar"),
        "Loose": say("loose words"),
        "Decided": say("decision"),
        "NextStep": say("next step"),
        "AgendaItem": say("point of the agenda"),
        "Measure": say("measure"),
        "Vote": say("vote"),
        "OpenQuestion": say("open question"),
    }.get(kind, kind.lower())


@said_once(8)
def _names() -> dict[str, str]:
    return {
        "text": say("words"),
        "head": say("head"),
        "aim": say("aim"),
        "name": say("name"),
        "short": say("short name"),
        "only_for": say("who may see it"),
        "parent_id": say("place"),
        "cites": say("evidence"),
        "answers": say("causes it answers"),
        "traces": say("causes it answers"),
        "same_as": say("linked copy of"),
        "exists_without": say("is the problem there without it"),
        "comes_back": say("does it come back"),
        "raised_by": say("raised by"),
        "problem_id": say("problem of practice"),
        "party_id": say("speaks for"),
        "cycle_id": say("PDSA cycle"),
        "idea_id": say("change idea"),
        "mirrored": say("head on the left"),
        "plan": say("layout"),
        "counters": say("references given out"),
        "headings": say("names of the columns"),
        "aim_parts": say("parts of the aim"),
        "gains": say("what each party gains"),
        "root": say("root cause"),
        "began": say("Do began"),
        "decide_by": say("decide by"),
        "cycle_weeks": say("weeks of a cycle"),
        "first": say("first day"),
        "last": say("last day"),
        "dismissed": say("advice no longer shown for"),
        **_of_counting(),
        **_of_printing(),
    }


def _of_counting() -> dict[str, str]:
    """Return the words for fields of measures, votes and questions."""
    return {
        "baseline_first": say("baseline from"),
        "baseline_last": say("baseline until"),
        "direction": say("wanted to go"),
        "candidates": say("on the ballot"),
        "people": say("people who vote"),
        "each": say("votes for each person"),
        "most": say("most votes on one"),
        "ballots": say("ballots"),
        "revealed": say("shown to all"),
        "kept": say("kept with few votes"),
        "after_id": say("after the round"),
        "item_id": say("about"),
    }


def _of_printing() -> dict[str, str]:
    """Return the words for fields of packets."""
    return {
        "pages": say("printed pages"),
        "viewer": say("printed for"),
        "language": say("language"),
        "turned": say("tall or wide"),
        "up": say("pages on a sheet"),
        "large": say("large print"),
        "gray": say("without colours"),
        "redact": say("without names"),
        "without_hunches": say("without hunches"),
    }


def name_of(field: str) -> str:
    """Return the words for a field."""
    return _names().get(field) or field_words(field) or field.replace("_", " ")


def value_words(by_id: ById, kind: type[Record], field: str, value: object) -> str:
    """Say the value of a field; empty for the one that says nothing."""
    if isinstance(value, str) and value and value not in by_id:
        if value == FACILITATOR and field in ("only_for", "viewer"):
            return say("the facilitator only")
        return say(value) if _is_word(kind, field) else say("“{words}”", words=short(value))
    return _value(by_id, value)


def _value(by_id: ById, value: object) -> str:
    if isinstance(value, str) and value in by_id:
        return say("“{words}”", words=short(words_of(by_id[value])))
    if isinstance(value, Citation):
        return _value(by_id, value.evidence_id)
    if isinstance(value, bool):
        return say("yes") if value else ""
    say_it = next((words for kind, words in _SAID if isinstance(value, kind)), None)
    if say_it is not None:
        return say_it(by_id, value)
    return str(value) if value not in (None, 0) else ""


def _several(by_id: ById, values: tuple[object, ...]) -> str:
    return ", ".join(filter(None, (_value(by_id, it) for it in values)))


def _record(by_id: ById, record: Record) -> str:
    """Say a record inside of another one by what is filled in."""
    usual = {name: info.default for name, info in type(record).model_fields.items()}
    held = (value for name, value in vars(record).items() if value != usual[name])
    return _several(by_id, tuple(held))


_SAID: Final[tuple[tuple[type, Callable[[ById, Any], str]], ...]] = (
    (tuple, _several),
    (Dismissed, lambda by_id, it: _value(by_id, it.item_id)),
    (Record, _record),
    (float, lambda _, number: number_text(number)),
    (datetime, lambda _, moment: moment_words(moment)),
    (date, lambda _, day: dated_words(day)),
)


def _is_word(kind: type[Record], field: str) -> bool:
    """Tell whether a field holds one of a few words, not what somebody typed."""
    annotation: object = kind.model_fields[field].annotation
    return get_origin(annotation) is Literal or any(
        get_origin(it) is Literal for it in get_args(annotation)
    )


def detail_words(by_id: ById, kind: type[Record], change: Change, bare: bool = False) -> str:
    """Say how a field changed: "hunch → supported", "goal: “twice”"; a bare one without its name.

    ``kind`` is that of the record.
    """
    said = _how(by_id, kind, change)
    return said if bare else say("{field}: {how}", field=name_of(change.field), how=said)


def _how(by_id: ById, kind: type[Record], change: Change) -> str:
    if change.field in _COUNTED:
        return _counted(len(change.was), len(change.now))
    if isinstance(change.was, tuple) and isinstance(change.now, tuple):
        return _of_lists(by_id, change.was, change.now)
    old, new = (value_words(by_id, kind, change.field, it) for it in (change.was, change.now))
    if old and new:
        return say("{old} → {new}", old=old, new=new) if old != new else say("otherwise")
    if old:
        return say("nothing now, was {old}", old=old)
    return new or say("otherwise")


_COUNTED: Final = frozenset({"ballots", "readings"})
"""What is only counted: readings are many, and ballots may still be blind."""


def _counted(was: int, now: int) -> str:
    return say("{was} → {now}", was=was, now=now) if was != now else say("some put right")


def _of_lists(by_id: ById, was: tuple[object, ...], now: tuple[object, ...]) -> str:
    other = [*_cited_otherwise(by_id, was, now)]
    kept = {it.evidence_id for it in _cited(was)} & {it.evidence_id for it in _cited(now)}
    came = _several(by_id, tuple(it for it in now if it not in was and _about(it) not in kept))
    went = _several(by_id, tuple(it for it in was if it not in now and _about(it) not in kept))
    said = [say("also {words}", words=came)] if came else []
    said += [say("no longer {words}", words=went)] if went else []
    return ", ".join((*said, *other)) or say("otherwise")


def _cited(values: tuple[object, ...]) -> Iterator[Citation]:
    return (it for it in values if isinstance(it, Citation))


def _about(value: object) -> str:
    return value.evidence_id if isinstance(value, Citation) else ""


def _cited_otherwise(
    by_id: ById, was: tuple[object, ...], now: tuple[object, ...]
) -> Iterator[str]:
    """Say of evidence that was cited before how it speaks now."""
    before = {it.evidence_id: it for it in _cited(was)}
    for it in _cited(now):
        old = before.get(it.evidence_id, it)
        if old != it:
            how = say("{old} → {new}", old=_how_it_speaks(old), new=_how_it_speaks(it))
            yield say("{evidence} ({speaks})", evidence=_value(by_id, it), speaks=how)


def _how_it_speaks(cited: Citation) -> str:
    note = say("“{words}”", words=short(cited.note)) if cited.note else ""
    return ", ".join(filter(None, (speaks()[cited.speaks], note)))
