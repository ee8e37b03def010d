"""What is copied: as words, as a list, and in our own format that comes back as it was."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.exchange.copied import (
    Branch,
    copied_rows,
    read_branch,
    to_branch,
    to_html,
    to_text,
)
from ilead_studio.exchange.pasted import read_pasted
from ilead_studio.model import (
    FACILITATOR,
    Cause,
    Evidence,
    Page,
    Workbook,
    faults,
    find,
    new_ids,
    pages,
)
from ilead_studio.model.evidence import Citation
from ilead_studio.rules.family import family
from ilead_studio.rules.outline import outline


def copied(workbook: Workbook, number: int, *names: str) -> bytes:
    page = pages(workbook)[number]
    return to_branch(workbook, page, copied_rows(workbook, page, [key(it) for it in names]))


def pasted(
    workbook: Workbook, data: bytes, parent: str, before: str | None = None, seed: int = 3
) -> Workbook:
    branch = read_branch(data)
    assert branch is not None
    return edits.add_lines(workbook, branch.lines, parent, before, new_ids(seed), branch.links)[0]


def known(workbook: Workbook, page: Page, top: str) -> list[tuple[object, ...]]:
    """Return all that is known of a branch but ids and references, links among them by place."""
    kin = family(workbook, page)
    branch = kin.branch(top)
    places = {item_id: at for at, item_id in enumerate(branch)}
    names = {"id", "ref", "parent_id", "same_as"}
    links = getattr(page, "links", ())
    return [
        (
            type(kin.items[it]),
            kin.items[it].model_dump(exclude=names),
            places.get(getattr(kin.items[it], "same_as", None) or ""),
            places.get(kin.parents[it][0]),
            [
                (places[x.target], x.strength)
                for x in links
                if x.source == it and x.target in places
            ],
        )
        for it in branch
    ]


def test_words_are_indented_by_their_level_below_what_was_copied() -> None:
    workbook = both()
    rows = copied_rows(workbook, workbook.fishbones[0], [key("late"), key("roads"), key("work")])
    assert to_text(rows) == "Buses come late\n  Roads are mended\nParents work early\n"
    rows = copied_rows(workbook, workbook.fishbones[0], [key("head")])
    assert to_text(rows).splitlines()[:3] == [
        "Pupils miss school",
        "  Buses",
        "    Buses come late",
    ]


def test_a_list_holds_lists_and_no_markup_of_ours_comes_from_words() -> None:
    workbook = edits.rename(both(), key("roads"), "<b>Roads</b> & rails")
    rows = copied_rows(workbook, workbook.fishbones[0], [key("buses"), key("work")])
    assert to_html(rows) == (
        "<ul><li>Buses<ul><li>Buses come late<ul><li>&lt;b&gt;Roads&lt;/b&gt; &amp; rails</li></ul>"
        "</li><li>Buses are full</li></ul></li><li>Parents work early</li></ul>"
    )


def test_what_was_copied_as_words_reads_back_as_the_same_outline() -> None:
    workbook = both()
    rows = copied_rows(workbook, workbook.fishbones[0], [key("buses"), key("home")])
    lines = read_pasted(to_text(rows)).lines
    assert [(it.depth, it.text) for it in lines] == [(row.depth, row.text) for row in rows]


def full_fishbone() -> Workbook:
    """A fishbone with everything that a cause can have, a linked copy among it."""
    workbook = both()
    evidence = Evidence(id=key("seen"), text="Bus log")
    workbook = workbook.model_copy(update={"evidence": (evidence,)})
    workbook = edits.put(
        workbook, [key("late")], notes="Since May", evidence="supported", root=True,
        reach="control", parties=(key("party"),), raised_by="driver", lenses=("equity",), votes=4,
        effort=2, impact=3, cites=(Citation(evidence_id=key("seen"), note="7 of 9 days"),),
    )  # fmt: skip
    return edits.copy_linked(workbook, key("roads"), key("again"), key("full"))


def test_a_branch_comes_back_with_everything_but_its_ids_and_references() -> None:
    workbook = full_fishbone()
    after = pasted(workbook, copied(workbook, 0, "buses"), key("head"))
    page = after.fishbones[0]
    new = family(after, page).stands[page.id][-1]
    assert new != key("buses")
    assert known(after, page, new) == known(after, page, key("buses"))
    refs = [cause.ref for cause in page.causes]
    assert len({*refs}) == len(refs)
    assert faults(after) == ()


def test_shared_ideas_and_the_strength_of_links_come_along() -> None:
    workbook = edits.set_strength(both(), key("daily"), key("teach"), "weak")
    workbook = edits.link(workbook, key("hour"), key("daily"), "weak")
    after = pasted(workbook, copied(workbook, 1, "teach"), key("aim"), key("families"))
    page = after.theories[0]
    teach, new, _ = family(after, page).stands[page.id]
    assert known(after, page, new) == known(after, page, teach)
    assert faults(after) == ()


def test_what_another_workbook_does_not_have_is_left_out() -> None:
    data = copied(full_fishbone(), 0, "late")
    other = edits.add_fishbone(edits.empty_workbook(new_ids(5)), key("other"))
    after = pasted(other, data, key("other"))
    cause = after.fishbones[-1].causes[0]
    assert (cause.text, cause.votes, cause.parties, cause.cites) == ("Buses come late", 4, (), ())
    assert faults(after) == ()


def test_what_is_hidden_stays_so_wherever_it_is_pasted() -> None:
    workbook = edits.show_only(both(), [key("late")], key("party"))
    data = copied(workbook, 0, "late")
    here = pasted(workbook, data, key("home"))
    assert [it.only_for for it in here.fishbones[0].causes if it.text == "Buses come late"] == [
        key("party"), key("party"),
    ]  # fmt: skip
    elsewhere = pasted(edits.delete_party(both(), key("party")), data, key("teach"))
    driver = elsewhere.theories[0].drivers[-2]
    assert (driver.text, driver.only_for) == ("Buses come late", FACILITATOR)


def test_a_linked_copy_alone_stands_for_itself() -> None:
    workbook = full_fishbone()
    after = pasted(workbook, copied(workbook, 0, "again"), key("home"))
    new = after.fishbones[0].causes[-1]
    assert (new.text, new.same_as) == ("Roads are mended", None)
    assert faults(after) == ()


def test_causes_become_drivers_and_drivers_become_causes() -> None:
    workbook = edits.put(full_fishbone(), [key("families")], state="testing", owner="PTA")
    after = pasted(workbook, copied(workbook, 0, "late"), key("families"))
    assert [row.text for row in outline(after, after.theories[0])][-2:] == [
        "Buses come late", "Roads are mended",
    ]  # fmt: skip
    after = pasted(after, copied(after, 1, "families"), key("home"), seed=4)
    assert [row.text for row in outline(after, after.fishbones[0])][-3:] == [
        "Families", "Buses come late", "Roads are mended",
    ]  # fmt: skip
    assert faults(after) == ()


def test_the_head_and_the_aim_are_copied_as_all_that_stands_below_them() -> None:
    workbook = both()
    branch = read_branch(copied(workbook, 0, "head"))
    assert branch is not None
    assert [(line.depth, line.text) for line in branch.lines][:2] == [
        (0, "Buses"), (1, "Buses come late"),
    ]  # fmt: skip
    assert branch.heads


def test_only_bones_and_primary_drivers_are_heads() -> None:
    workbook = both()
    heads = [read_branch(copied(workbook, 0, *names)) for names in (("buses",), ("buses", "work"))]
    assert [branch and branch.heads for branch in heads] == [True, False]


# --- what is no branch ---------------------------------------------------------------------------
def hostile() -> dict[str, object]:
    return json.loads(copied(full_fishbone(), 0, "buses"))


@given(st.binary())
def test_any_bytes_are_ordinary_words(data: bytes) -> None:
    assert read_branch(data) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.data())
def test_a_branch_that_was_changed_is_read_soundly_or_not_at_all(data: st.DataObject) -> None:
    value = hostile()
    place: dict[str, object] = data.draw(
        st.sampled_from([value, value["lines"][1], value["lines"][1]["item"]])
    )
    place[data.draw(st.sampled_from([*place]) | st.text())] = data.draw(json_values)
    branch = read_branch(json.dumps(value).encode())
    if branch is None:
        return
    try:
        after, _ = edits.add_lines(
            full_fishbone(), branch.lines, key("home"), None, new_ids(3), branch.links
        )
    except EditError:
        return
    assert faults(after) == ()


def test_a_circle_of_links_adds_nothing() -> None:
    workbook = both()
    value = json.loads(copied(workbook, 1, "teach"))
    value["links"] = [
        {"source": key("teach"), "target": key("daily")},
        {"source": key("daily"), "target": key("teach")},
    ]
    branch = read_branch(json.dumps(value).encode())
    assert isinstance(branch, Branch)
    with pytest.raises(EditError, match="do not fit"):
        edits.add_lines(workbook, branch.lines, key("aim"), None, new_ids(3), branch.links)


def test_a_copy_that_says_something_else_than_its_original_adds_nothing() -> None:
    value = hostile()
    again = next(it for it in value["lines"] if it["item"]["id"] == key("again"))
    again["item"]["text"] = "Something else"
    branch = read_branch(json.dumps(value).encode())
    assert isinstance(branch, Branch)
    with pytest.raises(EditError, match="do not fit"):
        edits.add_lines(full_fishbone(), branch.lines, key("home"), None, new_ids(3), branch.links)


def test_too_much_and_nothing_are_no_branch() -> None:
    assert read_branch(b"") is None
    assert read_branch(b" " * (17 << 20)) is None
    whole = hostile()
    for lines in ([], whole["lines"][1:]):  # the second begins one level down
        assert read_branch(json.dumps(whole | {"lines": lines, "links": []}).encode()) is None


def test_a_cause_is_found_by_its_new_id() -> None:
    workbook = both()
    branch = read_branch(copied(workbook, 0, "late"))
    assert branch is not None
    after, ids = edits.add_lines(workbook, branch.lines, key("home"), None, new_ids(3))
    assert isinstance(find(after, ids[0]), Cause)
