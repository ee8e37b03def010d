"""The selection: it belongs to the session, and undo brings it back."""

from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.session import Selection, Session


def chosen(*names: str) -> Selection:
    """Return a selection on the fishbone."""
    return Selection(key("head"), tuple(map(key, names)))


def test_keys_act_on_the_last_selected_item_or_on_the_head() -> None:
    assert chosen("late", "full").last == key("full")
    assert chosen().last == key("head")


def test_a_selection_alone_is_told_and_is_no_step() -> None:
    session = Session(both(), chosen("late"))
    told: list[Selection | None] = []
    session.on_select.append(told.append)
    session.select(chosen("full"))
    session.select(chosen("full"))
    session.select(None)
    assert told == [chosen("full"), None]
    assert session.undo_label == ""


def test_undo_and_redo_bring_back_the_selection() -> None:
    session = Session(both(), chosen("late"))
    session.apply(
        "Add",
        lambda it: edits.add_cause(it, key("new"), "New", key("buses")),
        select=chosen("new"),
    )
    assert session.selection == chosen("new")
    session.select(chosen("home"))
    session.undo()
    assert session.selection == chosen("late")
    session.redo()
    assert session.selection == chosen("new")


def test_one_burst_of_typing_remembers_the_selection_before_it() -> None:
    session = Session(both(), chosen("late"))
    for words, after in (("a", chosen("late")), ("ab", chosen("full"))):
        session.apply(
            "Rename",
            lambda it, words=words: edits.rename(it, key("late"), words),
            merge_key="typing",
            select=after,
        )
    session.undo()
    assert session.selection == chosen("late")
    session.redo()
    assert session.selection == chosen("full")


def test_what_is_deleted_is_not_selected_any_more() -> None:
    session = Session(both(), chosen("late", "full"))
    session.apply("Delete", lambda it: edits.delete(it, [key("late")]))
    assert session.selection == chosen("full")
    session.apply("Delete", lambda it: edits.delete(it, [key("full")]))
    assert session.selection == chosen("head")
    session.undo()
    assert session.selection == chosen("full")


def test_an_idea_that_left_this_theory_is_not_selected_on_it_any_more() -> None:
    workbook = edits.link(edits.add_theory(both(), key("other")), key("hour"), key("other"))
    session = Session(workbook, Selection(key("other"), (key("hour"),)))
    session.apply("Unlink", lambda it: edits.unlink(it, key("hour"), key("other")))
    assert session.selection == Selection(key("other"), (key("other"),))


def test_a_page_that_is_gone_is_not_selected_any_more() -> None:
    session = Session(both(), chosen("late"))
    session.apply(
        "New page",
        lambda it: edits.add_fishbone(it, key("second")),
        select=Selection(key("second"), (key("second"),)),
    )
    session.select(Selection(key("second"), ()))
    session.apply("Rename", lambda it: edits.rename(it, key("late"), "x"))
    session.undo()
    assert session.selection == Selection(key("second"), ()), "nothing selected stays nothing"
    session.undo()
    assert session.selection == chosen("late")


def test_an_edit_that_changes_nothing_still_selects() -> None:
    session = Session(both(), chosen("late"))
    told: list[Selection | None] = []
    session.on_select.append(told.append)
    session.apply("Nothing", lambda it: it, select=chosen("full"))
    assert session.selection == chosen("full")
    assert told == [chosen("full")]


def test_everything_can_be_selected_and_deleted() -> None:
    workbook = wide_fishbone()
    ids = tuple(cause.id for cause in workbook.fishbones[0].causes)
    session = Session(workbook, Selection(key("head"), ids))
    session.apply("Delete", lambda it: edits.delete(it, ids))
    assert session.workbook.fishbones[0].causes == ()
    session.undo()
    assert session.selection == Selection(key("head"), ids)
