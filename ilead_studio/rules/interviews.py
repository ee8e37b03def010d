"""A plan for an empathy interview: whose story, and open questions that ask for stories.

One to one, half open, four to eight questions; those whose stories most need hearing come first
(method, section 9).
"""

from ilead_studio.words import say


def story_questions() -> tuple[str, ...]:
    """Return open questions to begin with; a team makes them its own."""
    return (
        say("Tell me about a day on which this was hard. How did it begin?"),
        say("What did you do then, step by step?"),
        say("Who or what helped, and who or what got in the way?"),
        say("Tell me about a time when it went well. What was different?"),
        say("What should people here have known about you?"),
        say("What else should I have asked?"),
    )


def with_interview(notes: str, whom: str) -> str:
    """Return notes with the plan of an interview at their end."""
    asked = (f"{at}. {words}" for at, words in enumerate(story_questions(), 1))
    head = say("Empathy interview, one to one, no names: {whom}", whom=" ".join(whom.split()))
    plan = "\n".join((head, *asked))
    return f"{notes.rstrip()}\n\n{plan}" if notes.strip() else plan
