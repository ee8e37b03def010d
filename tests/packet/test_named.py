"""What somebody types for pages, packets and readers."""

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.errors import ExportError
from ilead_studio.model import FACILITATOR, FormKind, Packet, PrintedPage
from ilead_studio.packet import named
from ilead_studio.packet.kinds import Kind, kinds
from ilead_studio.packet.named import listing, packet_named, pages_named, party_named
from ilead_studio.packet.problem_page import problem_page
from ilead_studio.packet.wished import AS_IT_IS, Printed, wished_packet

FORM = Kind("form", "PDSA forms", problem_page, "cycle", is_form=True)


@pytest.fixture
def with_form(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [it for it in kinds() if it.name != FORM.name]
    monkeypatch.setattr(named, "kinds", lambda: (*known, FORM))


@pytest.mark.usefixtures("with_form")
@pytest.mark.parametrize(
    ("asked", "of", "form"),
    [
        ("form", None, "pen"),
        ("FORM:p1", key("cycle"), "pen"),
        ("form:fillable", None, "fillable"),
        ("form:P1:fillable", key("cycle"), "fillable"),
        (f"form:{key('cycle')}", key("cycle"), "pen"),
    ],
)
def test_a_page_is_named_by_its_kind_what_it_is_of_and_how_it_is_answered(
    asked: str, of: str | None, form: FormKind
) -> None:
    assert pages_named(chained(), [asked]) == (PrintedPage(kind="form", of=of, form=form),)


@pytest.mark.usefixtures("with_form")
@pytest.mark.parametrize(
    "asked", ["form:P9", "form:P1:P1", "outline:fillable", "", "form:", "outline:pages"]
)
def test_other_names_are_refused(asked: str) -> None:
    with pytest.raises(ExportError, match=f"“{asked}”"):
        pages_named(chained(), [asked])


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ("fishbone:pages", {"continued": True}),
        ("fishbone:2-levels", {"levels": 2}),
        ("driver-diagram:T1:1-level:pages", {"of": key("aim"), "levels": 1, "continued": True}),
    ],
)
def test_a_diagram_is_named_with_how_much_of_it_is_drawn(
    asked: str, fields: dict[str, object]
) -> None:
    wanted = PrintedPage.model_validate({"kind": asked.split(":")[0], **fields})
    assert pages_named(chained(), [asked]) == (wanted,)
    assert "fishbone:pages; to a depth: fishbone:2-levels)" in listing(chained())


def test_an_empty_form_is_named_with_the_idea_that_it_is_for() -> None:
    wanted = PrintedPage(kind="blank-form", of=key("hour"), form="fillable")
    assert pages_named(both(), ["blank-form:I2:fillable"]) == (wanted,)


@pytest.mark.usefixtures("with_form")
def test_the_list_tells_the_names_of_what_a_page_can_be_of() -> None:
    assert "form:P1; to fill in on a screen: form:fillable)" in listing(chained())


def test_a_kept_packet_goes_before_one_to_begin_with() -> None:
    own = Packet(id=key("own"), name="Everything", paper="a4")
    workbook = edits.add_packet(chained(), own)
    assert packet_named(workbook, "everything", key("new")) == own
    assert packet_named(workbook, "Wall poster", key("new")).id == key("new")


def test_readers_go_by_name_short_name_or_kind_if_there_is_one() -> None:
    workbook = chained()
    names = ("lakeside", "Lakeside University", "ihe", "LEA", "all", "Facilitator")
    assert [party_named(workbook, it) for it in names] == [
        key("uni"), key("uni"), key("uni"), key("party"), None, FACILITATOR,
    ]  # fmt: skip
    twice = edits.add_party(workbook, key("third"), "Third", "LEA")
    with pytest.raises(ExportError, match="no party “LEA”"):
        party_named(twice, "LEA")


def test_nothing_asked_prints_all_diagrams_and_a_page_asked_for_that_alone() -> None:
    workbook = chained()
    every = wished_packet(workbook, key("new"), AS_IT_IS)
    assert [it.kind for it in every.pages] == [
        "cover", "fishbone", "outline", "driver-diagram", "outline",
    ]  # fmt: skip
    one = wished_packet(workbook, key("new"), AS_IT_IS, workbook.theories[0])
    assert [it.kind for it in one.pages] == ["cover", "driver-diagram", "outline"]
    poster = wished_packet(workbook, key("new"), AS_IT_IS, workbook.theories[0], poster=(2, 1))
    assert [(it.kind, it.is_poster, it.across) for it in poster.pages] == [
        ("driver-diagram", True, 2)
    ]


def test_options_add_to_what_a_packet_says() -> None:
    own = Packet(id=key("own"), name="Own", paper="a4", large=True, viewer=key("uni"))
    workbook = edits.add_packet(chained(), own)
    asked = Printed(packet="own", pages=("problem",), gray=True)
    packet = wished_packet(workbook, key("new"), asked, paper="a3")
    assert (packet.paper, packet.large, packet.gray, packet.viewer) == (
        "a3", True, True, key("uni"),
    )  # fmt: skip
    assert [it.kind for it in packet.pages] == ["problem"]
    assert wished_packet(workbook, key("new"), Printed(packet="own", viewer="all")).viewer is None
