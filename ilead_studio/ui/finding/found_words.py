"""What Find shows of the places it found: their headings, signs, words and what is said of them."""

from dataclasses import dataclass
from typing import Final

from ilead_studio import edits
from ilead_studio.model import Workbook, pages
from ilead_studio.rules.field_names import field_words
from ilead_studio.rules.find import Finds, Place, Span, spans
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.names import page_name
from ilead_studio.rules.votes import open_vote_on
from ilead_studio.words import count, say

_ICONS: Final = {
    "idea": "bulb", "cycle": "refresh", "evidence": "clipboard-text", "tray": "inbox",
    "meeting": "calendar-event", "decided": "check", "step": "arrow-right",
    "party": "school", "role": "presentation", "measure": "chart-line", "vote": "check",
    "question": "help-circle",
}  # fmt: skip
_MOST: Final = 110
"""Most letters of a text that are shown; a long note is cut around the first words found."""
_BEFORE: Final = 36


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is typed: the words, and what takes their place, if anything does.

    ``left_out`` holds the places that are not to be changed.
    """

    words: str
    new: str | None = None
    left_out: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """One row: a place with its words and where the found ones stand, or a heading without place.

    ``sign`` is an icon's name or a state of evidence, ``after`` the reference or the count at the
    right. ``ticked`` is None where there is nothing to tick; ``refused`` says why.
    """

    words: str
    spans: tuple[Span, ...] = ()
    place: Place | None = None
    sign: str = ""
    after: str = ""
    ticked: bool | None = None
    refused: str = ""
    spoken: str = ""


def found_rows(workbook: Workbook, finds: Finds, wanted: Wanted, page_id: str) -> list[Found]:
    """Return the rows of the list, by page; ``page_id`` is the page in view."""
    signs = _signs(workbook)
    groups: dict[str, list[Place]] = {}
    for place in finds.places:
        groups.setdefault(place.where, []).append(place)
    rows = []
    for where, places in groups.items():
        title, number = _title(workbook, where, page_id), finds.counts.get(where, len(places))
        spoken = say("{title}, {places}", title=title, places=_places(number))
        rows.append(Found(title, after=str(number), spoken=spoken))
        rows += [_row(workbook, place, wanted, signs.of(place)) for place in places]
    return rows


def _row(workbook: Workbook, place: Place, wanted: Wanted, sign: str) -> Found:
    if wanted.new is None:
        words, marked = _excerpt(place.text, spans(place.text, wanted.words))
        return Found(words, marked, place, sign, place.ref, spoken=_spoken(place, words))
    refused = edits.refusal(workbook, place, wanted.words, wanted.new)
    made = edits.reworded(place.text, wanted.words, wanted.new)
    words, marked = _excerpt(made.text, made.spans)
    if refused:
        words, marked = _excerpt(place.text, spans(place.text, wanted.words))
    ticked = not refused and place not in wanted.left_out
    return Found(words, marked, place, sign, place.ref, ticked, refused,
                 _spoken(place, words, ticked=ticked, refused=refused))  # fmt: skip


def _spoken(place: Place, words: str, *, ticked: bool = False, refused: str = "") -> str:
    parts = [
        words,
        place.ref,
        field_words(place.field),
        say("to be replaced") if ticked else refused,
    ]
    return ", ".join(part for part in parts if part)


def _excerpt(text: str, marked: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return a text on one line, cut around its first marks, and where the marks are then."""
    line = text.replace("\n", " ")
    if len(line) <= _MOST:
        return line, marked
    first = max(0, (marked[0][0] if marked else 0) - _BEFORE)
    start = line.find(" ", first) + 1 if first else 0
    start = start if marked and start <= marked[0][0] else first
    before, part = "…" if start else "", line[start : start + _MOST]
    shift, end = len(before) - start, start + len(part)
    inside = tuple((a + shift, min(b, end) + shift) for a, b in marked if start <= a < end)
    return before + part + ("…" if end < len(line) else ""), inside


def _title(workbook: Workbook, where: str, page_id: str) -> str:
    if where and where == page_id:
        return say("On this page")
    names = {page.id: page_name(page) for page in pages(workbook)}
    sections = {
        "problem": say("Problem"),
        "idea": say("Change ideas on no page"),
        "cycle": say("PDSA"),
        "measure": say("Measures"),
        "vote": say("Votes"),
        "question": say("Open questions"),
        "meeting": say("Meetings"),
        "decided": say("Decisions"),
        "step": say("Next steps"),
        "evidence": say("Evidence"),
        "tray": say("Tray"),
        "party": say("Parties"),
        "role": say("Roles"),
    }
    return names.get(where) or sections.get(where, where)


class _Signs:
    """The sign of each place: evidence of a cause, else an icon for what it is."""

    def __init__(self, workbook: Workbook) -> None:
        self._causes = {it.id: it for page in workbook.fishbones for it in page.causes}
        self._blind = {
            it.id for page in workbook.fishbones if open_vote_on(workbook, page.id)
            for it in page.causes
        }  # fmt: skip
        self._fishbones = {page.id for page in workbook.fishbones}
        self._primary = {
            link.source for page in workbook.theories for link in page.links
            if link.target == page.id
        }  # fmt: skip

    def of(self, place: Place) -> str:
        """Return a state of evidence or the name of an icon."""
        if place.field == "notes":
            return "note"
        if place.section == "page":
            return "fish-bone" if place.page_id in self._fishbones else "hierarchy-2"
        if place.section == "item":
            return self._of_item(place)
        return _ICONS.get(place.section, "alert-triangle")

    def _of_item(self, place: Place) -> str:
        cause = self._causes.get(place.item_id)
        if cause is None:
            return "target" if place.item_id in self._primary else "sitemap"
        is_plain = cause.parent_id in self._fishbones or cause.id in self._blind
        return "fish-bone" if is_plain else cause.evidence


_signs = kept_by_identity(_Signs)


def told(finds: Finds, words: str) -> str:
    """Say how many places hold the words: "9 places hold “teach”."."""
    if not words.strip():
        return ""
    typed = " ".join(words.split())
    if not finds.total:
        return say("Nothing holds “{words}”. Search looks at every text and note.", words=typed)
    hold = (
        say("One place holds “{words}”.", words=typed)
        if finds.total == 1
        else say("{number} places hold “{words}”.", number=finds.total, words=typed)
    )
    more = finds.total - len(finds.places)
    if more > 0:
        return say("{hold} The first {listed} are listed.", hold=hold, listed=len(finds.places))
    return hold


def announced(finds: Finds) -> str:
    """Say for the status line where places are: "9 places in 5 sections"."""
    there = count(len(finds.counts), "{number} section", "{number} sections")
    return say("{places} in {sections}", places=_places(finds.total), sections=there)


def _places(number: int) -> str:
    return count(number, "{number} place", "{number} places")
