"""Small steps that the edits of every kind share: placing in a tuple, numbering, refusing."""

from collections.abc import Callable, Mapping, Sequence, Set
from operator import attrgetter
from typing import Final, Protocol, TypeVar

from pydantic import ValidationError

from ilead_studio.errors import EditError, TooLong
from ilead_studio.model import Counters, Page, Theory, Workbook, replace
from ilead_studio.model.record import R
from ilead_studio.model.text import LABEL_MAX, tidy
from ilead_studio.model.workbook import LETTER, REFS_MAX
from ilead_studio.words import say, short


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id in the workbook."""


N = TypeVar("N", bound=Named)
T = TypeVar("T")
_id: Final[Callable[[Named], str]] = attrgetter("id")


def placed(items: Sequence[N], item: N, before: str | None) -> tuple[N, ...]:
    """Return the items with one put before another; last when ``before`` is None or gone."""
    return placed_all([other for other in items if other.id != item.id], [item], before)


def placed_all(items: Sequence[N], new: Sequence[N], before: str | None) -> tuple[N, ...]:
    """Return the items with new ones put before one of them; last when ``before`` is not there."""
    ids = list(map(_id, items))
    at = ids.index(before) if before in ids else len(ids)
    return (*items[:at], *new, *items[at:])


def swapped(items: Sequence[N], item: N) -> tuple[N, ...]:
    """Return the items with the one of the same id replaced."""
    return tuple(item if other.id == item.id else other for other in items)


def exchanged(items: tuple[N, ...], new: Mapping[str, N]) -> tuple[N, ...]:
    """Return the items with those of the same ids replaced; the very same tuple if none is."""
    if not any(item.id in new for item in items):
        return items
    return tuple(new.get(item.id, item) for item in items)


def numbered(workbook: Workbook, kind: str) -> tuple[Workbook, str]:
    """Give out the next reference of a kind; returns the workbook that remembers it, and it.

    Raises:
        EditError: if the last one has been given out.
    """
    workbook, refs = numbered_all(workbook, kind, 1)
    return workbook, refs[0]


def numbered_all(workbook: Workbook, kind: str, many: int) -> tuple[Workbook, tuple[str, ...]]:
    """Give out the next references of a kind; returns the workbook that remembers them, and them.

    Raises:
        EditError: if there are not so many left.
    """
    last = getattr(workbook.counters, kind)
    if last + many > REFS_MAX:
        words = say("All {most} references of this kind are given out.", most=f"{REFS_MAX:,}")
        raise EditError(words)
    counters = replace(workbook.counters, **{kind: last + many})
    refs = tuple(f"{LETTER[kind]}{number}" for number in range(last + 1, last + many + 1))
    return replace(workbook, counters=counters), refs


def highest(one: Counters, other: Counters) -> Counters:
    """Return the higher number of each kind."""
    return Counters(**{kind: max(getattr(one, kind), getattr(other, kind)) for kind in LETTER})


def words_for(text: str) -> str:
    """Return text as an item's words.

    Raises:
        EditError: if there are none, or too many.
    """
    words = tidy(text)
    if not words:
        raise EditError(say("An item needs words. Delete it if it is not wanted."))
    return short_enough(words)


def short_enough(words: str) -> str:
    """Return words that fit a label.

    Raises:
        TooLong: if there are too many.
    """
    if len(words) > LABEL_MAX:
        raise TooLong(
            say(
                "These words have {have} characters; {most} fit. Put the rest into a note.",
                have=f"{len(words):,}",
                most=f"{LABEL_MAX:,}",
            )
        )
    return words


def with_page(workbook: Workbook, page: Page) -> Workbook:
    """Return the workbook with the page of the same id replaced."""
    if isinstance(page, Theory):
        return replace(workbook, theories=swapped(workbook.theories, page))
    return replace(workbook, fishbones=swapped(workbook.fishbones, page))


def fitting(
    fields: Mapping[str, object], known: Set[str], **words: Callable[[str], str]
) -> dict[str, object]:
    """Return the fields that an edit was given, if they are among those that it sets.

    ``words`` says how the words of a field are read, if it is given: ``text=words_for``.

    Raises:
        EditError: if a field has another edit, or its words do not fit.
    """
    if not fields.keys() <= known:
        raise does_not_fit()
    read = {name: _read(fields[name], how) for name, how in words.items() if name in fields}
    return {**fields, **read}


def _read(value: object, how: Callable[[str], str]) -> str:
    if not isinstance(value, str):
        raise does_not_fit(value)
    return how(value)


def changed(record: R, /, **fields: object) -> R:
    """Return a record with some fields changed.

    Raises:
        EditError: if a value does not fit; it is named.
    """
    try:
        return replace(record, **fields)
    except ValidationError as error:
        raise does_not_fit(error.errors()[0]["input"]) from error


def new(kind: type[R], /, **fields: object) -> R:
    """Return a new record.

    Raises:
        EditError: if a value does not fit; it is named.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise does_not_fit(error.errors()[0]["input"]) from error


def does_not_fit(value: object = None) -> EditError:
    """Say that a value is none that a field can have; words and numbers are named."""
    if isinstance(value, str | int | float) and value:
        kind = TooLong if len(f"{value}") > LABEL_MAX else EditError
        words = short(f"{value}")
        return kind(say("“{words}” does not fit into this field. Nothing was changed.",
                        words=words))  # fmt: skip
    return EditError(say("That does not fit into this field. Nothing was changed."))


def there(found: T | None) -> T:
    """Return what was looked for.

    Raises:
        EditError: if it is not in the workbook.
    """
    if found is None:
        raise gone()
    return found


def gone() -> EditError:
    """Say that an item is not there (any more)."""
    return EditError(say("That item is no longer in the workbook. Nothing was changed."))
