"""What drivers and ideas serve besides their place in the outline, said in words."""

from collections.abc import Iterator

from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import say


def serving(rows: tuple[Row, ...]) -> dict[str, str]:
    """Say what else a row serves, and what it serves weakly; by id, where there is something."""
    named = {it.id: say("the aim") if it.role is Role.AIM else f"“{it.text}”" for it in rows}
    return {row.id: " ".join(_sentences(row, named)) for row in rows if row.also or row.weak}


def _sentences(row: Row, named: dict[str, str]) -> Iterator[str]:
    if row.parent_id is not None and row.parent_id in row.weak:
        yield say("Serves {name} weakly.", name=named[row.parent_id])
    for up in row.also:
        if up in row.weak:
            yield say("Also serves {name} weakly.", name=named[up])
        else:
            yield say("Also serves {name}.", name=named[up])
