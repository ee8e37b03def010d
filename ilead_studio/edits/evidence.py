"""Edits of what was found out, and of how it speaks about problems, causes and drivers.

Evidence stands once in the workbook; any number of them cite it.
"""

from collections.abc import Callable, Collection, Sequence
from pathlib import PurePath
from typing import Final

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.fields import with_items
from ilead_studio.edits.parts import changed, exchanged, fitting, short_enough, there, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Problem, Workbook, find, replace
from ilead_studio.model.evidence import Citation, Evidence, Speaks
from ilead_studio.model.ties import citing as all_citing
from ilead_studio.words import count, say

Citing = Problem | Cause | Driver
"""What can cite evidence."""
_SAID: Final = Evidence.model_fields.keys() - {"id"}
_PICTURES: Final = frozenset((".png", ".jpg", ".jpeg", ".heic", ".webp", ".gif", ".svg"))
_Cites = Callable[[tuple[Citation, ...]], tuple[Citation, ...]]


def add_evidence(workbook: Workbook, new_id: str, text: str, **fields: object) -> Workbook:
    """Add something that was found out; ``fields`` are its kind, source and date.

    Raises:
        EditError: if it has no words, or something does not fit.
    """
    made = changed(Evidence(id=new_id, text=words_for(text)), **fields)
    return replace(workbook, evidence=(*workbook.evidence, made))


def change_evidence(workbook: Workbook, evidence_id: str, **fields: object) -> Workbook:
    """Change what is said of a piece of evidence, for everything that cites it.

    Raises:
        EditError: if it is not there, has no words, says what a cycle says, or something does not
            fit.
    """
    known = _evidence(workbook, evidence_id)
    now = changed(known, **fitting(fields, _SAID, text=words_for))
    if now.cycle_id != known.cycle_id or (known.cycle_id and now != known):
        raise EditError(say("This is what a PDSA cycle says. Change it in the cycle."))
    return replace(workbook, evidence=exchanged(workbook.evidence, {evidence_id: now}))


def delete_evidence(workbook: Workbook, evidence_id: str) -> Workbook:
    """Delete a piece of evidence that nobody cites.

    Raises:
        EditError: if it is not there, or something still cites it.
    """
    gone_with = _evidence(workbook, evidence_id)
    citing_it = citing(workbook, evidence_id)
    if citing_it:
        raise EditError(
            count(
                len(citing_it),
                "{number} item still cites this evidence. Take it away there first.",
                "{number} items still cite this evidence. Take it away there first.",
            )
        )
    left = tuple(it for it in workbook.evidence if it is not gone_with)
    return replace(workbook, evidence=left)


def withdraw_evidence(workbook: Workbook, evidence_id: str) -> Workbook:
    """Delete a piece of evidence; whatever cited it does so no longer.

    Raises:
        EditError: if it is not there, or says what a cycle says.
    """
    if _evidence(workbook, evidence_id).cycle_id:
        raise EditError(say("This is what a PDSA cycle says. Change it in the cycle."))
    return without(workbook, {evidence_id})


def citing(workbook: Workbook, evidence_id: str) -> tuple[Citing, ...]:
    """Return the problems, causes and drivers that cite a piece of evidence.

    Linked copies are not counted again.
    """
    return tuple(
        it
        for it in all_citing(workbook)
        if not (isinstance(it, Cause) and it.same_as)
        and any(cited.evidence_id == evidence_id for cited in it.cites)
    )


def cite(
    workbook: Workbook,
    ids: Collection[str],
    evidence_id: str,
    speaks: Speaks = "for",
    note: str = "",
) -> Workbook:
    """Let problems, causes and drivers cite evidence, or let it speak otherwise about them.

    Raises:
        EditError: if something is not there, or cannot cite evidence.
    """
    _evidence(workbook, evidence_id)
    cited = Citation(evidence_id=evidence_id, speaks=speaks, note=short_enough(note))
    return _citing_anew(workbook, ids, lambda cites: _with(cites, cited))


def cite_files(
    workbook: Workbook, item_id: str, names: Sequence[str], new_id: Callable[[], str]
) -> Workbook:
    """Let a problem, a cause or a driver cite files by their names; the files are not kept.

    A file that is named already is cited, not named again. A picture is something that was seen.

    Raises:
        EditError: if the item is not there, or cannot cite evidence.
    """
    for name in names:
        known = next((it.id for it in workbook.evidence if it.source == name), "")
        evidence_id, path = known or new_id(), PurePath(name)
        if not known:
            kind = "observation" if path.suffix.lower() in _PICTURES else "data"
            words = " ".join(path.stem.replace("_", " ").split())
            workbook = add_evidence(workbook, evidence_id, words or name, kind=kind, source=name)
        if all(it.id != item_id for it in citing(workbook, evidence_id)):
            workbook = cite(workbook, [item_id], evidence_id)
    return workbook


def uncite(workbook: Workbook, ids: Collection[str], evidence_id: str) -> Workbook:
    """Let items cite a piece of evidence no longer; it stays in the workbook."""
    return _citing_anew(
        workbook, ids, lambda cites: tuple(it for it in cites if it.evidence_id != evidence_id)
    )


def _with(cites: tuple[Citation, ...], cited: Citation) -> tuple[Citation, ...]:
    """Return citations with one in place of that of the same evidence, or as the last."""
    if all(it.evidence_id != cited.evidence_id for it in cites):
        return (*cites, cited)
    return tuple(cited if it.evidence_id == cited.evidence_id else it for it in cites)


def _citing_anew(workbook: Workbook, ids: Collection[str], cites: _Cites) -> Workbook:
    """Give every named item other citations."""
    problems, items = dict[str, Problem](), list[Cause | Driver]()
    for item_id in ids:
        record = _found(workbook, item_id)
        if isinstance(record, Problem):
            problems[item_id] = replace(record, cites=cites(record.cites))
        else:
            items.append(replace(record, cites=cites(record.cites)))
    if problems:
        workbook = replace(workbook, problems=exchanged(workbook.problems, problems))
    return with_items(workbook, items) if items else workbook


def _found(workbook: Workbook, item_id: str) -> Citing:
    problem = next((it for it in workbook.problems if it.id == item_id), None)
    record = problem or find(workbook, item_id)
    if not isinstance(record, Problem | Cause | Driver):
        words = say("Evidence speaks about problems, causes and drivers. Nothing was changed.")
        raise EditError(words)
    return record


def _evidence(workbook: Workbook, evidence_id: str) -> Evidence:
    return there(next((it for it in workbook.evidence if it.id == evidence_id), None))
