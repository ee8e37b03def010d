"""Does a link close a circle, and by which way?"""

from workbooks import attendance, key, reading

from ilead_studio.model import Link, replace
from ilead_studio.rules.graph import circle, influence, way_words


def test_influence_runs_from_the_ideas_to_the_aim() -> None:
    workbook = reading()
    graph = influence(workbook, workbook.theories[0])
    assert graph.has_edge(key("talk"), key("daily"))
    assert graph.has_edge(key("daily"), key("teach"))
    assert set(graph) == {row.id for row in (*workbook.theories, *workbook.theories[0].drivers)} | {
        idea.id for idea in workbook.ideas
    }
    fishbone = attendance().fishbones[0]
    assert influence(attendance(), fishbone).number_of_edges() == len(fishbone.causes)


def test_a_link_upwards_closes_no_circle() -> None:
    workbook = reading()
    theory = workbook.theories[0]
    assert circle(workbook, theory, key("families"), key("daily")) == ()
    assert circle(workbook, theory, key("hour"), key("families")) == ()
    assert circle(workbook, theory, key("nobody"), key("teach")) == ()


def test_a_circle_is_told_by_its_shortest_way() -> None:
    workbook = reading()
    theory = workbook.theories[0]
    links = (
        *theory.links,
        Link(source=key("families"), target=key("daily")),
        Link(source=key("families"), target=key("teach")),
    )
    theory = replace(theory, links=links)
    way = circle(workbook, theory, key("teach"), key("families"))
    assert way == (key("teach"), key("families"), key("teach"))
    assert way_words(workbook, theory, way) == "Teaching → Families → Teaching"


def test_nothing_serves_itself() -> None:
    workbook = reading()
    way = circle(workbook, workbook.theories[0], key("teach"), key("teach"))
    assert way == (key("teach"), key("teach"))
