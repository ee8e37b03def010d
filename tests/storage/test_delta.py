"""Changes as JSON: applied to the one document they give the other, whatever they are."""

import json
import random

import pytest
from journals import grown
from workbooks import attendance, both

from ilead_studio import edits
from ilead_studio.model import Workbook, new_ids
from ilead_studio.resources import resource
from ilead_studio.storage.delta import apply, delta
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

EXAMPLES = sorted(it.name for it in resource("examples").iterdir() if it.suffix == ".ilead")


def document(workbook: Workbook) -> dict[str, object]:
    return workbook.model_dump(mode="json", exclude_defaults=True)


def led(old: Workbook, new: Workbook) -> dict[str, object]:
    """Return what the change from one to the other makes of the one, by way of bytes."""
    there = document(old)
    apply(there, json.loads(json.dumps(delta(old, new))))
    return there


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_workbook_is_a_change_of_an_empty_one_and_back(name: str) -> None:
    book = open_workbook(resource("examples", name), Disk()).workbook
    for old, new in ((Workbook(), book), (book, Workbook()), (attendance(), book), (book, both())):
        assert led(old, new) == document(new)


def test_any_two_steps_lead_to_each_other() -> None:
    for old in grown():
        for new in grown():
            assert led(old, new) == document(new)


def test_random_steps_lead_on() -> None:
    chance, ids, old = random.Random(5), new_ids(5), both()
    for number in range(200):
        page = chance.choice(old.fishbones)
        parent = chance.choice([page.id, *(it.id for it in page.causes)])
        if chance.random() < 0.3 and len(page.causes) > 4:
            new = edits.delete(old, [chance.choice(page.causes).id])
        else:
            new = edits.add(old, "cause", ids(), f"Cause {number}", parent, None)
        assert led(old, new) == document(new)
        old = new


@pytest.mark.parametrize(
    "changes",
    [
        {"fishbones": ["in", 7, {}]},
        {"fishbones": ["in", -1, {}]},
        {"fishbones": ["splice", 3, 1, []]},
        {"fishbones": ["splice", 0, 99, []]},
        {"title": ["splice", 0, 0, ["a"]]},
        {"title": ["in", 0, {}]},
        {"title": "set"},
        {"title": ["becomes", "x"]},
    ],
)
def test_changes_that_do_not_fit_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - never shown to anybody
        apply(document(both()), changes)
