"""The root test: two questions whose answers advise, while people mark (method, section 3)."""

from ilead_studio.model import Cause
from ilead_studio.words import say


def questions() -> dict[str, str]:
    """Return the two questions, by the field of a cause that holds the answer."""
    return {
        "exists_without": say("Would the problem exist without it?"),
        "comes_back": say("Once mended, would it come back?"),
    }


def answers() -> dict[str, str]:
    """Return what can be answered."""
    return {"yes": say("Yes"), "no": say("No"), "unsure": say("Unsure")}


def answers_said(cause: Cause) -> str:
    """Say how a cause was tested, in few words: "test: no and no"."""
    said = answers()
    first, second = said.get(cause.exists_without), said.get(cause.comes_back)
    if not first and not second:
        return say("test not answered")
    unasked = say("open")
    return say("test: {first} and {second}", first=(first or unasked).lower(),
               second=(second or unasked).lower())  # fmt: skip


def root_advice(cause: Cause) -> str:
    """Say what the answers speak for; nobody but the team marks a root."""
    given = {cause.exists_without, cause.comes_back}
    if "yes" in given and cause.root:
        return say("A yes speaks for a contributing cause. It is marked as a root: look again.")
    if "yes" in given:
        return say("A yes speaks for a contributing cause: the root lies elsewhere.")
    if given == {"no"} and not cause.root:
        return say("No and no speaks for a root. The test advises, the team marks.")
    if given == {"no"}:
        return say("No and no, and marked as a root.")
    return say("No and no makes a root. The test advises, the team marks.")
