"""Fishbones as groups write them: labels as long as those of the Carnegie example."""

from random import Random

from drawing_pages import fishbone

from ilead_studio.drawing.marks import Marks, Whose
from ilead_studio.model import Fishbone, Workbook

HEAD = "New-teacher turnover is high and new teachers do not become effective fast enough"
BONES = (
    "People and roles", "Instruction and curriculum", "Policies and structures",
    "Data and measurement", "LEA–IHE partnership", "Students and families", "Time and place",
    "Professional development",
)  # fmt: skip
LABELS = (
    "Relational practice neglected in principal induction",
    "New teachers low priority for principal time",
    "Weak district-wide culture of trust", "High principal turnover",
    "No common language about good teaching", "Feedback not tied to resources",
    "Feedback givers lack expertise", "Feedback felt as isolated or evaluative",
    "Background and first assignment do not match", "Unclear roles (HR, principal)",
    "Too little information for school–teacher match", "Processes not timely",
    "Preparation programs and districts do not communicate", "“Not my job” norm",
    "No collective responsibility for students", "Too little time, resource, structure",
    "Each new teacher invents curriculum", "No arc of teacher development",
    "Not connected to student learning", "Not differentiated by teacher need",
    "Lack of coherence", "Unsafe environment", "Inadequate facilities", "No breaks",
    "Substitute shortage", "Mentors carry a full teaching load",
    "Coaching visits are cancelled first when substitutes run short",
    "Attendance data arrive two weeks late", "Two data systems that do not share student numbers",
    "Families hear from school only when something is wrong",
    "Course sequence differs between campus and district",
    "Clinical placements are chosen by convenience", "Bus routes changed in mid-year",
    "No shared definition of readiness", "Budget decided before needs are known",
    "Meeting time is spent on announcements", "Rubric is read differently by each observer",
    "Expectations unclear", "Poor scheduling", "Depends on parent ride", "Corridor blocked",
    "Hiring happens in August, after the strongest candidates have signed elsewhere",
)  # fmt: skip
WHYS = 0.4
"""The share of whys among causes and whys."""


def typical(causes: int, bones: int, seed: int = 0) -> tuple[Workbook, Fishbone]:
    """Make a page of so many causes and whys together, the whys to depth 4, on so many bones."""
    chance = Random(seed)
    whys = round(causes * WHYS)
    under = [chance.randrange(bones) for _ in range(causes - whys - bones)] + list(range(bones))
    trees: list[list[list[int]]] = [[] for _ in range(bones)]
    for bone in under:
        trees[bone].append([0])
    every = [cause for tree in trees for cause in tree]
    for _ in range(whys):
        cause = chance.choice(every)
        at = chance.randrange(len(cause))
        cause.insert(at + 1, min(cause[at] + 1, 3))
    levels = []
    for number, tree in enumerate(trees):
        levels.append((1, BONES[number % len(BONES)]))
        levels += [(2 + depth, chance.choice(LABELS)) for cause in tree for depth in cause]
    return fishbone(HEAD, levels)


def marked(page: Fishbone, seed: int = 0) -> dict[str, Marks]:
    """Mark most causes of a page, as after a meeting: evidence, roots, votes, parties."""
    chance = Random(seed)
    bones = {cause.id for cause in page.causes if cause.parent_id == page.id}
    return {
        cause.id: Marks(
            evidence=chance.choice(("", "hunch", "hunch", "supported", "disputed", "refuted")),
            root=chance.random() < 0.06,
            votes=chance.choice((0, 0, 0, 1, 2, 5, 12)),
            parties=chance.choice(
                ((), (), (Whose("A", 0),), (Whose("B", 1),), (Whose("A", 0), Whose("B", 1)))
            ),
            has_note=chance.random() < 0.1,
        )
        for cause in page.causes
        if cause.id not in bones and chance.random() < 0.7
    }
