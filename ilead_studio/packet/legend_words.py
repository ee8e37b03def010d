"""What every sign on the diagrams looks like, in words, and what it means."""

from typing import NamedTuple

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.sign_samples import (
    cause_samples,
    driver_samples,
    idea_samples,
    other_samples,
    party_sample,
)
from ilead_studio.model import Workbook
from ilead_studio.words import named_all, say


class Explained(NamedTuple):
    """A sign, how it looks for those who do not see it, what it is called, what it means."""

    drawing: Drawing
    looks: str
    name: str
    meaning: str


def on_causes(workbook: Workbook) -> tuple[Explained, ...]:
    """Return the signs on causes, and those of the parties."""
    words = {
        "hunch": (say("Dashed ring"), say("hunch"), say("we believe it; nobody has checked")),
        "supported": (say("Full disc with a tick"), say("supported"),
                      say("evidence speaks for it")),
        "disputed": (say("Half a ring and a question mark"), say("disputed"),
                     say("evidence speaks both ways")),
        "refuted": (say("Ring with a cross"), say("refuted"), say("evidence speaks against it")),
        "root": (say("The word ROOT in a frame"), say("root cause"),
                 say("mended, the problem stays away")),
        "votes": (say("Dots"), say("votes"), say("a dot each, or how many")),
        "lens": (say("Magnifying glass"), say("lens"), say("a way of looking, such as equity")),
        "copy": (say("Two links of a chain"), say("linked copy"), say("it stands elsewhere too")),
    }  # fmt: skip
    return (*_explained(cause_samples(), words), *_parties(workbook))


def _parties(workbook: Workbook) -> tuple[Explained, ...]:
    drawing = party_sample(workbook)
    if drawing is None:
        return ()
    names = named_all([it.short or it.name for it in workbook.parties])
    return (Explained(drawing, say("Framed letters"), say("belongs to"), names),)


def on_ideas() -> tuple[Explained, ...]:
    """Return the signs on change ideas."""
    words = {
        "testing": (say("Half-filled square"), say("being tested"), say("a cycle is under way")),
        "adapting": (say("Loop with an arrow"), say("being adapted"),
                     say("changed and tried again")),
        "adopted": (say("Full square with a tick"), say("adopted"), say("it is how we work now")),
        "abandoned": (say("Square with a bar across"), say("abandoned"),
                      say("given up; what it taught is kept")),
        "parked": (say("Square with two bars"), say("parked"),
                   say("came too early, and is not lost")),
        "cycles": (say("Beads: empty, half, full"), say("PDSA cycles"),
                   say("planned, running, decided")),
    }  # fmt: skip
    return _explained(idea_samples(), words)


def on_drivers() -> tuple[Explained, ...]:
    """Return the lines and signs of driver diagrams."""
    words = {
        "strong": (say("Line"), say("serves"), say("it helps what it leads to")),
        "weak": (say("Dotted line"), say("serves weakly"), say("it helps a little")),
        "also": (say("Line with a dot"), say("also serves"), say("a second thing it helps")),
        "skips": (say("Line with a ring"), say("skips a level"),
                  say("it helps something further up")),
        "measures": (say("Rising line"), say("measures"), say("how many tell if it changes")),
        "answers": (say("Small fish"), say("causes answered"), say("how many on the fishbone")),
    }  # fmt: skip
    return _explained(driver_samples(), words)


def on_all() -> tuple[Explained, ...]:
    """Return the signs of notes, and of what changed."""
    words = {
        "note": (say("Leaf of paper"), say("note"), say("there is more in the workbook")),
        "added": (say("Black pill"), say("added"), say("new since last time")),
        "removed": (say("Square frame"), say("removed"), say("struck out, no longer there")),
        "reworded": (say("Round frame"), say("a word in a frame"), say("what else has changed")),
    }
    return _explained(other_samples(), words)


def _explained(
    drawn: dict[str, Drawing], words: dict[str, tuple[str, str, str]]
) -> tuple[Explained, ...]:
    return tuple(Explained(drawn[name], *said) for name, said in words.items())


def method_words() -> tuple[tuple[str, str], ...]:
    """Return the words of the method, each explained for somebody who was never there."""
    return (
        (say("Problem of practice"),
         say("something in our own work that stays, that hurts, and that can be measured.")),
        (say("Fishbone"),
         say("asks why we get these results. The head is the effect, a bone is an area, and under "
             "each cause stands the next answer to “why?”.")),
        (say("Driver"),
         say("something that must change for the aim to be reached. All drivers together are our "
             "theory, and it may be wrong.")),
        (say("Change idea"),
         say("something concrete to do differently, small enough to be tried soon.")),
        (say("PDSA cycle"),
         say("plan it with a prediction, do it small, study the result beside the prediction, act: "
             "adapt, expand, adopt or abandon.")),
        (say("Prediction"),
         say("what we expect and why, written down before we begin and not changed later. A wrong "
             "one teaches most.")),
        (say("Measure"),
         say("a number, defined once and for all, that tells if a change is an improvement.")),
        (say("Vote"),
         say("each person has a third as many votes as there are things on the ballot, and at most "
             "three for one. What gets few waits; it is not lost.")),
        (say("Reference"),
         say("C is a cause, D a driver, I a change idea, P a cycle, F a fishbone, T a driver "
             "diagram. The number never changes.")),
    )  # fmt: skip
