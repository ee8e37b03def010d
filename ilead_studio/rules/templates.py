"""Sets of bones to begin a fishbone with. They are presets only: every bone is free text.

The sets are those in common use: four Ps, four Ss, six and eight Ms, eight Ps, and one for systems
of information; the first is for school districts and universities that work together.
"""

from typing import NamedTuple

from ilead_studio.words import say


class Template(NamedTuple):
    """A name for the list of templates, and the bones in order."""

    name: str
    words: str
    bones: tuple[str, ...]


def templates() -> tuple[Template, ...]:
    """Return every set of bones, the one for education first."""
    return (_education(), *_for_services(), *_for_production(), _information())


def _education() -> Template:
    return Template(
        "education",
        say("Education partnership"),
        (
            say("Students and families"),
            say("People and roles"),
            say("Instruction and curriculum"),
            say("Policies and structures"),
            say("Data and measurement"),
            say("LEA–IHE partnership"),
            say("Environment"),
        ),
    )


def _for_services() -> tuple[Template, ...]:
    four_p = (say("People"), say("Policies"), say("Procedures"), say("Plant"))
    four_s = (say("Surroundings"), say("Suppliers"), say("Systems"), say("Skills"))
    eight_p = (
        say("Product"), say("Price"), say("Place"), say("Promotion"),
        say("People"), say("Process"), say("Physical evidence"), say("Productivity"),
    )  # fmt: skip
    return (
        Template("4P", say("4 P: people, policies, procedures, plant"), four_p),
        Template("4S", say("4 S: surroundings, suppliers, systems, skills"), four_s),
        Template("8P", say("8 P: services"), eight_p),
    )


def _for_production() -> tuple[Template, ...]:
    six = (
        say("Machines"), say("Methods"), say("Materials"),
        say("Measurements"), say("People"), say("Environment"),
    )  # fmt: skip
    return (
        Template("6M", say("6 M: work and production"), six),
        Template("8M", say("8 M: with management and maintenance"),
                 (*six, say("Management"), say("Maintenance"))),
    )  # fmt: skip


def _information() -> Template:
    bones = (
        say("People"), say("Process"), say("Requirements"),
        say("Architecture"), say("Organisation"), say("Tools"),
    )  # fmt: skip
    return Template("IT", say("Information systems"), bones)
