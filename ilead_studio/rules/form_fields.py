"""The fields of a PDSA form: what each asks, and what a cycle says in it (method, section 7).

Paper, the fillable file and what comes back all mean the same fields by the same names.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cycle, DataLine, Question, Task, Workbook
from ilead_studio.rules.cycles import decision_words
from ilead_studio.rules.days import year_day
from ilead_studio.rules.learning import findings
from ilead_studio.words import in_every_language, say

Part = Literal["head", "band", "plan", "do", "study", "act"]
ASKED: Final = 3
"""Questions for which a form has room at least."""
BETWEEN: Final = " · "
"""Between the parts of a task or a line of the data plan."""


class Field(NamedTuple):
    """A field: its name, its words on paper, how many lines it has, and what can be ticked.

    What can be ticked ``says`` by itself what is asked, or needs the words before it.
    """

    name: str
    part: Part
    words: str
    lines: int = 1
    options: tuple[tuple[str, str], ...] = ()
    says: bool = False


def fields_of(part: Part) -> tuple[Field, ...]:
    """Return the fields of a part of the form in the order in which they are read."""
    return tuple(it for it in _fields() if it.part == part)


def _fields() -> tuple[Field, ...]:
    improved = (("yes", say("yes")), ("partly", say("partly")), ("no", say("no")))
    decisions = tuple((it, decision_words(it)) for it in ("adapt", "expand", "adopt", "abandon"))
    return (
        Field("owner", "head", say("Who tests (role)")),
        Field("site", "head", say("Where, with whom")),
        Field("begin", "head", say("Begin")),
        Field("end", "head", say("End")),
        Field("scale", "head", say("Scale")),
        Field("tasks", "plan", say("Who does what, where, when"), 2),
        Field("conditions", "plan", say("Conditions")),
        Field("data", "plan", say("Data, who collects, when")),
        Field("how_known", "plan", say("How we will know")),
        Field("as_planned", "do", say("As planned?"), 1, improved[::2]),
        Field("as_planned_why", "do", say("because")),
        Field("observations", "do", say("Seen")),
        Field("surprises", "do", say("Surprises")),
        Field("adjustments", "do", say("Changed")),
        Field("data_points", "do", say("Data points")),
        Field("comparison", "study", say("Compared with before")),
        Field("learned", "study", say("Learned"), 2),
        Field("improved", "study", say("Improved?"), 1, improved),
        Field("improved_why", "study", say("because")),
        Field("for", "study", say("Speaks for")),
        Field("against", "study", say("against")),
        Field("decision", "act", say("Decision"), 1, decisions, says=True),
        Field("changes", "act", say("What changes"), 2),
        Field("next_plan", "act", say("Next cycle")),
        Field("kept_up", "act", say("Kept up")),
    )


def matches() -> tuple[tuple[str, str], ...]:
    """Return what can be ticked about a prediction and its result."""
    return (("matched", say("yes")), ("partly", say("partly")), ("not", say("no")))


def value_words(name: str, value: str) -> str:
    """Say what a field says: of what can be ticked its words."""
    options = {it.name: it.options for it in _fields()} | {"match": matches()}
    return dict(options.get(name.rstrip("0123456789"), ())).get(value, value)


def field_words(name: str) -> str:
    """Say what a field of the form asks, wherever it is named: "Study, learned"."""
    kind = name.rstrip("0123456789")
    of_question = _of_question(name[len(kind) :])
    if kind in of_question and kind != name:
        return of_question[kind]
    if name == "objective":
        return say("What we want to find out")
    return _sentences().get(name, name)


def _of_question(number: str) -> dict[str, str]:
    return {
        "question": say("Plan, question {number}", number=number),
        "prediction": say("Plan, prediction {number} and its reason", number=number),
        "result": say("Study, what happened with question {number}", number=number),
        "match": say("Study, prediction {number} matched", number=number),
    }


def _sentences() -> dict[str, str]:
    whole = {
        "as_planned_why": say("Do, why not as planned"),
        "improved_why": say("Study, why it improved or not"),
        "for": say("Study, speaks for these drivers and causes"),
        "against": say("Study, speaks against these drivers and causes"),
        "data": say("Plan, data, who collects, when"),
        "tasks": say("Plan, who does what, where, when"),
    }
    parts = {
        "head": "", "plan": say("Plan"), "do": say("Do"), "study": say("Study"),
        "act": say("Act"), "band": "",
    }  # fmt: skip
    for it in _fields():
        of = parts[it.part]
        words = say("{part}, {what}", part=of, what=_lower(it.words)) if of else it.words
        whole.setdefault(it.name, words.strip("¿?"))
    return whole


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


# --- what a cycle says ---------------------------------------------------------------------------
_SAME: Final = (
    "owner", "site", "scale", "objective", "conditions", "how_known", "as_planned",
    "as_planned_why", "observations", "surprises", "adjustments", "data_points", "comparison",
    "learned", "improved", "improved_why", "decision", "changes", "next_plan", "kept_up",
)  # fmt: skip
"""Fields of the form that are fields of the cycle."""


def said_in_form(workbook: Workbook, cycle: Cycle) -> dict[str, str]:
    """Return what a cycle says in the fields of its form; a field without words is empty."""
    begin, end = cycle.started or cycle.planned_start, cycle.ended or cycle.planned_end
    speaks = findings(workbook, cycle.id)
    said = {name: str(getattr(cycle, name)) for name in _SAME}
    said |= {
        "begin": year_day(begin) if begin else "", "end": year_day(end) if end else "",
        "tasks": "\n".join(map(line_words, cycle.tasks)),
        "data": "\n".join(map(line_words, cycle.data)),
        "for": ", ".join(it.ref for it in speaks if it.speaks != "against"),
        "against": ", ".join(it.ref for it in speaks if it.speaks != "for"),
    }  # fmt: skip
    for number, it in enumerate(cycle.questions, 1):
        said |= {
            f"question{number}": it.text, f"prediction{number}": predicted_words(it),
            f"result{number}": it.result, f"match{number}": it.match,
        }  # fmt: skip
    return said


def line_words(line: Task | DataLine) -> str:
    """Say a task or a line of the data plan on one line."""
    parts = (line.text, line.who, line.where, line.when)
    return BETWEEN.join(filter(None, parts))


def predicted_words(question: Question) -> str:
    """Say a prediction with its reason: "half, because report week falls into it"."""
    if not question.reason:
        return question.prediction
    reason = question.reason
    is_sentence = reason[:1].isupper()  # after a colon it may begin as one
    because = say("because: {why}", why=reason) if is_sentence else say("because {why}", why=reason)
    return ", ".join(filter(None, (question.prediction, because)))


def predicted_parts(text: str) -> tuple[str, str]:
    """Return the prediction and the reason that somebody wrote in one field, in any language."""
    for because in in_every_language("because"):
        before, found, after = text.partition(because)
        if found and not (before and not before[-1:].isspace()):
            return before.rstrip().rstrip(",").rstrip(), after.lstrip(": \n").rstrip()
    return text.strip(), ""


def digest(said: Mapping[str, str]) -> str:
    """Return a short sign of what a form says, which differs as soon as a word of it does.

    What the cycle speaks for is not in it: a reader who may not see a driver has the same form.
    """
    names = sorted(name for name in said if said[name] and name not in ("for", "against"))
    words = "\n".join(f"{name}={said[name]}" for name in names)
    return sha256(words.encode("utf-8")).hexdigest()[:16]
