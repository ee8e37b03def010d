"""One line of what changed: what happened to an item, with the changes that it tells.

Links tell of the item that they go out from, the lines of a cycle or a meeting of that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple, get_args

from ilead_studio.model import Cause, Fishbone, Link, Record, Theory
from ilead_studio.rules.change_words import detail_words, kind_words, name_of, words_of
from ilead_studio.rules.difference import Change
from ilead_studio.rules.records import Held, Key, Reading
from ilead_studio.words import say, short

Sort = Literal[
    "added", "removed", "reworded", "moved", "relinked", "evidence", "state", "changed", "behind"
]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
"""What can have happened to an item, in the order in which it is told."""
_SORT_OF: Final[dict[str, Sort]] = {
    "text": "reworded", "head": "reworded", "aim": "reworded", "name": "reworded",
    "title": "reworded", "objective": "reworded", "parent_id": "moved", "evidence": "evidence",
    "cites": "evidence", "state": "state", "state_reason": "state", "decision": "state",
    "plan": "behind", "counters": "behind",
}  # fmt: skip
"""Nobody types what is behind: how a page is laid out, and which references are given out."""
_BARE: Final = frozenset({"evidence", "state", "cites"})
"""The fields of which the sort of the line says the name already."""


class Line(NamedTuple):
    """What happened to an item.

    ``words`` are those of the item, ``detail`` says how it changed; ``page_id`` is the page on
    which it stands, else empty. ``is_there`` tells whether one can go to it: it is there now.
    """

    sort: Sort
    kind: str
    item_id: str
    ref: str
    words: str
    detail: str
    page_id: str
    is_there: bool
    changes: tuple[Change, ...]

    @property
    def sentence(self) -> str:
        """The whole line: "Reworded: Every senior has an adult, was “Counsellors follow up”"."""
        patterns = {
            "added": say("Added: {words}"), "removed": say("Removed: {words}"),
            "reworded": say("Reworded: {words}"), "moved": say("Moved: {words}"),
            "relinked": say("Linked anew: {words}"), "evidence": say("Evidence: {words}"),
            "state": say("State: {words}"), "changed": say("Changed: {words}"),
            "behind": say("Behind the page: {words}"),
        }  # fmt: skip
        said = patterns[self.sort].format(words=self.words)
        return say("{said}, {detail}", said=said, detail=self.detail) if self.detail else said


class Teller:
    """Says the changes between two readings."""

    def __init__(self, was: Reading, now: Reading) -> None:
        self._was, self._now = was, now
        old = {key.name: key for key in was.records}
        self._keys = old | {key.name: key for key in now.records}
        self._by_id = {
            name: now.records.get(key) or was.records[key]
            for name, key in self._keys.items()
            if name and key.kind != Link.__name__
        }
        self._above = _holders(was) | _holders(now)
        self._old_links, self._new_links = _links(was), _links(now)

    def lines(self, changes: Iterable[Change]) -> Iterator[Line]:
        """Say all changes; each is in exactly one line."""
        by_item: dict[tuple[Key, str], list[Change]] = defaultdict(list)
        new = {it.key for it in changes if it.what in ("added", "removed")}
        for change in changes:
            about = self._about(change.key)
            page = "" if about in new else self._page(change.key)
            by_item[about, page].append(change)
        for (about, page), some in by_item.items():
            yield from self._of_item(about, page or self._page(about), some)

    def _about(self, key: Key) -> Key:
        """Return the item that a change is about."""
        if key.kind == Link.__name__:
            return self._keys.get(key.name.partition(">")[0], key)
        holder = self._above.get(key)
        return key if holder is None or holder.kind in _HOLDERS else holder

    def _page(self, key: Key) -> str:
        """Return the page that holds a record, or a link of it; empty if none does."""
        here: Key | None = next(iter(self._links_of(key.name)), key)
        while here is not None and here.kind not in (Fishbone.__name__, Theory.__name__):
            here = self._above.get(here)
        return here.name if here else ""

    def _links_of(self, name: str) -> list[Key]:
        return self._new_links.get(name, []) or self._old_links.get(name, [])

    def _of_item(self, about: Key, page: str, changes: Sequence[Change]) -> Iterator[Line]:
        own = next((it for it in changes if it.key == about and it.what in _WHOLE), None)
        if own is not None:
            sort = _WHOLE[own.what]
            yield self._line(sort, about, page, changes, self._stands(about, sort))
            return
        sorted_out: dict[tuple[Sort, str], list[Change]] = defaultdict(list)
        linked = _are_moved_links(changes)
        for change in changes:
            sort = self._sort(change, about, linked)
            sorted_out[sort, change.field if sort == "reworded" else ""].append(change)
        for (sort, _), some in sorted_out.items():
            yield self._line(sort, about, page, some, self._detail(sort, about, some))

    def _sort(self, change: Change, about: Key, linked: bool) -> Sort:
        if change.key.kind == Link.__name__:
            return "moved" if linked else "relinked"
        if change.key != about:
            return "changed"
        if change.what == "moved":
            return "moved"
        return _SORT_OF.get(change.field, "changed")

    def _line(
        self, sort: Sort, about: Key, page: str, changes: Sequence[Change], detail: str
    ) -> Line:
        record = self._record(about)
        words, ref = words_of(record), vars(record).get("ref", "")
        there = about in self._now.records
        return Line(sort, about.kind, about.name, ref, words, detail, page, there, tuple(changes))

    def _record(self, key: Key) -> Record:
        return self._now.records.get(key) or self._was.records[key]

    def _detail(self, sort: Sort, about: Key, changes: Sequence[Change]) -> str:
        if sort == "moved":
            return self._moved(about, changes)
        if sort == "relinked":
            return ", ".join(dict.fromkeys(map(self._relinked, changes)))
        return "; ".join(self._one(about, it) for it in changes)

    def _one(self, about: Key, change: Change) -> str:
        """Say one field of an item, or one line of a cycle."""
        if change.what != "changed":
            kind, words = kind_words(change.key.kind), self._short(change.key.name)
            said = {
                "added": say("new {kind} “{words}”", kind=kind, words=words),
                "removed": say("{kind} taken out: “{words}”", kind=kind, words=words),
                "moved": say("{kind} “{words}” in another place", kind=kind, words=words),
            }
            return said[change.what]
        if change.key == about:
            return self._own(change)
        detail = self._in_words(change)
        return say("“{words}”, {detail}", words=self._short(change.key.name), detail=detail)

    def _own(self, change: Change) -> str:
        """Say one field of the item itself."""
        sort = _SORT_OF.get(change.field)
        if sort == "behind":
            return name_of(change.field)
        return self._reworded(change) if sort == "reworded" else self._in_words(change)

    def _in_words(self, change: Change) -> str:
        kind, bare = type(self._record(change.key)), change.field in _BARE
        return detail_words(self._by_id, kind, change, bare)

    def _reworded(self, change: Change) -> str:
        old = change.was or say("empty")
        if change.field == "title":
            new = change.now or say("empty")
            return say("now named “{new}”, was “{old}”", new=new, old=old)
        return say("was “{old}”", old=old)

    def _relinked(self, change: Change) -> str:
        target = self._short(change.key.name.partition(">")[2])
        if change.what == "removed":
            return say("no longer “{words}”", words=target)
        if change.what == "moved":
            return say("“{words}” in another order", words=target)
        link = self._record(change.key)
        is_weak = isinstance(link, Link) and link.strength == "weak"
        if change.what == "added":
            weak, strong = say("also “{words}”, weakly"), say("also “{words}”")
        else:
            weak, strong = say("now weakly “{words}”"), say("now strongly “{words}”")
        return (weak if is_weak else strong).format(words=target)

    def _stands(self, about: Key, sort: Sort) -> str:
        """Say where something that was added or removed stands."""
        above = self._ups(self._was if sort == "removed" else self._now, about)
        if not above:
            return ""
        if above[0] == self._page(about):
            return say("directly under the head") if about.kind == "Cause" else say("for the aim")
        first, *others = (self._short(it) for it in above)
        also = "".join(say(" and “{words}”", words=it) for it in others)
        return say("under “{words}”{also}", words=first, also=also)

    def _moved(self, about: Key, changes: Sequence[Change]) -> str:
        old, new = (self._ups(it, about)[:1] for it in (self._was, self._now))
        if old and new and old != new:
            return say("from “{old}” to “{new}”", old=self._short(old[0]), new=self._short(new[0]))
        place = next((it.new for it in changes if it.new and it.key == about), None)
        return self._after(about, place.held) if place else say("in another order")

    def _after(self, about: Key, held: Held) -> str:
        """Say after what an item stands now among those under the same parent."""
        keys, beside = self._now.lists[held], self._ups(self._now, about)[:1]
        before = reversed(keys[: keys.index(about)])
        near = next((it for it in before if self._ups(self._now, it)[:1] == beside), None)
        if near is None:
            return say("now first")
        return say("now after “{words}”", words=self._short(near.name))

    def _ups(self, reading: Reading, about: Key) -> tuple[str, ...]:
        """Return the ids of what an item stands under."""
        record = reading.records.get(about)
        if isinstance(record, Cause):
            return (record.parent_id,)
        links = self._new_links if reading is self._now else self._old_links
        return tuple(it.name.partition(">")[2] for it in links.get(about.name, ()))

    def _short(self, name: str) -> str:
        record = self._by_id.get(name)
        return short(words_of(record)) if record is not None else ""


_HOLDERS: Final = frozenset({"Workbook", "SchoolCalendar", "Fishbone", "Theory"})
"""The kinds of which the lists hold items; those of all others are told with their holder."""
_WHOLE: Final[dict[str, Sort]] = {"added": "added", "removed": "removed"}


def _holders(reading: Reading) -> dict[Key, Key]:
    return {key: held.holder for held, keys in reading.lists.items() for key in keys}


def _links(reading: Reading) -> dict[str, list[Key]]:
    """Return the links that go out from each item, in order."""
    found: dict[str, list[Key]] = defaultdict(list)
    for key in reading.records:
        if key.kind == Link.__name__:
            found[key.name.partition(">")[0]].append(key)
    return found


def _are_moved_links(changes: Sequence[Change]) -> bool:
    """Tell whether one link became another one, so that an item moved."""
    links = [it.what for it in changes if it.key.kind == Link.__name__]
    return sorted(set(links) - {"moved"}) == ["added", "removed"] and (
        links.count("added") == links.count("removed") == 1
    )
