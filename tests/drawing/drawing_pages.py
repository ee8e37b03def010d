"""Pages to draw: read from a few indented lines, or grown by Hypothesis."""

from random import Random

from hypothesis import strategies as st

from ilead_studio.model import Cause, Driver, Fishbone, Idea, Link, Theory, Workbook
from ilead_studio.model.text import tidy

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"

NASTY = (
    "<b>bold</b> & R&D < 5",
    "Học sinh không đến trường đều đặn",
    "Οι νέοι δάσκαλοι φεύγουν νωρίς",
    "Учителя уходят после первого года",
    "Party time 🎉 for 👩‍🏫 and 日本",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller" * 2,
    "q\u0301 soft\u00adhyphen no\u00a0break",
    "1",
    "A/B-test/of-many/hyphenated-words/without-a-single-space",
    "Preparation programs and districts do not communicate about placements",
    "Processes not timely",
    "No breaks",
)
MIXED = "aeinrstlo AEMT éøñ ếộữ αβγ жщю –/-'“”…→½✓🎈\u200d"


def label(chance: Random) -> str:
    """Return a label: a nasty one, or up to 90 characters of several scripts."""
    if chance.random() < 0.4:
        return chance.choice(NASTY)
    letters = (chance.choice(MIXED) for _ in range(chance.randint(1, 90)))
    return tidy("".join(letters)) or "empty"


def item_id(number: int) -> str:
    """Return the id of the n-th item; 0 is the page."""
    signs = ""
    for _ in range(10):
        signs, number = LETTERS[number % 32] + signs, number // 32
    return signs


def fishbone(head: str, levels: list[tuple[int, str]]) -> tuple[Workbook, Fishbone]:
    """Make a fishbone from (level, label) in outline order; level 1 is a bone."""
    above = {0: item_id(0)}
    causes = []
    for number, (level, text) in enumerate(levels, 1):
        above[level] = item_id(number)
        causes.append(
            Cause(id=item_id(number), ref=f"C{number}", parent_id=above[level - 1], text=text)
        )
    page = Fishbone(id=item_id(0), ref="F1", head=head, causes=tuple(causes))
    return Workbook(fishbones=(page,)), page


def theory(
    aim: str, levels: list[tuple[int, str]], further: list[tuple[int, int, bool]] = ()
) -> tuple[Workbook, Theory]:
    """Make a theory from (level, label); a label that begins with "idea: " is a change idea.

    ``further`` are more links: number of the source, of the target (0 is the aim), is it weak.
    """
    above = {0: item_id(0)}
    drivers, ideas, links = [], [], []
    for number, (level, text) in enumerate(levels, 1):
        above[level] = item_id(number)
        if text.startswith("idea: "):
            ideas.append(Idea(id=item_id(number), ref=f"I{number}", text=text[6:]))
        else:
            drivers.append(Driver(id=item_id(number), ref=f"D{number}", text=text))
        links.append(Link(source=item_id(number), target=above[level - 1]))
    for source, target, weak in further:
        strength = "weak" if weak else "strong"
        links.append(Link(source=item_id(source), target=item_id(target), strength=strength))
    page = Theory(id=item_id(0), ref="T1", aim=aim, drivers=tuple(drivers), links=tuple(links))
    return Workbook(theories=(page,), ideas=tuple(ideas)), page


def read(text: str) -> list[tuple[int, str]]:
    """Read indented lines (two spaces a level) as (level, label); the margin is level 1."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [((len(line) - len(line.lstrip())) // 2 + 1, line.strip()) for line in lines]


@st.composite
def fishbones(draw: st.DrawFn, most: int = 40, deepest: int = 40) -> tuple[Workbook, Fishbone]:
    """Grow a fishbone: up to 12 bones, up to 40 causes on one, whys as deep as ``deepest``.

    Size and habit are Hypothesis's, and shrink; what is on the page follows from a seed.
    """
    deepest = min(deepest, draw(st.sampled_from((2, 3, 4, 6, 12, 40))))
    deeper = draw(st.sampled_from((0.3, 0.6, 0.95)))
    size, chance = draw(st.integers(0, most)), Random(draw(st.integers(0, 10**6)))
    levels: list[tuple[int, str]] = []
    bones = 0
    for _ in range(size):
        last = levels[-1][0] if levels else 0
        step = 1 if chance.random() < deeper else -chance.randint(0, 3)
        level = max(1 if bones < 12 else 2, min(last + step, deepest))
        bones += level == 1
        levels.append((level, label(chance)))
    return fishbone(draw(st.sampled_from(("", label(chance)))), levels)


@st.composite
def lopsided(draw: st.DrawFn) -> tuple[Workbook, Fishbone]:
    """Grow a fishbone of few bones with very many causes, or very many whys under one of them."""
    bones, causes, whys = draw(st.sampled_from(((1, 90, 0), (2, 1, 60), (3, 12, 4), (4, 2, 20))))
    deepest, share = draw(st.sampled_from((3, 5, 12))), draw(st.sampled_from((0.2, 0.9)))
    chance = Random(draw(st.integers(0, 10**6)))
    levels: list[tuple[int, str]] = []
    for _ in range(bones):
        levels.append((1, label(chance)))
        for _ in range(causes):
            levels.append((2, _short_or_any(chance)))
            for _ in range(whys):
                step = 1 if chance.random() < share else -chance.randint(0, 2)
                levels.append((max(3, min(levels[-1][0] + step, deepest)), _short_or_any(chance)))
    return fishbone("", levels)


def _short_or_any(chance: Random) -> str:
    return label(chance) if chance.random() < 0.3 else chance.choice(("No bus", "Too late", "1"))


@st.composite
def theories(draw: st.DrawFn, most: int = 40) -> tuple[Workbook, Theory]:
    """Grow a theory: to five levels, ideas anywhere, and many further links."""
    size, chance = draw(st.integers(0, most)), Random(draw(st.integers(0, 10**6)))
    share = draw(st.sampled_from((0.0, 0.1, 0.2, 0.5)))
    levels: list[tuple[int, str]] = []
    last = 0
    for _ in range(size):
        level = max(1, min(last + chance.choice((1, 1, 0, -1, -2)), 5))
        is_idea = chance.random() < 0.35
        levels.append((level, f"idea: {label(chance)}" if is_idea else label(chance)))
        last = level - 1 if is_idea else level
    further = {}
    for _ in range(int(size * share)):
        source, target = chance.randint(1, size), chance.randint(0, size)
        if _may_serve(levels, source, target):
            further[source, target] = chance.random() < 0.5
    aim = draw(st.sampled_from(("", label(chance))))
    return theory(aim, levels, [(a, b, weak) for (a, b), weak in further.items()])


def _may_serve(levels: list[tuple[int, str]], source: int, target: int) -> bool:
    """Keep links free of circles: they lead to an earlier level, or back on the same one."""
    if source == target or (target and levels[target - 1][1].startswith("idea: ")):
        return False
    ranks = [(0, 0), *((level, at) for at, (level, _) in enumerate(levels))]
    return ranks[target] < ranks[source] and _parent(levels, source) != target


def _parent(levels: list[tuple[int, str]], number: int) -> int:
    level = levels[number - 1][0]
    above = (at for at in range(number - 1, 0, -1) if levels[at - 1][0] < level)
    return next(above, 0)
