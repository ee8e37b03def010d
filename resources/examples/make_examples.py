"""Makes the example workbooks from the outlines beside it: ``python make_examples.py``.

Ids come from a seed, so the same outlines give the same bytes. Published facts name their source
in the notes of their page.
"""

import runpy
from pathlib import Path
from typing import Final

from ilead_studio.edits import add_evidence, cite, link, note, put, rename_page, rename_workbook
from ilead_studio.edits.parts import numbered
from ilead_studio.exchange import PageKind, add_outline, read_outline
from ilead_studio.model import (
    Cycle,
    EvidenceKind,
    Ids,
    MeasureName,
    Party,
    Problem,
    Workbook,
    new_ids,
    pages,
    replace,
)
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import SUFFIX, save_workbook

HERE: Final = Path(__file__).parent
NETWORK_SOURCE: Final = (
    "Source: Carnegie Foundation Summit on Improvement in Education, session “Driver Diagrams”,"
    " 2 March 2015 (Building a Teaching Effectiveness Network)."
)
MATH_SOURCE: Final = (
    "Source: worked example after Bryk and others (2015), “Learning to Improve” (Carnegie Math"
    " Pathways)."
)
WARDS_SOURCE: Final = "Source: BMJ Quality Improvement Reports 2015;4:u207447.w2977."
TURNOVER: Final = (
    "In our district many first- and second-year teachers leave before they have had the chance to"
    " become as good as they could be, and their students begin each year with somebody new."
)
CHECK_IN: Final = "Hold a 20-minute check-in every other Friday, with two fixed questions"
PICTURE: Final = "Use the university’s one-page picture of good teaching in every visit"
PLANNING: Final = "Keep one planning hour a week free for each subject team"
WORKED: Final = (
    "Evidence states, root causes, reach and parties are a worked example, to show how a team"
    " records what it finds out; they are not from the source."
)
JUDGED: Final = {
    "Relational practice neglected in principal induction": ("supported", True, "control"),
    "New teachers low priority for principal time": ("supported", False, "influence"),
    "No common language about good teaching": ("supported", True, "control"),
    "Feedback felt as isolated and evaluative": ("supported", False, ""),
    "Background and first assignment do not match": ("disputed", False, "influence"),
    "Processes not timely": ("supported", False, "control"),
    "Preparation programs and districts do not communicate": ("supported", False, "control"),
    "Each new teacher invents curriculum": ("disputed", False, ""),
    "No breaks": ("refuted", False, "influence"),
    "Inadequate facilities": ("hunch", False, "outside"),
}
"""The state, whether it is a root cause, and the reach of some causes."""
BOTH: Final = (
    "No common language about good teaching",
    "Preparation programs and districts do not communicate",
    "One shared picture of good teaching",
    "District and university share what they know",
)
"""What belongs to the school district and to the university."""
ANSWERS: Final = {
    "Principals prepared to welcome and support":
        "Relational practice neglected in principal induction",
    "One shared picture of good teaching": "No common language about good teaching",
    "New teachers and their principal know and trust each other":
        "Weak relationship with principal",
    "Feedback that helps teachers grow": "Inadequate feedback",
    "A good match between teacher and first assignment":
        "Ineffective recruiting, hiring and placement",
    "A professional community that newcomers belong to": "Lack of professional community",
}  # fmt: skip
"""Which driver answers which cause or bone."""
MEASURED: Final = {
    "New teachers and their principal know and trust each other":
        "Check-ins kept, of those that were planned",
    "Feedback that helps teachers grow": "Visits that ended with one next step",
    "A good match between teacher and first assignment": "Offers signed by the end of May",
    "A professional community that newcomers belong to": "Planning hours kept free each month",
}  # fmt: skip
"""What tells whether each primary driver changes."""
HEARD: Final[tuple[tuple[EvidenceKind, str, tuple[str, ...]], ...]] = (
    (
        "interview",
        "Seven first-year teachers: four had not spoken with their principal alone by October",
        ("Relational practice neglected in principal induction",),
    ),
    (
        "interview",
        "Five second-year teachers: each visitor asked them for something else",
        ("No common language about good teaching",),
    ),
    (
        "data",
        "Eleven visit forms use six sets of words for the same lessons",
        ("No common language about good teaching",),
    ),
)
"""What a team might have found out about which causes, and by which way."""
CYCLES: Final = (
    "With one principal and two new teachers: are three check-ins kept in six weeks, and what are"
    " they about?",
    "With four principals and all their new teachers: do check-ins that began with a question"
    " about yesterday’s lesson last longer?",
)


def examples() -> dict[str, Workbook]:
    """Return every example by its name."""
    return {
        "attendance": runpy.run_path(str(HERE / "make_attendance.py"))["attendance"](new_ids(3)),
        "new-teachers": new_teachers(new_ids(1)),
        "college-math": one_theory("college-math", "Math credit in a year", MATH_SOURCE),
        "safer-wards": one_theory("safer-wards", "Safer wards", WARDS_SOURCE),
    }


def new_teachers(ids: Ids) -> Workbook:
    """Return the workbook that goes all the way from the problem to two cycles."""
    workbook = rename_workbook(Workbook(), "Keeping our new teachers")
    workbook = with_page(workbook, "new-teachers-fishbone", "fishbone", ids)
    workbook = with_page(workbook, "new-teachers-theory", "theory", ids)
    workbook = sourced(workbook, workbook.fishbones[0].id, NETWORK_SOURCE)
    workbook = rename_page(workbook, workbook.fishbones[0].id, "Why new teachers leave")
    workbook = rename_page(workbook, workbook.theories[0].id, "How we keep them")
    workbook = with_links(with_partners(workbook, ids))
    return with_evidence(with_cycles(with_judgements(workbook), ids), ids)


def one_theory(outline: str, title: str, source: str) -> Workbook:
    """Return a workbook with nothing but one published theory."""
    workbook = with_page(rename_workbook(Workbook(), title), outline, "theory", new_ids(2))
    return sourced(workbook, workbook.theories[0].id, source)


def with_page(workbook: Workbook, outline: str, kind: PageKind, ids: Ids) -> Workbook:
    """Add the page that an outline beside this file describes."""
    path = HERE / f"{outline}.txt"
    return add_outline(workbook, read_outline(path.read_bytes(), kind, path.name), ids)[0]


def sourced(workbook: Workbook, page_id: str, source: str) -> Workbook:
    """Name the source first in the notes of a page."""
    page = next(page for page in pages(workbook) if page.id == page_id)
    return note(workbook, page_id, f"{source}\n{page.notes}")


def with_partners(workbook: Workbook, ids: Ids) -> Workbook:
    """Add the two parties, and the problem that the fishbone explains."""
    problem = Problem(id=ids(), text=TURNOVER)
    return replace(
        workbook,
        parties=(
            Party(id=ids(), name="School district", kind="LEA"),
            Party(id=ids(), name="University", kind="IHE"),
        ),
        problems=(problem,),
        fishbones=(replace(workbook.fishbones[0], problem_id=problem.id),),
    )


def with_links(workbook: Workbook) -> Workbook:
    """Let one driver and two ideas serve more than one thing; weak links are drawn dotted."""
    named = {it.text: it.id for it in (*workbook.theories[0].drivers, *workbook.ideas)}
    community = named["A professional community that newcomers belong to"]
    workbook = link(workbook, named["One shared picture of good teaching"], community)
    known = named["District and university share what they know"]
    workbook = link(workbook, named[PICTURE], known)
    to_try = named["Feedback that ends with something to try"]
    return link(workbook, named[PLANNING], to_try, "weak")


def with_judgements(workbook: Workbook) -> Workbook:
    """Mark what a team might know by now, and say in the notes that it is a worked example."""
    page = workbook.fishbones[0]
    items = (*page.causes, *workbook.theories[0].drivers)
    named = {it.text: it.id for it in items}
    for words, (state, root, reach) in JUDGED.items():
        workbook = put(workbook, [named[words]], evidence=state, root=root, reach=reach)
    for driver, cause in ANSWERS.items():
        workbook = put(workbook, [named[driver]], answers=(named[cause],))
    for driver, measure in MEASURED.items():
        workbook = put(workbook, [named[driver]], measures=(MeasureName(name=measure),))
    parties = tuple(party.id for party in workbook.parties)
    workbook = put(workbook, [named[words] for words in BOTH], parties=parties)
    return note(workbook, page.id, f"{page.notes}\n{WORKED}")


def with_cycles(workbook: Workbook, ids: Ids) -> Workbook:
    """Add the two cycles of the first change idea."""
    idea = next(it for it in workbook.ideas if it.text == CHECK_IN)
    for objective in CYCLES:
        workbook, ref = numbered(workbook, "cycles")
        cycle = Cycle(id=ids(), ref=ref, idea_id=idea.id, objective=objective)
        workbook = replace(workbook, cycles=(*workbook.cycles, cycle))
    return workbook


def with_evidence(workbook: Workbook, ids: Ids) -> Workbook:
    """Add what speaks for the root causes."""
    named = {it.text: it.id for it in workbook.fishbones[0].causes}
    for kind, text, causes in HEARD:
        found = ids()
        workbook = add_evidence(workbook, found, text, kind=kind)
        workbook = cite(workbook, [named[it] for it in causes], found)
    return workbook


if __name__ == "__main__":
    for name, workbook in examples().items():
        save_workbook(workbook, HERE / f"{name}{SUFFIX}", Disk(), None)
