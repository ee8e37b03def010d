"""Theories as teams make them, of any size: one kind of words, a few links across."""

from random import Random

from drawing_pages import item_id

from ilead_studio.model import Driver, Idea, Link, Theory, Workbook
from ilead_studio.rules.outline import Row, outline

WORDS = (
    "course", "calendar", "practice", "weekly", "residents", "improvement", "coaches", "data",
    "mentor", "shared", "review", "schedule", "seminar", "institutionalisation", "placement",
    "feedback", "rubric", "families",
)  # fmt: skip


def grown(boxes: int, share: float = 0.1, seed: int = 1) -> tuple[Row, ...]:
    """Return the rows of a typical theory."""
    return outline(*typical_theory(boxes, share, seed))


def typical_theory(boxes: int, share: float = 0.1, seed: int = 1) -> tuple[Workbook, Theory]:
    """Make a theory of so many boxes: labels of 2 to 7 words, a share of further links.

    Of 60 boxes about 4 are primary drivers, 17 secondary ones and 38 change ideas.
    """
    chance = Random(seed)
    primaries, secondaries = max(2, round(boxes * 0.075)), round(boxes * 0.29)
    parents = [0] * primaries + list(range(1, primaries + 1))
    parents += [chance.randint(1, primaries) for _ in range(secondaries - primaries)]
    under = range(primaries + 1, primaries + secondaries + 1)
    parents += [
        *under,
        *(chance.choice(under) for _ in range(boxes - 1 - len(parents) - len(under))),
    ]
    drivers, ideas, links = [], [], []
    for number, parent in enumerate(parents[: boxes - 1], 1):
        words = " ".join(chance.choices(WORDS, k=chance.randint(2, 7))).capitalize()
        if number <= primaries + secondaries:
            drivers.append(Driver(id=item_id(number), ref=f"D{number}", text=words))
        else:
            ideas.append(Idea(id=item_id(number), ref=f"I{number}", text=words))
        links.append(Link(source=item_id(number), target=item_id(parent)))
    known = {(it.source, it.target) for it in links}
    while len(links) < boxes - 1 + int(boxes * share):
        source, target = chance.randint(primaries + 1, boxes - 1), chance.choice(under)
        if source <= primaries + secondaries:
            target = chance.randint(1, primaries)
        if (pair := (item_id(source), item_id(target))) not in known:
            known.add(pair)
            strength = "weak" if chance.random() < 0.3 else "strong"
            links.append(Link(source=pair[0], target=pair[1], strength=strength))
    aim = "By June 2027 nine in ten residents stay a second year, up from 74 %"
    page = Theory(id=item_id(0), ref="T1", aim=aim, drivers=tuple(drivers), links=tuple(links))
    return Workbook(theories=(page,), ideas=tuple(ideas)), page
