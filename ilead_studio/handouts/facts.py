"""What a driver or an idea serves besides its place in the outline, said in words."""

from collections.abc import Iterator

from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import say


def serving(row: Row, rows: tuple[Row, ...]) -> str:
    """Say what else a row serves, and what it serves weakly; empty when there is nothing to say."""
    named = {it.id: say("the aim") if it.role is Role.AIM else f"“{it.text}”" for it in rows}
    return " ".join(_sentences(row, named))


def _sentences(row: Row, named: dict[str, str]) -> Iterator[str]:
    if row.parent_id in row.weak:
        yield say("Serves {name} weakly.", name=named[row.parent_id or ""])
    for up in row.also:
        if up in row.weak:
            yield say("Also serves {name} weakly.", name=named[up])
        else:
            yield say("Also serves {name}.", name=named[up])
