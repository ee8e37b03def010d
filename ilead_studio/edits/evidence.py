"""Edits of what was found out, and of how it speaks about causes and drivers.

Evidence stands once in the workbook; any number of causes and drivers cite it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from pydantic import ValidationError

from ilead_studio.edits.fields import with_items
from ilead_studio.edits.parts import exchanged, gone, short_enough, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Workbook, find, replace
from ilead_studio.model.evidence import Citation, Evidence, Speaks
from ilead_studio.words import count, say


def add_evidence(
    workbook: Workbook,
    new_id: str,
    text: str,
    **fields: Any,  # noqa: ANN401 - the fields' own types are checked
) -> Workbook:
    """Add something that was found out; ``fields`` are its kind, source and date.

    Raises:
        EditError: if it has no words, or something does not fit.
    """
    made = _checked(Evidence(id=new_id, text=words_for(text)), **fields)
    return replace(workbook, evidence=(*workbook.evidence, made))


def change_evidence(
    workbook: Workbook,
    evidence_id: str,
    **fields: Any,  # noqa: ANN401 - the fields' own types are checked
) -> Workbook:
    """Change what is said of a piece of evidence, for everything that cites it.

    Raises:
        EditError: if it is not there, has no words, says what a cycle says, or something does not
            fit.
    """
    if "text" in fields:
        fields["text"] = words_for(fields["text"])
    known = _evidence(workbook, evidence_id)
    changed = _checked(known, **fields)
    if changed.cycle_id != known.cycle_id or (known.cycle_id and changed != known):
        raise EditError(say("This is what a PDSA cycle says. Change it in the cycle."))
    return replace(workbook, evidence=exchanged(workbook.evidence, {evidence_id: changed}))


def delete_evidence(workbook: Workbook, evidence_id: str) -> Workbook:
    """Delete a piece of evidence that nobody cites.

    Raises:
        EditError: if it is not there, or something still cites it.
    """
    gone_with = _evidence(workbook, evidence_id)
    items = citing(workbook, evidence_id)
    if items:
        raise EditError(
            count(
                len(items),
                "{number} item still cites this evidence. Take it away there first.",
                "{number} items still cite this evidence. Take it away there first.",
            )
        )
    left = tuple(it for it in workbook.evidence if it is not gone_with)
    return replace(workbook, evidence=left)


def citing(workbook: Workbook, evidence_id: str) -> tuple[Cause | Driver, ...]:
    """Return what cites a piece of evidence; linked copies are not counted again."""
    items: list[Cause | Driver] = [
        *(it for page in workbook.fishbones for it in page.causes if it.same_as is None),
        *(it for page in workbook.theories for it in page.drivers),
    ]
    return tuple(it for it in items if any(said.evidence_id == evidence_id for said in it.cites))


def cite(
    workbook: Workbook,
    ids: Collection[str],
    evidence_id: str,
    speaks: Speaks = "for",
    note: str = "",
) -> Workbook:
    """Let items cite a piece of evidence, or let it speak otherwise about those that do.

    Raises:
        EditError: if something is not there, or neither a cause nor a driver.
    """
    _evidence(workbook, evidence_id)
    cited = Citation(evidence_id=evidence_id, speaks=speaks, note=short_enough(note))
    changed = [_citing(item, _with(item.cites, cited)) for item in _items(workbook, ids)]
    return with_items(workbook, changed)


def uncite(workbook: Workbook, ids: Collection[str], evidence_id: str) -> Workbook:
    """Let items cite a piece of evidence no longer; it stays in the workbook."""
    changed = [
        _citing(item, tuple(it for it in item.cites if it.evidence_id != evidence_id))
        for item in _items(workbook, ids)
    ]
    return with_items(workbook, changed)


def _citing(item: Cause | Driver, cites: tuple[Citation, ...]) -> Cause | Driver:
    return replace(item, cites=cites)


def _with(cites: tuple[Citation, ...], cited: Citation) -> tuple[Citation, ...]:
    """Return citations with one in place of that of the same evidence, or as the last."""
    if all(it.evidence_id != cited.evidence_id for it in cites):
        return (*cites, cited)
    return tuple(cited if it.evidence_id == cited.evidence_id else it for it in cites)


def _items(workbook: Workbook, ids: Collection[str]) -> Iterable[Cause | Driver]:
    for item_id in ids:
        item = find(workbook, item_id)
        if not isinstance(item, Cause | Driver):
            raise EditError(say("Evidence speaks about causes and drivers. Nothing was changed."))
        yield item


def _evidence(workbook: Workbook, evidence_id: str) -> Evidence:
    found = next((it for it in workbook.evidence if it.id == evidence_id), None)
    if found is None:
        raise gone()
    return found


def _checked(evidence: Evidence, **fields: Any) -> Evidence:  # noqa: ANN401 - checked here
    try:
        return replace(evidence, **fields)
    except ValidationError as error:
        raise EditError(say("That does not fit into this field. Nothing was changed.")) from error
