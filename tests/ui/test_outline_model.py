"""The outline as a Qt model: whatever changes, it shows the rows, and writes only what differs."""

import gc
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem
from shiboken6 import ownedByPython
from workbooks import key

from ilead_studio.drawing.marks import Marks
from ilead_studio.model import Cause, Fishbone, Workbook, new_ids
from ilead_studio.rules.outline import Row, outline, spoken
from ilead_studio.ui.outline import model as outline_model
from ilead_studio.ui.outline.model import ID, OutlineModel

trees = st.lists(st.tuples(st.integers(0, 30), st.sampled_from("ab")), max_size=14)
"""For each cause in order: which of those before it is its parent, and its words."""


def cause(at: int) -> str:
    return key("cause" + ascii_lowercase[at])


def rows_of(tree: list[tuple[int, str]], skipped: int = -1) -> tuple[Row, ...]:
    """Return the outline of a tree; whatever hangs on the one that is skipped hangs on the head."""
    ids = [key("head"), *(cause(at) for at in range(len(tree)))]
    gone = ids[skipped + 1] if 0 <= skipped < len(tree) else ""
    causes = []
    for at, (up, text) in enumerate(tree):
        parent = ids[up % (at + 1)]
        if ids[at + 1] != gone:
            above = ids[0] if parent == gone else parent
            causes.append(Cause(id=ids[at + 1], ref=f"C{at + 1}", parent_id=above, text=text))
    page = Fishbone(id=ids[0], ref="F1", head="Head", causes=tuple(causes))
    return outline(Workbook(fishbones=(page,)), page)


def model() -> OutlineModel:
    return OutlineModel(lambda row, _marks: QSize(10, len(row.text)))


def heard(index: QModelIndex) -> str:
    """Return what a screen reader says of a row: its name, then its description."""
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    return ", ".join(index.data(role) for role in roles)


def shown(made: OutlineModel, above: QModelIndex | None = None) -> list[tuple[str, str, str]]:
    """Return what stands in the model, in order: id of the parent, id, and what is said."""
    above = QModelIndex() if above is None else above
    found = []
    for at in range(made.rowCount(above)):
        index = made.index(at, 0, above)
        words = heard(index)
        found += [(above.data(ID) or "", index.data(ID), words), *shown(made, index)]
    return found


def told(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    root = rows[0].id
    return [
        (
            "" if it.parent_id in (None, root) else it.parent_id,
            it.id,
            f"{it.text}, {spoken(it, rows)}",
        )
        for it in rows
    ]


@given(st.lists(st.tuples(trees, st.integers(-1, 14)), min_size=1, max_size=5))
def test_it_shows_the_rows_whatever_was_shown_before(
    pages: list[tuple[list[tuple[int, str]], int]],
) -> None:
    made = model()
    for tree, skipped in pages:
        rows = rows_of(tree, skipped)
        made.show(rows, {})
        assert shown(made) == told(rows)
        assert [made.row_at(made.index_of(row.id)) for row in rows] == list(rows)


def test_a_row_that_comes_leaves_all_others_alone() -> None:
    tree = [(0, "a"), (1, "b"), (1, "a"), (0, "b")]
    made, reset, written = model(), [], []
    made.show(rows_of(tree, 1), {})
    made.modelReset.connect(lambda: reset.append(1))
    made.dataChanged.connect(lambda index: written.append(index.data(ID)))
    assert made.show(rows_of(tree), {}) == (cause(1),)
    assert (reset, written) == ([], [cause(2)]), "only its sibling has another place"


def test_the_same_rows_are_no_change() -> None:
    made, rows = model(), rows_of([(0, "a")])
    assert made.show(rows, {}) == tuple(row.id for row in rows)
    assert made.show(rows, {}) == ()


def test_a_row_has_the_size_that_its_words_need_when_they_change_or_the_view_does() -> None:
    made, sizes = model(), [1]
    made = OutlineModel(lambda row, _marks: QSize(sizes[0], len(row.text)))
    made.show(rows_of([(0, "a")]), {})
    sizes[0] = 7
    made.resize()
    assert made.index_of(cause(0)).data(Qt.ItemDataRole.SizeHintRole) == QSize(7, 1)


def test_what_is_not_there_has_no_index() -> None:
    made = model()
    assert not made.index_of(cause(0)).isValid()
    assert made.row_at(QModelIndex()) is None


def test_what_is_known_is_said_and_what_becomes_known_is_written_alone() -> None:
    rows, made = rows_of([(0, "a"), (0, "b")]), model()
    hunch = Marks(evidence="hunch")
    made.show(rows, {cause(0): hunch})
    written = []
    made.dataChanged.connect(lambda index: written.append(index.data(ID)))
    made.show(rows, {cause(0): hunch, cause(1): Marks(evidence="supported")})
    assert written == [cause(1)]
    assert heard(made.index_of(cause(1))) == "b, bone, 2 of 2, supported"


def items() -> int:
    """Return how many rows are held anywhere."""
    gc.collect()
    return sum(type(it) is QStandardItem for it in gc.get_objects())


def test_rows_that_are_gone_are_held_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    made, rows = model(), rows_of([(0, "a"), (1, "b")])
    made.show(rows, {})
    before = items()
    monkeypatch.setattr(outline_model, "_MANY", 0)
    for _ in range(3):
        made.show(rows_of([(0, "b")]), {})
        made.show(rows, {})
    assert items() == before


def test_every_row_belongs_to_the_one_above_it_and_goes_with_it() -> None:
    made, tree = model(), [(0, "a"), (1, "b"), (2, "c")]
    made.show(rows_of(tree[:1]), {})
    made.show(rows_of(tree), {})
    rows = [made.itemFromIndex(made.index_of(cause(at))) for at in range(3)]
    assert [ownedByPython(it) for it in rows] == [False] * 3


def test_many_rows_come_in_parts_and_other_rows_take_their_place_at_any_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outline_model, "SLICE_S", 0.0)  # each row is a part
    made = OutlineModel(lambda _row, _marks: QSize(100, 28))
    rows = long_page(4, 200)
    parts = made.parts(rows, {})
    assert next(parts) == ()  # what was there before has gone
    assert [len(next(parts)) for _ in range(120)] == [1] * 120
    assert made.is_partial
    assert made.rowCount() == 2  # the head and the first bone
    assert made.rowCount(made.index_of(rows[1].id)) == 118
    assert made.index_of(rows[1].id).isValid()
    assert not made.index_of(rows[-1].id).isValid()
    others = long_page(2, 3)
    assert made.show(others, {}) == tuple(row.id for row in others)
    assert not made.is_partial
    assert made.show(rows, {}) == tuple(row.id for row in rows)
    assert [made.rowCount(made.index_of(it.id)) for it in rows if it.depth == 1] == [200] * 4
    made.show(others, {})
    assert made.rowCount() == 3


def long_page(bones: int, causes: int) -> tuple[Row, ...]:
    """Return the outline of so many bones with as many causes each."""
    fresh = new_ids(3)
    head, made = fresh(), list[Cause]()
    for _ in range(bones):
        bone = fresh()
        made.append(Cause(id=bone, ref="C1", parent_id=head, text="Bone"))
        made += (Cause(id=fresh(), ref="C1", parent_id=bone, text="Why") for _ in range(causes))
    page = Fishbone(id=head, ref="F1", causes=tuple(made))
    return outline(Workbook(fishbones=(page,)), page)
