"""The aim: the sentence that its parts make, and what a good one is asked for (method, section 5).

The checks are advice about English words. They keep silent rather than be wrong: "how much" is also
said by "every" or "half", and a date by a season or a span.
"""

import re
from collections.abc import Iterator
from typing import Final

from ilead_studio.model import AimParts, Fault, Theory, Workbook
from ilead_studio.rules.language import is_english
from ilead_studio.words import capital, say

GAP: Final = "…"
"""Stands in the sentence where a part that it cannot do without is still missing."""


def aim_sentence(parts: AimParts) -> str:
    """Return the aim as the template says it; what is not known yet is left out.

    "By [date], [group] will [outcome], as measured by [indicator], from [baseline] to [target]."
    Only who, and what they will, are shown as gaps. Without any part there are no words.
    """
    if parts == AimParts():
        return ""
    said = say("{group} will {outcome}", group=parts.group or GAP, outcome=parts.outcome or GAP)
    if parts.date:
        said = say("By {date}, {said}", date=parts.date, said=said)
    if parts.indicator:
        said = say("{said}, as measured by {indicator}", said=said, indicator=parts.indicator)
    if parts.baseline:
        said = say("{said}, from {baseline}", said=said, baseline=parts.baseline)
    if parts.target:
        comma = "" if parts.baseline else ","
        said = say("{said}{comma} to {target}", said=said, comma=comma, target=parts.target)
    return say("{said}.", said=capital(said).rstrip("."))


def is_built(theory: Theory) -> bool:
    """Tell whether an aim says what its parts say; a freely typed one does not."""
    return bool(theory.aim) and theory.aim == aim_sentence(theory.aim_parts)


def aim_checks(workbook: Workbook, theory: Theory) -> tuple[Fault, ...]:
    """Return what an aim does not say yet, or should not say; nothing of another language."""
    if not theory.aim or not is_english(workbook):
        return ()
    return tuple(Fault(rule, theory.id, words) for rule, words in _checked(theory))


def _checked(theory: Theory) -> Iterator[tuple[str, str]]:
    aim, parts = theory.aim, theory.aim_parts if is_built(theory) else AimParts()
    has_number = bool(parts.target) or says_how_much(aim)
    if not has_number:
        yield "aim-without-number", say("The aim says no number: how much?")
    if not parts.date and not _DATE.search(aim):
        yield "aim-without-date", say("The aim says no date: by when?")
    if not parts.group and not _POPULATION.search(aim):
        yield "aim-without-population", say("The aim does not say for whom.")
    if _is_two(aim):
        yield "aim-two-in-one", say("This reads like two aims. Each is easier to reach alone.")
    if found := _METHOD.search(aim):
        words = say("“{words}” tells how. An aim says what is reached; ways to it are drivers"
                    " and ideas.", words=found[0].strip())  # fmt: skip
        yield "aim-holds-method", words
    if not has_number and (found := _VAGUE.search(aim)):
        words = say("“{word}” alone can mean anything: what would be seen?", word=found[0])
        yield "aim-improve-alone", words


_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_SPANS: Final = "days?|weeks?|months?|years?|quarters?|terms?|semesters?|cycles?"
_WORDS_OF_NUMBER: Final = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|ninety"
_DATE: Final = re.compile(
    rf"\b(?:(?:19|20)\d\d|(?:by|before|until|in|end of|start of|of) (?:early |mid-?|late )?"
    rf"(?:{_MONTHS}|spring|summer|autumn|fall|winter)\b"
    rf"|(?:within|in|over|after) (?:the )?(?:next |coming )?(?:\d+|{_WORDS_OF_NUMBER}|a|an)? ?"
    rf"(?:school )?(?:{_SPANS})\b|(?:this|next|the) (?:school )?(?:year|term|semester|quarter)\b"
    rf"|(?:by|before|until) (?:the )?(?:end|close|start|beginning|graduation|third grade)\b"
    rf"|by (?:day|week|month|year|grade) \w+"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]?\d*|\d{{1,2}}\.? (?:{_MONTHS})\b|(?:{_MONTHS})\.? \d{{1,2}}\b)",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    rf"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|(?<!\bto )(?<!\bfrom )(?<!\bthan )(?<!\bunder )(?<!\bbelow )"
    rf"\b(?:\d+(?:st|nd|rd|th)?|{_WORDS_OF_NUMBER})[- ](?:{_SPANS}|graders?|grades?)\b"
    r"|\b(?:every|each) (?:school )?(?:year|term|semester|quarter)\b"
    r"|\b(?:grades?|years?) (?:k|\d+)(?:\s?[-–]\s?\d+)?\b|\b\d+\s?[-–]\s?\d+ year",
    re.IGNORECASE,
)
"""Figures that say when, how long or which grade, and not how much."""
_HOW_MUCH: Final = re.compile(
    r"\d|%|\b(?:per ?cent|all|every|each(?! other)|no one|nobody|none|zero|half"
    r"|thirds?(?![- ](?:grade|year))|quarters?"
    r"|no (?:\w+ )?(?:grader|student|pupil|child|teacher|senior|candidate|family)"
    rf"|doubl(?:es?|ed)|twice|hal(?:ves|ved?)|tripl(?:es?|ed)|fewer than|{_WORDS_OF_NUMBER})\b",
    re.IGNORECASE,
)
_POPULATION: Final = re.compile(
    r"\b(?:\w*students?|pupils?|child(?:ren)?|learners?|teachers?|principals?|leaders?|candidates?"
    r"|graduates?|seniors?|juniors?|freshm[ae]n|sophomores?|\w+[- ]?graders?|kindergartners?"
    r"|famil(?:y|ies)|parents?|staff|educators?|faculty|patients?|people|youth|girls?|boys?|adults?"
    r"|mentors?|mentees?|interns?|residents?|classes|classrooms?|cohorts?|schools?|districts?"
    r"|our \d+ [a-z]+s|colleges?|universit(?:y|ies)|partners?|teams?|members?|participants?"
    r"|everyone|everybody"
    r"|counsel(?:l)?ors?|coaches|assistants?|superintendents?|communit(?:y|ies)|wards?|households?"
    r"|newcomers?|applicants?|employees?|workers?|nurses?|clients?|riders?|drivers?"
    r"|librarians?|para(?:educator|professional)s?|programs?)\b",
    re.IGNORECASE,
)
_CHANGES: Final = (
    "increase|raise|grow|decrease|reduce|lower|cut|halve|double|improve|enhance|strengthen|close"
    "|eliminate|expand|boost|achieve|build|develop|create|ensure|promote|support"
)
_TWO: Final = re.compile(
    rf"\b(?:{_CHANGES})\b.*\b(?:and|as well as|while|plus) (?:also |to |will )?(?:{_CHANGES})\b"
    r"|\bwill\b.*(?:\band|;).{0,60}\bwill\b"
    r"|\d ?%[^.]*, and \d+ ?% [^.,]*\b(?:is|are|has|have|can|will)\b"
    r"|\d ?%[^.]* and [^.]*\b(?:falls?|rises?|drops?|climbs?) [^.]*\d ?%",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"\b(?:by (?:\w+ly )?(?!spring|morning|evening|meeting|nothing|anything|being|king|reading"
    r"\b|spelling\b)[a-z]{2,}ing\b(?: \w+)?|through (?:the |a |an )?"
    r"(?!(?:to|grade|chapter|week|page|year|end)\b|\d)\w+"
    rf"|(?:^|, )use (?:\w+ ){{1,4}}to (?:{_CHANGES})\b"
    r"|via \w+|by means of \w+|with the help of \w+)",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:(?:improve|enhance|strengthen|promote|foster|optimi[sz]e)\w*|better|support)\b",
    re.IGNORECASE,
)


def says_how_much(aim: str) -> bool:
    """Tell whether an aim says how much: a figure that is no date, or a word of number."""
    return bool(_HOW_MUCH.search(_YEARS.sub(" ", aim)))


def _is_two(aim: str) -> bool:
    return bool(_TWO.search(aim))
