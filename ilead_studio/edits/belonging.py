"""To whom items belong, and who may see them: the same for every kind of record."""

from collections.abc import Collection

from ilead_studio.edits.copies import same_causes
from ilead_studio.edits.everywhere import everywhere
from ilead_studio.edits.parts import gone
from ilead_studio.errors import EditError
from ilead_studio.model import FACILITATOR, AnyRecord, OnlyFor, Workbook, groups, replace
from ilead_studio.words import say


def belong(workbook: Workbook, ids: Collection[str], party_ids: Collection[str]) -> Workbook:
    """Let items belong to parties and to no others; they are kept in the order of the list.

    Works for problems, evidence, pages and everything on them. Linked copies follow.

    Raises:
        EditError: if an item or a party is not there, or nothing of it can belong to anybody.
    """
    _refuse_unknown(workbook, party_ids)
    parties = tuple(it.id for it in workbook.parties if it.id in party_ids)
    return _put(workbook, ids, "parties", parties)


def show_only(workbook: Workbook, ids: Collection[str], only_for: OnlyFor) -> Workbook:
    """Keep with items who may see them: a party's id, ``FACILITATOR``, or None for everybody.

    Raises:
        EditError: if an item or the party is not there, or nothing of it can be hidden.
    """
    if only_for not in (None, FACILITATOR):
        _refuse_unknown(workbook, (only_for,))
    return _put(workbook, ids, "only_for", only_for)


def _refuse_unknown(workbook: Workbook, party_ids: Collection[str | None]) -> None:
    if not {party.id for party in workbook.parties}.issuperset(party_ids):
        raise EditError(say("That party is no longer in the workbook. Nothing was changed."))


def _put(workbook: Workbook, ids: Collection[str], field: str, value: object) -> Workbook:
    named = {same for it in ids for same in (it, *same_causes(workbook, it))}
    known = {record.id: record for group in groups(workbook) for record in group}
    if not named <= known.keys():
        raise gone()
    if not any(field in type(known[it]).model_fields for it in named):
        raise EditError(say("Nothing that is selected can be marked so. Nothing was changed."))

    def given(record: AnyRecord) -> AnyRecord:
        has_field = record.id in named and field in type(record).model_fields
        return replace(record, **{field: value}) if has_field else record

    return everywhere(workbook, given)
