"""How causes are worded: a missing remedy, blame, or the head said again (method, section 3).

Patterns of English that keep silent rather than be wrong: a missing *thing that can be bought or
begun* is a solution in disguise, a missing state ("trust", "time") is a cause.
"""

import re
from functools import lru_cache
from typing import Final

_REMEDY: Final = (
    r"(?:(?:mentoring|induction|tutoring|attendance|reading|after[- ]school|pilot|support|bridge)"
    r" )?(?:program(?:me)?s?|software|apps?|platforms?|portals?|dashboards?|hotlines?"
    r"|training|trainings|workshops?|professional development|pd|coaching|coach(?:es)?|tutoring"
    r"|tutors?|counsel(?:l)?ors?|social workers?|liaisons?|specialists?|nurses?|consultants?"
    r"|(?:truancy|attendance|resource) officers?"
    r"|interventions?|initiatives?|incentives?|bonus(?:es)?|incentive systems?|warning systems?"
    r"|tracking systems?|curricul(?:um|a)|textbooks?|laptops?|tablets?|chromebooks?|devices?"
    r"|templates?|(?:stay|exit|empathy) interviews?|newsletters?|clubs?|task ?force)"
)
_UP_TO_IT: Final = (
    r"(?:(?!(?:of|for|to|about|between|on|in|from|after|before|with|by|at|the|during|reads?)\b)"
    r"[\w’'-]+ ){0,4}?"
)
"""Words before the remedy that describe it."""
_HERE: Final = r"(?!s?\s+(?:time|days?|repeats?|meets?|who\b|that\b|which\b))"
"""After the remedy: not the first half of another thing, nor something that is said of it."""
_MISSING: Final = (
    r"(?:lack of|no|missing|absence of|(?:there (?:is|are|was) )?(?:no|not enough|not any)"
    r"|not enough|insufficient|too few|(?:do|does|did)(?: not|n[’']t) (?:have|get|receive|offer)"
    r"|there (?:is|are|was|were)(?: not|n[’']t)|lacks?|without|need for|needs?)"
)
_SOLUTION: Final = re.compile(
    rf"^(?:.* )?{_MISSING} (?:any |an? |the |more |enough |new )*{_UP_TO_IT}{_REMEDY}\b{_HERE}"
    r"|^(?:lack of|needs?|not enough|no) (?:more )?(?:funding|money|budget) for .*"
    rf"\b{_REMEDY}\b"
    rf"|^{_UP_TO_IT}{_REMEDY} (?:is|are|was|were)(?: not|n[’']t) (?:held|offered|provided|in place"
    r"|conducted|used|given|available)\.?$"
    rf"|^more {_UP_TO_IT}{_REMEDY} (?:is |are )?(?:needed|wanted)\b"
    r"|^(?:no one|nobody) has (?:yet )?(?:bought|hired|installed|launched|adopted|ordered)\b"
    r"|^if only (?:we|there|they)\b"
    r"|^(?:(?:we |the school |the district )?(?:must|needs? to)|(?:\w+ ){0,2}(?:should|ought to))"
    r" (?:have|hire|buy|get|add|adopt|implement|introduce|provide|train|offer|use|start|create)\b"
    r"|^(?:implement|introduce|provide|hire|purchase|adopt|establish|train|install|buy)"
    r" (?!and\b)\w",
    re.IGNORECASE,
)
_GROUP: Final = (
    r"(?:students?|pupils?|kids?|children|parents?|famil(?:y|ies)|teachers?|principals?|mentors?"
    r"|staff|administrators?|leaders?|faculty|candidates?|colleagues|supervisors?|coaches|boys"
    r"|girls|counsel(?:l)?ors|professors|(?:the )?(?:district|central office|university|union"
    r"|office)|they|people|patients|nurses)"
)
_FAULTY: Final = (
    r"(?:lazy|unmotivated|apathetic|incompetent|careless|irresponsible|disrespectful|stubborn"
    r"|ignorant|uncooperative|unprofessional|hostile|negligent|indifferent|ill-mannered|immature"
    r"|out of touch)"
)
_NEVER: Final = r"(?:(?:do|does|did)(?: not|n[’']t)|never|rarely) (?:really )?"
_WHAT_IS_RIGHT: Final = (
    r"(?:education|schools?|learning|homework|reading|college|attendance|teaching|students"
    r"|children|change|feedback|(?:the|their) (?:work|job|child|children|students|education))"
)
_END: Final = r"(?=\W*$|[,;:]| (?:anymore|any more|at all|enough)\b)"
_BLAME: Final = re.compile(
    rf"\b{_GROUP}(?: \w+)? {_NEVER}(?:(?:care|try|bother)(?:{_END}| (?:about|to|for)\b)"
    rf"|value {_WHAT_IS_RIGHT}\b|want to (?:work|learn|change|help|come|teach){_END})"
    rf"|\b{_GROUP}\b[^.]{{0,40}} and {_NEVER}care{_END}"
    rf"|\b{_GROUP} {_NEVER}(?:supports?|helps?|listens? to) us\b"
    rf"|\b{_GROUP} (?:always |only |just )?makes? excuses\b"
    rf"|\b{_FAULTY} (?:\w+ )?{_GROUP}\b"
    rf"|\b{_GROUP} (?:(?:is|are|were|seem|act|often|very|just|too|so|all) )*{_FAULTY}\b"
    rf"|\b{_GROUP} (?:is|are)(?: not|n[’']t) (?:motivated|interested|committed|willing)"
    rf"(?:{_END}| (?:in|to) {_WHAT_IS_RIGHT}\b)"
    rf"|\b{_GROUP} (?:is|are) (?:unwilling|resistant|uninterested|to blame)\b"
    rf"|\b{_GROUP} (?:refuses?|resists?) to\b"
    rf"|\b{_GROUP} (?:resists?|refuses?) (?:change|feedback|help|support|reforms?)\b"
    rf"|\b{_GROUP} lacks? (?:motivation|discipline|commitment|respect|work ethic)\b"
    r"|\b(?:parent|parental|student|teacher|family|staff) (?:apathy|laziness|indifference|neglect"
    r"|incompetence|resistance)\b"
    r"|\b(?:bad|poor) parenting\b"
    r"|\b(?:bad|resistant) (?:students?|parents?|teachers?|principals?|staff|leaders?)"
    r"(?=\W*$| (?:in|at|with|from|who|do|don[’']t|are)\b)"
    rf"|\bfault of (?:the |our )?{_GROUP}\b|\bblame for\b",
    re.IGNORECASE,
)
"""The words that a team regrets; what it finds about somebody's wishes and reasons is none."""
_TELLING: Final = (
    " not", "n’t", "n't", "laz", "unmot", "apath", "incomp", "careless", "irresp", "disresp",
    "stubborn", "ignor", "uncoop", "unprof", "hostile", "negl", "indiff", "ill-m", "unwill",
    "never", "rarely", "resist", "unint", "refus", "lack", "blame", "fault", "bad ", "parenting",
    "immat", "of touch", "excuse",
)  # fmt: skip
"""Pieces of which blame has one: they are looked for much faster than the patterns."""


@lru_cache(4_096)
def solution_in(text: str) -> str:
    """Return the words of a cause that name a missing remedy; empty if none do."""
    found = _SOLUTION.search(text)
    return found[0] if found else ""


@lru_cache(4_096)
def blame_in(text: str) -> str:
    """Return the words of a cause that blame a person or a group; empty if none do."""
    low = text.lower()
    found = _BLAME.search(text) if any(it in low for it in _TELLING) else None
    return found[0] if found else ""


_SMALL: Final = re.compile(
    r"(?:an?|the|of|in|on|at|to|for|from|by|with|and|or|is|are|was|were|be|been|being|do|does|did"
    r"|not|no|it|its|their|our|we|they|this|that|as|than|more|most|too|much|many|very|one|out"
    r"|before|after|don|doesn|isn|aren|still|never|each|every|per|cent|t|s)"
)
"""Words that carry no meaning of their own here."""
_SAME: Final = {
    word: said
    for said, words in {
        "student": "pupil child children kid learner",
        "leave": "left leaving quit departure",
        "turnover": "attrition",
        "absent": "absence absenc absenteeism",
        "miss": "missing missed",
        "teach": "teacher teaching",
        "kindergarten": "kindergartner",
        "wait": "waiting",
        "come": "turnout coming",
        "few": "fewer little",
        "rise": "rose rising risen",
        "fall": "fell falling fallen",
    }.items()
    for word in words.split()
}
_ENDINGS: Final = re.compile(r"(?:ies|ing|ed|es|(?<!s)s|e|y)$")


@lru_cache(4_096)
def _content(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, each in one form."""
    words = re.findall(r"[^\W\d_]+", text.lower().replace("’", "'"))
    return frozenset(_stem(it) for it in words if not _SMALL.fullmatch(it))


def _stem(word: str) -> str:
    known = _SAME.get(word) or _SAME.get(word.removesuffix("s"), word)
    return _ENDINGS.sub("", known) if len(known) > 3 else known


_MOST_NEW: Final = 0.25
"""The share of a cause's words that the head need not have."""


def restates(cause: str, head: str) -> bool:
    """Tell whether a cause says what the head says, and no more.

    A single word of the head is a heading, not a restatement.
    """
    said, asked = _content(cause), _content(head)
    shared = len(said & asked)
    return shared >= 2 and shared >= (1 - _MOST_NEW) * len(said) and 2 * shared >= len(asked)
