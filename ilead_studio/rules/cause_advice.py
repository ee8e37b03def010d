"""What is worth a second look on fishbones (method, section 3)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ilead_studio.model import Cause, EvidenceKind, Fault, Fishbone
from ilead_studio.rules.advice_ground import Check, Ground, checked
from ilead_studio.rules.cause_count import causes_on
from ilead_studio.rules.cause_words import blame_in, restates, solution_in
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.trace import unanswered_roots
from ilead_studio.words import count, named_all, say

MOST_BONES: Final = 8
MOST_CAUSES: Final = 60
"""More of them on one fishbone make a whalebone: eight are the bones of the largest preset."""


class OnFishbone(NamedTuple):
    """Where a cause stands."""

    ground: Ground
    page: Fishbone
    kin: Family
    unanswered: frozenset[str]


def fishbone_advice(ground: Ground) -> Iterator[Iterable[Fault]]:
    """Look at each fishbone, and at each of its causes in outline order.

    Linked copies say what their original says; a refuted cause needs no better words.
    """
    unanswered = frozenset(it.id for it in unanswered_roots(ground.workbook))
    yield ()
    for page in ground.workbook.fishbones:
        here = OnFishbone(ground, page, family(ground.workbook, page), unanswered)
        yield checked(_OF_FISHBONES, here, page)
        for item_id in here.kin.branch(page.id)[1:]:
            cause = here.kin.items[item_id]
            if isinstance(cause, Cause):
                yield _cause(here, cause)


def _cause(here: OnFishbone, cause: Cause) -> Iterator[Fault]:
    if cause.parent_id == here.page.id:
        yield from checked(_OF_BONES, here, cause)
    if cause.same_as or cause.evidence == "refuted":
        return
    if here.ground.english:
        yield from checked(_OF_WORDS, here, cause)
    if cause.root:
        yield from checked(_OF_ROOTS, here, cause)


def _head_empty(_here: OnFishbone, page: Fishbone) -> str:
    return "" if page.head else say("The fishbone {ref} has no head yet.", ref=page.ref)


def _whalebone(here: OnFishbone, page: Fishbone) -> str:
    bones = len(here.kin.stands.get(page.id, ()))
    if bones > MOST_BONES:
        return say("The fishbone {ref} has {number} bones: is the problem too broad?",
                   ref=page.ref, number=bones)  # fmt: skip
    causes = causes_on(page)
    if causes > MOST_CAUSES:
        return say("The fishbone {ref} has {number} causes: is the problem too broad?",
                   ref=page.ref, number=causes)  # fmt: skip
    return ""


def _one_sided(here: OnFishbone, page: Fishbone) -> str:
    cited = {it.evidence_id for cause in page.causes for it in cause.cites}
    kinds = {here.ground.kinds[it] for it in cited}
    if len(cited) < 2 or len(kinds) > 1:
        return ""
    return say("All evidence of the fishbone {ref} is of one kind: {kind}.",
               ref=page.ref, kind=_kind_words()[kinds.pop()])  # fmt: skip


def _few_causes(here: OnFishbone, cause: Cause) -> str:
    below = len(here.kin.stands.get(cause.id, ()))
    if below > 1:
        return ""
    have = count(below, "{number} cause", "{number} causes")
    return say("The bone “{text}” has only {have} so far.", text=cause.text, have=have)


def _solution(_here: OnFishbone, cause: Cause) -> str:
    if not solution_in(cause.text):
        return ""
    return say("“{text}” names something that is missing or wanted.", text=cause.text)


def _blames(_here: OnFishbone, cause: Cause) -> str:
    return say("“{text}” may sound like blame.", text=cause.text) if blame_in(cause.text) else ""


def _restates(here: OnFishbone, cause: Cause) -> str:
    if not restates(cause.text, here.page.head):
        return ""
    return say("“{text}” says again what the head says.", text=cause.text)


def _hunch(_here: OnFishbone, cause: Cause) -> str:
    if cause.evidence != "hunch":
        return ""
    return say("The root cause “{text}” is still a hunch.", text=cause.text)


def _whys(here: OnFishbone, cause: Cause) -> str:
    below = len(here.kin.stands.get(cause.id, ()))
    if not below:
        return ""
    whys = count(below, "{number} why", "{number} whys")
    return say("The root cause “{text}” has {whys} below it.", text=cause.text, whys=whys)


def _outside(_here: OnFishbone, cause: Cause) -> str:
    if cause.reach != "outside":
        return ""
    return say("The root cause “{text}” lies outside our reach.", text=cause.text)


def _against(_here: OnFishbone, cause: Cause) -> str:
    if "yes" not in (cause.exists_without, cause.comes_back):
        return ""
    return say("The root test speaks against “{text}”.", text=cause.text)


def _voices(here: OnFishbone, cause: Cause) -> str:
    """A hunch without evidence is told as such; all else should have been heard from somebody."""
    kinds = {here.ground.kinds[it.evidence_id]: None for it in cause.cites}
    if "interview" in kinds or (not kinds and cause.evidence == "hunch"):
        return ""
    if not kinds:
        return say("Nothing says yet why “{text}” is no hunch.", text=cause.text)
    words = _kind_words()
    told = named_all([words[it] for it in words if it in kinds])
    return say("“{text}” rests on {kinds} alone.", text=cause.text, kinds=told)


def _unanswered(here: OnFishbone, cause: Cause) -> str:
    if cause.id not in here.unanswered:
        return ""
    return say("No driver answers the root cause “{text}” yet.", text=cause.text)


def _kind_words() -> dict[EvidenceKind, str]:
    return {
        "data": say("data"),
        "interview": say("empathy interviews"),
        "observation": say("observation"),
        "research": say("research"),
        "cycle": say("PDSA cycles"),
    }


_OF_FISHBONES: Final[Mapping[str, Check[OnFishbone, Fishbone]]] = {
    "head-empty": _head_empty,
    "whalebone": _whalebone,
    "one-sided": _one_sided,
}
_OF_BONES: Final[Mapping[str, Check[OnFishbone, Cause]]] = {"bone-with-few-causes": _few_causes}
_OF_WORDS: Final[Mapping[str, Check[OnFishbone, Cause]]] = {
    "cause-is-solution": _solution,
    "cause-blames": _blames,
    "cause-restates-head": _restates,
}
_OF_ROOTS: Final[Mapping[str, Check[OnFishbone, Cause]]] = {
    "root-is-hunch": _hunch,
    "root-has-whys-below": _whys,
    "root-outside-reach": _outside,
    "root-against-test": _against,
    "voices-missing": _voices,
    "root-cause-unanswered": _unanswered,
}
