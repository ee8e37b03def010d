"""Graphs for deciding: does a link close a circle, and by which way?

networkx is loaded on the first question; its graphs are made from the document and thrown away.
"""

from typing import TYPE_CHECKING

from ilead_studio.model import Page, Workbook
from ilead_studio.rules.family import family

if TYPE_CHECKING:
    import networkx as nx


def influence(workbook: Workbook, page: Page) -> "nx.DiGraph[str]":
    """Return the page as a graph whose edges run from what influences to what is influenced."""
    import networkx as nx

    kin = family(workbook, page)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(page.id)
    graph.add_edges_from((item, up) for item, ups in kin.parents.items() for up in ups)
    return graph


def circle(workbook: Workbook, page: Page, source: str, target: str) -> tuple[str, ...]:
    """Return the ids along the circle that ``source`` serving ``target`` would close.

    It begins and ends with the source; empty when there is no circle.
    """
    if source == target:
        return (source, source)
    if target not in family(workbook, page).serving(source):
        return ()
    import networkx as nx  # not before: links are moved by key, circles are rare

    return (source, *nx.shortest_path(influence(workbook, page), target, source))


def way_words(workbook: Workbook, page: Page, ids: tuple[str, ...]) -> str:
    """Say a way through the items below the root in their own words, with arrows."""
    items = family(workbook, page).items
    return " → ".join(items[it].text for it in ids)
