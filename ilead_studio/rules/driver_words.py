"""What the states of a driver are called."""

from ilead_studio.words import say


def driver_states() -> dict[str, str]:
    """Return what the states of a driver are called."""
    return {
        "hypothesis": say("Hypothesis"),
        "testing": say("Being tested"),
        "supported": say("Supported"),
        "doubtful": say("Doubtful"),
        "dropped": say("Dropped"),
    }
