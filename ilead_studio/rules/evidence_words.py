"""What the kinds of evidence are called, and how it speaks about something."""

from ilead_studio.model import Speaks
from ilead_studio.words import say


def kinds() -> dict[str, str]:
    """Return what each kind of evidence is called."""
    return {
        "data": say("Data"),
        "interview": say("Empathy interview"),
        "observation": say("Observation or process map"),
        "research": say("Research"),
        "cycle": say("PDSA cycle"),
    }


def speaks() -> dict[Speaks, str]:
    """Return how evidence can speak about a cause."""
    return {"for": say("speaks for"), "against": say("speaks against"), "mixed": say("mixed")}
