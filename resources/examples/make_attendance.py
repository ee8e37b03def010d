"""Makes the example “attendance” from its two outlines and ``attendance.toml`` beside this file.

Falling attendance and engagement, as partnerships of districts and universities describe it; all of
it is written for this project, and published facts name their source.
"""

import tomllib
from pathlib import Path
from typing import Any, Final

from ilead_studio import edits
from ilead_studio.edits.parts import numbered
from ilead_studio.exchange import add_outline, read_outline
from ilead_studio.model import Cycle, Ids, Workbook, pages, replace

HERE: Final = Path(__file__).parent


def attendance(ids: Ids) -> Workbook:
    """Return the whole case: problems, fishbone, theory, ideas, parties and ramps."""
    said = tomllib.loads((HERE / "attendance.toml").read_text(encoding="utf-8"))
    workbook = edits.rename_workbook(Workbook(), said["title"])
    for kind in ("fishbone", "theory"):
        path = HERE / f"attendance-{kind}.txt"
        workbook = add_outline(workbook, read_outline(path.read_bytes(), kind, path.name), ids)[0]
    for page, kind in zip(pages(workbook), ("fishbone", "theory"), strict=True):
        workbook = edits.rename_page(workbook, page.id, said[kind])
        workbook = edits.note(workbook, page.id, said["notes"])
    known: dict[str, str] = {}
    for step in (_with_partners, _with_evidence, _with_problems, _with_causes, _with_theory):
        workbook = step(workbook, said, known, ids)
    return _with_cycles(workbook, said, ids)


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


def _with_cycles(workbook: Workbook, said: dict[str, Any], ids: Ids) -> Workbook:
    """Add the cycles of each ramp, as far as a cycle has fields for what is said of it."""
    ideas = {it.text: it.id for it in workbook.ideas}
    for cycle in said["cycle"]:
        workbook, ref = numbered(workbook, "cycles")
        made = Cycle(id=ids(), ref=ref, idea_id=ideas[cycle["idea"]], objective=cycle["objective"])
        workbook = replace(workbook, cycles=(*workbook.cycles, made))
    return workbook
