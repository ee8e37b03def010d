"""Small workbooks for the tests, with ids that can be read."""

from ilead_studio import edits
from ilead_studio.model import (
    Cause,
    Counters,
    Cycle,
    Driver,
    Fishbone,
    Idea,
    Link,
    Party,
    Problem,
    Theory,
    Workbook,
)


def key(word: str) -> str:
    """Return a word as an id: ``key("bus")`` is "buszzzzzzz"."""
    return word.ljust(10, "z")


def attendance() -> Workbook:
    """Return a fishbone: two bones, three causes, a why.

    head: Pupils miss school
      buses: Buses (C1)
        late: Buses come late (C2)
          roads: Roads are mended (C4)
        full: Buses are full (C3)
      home: Home (C5)
        work: Parents work early (C6)
    """
    page = key("head")
    causes = (
        _cause("buses", 1, page, "Buses"),
        _cause("late", 2, key("buses"), "Buses come late"),
        _cause("full", 3, key("buses"), "Buses are full"),
        _cause("roads", 4, key("late"), "Roads are mended"),
        _cause("home", 5, page, "Home"),
        _cause("work", 6, key("home"), "Parents work early"),
    )
    fishbone = Fishbone(
        id=page, ref="F1", title="Why?", head="Pupils miss school", causes=causes,
        problem_id=key("problem"),
    )  # fmt: skip
    return Workbook(
        title="Attendance",
        counters=Counters(causes=6, fishbones=1),
        parties=(Party(id=key("party"), name="Northfield Schools", kind="LEA"),),
        problems=(Problem(id=key("problem"), text="One pupil in five misses a day a week"),),
        fishbones=(fishbone,),
    )


def _cause(name: str, number: int, parent_id: str, text: str) -> Cause:
    return Cause(id=key(name), ref=f"C{number}", parent_id=parent_id, text=text)


def reading() -> Workbook:
    """Return a theory whose idea "talk" serves two drivers.

    aim: Every child reads by June (70 %)
      teach: Teaching (D1)
        daily: Daily reading (D3)
          talk: Talk about books (I1), also serves "Families", weakly
        hour: Quiet hour (I2)
      families: Families (D2)
    """
    aim = key("aim")
    drivers = (
        Driver(id=key("teach"), ref="D1", text="Teaching"),
        Driver(id=key("families"), ref="D2", text="Families"),
        Driver(id=key("daily"), ref="D3", text="Daily reading"),
    )
    links = (
        Link(source=key("teach"), target=aim),
        Link(source=key("families"), target=aim),
        Link(source=key("daily"), target=key("teach")),
        Link(source=key("talk"), target=key("daily")),
        Link(source=key("talk"), target=key("families"), strength="weak"),
        Link(source=key("hour"), target=key("teach")),
    )
    theory = Theory(
        id=aim, ref="T1", title="Reading", aim="Every child reads by June (70 %)",
        drivers=drivers, links=links,
    )  # fmt: skip
    ideas = (
        Idea(id=key("talk"), ref="I1", text="Talk about books"),
        Idea(id=key("hour"), ref="I2", text="Quiet hour"),
    )
    cycle = Cycle(id=key("cycle"), ref="P1", idea_id=key("talk"), objective="Try one class")
    return Workbook(
        counters=Counters(drivers=3, ideas=2, cycles=1, theories=1),
        theories=(theory,),
        ideas=ideas,
        cycles=(cycle,),
    )


def both() -> Workbook:
    """Return a workbook with the pages of ``attendance`` and ``reading``."""
    one, two = attendance(), reading()
    counters = {name: max(getattr(one.counters, name), number) for name, number in two.counters}
    parts = {"theories": two.theories, "ideas": two.ideas, "cycles": two.cycles}
    return Workbook.model_validate(dict(one) | parts | {"counters": counters})


def wide_fishbone(causes: int = 2_000) -> Workbook:
    """Return a fishbone of many causes, four under each."""
    ids = [key("head"), *(key(_letters(number)) for number in range(causes))]
    made = tuple(
        Cause(id=ids[at + 1], ref=f"C{at + 1}", parent_id=ids[at // 4], text=f"Cause {at + 1}")
        for at in range(causes)
    )
    page = Fishbone(id=ids[0], ref="F1", head="Head", causes=made)
    return Workbook(fishbones=(page,), counters=Counters(causes=causes, fishbones=1))


def wide_theory(drivers: int = 1_500, ideas: int = 500) -> Workbook:
    """Return a theory of many drivers, four under each, whose ideas serve two drivers each."""
    ids = [key("aim"), *(key(_letters(number)) for number in range(drivers + ideas))]
    links = [Link(source=ids[at + 1], target=ids[at // 4]) for at in range(drivers + ideas)]
    links += [
        Link(source=it, target=ids[at + ideas + 1]) for at, it in enumerate(ids[drivers + 1 :])
    ]
    page = Theory(
        id=ids[0], ref="T1", aim="Aim 1", links=tuple(links),
        drivers=tuple(
            Driver(id=ids[at], ref=f"D{at}", text=f"Driver {at}") for at in range(1, drivers + 1)
        ),
    )  # fmt: skip
    return Workbook(
        theories=(page,),
        counters=Counters(drivers=drivers, ideas=ideas, theories=1),
        ideas=tuple(
            Idea(id=it, ref=f"I{at}", text=f"Idea {at}")
            for at, it in enumerate(ids[drivers + 1 :], 1)
        ),
    )


def _letters(number: int) -> str:
    """Return a number as letters, so that it can be part of an id."""
    return "n" + "".join("abcdefghij"[int(digit)] for digit in str(number))


def chained() -> Workbook:
    """Return ``both`` with its chain closed: one problem, two parties, evidence and traces.

    "Daily reading" answers "Buses come late", "Families" answers "Parents work early"; an interview
    ("seen") speaks for the first cause, a count ("tally") is mixed about the problem.
    """
    workbook = edits.add_party(both(), key("uni"), "Lakeside University", "IHE", "Lakeside")
    workbook = edits.link_problem(workbook, key("aim"), key("problem"))
    workbook = edits.answer(workbook, key("daily"), [key("late")])
    workbook = edits.answer(workbook, key("families"), [key("work")])
    workbook = edits.add_evidence(workbook, key("seen"), "Six families", kind="interview")
    workbook = edits.add_evidence(workbook, key("tally"), "Office count")
    workbook = edits.cite(workbook, [key("late")], key("seen"))
    return edits.cite(workbook, [key("problem")], key("tally"), "mixed")
