"""The square of effort and impact: what its quarters are called, and what a place in it means."""

from typing import Final, Literal, get_args

from ilead_studio.words import say

Naming = Literal["plain", "pick"]
"""The two ways in which the quarters are called (method, section 4)."""
NAMINGS: Final[tuple[Naming, ...]] = get_args(Naming)


def naming_words(naming: Naming) -> str:
    """Return what one way to call the quarters is offered as."""
    return {
        "plain": say("Quick wins, major projects, fill-ins, avoid"),
        "pick": say("PICK: possible, implement, challenge, kick out"),
    }[naming]


def quarters(naming: Naming) -> tuple[str, str, str, str]:
    """Return what the quarters are called: the two of high impact first, each low effort first."""
    return {
        "plain": (say("Quick wins"), say("Major projects"), say("Fill-ins"), say("Avoid")),
        "pick": (say("Implement"), say("Challenge"), say("Possible"), say("Kick out")),
    }[naming]


def square_words(effort: int, impact: int, naming: Naming = "plain") -> str:
    """Say what a place in the square means; 1 and 2 are low."""
    if not (effort and impact):
        return say("not placed yet")
    at = 2 * (impact <= 2) + (effort > 2)
    where = (
        say("low effort, high impact"), say("high effort, high impact"),
        say("low effort, low impact"), say("high effort, low impact"),
    )[at]  # fmt: skip
    names = {
        "plain": (say("quick win"), say("major project"), say("fill-in"), say("avoid")),
        "pick": (say("implement"), say("challenge"), say("possible"), say("kick out")),
    }[naming]
    return say("{where}: {name}", where=where, name=names[at])
