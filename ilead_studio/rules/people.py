"""Who is named in a workbook, as far as that can be told.

For sure: e-mail addresses, telephone numbers, names behind a title. Likely: whoever owns, raises,
does or collects something and is neither a party nor a role, and a role that is called like a
person. And whoever somebody types. A name is looked for whole and in its parts, so "Maria Lopez" is
found where somebody wrote only "Maria" or "Ms. López".
"""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from ilead_studio.model import TeamRole, Workbook
from ilead_studio.rules.find import fold
from ilead_studio.rules.logo_words import said_or_shown
from ilead_studio.rules.redacted import Told, called_in
from ilead_studio.rules.worded import Said
from ilead_studio.words import say

WHO: Final = frozenset({"owner", "who", "raised_by", "collects", "led_by"})
"""The fields that say who does, says or collects something."""
Sort = Literal["address", "number", "name", "words"]
"""An e-mail address, a telephone number, what is called like a person, and any other words."""
_BETWEEN: Final = re.compile(r"[,;/&+()\n]| (?:and|with|y|e|et|und|con) ")
"""What stands between several that are named together."""
_PARTICLES: Final = frozenset(
    ("al", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "la", "le", "van", "von")
)
_ROLE_WORDS: Final = """
    administrator adviser advisor aide analyst assistant associate board campus center chair
    class clerk coach college committee coordinator council counselor dean department deputy
    director district dr driver educator engineer everybody everyone evaluator facilitator faculty
    family father fellow grade graduate group head intern lab leader lead liaison librarian manager
    member mentor miss mother mr mrs ms network nobody nurse office officer owner parent partner
    planner president principal prof professor program psychologist representative researcher
    school secretary señor señora señorita site specialist sr sra srta staff state student
    superintendent supervisor support task teacher team technician trainer tutor university
    volunteer worker
"""
_NOBODY: Final = frozenset(_ROLE_WORDS.split())
"""Words by which people are called as a role; none of them is a name."""
_DATES: Final = frozenset(map(str.lower, (*day_name, *month_name))) - {""}
_LONGEST: Final = 4
_LEAST_PART: Final = 3


class Named(NamedTuple):
    """Somebody who is named: as what, what may stand there instead, and what is looked for.

    ``names`` and their ``parts`` are folded, as ``folded_name`` returns them.
    """

    called: str
    sort: Sort
    instead: str
    names: frozenset[str]
    parts: frozenset[str]


class _One(NamedTuple):
    """A name as it was found."""

    called: str
    sort: Sort


def people(workbook: Workbook, also: Iterable[str] = ()) -> tuple[Named, ...]:
    """Return everybody who is named, those first who are told ``also``, then as they come."""
    found = dict.fromkeys((*_typed(workbook, also), *_found(workbook)))
    groups: list[list[_One]] = []
    for one in sorted(found, key=lambda it: -len(_bare(it.called))):  # who is named in full first
        _group_of(one, groups).append(one)
    order = {one: at for at, one in enumerate(found)}
    groups.sort(key=lambda group: min(order[it] for it in group))
    return tuple(_numbered(groups))


def folded_name(words: str) -> str:
    """Return a name as it is compared: without case, accents and the breaks between its words."""
    return " ".join(fold(words).split())


def name_key(folded: str) -> str:
    """Return by what a folded name is known, be it written with hyphens or without."""
    return " ".join(folded.replace("-", " ").split())


def is_like_a_person(words: str) -> bool:
    """Tell whether somebody may be called so: "Maria de la Cruz", but not "Attendance lead"."""
    each = words.split()
    names = [it for it in each if it not in _PARTICLES]
    return (
        0 < len(each) <= _LONGEST
        and each[0] not in _PARTICLES
        and all(it[:1].isupper() and not _is_short_form(it) for it in names)
        and not any(_is_role_word(it) for it in each)
    )


def _is_short_form(word: str) -> bool:
    """Tell whether a word is one like "LEA": several capitals and nothing else."""
    return len(word) > 1 and word.isupper() and "." not in word


def _is_role_word(word: str) -> bool:
    plain = word.strip(".’'").casefold()
    return bool({plain, plain.removesuffix("s"), plain.removesuffix("es")} & _NOBODY)


# --- who is found --------------------------------------------------------------------------------
def _typed(workbook: Workbook, also: Iterable[str]) -> Iterator[_One]:
    """Give those of the names that somebody typed of which anything stands in the workbook."""
    names = [_One(" ".join(it.split()), "name") for it in also if it.strip()]
    texts = said_or_shown(workbook) if names else ()
    whole = name_key(folded_name("\n".join(it.text for it in texts)))
    for one in names:
        if any(name_key(it) in whole for it in (folded_name(one.called), *_parts(one))):
            yield one


def _found(workbook: Workbook) -> Iterator[_One]:
    """Give every name in the order of the workbook, again wherever it stands."""
    roles = {it.name for it in workbook.roles if is_like_a_person(it.name)}
    called = called_in(workbook) - roles
    told, known = Told(called), {folded_name(it) for it in called}
    texts = dict.fromkeys((it.text, _says_who(it)) for it in said_or_shown(workbook))
    for text, says_who in texts:
        for found in told.found(text):
            sorts: tuple[Sort, ...] = ("address", "number", "name")
            yield from (_One(found[0], it) for it in sorts if found[it])
        if says_who:
            yield from _who(text, known, told)


def _says_who(said: Said) -> bool:
    return said.field in WHO or isinstance(said.whose, TeamRole)


def _who(text: str, known: set[str], told: Told) -> Iterator[_One]:
    if folded_name(text) in known:
        return
    for piece in map(str.strip, _BETWEEN.split(text)):
        if piece and folded_name(piece) not in known and not any(told.found(piece)):
            yield _One(piece, "name" if is_like_a_person(piece) else "words")


# --- who is the same -----------------------------------------------------------------------------
def _bare(called: str) -> frozenset[str]:
    """Return the words of a name without titles."""
    words = name_key(folded_name(called)).split()
    return frozenset(it.strip(".,") for it in words) - _NOBODY - _PARTICLES


def _group_of(one: _One, groups: list[list[_One]]) -> list[_One]:
    """Return the group of the one person whose name holds this one's; else a new group."""
    words = _bare(one.called)
    names = (it for it in groups if one.sort == it[0].sort == "name")
    like = [it for it in names if words <= _bare(it[0].called)]
    if words and len(like) == 1:
        return like[0]
    groups.append([])
    return groups[-1]


def _numbered(groups: Sequence[Sequence[_One]]) -> Iterator[Named]:
    """Give everybody with a number of their own, and with the parts that are nobody else's."""
    many: dict[Sort, int] = {"address": 0, "number": 0, "name": 0, "words": 0}
    for group in groups:
        first = group[0]
        many[first.sort] += 1
        names = frozenset(folded_name(it.called) for it in group)
        parts = frozenset(it for one in group for it in _parts(one)) - names
        yield Named(first.called, first.sort, _instead(first.sort, many), names, parts)


def _parts(one: _One) -> Iterator[str]:
    """Give the words of a name by which somebody may be called too, the double ones as well."""
    if one.sort == "name":
        double = (it for it in folded_name(one.called).split() if "-" in it)
        each = (*_bare(one.called), *double)
        yield from (it for it in each if len(it) >= _LEAST_PART and it not in _DATES)


def _instead(sort: Sort, many: dict[Sort, int]) -> str:
    match sort:
        case "address":
            return say("[e-mail address {number}]", number=many[sort])
        case "number":
            return say("[telephone number {number}]", number=many[sort])
        case "name":
            return say("[person {number}]", number=many[sort])
        case "words":
            return say("[role {number}]", number=many[sort])
