"""Reads labelled sentences, and compares what a check finds in them with their labels."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "wording"
TUNED, HELD_OUT = "tuned", "held out"


class Labelled(NamedTuple):
    """A sentence, the labels that people gave it, and whether it was held out while tuning."""

    text: str
    labels: frozenset[str]
    part: str


class Measured(NamedTuple):
    """How often a check was right: what it flagged, what it should have, and both."""

    flagged: frozenset[str]
    labelled: frozenset[str]

    @property
    def precision(self) -> float:
        """The share of what was flagged that is labelled so; 1 if nothing was."""
        return len(self.flagged & self.labelled) / len(self.flagged) if self.flagged else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was flagged."""
        return len(self.flagged & self.labelled) / len(self.labelled) if self.labelled else 1.0


def sentences(name: str) -> list[Labelled]:
    """Return the sentences of a file; "both" stands for all of its labels."""
    found = list(_read(name))
    every = frozenset[str]().union(*(it.labels for it in found)) - {"both"}
    return [it._replace(labels=every) if "both" in it.labels else it for it in found]


def _read(name: str) -> Iterator[Labelled]:
    part = ""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        heading = line.removeprefix("# ")
        if heading in (TUNED, HELD_OUT):
            part = heading
        elif not line.startswith("#"):
            labels, text = line.split(" | ", 1)
            yield Labelled(text, frozenset(labels.split(",")) - {"-"}, part)


def measured(some: list[Labelled], label: str, flags: Callable[[str], object]) -> Measured:
    """Ask a check about sentences."""
    return Measured(
        frozenset(it.text for it in some if flags(it.text)),
        frozenset(it.text for it in some if label in it.labels),
    )
