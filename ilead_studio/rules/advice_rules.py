"""The table of advice: what each rule is called, why it is worth a look, and by which source.

Rule names are stable: files and other programs keep them. One more rule is one entry here, and one
check in the table of its kind of record (``cause_advice``, ``theory_advice``, ``cycle_advice``,
``measure_advice``).
"""

from typing import Final, Literal, NamedTuple

from ilead_studio.words import said_once, say

Section = Literal["roots", "wording", "gaps"]
SECTIONS: Final[tuple[Section, ...]] = ("roots", "wording", "gaps")
"""The order in which advice is told: what may mislead most comes first."""


class Rule(NamedTuple):
    """A rule as people read it; ``reason`` is what F1 says, with its ``source``."""

    name: str
    section: Section
    heading: str
    reason: str
    source: str


@said_once(8)
def rules() -> dict[str, Rule]:
    """Return every rule by its name, in the order of the table."""
    told = (*_roots(), *_causes(), *_aims(), *_ideas_worded(), *_fishbones(), *_theories(),
            *_ideas(), *_cycles(), *_measures())  # fmt: skip
    return {it.name: it for it in told}


def rule_named(name: str) -> Rule:
    """Return a rule; one of a newer program is called by its name."""
    return rules().get(name) or Rule(name, "gaps", name, "", "")


def _roots() -> tuple[Rule, ...]:
    root_test = say("Root test: would the problem exist without it, would it come back?")
    return (
        Rule("root-is-hunch", "roots", say("A root that is a hunch"),
             say("Everything later in the chain stands on the roots. Find out whether this one is"
                 " so before changes are built on it."),
             say("Empathy interviews, data or a process map can tell.")),
        Rule("root-has-whys-below", "roots", say("A root with whys below it"),
             say("The root, if there is one, lies deeper: ask why once more, or mark the last"
                 " why."), say("Five whys; a root has none left.")),
        Rule("root-outside-reach", "roots", say("A root outside our reach"),
             say("What the team can neither control nor influence is a condition to work with."
                 " Which cause beside it can be moved?"),
             say("Circle of control: in our control, we can influence, outside.")),
        Rule("root-against-test", "roots", say("A root that the test doubts"),
             say("A yes to either question speaks for a contributing cause. The test advises, the"
                 " team marks."), root_test),
        Rule("voices-missing", "roots", say("A root without a voice"),
             say("Nobody who lives it has been asked: no student, family or teacher. Two or three"
                 " empathy interviews are enough to check."),
             say("Carnegie Foundation: user-centered means asking the users.")),
    )  # fmt: skip


def _causes() -> tuple[Rule, ...]:
    fishbone = say("Causes, not solutions; systems, not people.")
    return (
        Rule("cause-is-solution", "wording", say("Perhaps a solution"),
             say("Ask what happens because of it: that may be the cause. If the remedy is the idea,"
                 " park it; it comes back as a change idea."),
             say("“Solutionitis”: Bryk and others, Learning to Improve (2015).")),
        Rule("cause-blames", "wording", say("Perhaps blame"),
             say("A cause that lies in people leaves nothing to change. What in the system makes"
                 " this the likely thing to do?"), fishbone),
        Rule("cause-restates-head", "wording", say("The head once more"),
             say("It says what happens, not why. Ask why it happens."), fishbone),
    )  # fmt: skip


def _aims() -> tuple[Rule, ...]:
    template = say("An aim says how much, by when, for whom, measured by what.")
    return (
        Rule("aim-two-in-one", "wording", say("Perhaps two aims"),
             say("Two aims pull a theory apart. Give the second one a theory of its own."),
             template),
        Rule("aim-holds-method", "wording", say("A method inside the aim"),
             say("An aim with a way inside closes the search before it began. The way belongs"
                 " among drivers and change ideas."), template),
        Rule("aim-improve-alone", "wording", say("“Improve” alone"),
             say("Nobody can tell when it is reached. What would be seen, and how much of it?"),
             template),
        Rule("aim-without-number", "gaps", say("An aim without a number"),
             say("“Some” is not a number, “soon” is not a time: without how much nobody knows when"
                 " to stop."), template),
        Rule("aim-without-date", "gaps", say("An aim without a date"),
             say("“Soon” is not a time: a date makes the team choose what comes first."),
             template),
        Rule("aim-without-population", "gaps", say("An aim for nobody"),
             say("For whom it shall be better decides where to test and what to measure."),
             template),
    )  # fmt: skip


def _ideas_worded() -> tuple[Rule, ...]:
    return (
        Rule("driver-is-activity", "wording", say("Perhaps an activity"),
             say("A driver is a part of the system that must be so, whatever is done for it. What"
                 " somebody does is a change idea that serves it."),
             say("Drivers are noun phrases, change ideas are verb phrases (IHI, Carnegie).")),
        Rule("idea-is-goal", "wording", say("Perhaps a goal"),
             say("A change idea can be tried on Monday: say what is done, by whom, for whom. What"
                 " shall come of it is its goal."),
             say("Change ideas are concrete and testable (Carnegie).")),
    )  # fmt: skip


def _fishbones() -> tuple[Rule, ...]:
    fishbone = say("Fishbone (Ishikawa); Carnegie fishbones have five or six bones.")
    return (
        Rule("head-empty", "gaps", say("A fishbone without a head"),
             say("Everybody asks why about the same thing only if it is written down."), fishbone),
        Rule("bone-with-few-causes", "gaps", say("A bone with few causes"),
             say("One cause is no category yet. Ask what else belongs here, or move it to another"
                 " bone."), fishbone),
        Rule("whalebone", "gaps", say("A whalebone"),
             say("So many bones or causes mean that the problem is too broad. Choose a part of it,"
                 " or give parts a fishbone of their own."), fishbone),
        Rule("one-sided", "gaps", say("Only one kind of evidence"),
             say("Numbers say how much, people say why, watching says how. One kind alone misleads"
                 " easily."), say("See the system from several sides (Carnegie).")),
        Rule("root-cause-unanswered", "gaps", say("A root that nothing answers"),
             say("The theory leaves a root alone. Which driver would have to change?"),
             say("The line of sight from cause to change.")),
    )  # fmt: skip


def _theories() -> tuple[Rule, ...]:
    return (
        Rule("aim-empty", "gaps", say("A theory without an aim"),
             say("Drivers lead to an aim: without one nobody can say what drives what."),
             say("Driver diagram (IHI, Carnegie).")),
        Rule("primary-drivers-count", "gaps", say("The number of primary drivers"),
             say("One driver is no theory yet; more than five divide the work too much."),
             say("Two to five (IHI), three to five (Carnegie).")),
        Rule("driver-without-idea", "gaps", say("A driver without a change idea"),
             say("As long as nothing is tried for it, nobody learns whether it matters."),
             say("Driver diagram (IHI, Carnegie).")),
        Rule("driver-without-measure", "gaps", say("A driver without a measure"),
             say("How would you see next month that it moves? One number, counted often, is"
                 " enough."), say("Measure to improve (Carnegie).")),
        Rule("driver-answers-no-cause", "gaps", say("A driver that answers no cause"),
             say("Perhaps a favourite solution came in, or a cause is missing on the fishbone."),
             say("The line of sight from cause to change.")),
    )  # fmt: skip


def _ideas() -> tuple[Rule, ...]:
    return (
        Rule("idea-without-driver", "gaps", say("A change idea without a driver"),
             say("If it works, what will it move? An idea that serves no driver teaches nothing"
                 " about the theory."), say("Driver diagram (IHI, Carnegie).")),
        Rule("consequence-without-measure", "gaps", say("A side effect that nobody measures"),
             say("A balancing measure tells early if the cure does harm."),
             say("Balancing measures (IHI).")),
        Rule("ideas-one-sided", "gaps", say("Ideas of one party only"),
             say("A partnership is ours on both sides: what could the other one change?"),
             say("Partnerships are we-centred (iLEAD).")),
    )  # fmt: skip


def _cycles() -> tuple[Rule, ...]:
    pdsa = say("Plan, do, study, act.")
    return (
        Rule("prediction-without-reason", "gaps", say("A prediction without a reason"),
             say("The reason is what is tested: without it a miss teaches little."), pdsa),
        Rule("prediction-without-result", "gaps", say("A prediction without a result"),
             say("Comparing the two is where the learning happens."), pdsa),
        Rule("cycle-without-task", "gaps", say("A cycle without a task"),
             say("What nobody is named for does not happen."), pdsa),
        Rule("cycle-without-learning", "gaps", say("A cycle without a learning"),
             say("Also what did not work is worth a sentence."), pdsa),
        Rule("learning-not-carried-up", "gaps", say("A learning that stayed below"),
             say("Learning travels back up the chain: what does it say about the driver and the"
                 " cause?"), pdsa),
        Rule("ramp-without-next", "gaps", say("A ramp that stopped"),
             say("Only adopt and abandon close a ramp. Plan the next cycle, or decide."), pdsa),
    )  # fmt: skip


def _measures() -> tuple[Rule, ...]:
    return (
        Rule("orphan-measure", "gaps", say("A measure that nothing names"),
             say("Counting costs time: which aim, driver, idea or cycle does it tell something"
                 " about?"), say("Measure to improve (Carnegie).")),
    )  # fmt: skip
