"""Makes the example “attendance” from its two outlines and its two ``toml`` files beside this file.

Falling attendance and engagement, as partnerships of districts and universities describe it; all of
it is written for this project, and published facts name their source.
"""

import runpy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from ilead_studio import edits
from ilead_studio.exchange import add_outline, read_outline
from ilead_studio.model import Consequence, Ids, Workbook, pages
from ilead_studio.rules.ballots import read_sheet
from ilead_studio.rules.measure_table import read_table
from ilead_studio.rules.votes import may_be_chosen

HERE: Final = Path(__file__).parent
_OF_MEETING: Final = ("place", "time", "led_by", "notes")


def attendance(ids: Ids) -> Workbook:
    """Return the whole case: problems, fishbone, theory, ideas, parties and ramps."""
    said = _told("attendance") | _told("attendance-meetings")
    workbook = edits.rename_workbook(Workbook(), said["title"])
    for kind in ("fishbone", "theory"):
        path = HERE / f"attendance-{kind}.txt"
        workbook = add_outline(workbook, read_outline(path.read_bytes(), kind, path.name), ids)[0]
    for page, kind in zip(pages(workbook), ("fishbone", "theory"), strict=True):
        workbook = edits.rename_page(workbook, page.id, said[kind])
        workbook = edits.note(workbook, page.id, said["notes"])
    known: dict[str, str] = {}
    for step in (_with_partners, _with_evidence, _with_problems, _with_causes, _with_theory,
                 _with_ideas, _with_calendar, _with_cycles, _with_meetings, _with_measures,
                 _with_vote, _with_questions, *_then()):  # fmt: skip
        workbook = step(workbook, said, known, ids)
    return workbook


def _then() -> tuple[Callable[..., Workbook], ...]:
    return (runpy.run_path(str(HERE / "make_attendance_then.py"))["with_snapshots"],)


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _with_partners(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Add parties and roles; ``known`` learns their keys, as it does of all that has one."""
    for key, (name, kind, short) in said["parties"].items():
        known[key] = ids()
        workbook = edits.add_party(workbook, known[key], name, kind, short)
    for name, party in said["roles"].items():
        workbook = edits.add_role(workbook, ids(), name, known[party])
    return workbook


def _with_evidence(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    for key, fields in said["evidence"].items():
        known[key] = ids()
        own = {name: fields[name] for name in ("kind", "source", "date")}
        workbook = edits.add_evidence(workbook, known[key], fields["text"], **own)
        workbook = _shared(workbook, known[key], fields, known)
    return workbook


def _with_problems(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    for problem in said["problem"]:
        here = known[problem["key"]] = ids()
        workbook = edits.add_problem(workbook, here, problem["text"])
        own = {name: it for name, it in problem.items() if name not in ("key", *_SHARED)}
        workbook = edits.put_problem(workbook, here, **own | {"confirmed": tuple(
            problem.get("confirmed", ())
        )})  # fmt: skip
        workbook = _shared(workbook, here, problem, known)
    for tie, pairs in said["ties"].items():
        for one, other in pairs:
            workbook = edits.tie_problems(workbook, tie, known[one], known[other])
    for page in pages(workbook):
        workbook = edits.link_problem(workbook, page.id, known["absence"])
    return workbook


def _with_causes(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], _ids: Ids
) -> Workbook:
    known |= {it.text: it.id for it in workbook.fishbones[0].causes}
    for words, fields in said["cause"].items():
        own = {name: it for name, it in fields.items() if name not in _SHARED}
        own["lenses"] = tuple(fields.get("lenses", ()))
        workbook = edits.put(workbook, [known[words]], **own)
        workbook = _shared(workbook, known[words], fields, known)
    return workbook


def _with_theory(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    theory = workbook.theories[0]
    known |= {it.text: it.id for it in (*theory.drivers, *workbook.ideas)}
    workbook = edits.build_aim(edits.put_aim(workbook, theory.id, **said["aim"]), theory.id)
    for party, gain in said["gains"].items():
        workbook = edits.put_gain(workbook, theory.id, known[party], gain)
    for words, fields in said["driver"].items():
        own = {name: it for name, it in fields.items() if name not in ("answers", *_SHARED)}
        workbook = edits.put(workbook, [known[words]], **own) if own else workbook
        workbook = edits.answer(workbook, known[words], [known[it] for it in fields["answers"]])
        workbook = _shared(workbook, known[words], fields, known)
    for source, target, strength in said["links"].values():
        workbook = edits.link(workbook, known[source], known[target], strength)
    for words, role in said["parked"].items():
        workbook = edits.park_words(workbook, ids(), words, role)
    return workbook


_SHARED: Final = ("parties", "only_for", "cites", "text")
"""What is put in the same way, whatever kind of thing has it."""


def _shared(
    workbook: Workbook, here: str, fields: dict[str, Any], known: dict[str, str]
) -> Workbook:
    """Put to whom something belongs, who may see it, and what it cites."""
    if "parties" in fields:
        workbook = edits.belong(workbook, [here], [known[it] for it in fields["parties"]])
    if "only_for" in fields:
        workbook = edits.show_only(workbook, [here], fields["only_for"])
    for evidence, speaks in fields.get("cites", {}).items():
        workbook = edits.cite(workbook, [here], known[evidence], speaks)
    return workbook


def _with_ideas(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], _ids: Ids
) -> Workbook:
    for words, fields in said["idea"].items():
        own = {name: it for name, it in fields.items() if name not in ("consequences", *_SHARED)}
        besides = fields.get("consequences", {}).items()
        own["consequences"] = tuple(Consequence(text=text, measure=it) for text, it in besides)
        workbook = edits.put(workbook, [known[words]], **own)
        workbook = _shared(workbook, known[words], fields, known)
    return workbook


def _with_calendar(
    workbook: Workbook, said: dict[str, Any], _known: dict[str, str], ids: Ids
) -> Workbook:
    workbook = edits.put_calendar(workbook, **said["calendar"])
    for name, (first, last) in said["breaks"].items():
        workbook = edits.add_break(workbook, ids(), name, first, last)
    return workbook


def _with_cycles(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Add the cycles by the commands that a team would use: plan, begin, study, decide."""
    for cycle in said["cycle"]:
        here = ids()
        workbook = edits.plan_cycle(workbook, known[cycle["idea"]], here, cycle["objective"])
        workbook = _planned(workbook, here, cycle, ids)
        if "began" in cycle:
            workbook = _tried(workbook, here, cycle, known, ids)
    return workbook


_PLAN: Final = ("purpose", "owner", "site", "scale", "how_known", "planned_start", "planned_end")
_FOUND: Final = (
    "as_planned", "as_planned_why", "observations", "surprises", "comparison", "learned",
    "improved", "improved_why",
)  # fmt: skip


def _planned(workbook: Workbook, here: str, cycle: dict[str, Any], ids: Ids) -> Workbook:
    own = {name: cycle[name] for name in _PLAN if name in cycle}
    workbook = edits.put_cycle(workbook, here, **own)
    for name, fields in (
        ("questions", ("prediction", "reason")),
        ("tasks", ("who", "where", "when")),
        ("data", ("who", "when")),
    ):
        for text, *rest in cycle[name]:
            line = ids()
            workbook = edits.add_line(workbook, here, name, line, text)
            given = dict(zip(fields, rest, strict=False))
            workbook = edits.change_line(workbook, here, line, **given)
    return workbook


def _tried(
    workbook: Workbook, here: str, cycle: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Begin Do, write what happened, say what it means, and decide."""
    paper = cycle.get("on_paper")
    workbook = edits.begin_do(workbook, here, cycle["began"], on_paper=paper)
    found = {name: cycle[name] for name in _FOUND if name in cycle}
    workbook = edits.put_cycle(workbook, here, ended=cycle["ended"], **found)
    workbook = edits.to_study(workbook, here, cycle["ended"])
    this = next(it for it in workbook.cycles if it.id == here)
    for line, (*_, result, match) in zip(this.questions, cycle["questions"], strict=True):
        workbook = edits.change_line(workbook, here, line.id, result=result, match=match)
    for task in this.tasks:
        workbook = edits.change_line(workbook, here, task.id, done=True)
    for words, speaks in cycle["about"].items():
        workbook = edits.say_about(workbook, here, known[words], ids(), speaks)
    return edits.decide(workbook, here, cycle["decision"], cycle["decided"], **cycle["words"])


def _with_meetings(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Add the meetings as a facilitator would: open, write, close."""
    for meeting in said["meeting"]:
        here = ids()
        own = {name: meeting[name] for name in _OF_MEETING if name in meeting}
        workbook = edits.add_meeting(workbook, here, meeting["day"], **own)
        for text, minutes, led_by, done in meeting["agenda"]:
            line, fields = ids(), {"minutes": minutes, "led_by": led_by, "done": done}
            workbook = edits.add_agenda_item(workbook, here, line, text)
            workbook = edits.change_agenda_item(workbook, line, **fields)
        workbook = _agreed(workbook, here, meeting, known, ids)
        if "closed" in meeting:
            workbook = edits.open_meeting(workbook, here, meeting["opened"])
            workbook = edits.close_meeting(workbook, here, meeting["closed"])
    return workbook


def _agreed(
    workbook: Workbook, here: str, meeting: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Write who was there, what was decided, and who does what next."""
    roles = {role.name: role.id for role in workbook.roles}
    for name, number in meeting["here"].items():
        workbook = edits.put_attendance(workbook, here, number, role_id=roles[name])
    for text, about in meeting["decided"]:
        workbook = edits.add_decided(workbook, ids(), here, text, known[about])
    for step in meeting["steps"]:
        new_id, own = ids(), {name: step[name] for name in ("text", "owner", "due")}
        workbook = edits.add_step(workbook, new_id, here, item_id=known[step["about"]], **own)
        workbook = edits.tick_step(workbook, new_id, step.get("done"))
    return workbook


_MEASURED: Final = ("name", "kind", "aim", "drivers", "data", "table", "parties")
"""What is not put as a field of a measure."""


def _with_measures(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Add measures with their tables, and let aim, drivers and data plans be measured by them."""
    near = said["calendar"]["first"]
    for measure in said["measure"]:
        here, own = ids(), {name: it for name, it in measure.items() if name not in _MEASURED}
        own["subgroups"] = tuple(measure.get("subgroups", ()))
        workbook = edits.add_measure(workbook, here, measure["name"], measure["kind"])
        workbook = edits.put_measure(workbook, here, **own)
        workbook = _shared(workbook, here, measure, known)
        table = read_table(workbook, measure["table"], near, here)
        if table.unread:
            raise ValueError(table.unread)
        workbook = _measuring(edits.paste_readings(workbook, table), here, measure, known)
    return workbook


def _measuring(
    workbook: Workbook, here: str, measure: dict[str, Any], known: dict[str, str]
) -> Workbook:
    if "aim" in measure:
        workbook = edits.put(workbook, [workbook.theories[0].id], measure_id=here)
    for driver in measure.get("drivers", ()):
        workbook = edits.measure_driver(workbook, known[driver], here)
    lines = [(cycle.id, it) for cycle in workbook.cycles for it in cycle.data]
    for cycle_id, line in lines:
        if line.text == measure.get("data"):
            workbook = edits.change_line(workbook, cycle_id, line.id, measure_id=here)
    return workbook


def _with_vote(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    """Hold the vote on causes: it gives them their totals."""
    vote, page, here = said["vote"], workbook.fishbones[0], ids()
    chosen = [it.id for it in may_be_chosen(workbook, page)] + [known[it] for it in vote["whys"]]
    people, question = vote["people"], vote["question"]
    workbook = edits.open_vote(workbook, here, page.id, people, question, chosen)
    sheet = read_sheet(workbook.votes[-1], vote["ballots"])
    if sheet.unread:
        raise ValueError(sheet.unread)
    workbook = edits.cast_sheet(workbook, here, sheet)
    return edits.reveal(workbook, here, vote["revealed"])


def _with_questions(
    workbook: Workbook, said: dict[str, Any], known: dict[str, str], ids: Ids
) -> Workbook:
    for text, (about, who) in said["questions"].items():
        workbook = edits.note_question(workbook, ids(), text, known[about], who)
    return workbook
