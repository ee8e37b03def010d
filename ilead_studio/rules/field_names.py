"""What the fields of change ideas and cycles are called, wherever they are named."""

from ilead_studio.words import say


def field_words(name: str) -> str:
    """Return the words for a field; empty for one that needs none, as its text speaks for itself.

    ``name`` is that of the record's field: of an item, of a cycle, or of a line in its lists.
    """
    return {
        "notes": say("note"),
        "title": say("name of the page"),
        "definition": say("definition"),
        "measured by": say("measured by"),
        **_of_measure(),
        **_of_idea(),
        **_of_plan(),
        **_of_cycle(),
        **_of_meeting(),
    }.get(name, "")


def _of_measure() -> dict[str, str]:
    return {
        "numerator": say("numerator"),
        "denominator": say("denominator"),
        "unit": say("unit"),
        "often": say("how often"),
        "collects": say("who collects it"),
    }


def _of_idea() -> dict[str, str]:
    return {
        "goal": say("goal"),
        "rationale": say("why it should work"),
        "owner": say("owner"),
        "state_reason": say("reason"),
        "consequences": say("may also cause"),
        "measure": say("balancing measure"),
    }


def _of_meeting() -> dict[str, str]:
    return {
        "place": say("place"),
        "led_by": say("led by"),
        "ground_rules": say("ground rules"),
        "agenda": say("agenda"),
        "attendance": say("who was there"),
    }


def _of_plan() -> dict[str, str]:
    return {
        "site": say("site or team"),
        "objective": say("objective"),
        "questions": say("question"),
        "prediction": say("we predict"),
        "reason": say("because"),
        "result": say("what happened"),
        "tasks": say("task"),
        "data": say("data"),
        "who": say("who"),
        "where": say("where"),
        "when": say("when"),
        "scale": say("scale"),
        "conditions": say("conditions"),
        "how_known": say("how we will know"),
    }


def _of_cycle() -> dict[str, str]:
    return {
        "as_planned_why": say("as planned, and why"),
        "observations": say("what was seen"),
        "surprises": say("problems and surprises"),
        "adjustments": say("adjustments"),
        "data_points": say("data points"),
        "comparison": say("compared with before"),
        "learned": say("what we learned"),
        "improved_why": say("improvement, and why"),
        "changes": say("what changes"),
        "next_plan": say("plan for the next cycle"),
        "kept_up": say("how it is kept up"),
        "cancelled_why": say("why it was cancelled"),
    }
