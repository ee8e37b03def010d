"""What of a theory is drawn: a folded branch shows only its head."""

from ilead_studio.drawing.driver_boxes import Extras
from ilead_studio.drawing.marks import View
from ilead_studio.rules.outline import Row


def shown(rows: tuple[Row, ...], view: View) -> tuple[tuple[Row, ...], Extras]:
    """Return the rows that are drawn and what stands in their boxes.

    A link from a hidden item is not drawn; one to a hidden item leads to the head of its branch.
    The head counts what is hidden.
    """
    if not view.folded:
        return rows, Extras(view.marks)
    stands = _stand_ins(rows, view)
    visible = tuple(_row(row, stands) for row in rows if stands[row.id] == row.id)
    marks = dict(view.marks)
    for head in {it for row, it in stands.items() if row != it}:
        hidden = sum(it == head for it in stands.values()) - 1
        marks[head] = view.of(head)._replace(folded=hidden)
    return visible, Extras(marks)


def _stand_ins(rows: tuple[Row, ...], view: View) -> dict[str, str]:
    """Return for each item itself, or the head of the folded branch in which it is hidden."""
    stands: dict[str, str] = {}
    for row in rows:
        above = row.parent_id
        is_hidden = above is not None and (above in view.folded or stands[above] != above)
        stands[row.id] = stands[above] if is_hidden and above is not None else row.id
    return stands


def _row(row: Row, stands: dict[str, str]) -> Row:
    """Let a row serve only what can be seen, each of it once."""
    if not row.also:
        return row
    also = dict.fromkeys(stands[it] for it in row.also)
    weak = {stands[it] for it in row.also if it in row.weak}
    strong = {stands[it] for it in row.also if it not in row.weak}
    first = {row.parent_id or ""} & row.weak
    left = tuple(it for it in also if it not in (row.id, row.parent_id))
    return row._replace(also=left, weak=frozenset((weak - strong) & set(left) | first))
