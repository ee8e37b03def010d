"""How drivers and change ideas are worded (method, sections 5 and 6).

A driver is a state of the system, so a noun phrase; a change idea is something that is done, so a
verb phrase, and no result. Patterns of English that keep silent rather than be wrong: many verbs
are nouns too ("Text messages reach families"), so what follows decides.
"""

import re
from functools import lru_cache
from typing import Final

_WHAT: Final = (
    r"(?:an?|the|our|all|every|each|both|more|new|one|two|three|four|five|six|\d+|up|weekly"
    r"|monthly|daily|yearly|regular|home|teachers|students|famil(?:y|ies)|parents|principals|staff"
    r"|mentors|leaders|counsel(?:l)?ors|coaches)"
)
"""What stands behind a verb, and hardly ever behind a noun."""
_PLAIN_VERB: Final = (
    r"hire|implement|provide|purchase|install|organi[sz]e|distribute|introduce|create|establish"
    r"|invite|deliver|adopt|buy|recruit|develop"
    r"|implementing|providing|creating|introducing|installing|purchasing|organi[sz]ing"
    r"|distributing|establishing|inviting"
)
_VERB_OR_NOUN: Final = (
    r"train|hold|send|call|text|e-?mail|meet|schedule|host|design|launch|offer|run|print|assign"
    r"|visit|set|post|pilot|write|start|conduct|teach|plan|ask|give|pair|build|mail"
    r"|training|holding|sending|calling|texting|hiring|scheduling|offering|running|launching"
    r"|co-?teach"
)
_ACTIVITY: Final = re.compile(
    rf"^(?:(?:{_PLAIN_VERB}) (?!and\b|of\b|that\b|is\b|are\b|who\b|which\b)\w"
    rf"|(?:{_VERB_OR_NOUN}) {_WHAT}\b(?!-)(?! (?:know|are|is|can|have|reach|say|keep)\b)"
    r"|(?:building|visiting|co-?teaching) (?:an?|the|our|each|every|all)\b"
    r"|we (?:will|want to|are going to) (?!be\b|have\b)\w"
    r"|(?:conduct|offer|teach|provide) \w+ing\b|conduct \w+ (?:interviews|surveys|visits)\b)",
    re.IGNORECASE,
)
_OUTCOME: Final = (
    r"(?:attendance|absen(?:ce|ces|teeism)|scores?|achievement|engagement|motivation|turnover"
    r"|retention|graduation|dropouts?|drop-outs?|grades|trust|belonging|suspensions?|referrals"
    r"|confidence|satisfaction|outcomes|results|performance|proficiency|literacy|learning|equity"
    r"|gaps?|morale|fluency|readiness|expectations|enrol(?:l)?ment|completion|communication|quality)"
)
_IN_HAND: Final = (
    r"(?:wording|words|letters?|forms?|layout|scripts?|signs?|schedules?|agendas?|templates?|lists?"
    r"|texts?|notes?|messages?|handouts?|maps?|checklists?|menus?|rubrics?|pages?)"
)
"""What one can change at a desk: to improve it is something that is done."""
_GOAL: Final = re.compile(
    r"^(?:improve|enhance|achieve|boost|ensure|strengthen|maximi[sz]e|optimi[sz]e|foster|promote)\b"
    rf"(?! (?:an?|the|our|its|their|each) (?:[\w-]+ ){{0,2}}?{_IN_HAND}\b)"
    rf"|^{_OUTCOME} (?:above|below|over|under|of at least) \d+ ?%?(?: by\b|\W*$)"
    rf"|^(?:increase|raise|reduce|decrease|lower|cut|close|grow|more|fewer|less|higher|better) "
    rf"(?!(?:the )?enrol(?:l)?ment form)(?:[\w-]+ ){{0,4}}?{_OUTCOME}\b(?! (?:at|on|in)? ?the desk)"
    r"|^\d+ ?% of\b"
    r"|^(?:more|fewer) (?:students|pupils|teachers|famil(?:y|ies)|parents|candidates)"
    r" (?!to\b|with\b|in\b|at\b|who\b)\w+"
    r"|^(?:all|most|every) (?:students?|pupils?|teachers?|candidates?) (?:pass|read|attend|graduate"
    r"|succeed|feel|belong|stay|come|finish|complete|achieve)(?:e?s)?\b(?! aloud)",
    re.IGNORECASE,
)


@lru_cache(4_096)
def is_activity(text: str) -> bool:
    """Tell whether the words of a driver say what somebody does."""
    return bool(_ACTIVITY.search(text))


@lru_cache(4_096)
def is_goal(text: str) -> bool:
    """Tell whether the words of a change idea say what is reached, and not what is done."""
    return bool(_GOAL.search(text))
