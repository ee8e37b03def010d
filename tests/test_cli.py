"""The commands as people type them."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from commandline import CommandLine, Input
from disks import FaultyDisk
from pypdf import PdfReader
from workbooks import attendance, both

from ilead_studio import VERSION
from ilead_studio.commands import qt_missing
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook
from ilead_studio.surroundings import Surroundings

BUSES = "head: Pupils miss school\n  Buses\n    Buses come late\n    R&D < 5 <b>\n  Home\n"
READING = "aim: Every child reads (70 %)\n  Teaching\n    idea: Talk about books\n  Families\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    Path("buses.txt").write_text(BUSES, encoding="utf-8")
    Path("reading.txt").write_text(READING, encoding="utf-8")
    return place


def opened(name: str) -> Workbook:
    return open_workbook(Path(name), Disk()).workbook


def test_version_and_help_are_said(run: CommandLine) -> None:
    assert run("--version").out == f"ilead-studio {VERSION}\n"
    said = run("--help")
    assert said.code == 0
    for word in ("FILE", "new", "import", "export", "check", "--version"):
        assert word in said.out


@pytest.mark.parametrize("name", ["new", "import", "export", "check"])
def test_each_command_has_its_own_help(run: CommandLine, name: str) -> None:
    said = run(name, "--help")
    assert said.code == 0
    assert f"ilead-studio {name} " in said.out


@pytest.mark.usefixtures("folder")
def test_new_makes_a_workbook_with_an_empty_fishbone_and_an_empty_theory(run: CommandLine) -> None:
    assert run("new", "plan.ilead").code == 0
    workbook = opened("plan.ilead")
    assert [page.ref for page in workbook.fishbones] == ["F1"]
    assert [page.ref for page in workbook.theories] == ["T1"]
    assert workbook.fishbones[0].causes == ()


@pytest.mark.usefixtures("folder")
def test_new_uses_the_name_as_it_is_given(run: CommandLine) -> None:
    assert run("new", "plan").code == 0
    assert Path("plan").exists()


@pytest.mark.usefixtures("folder")
def test_new_begins_with_an_example_or_names_those_there_are(run: CommandLine) -> None:
    assert run("new", "plan.ilead", "--example", "new-teachers").code == 0
    assert opened("plan.ilead").title == "Keeping our new teachers"
    said = run("new", "other.ilead", "--example", "old-teachers")
    said.assert_refused("old-teachers", "college-math, new-teachers, safer-wards")
    assert not Path("other.ilead").exists()


@pytest.mark.usefixtures("folder")
def test_new_refuses_a_name_that_is_taken(run: CommandLine) -> None:
    Path("plan.ilead").write_text("theirs")
    run("new", "plan.ilead").assert_refused("plan.ilead", "already")
    assert Path("plan.ilead").read_text() == "theirs"


@pytest.mark.usefixtures("folder")
def test_import_turns_text_into_a_workbook(run: CommandLine) -> None:
    said = run("import", "buses.txt", "plan.ilead", "--as", "fishbone")
    assert said.code == 0
    assert said.out == "“plan.ilead” now holds fishbone F1 with 2 causes.\n"
    page = opened("plan.ilead").fishbones[0]
    assert page.head == "Pupils miss school"
    assert [cause.text for cause in page.causes][2] == "R&D < 5 <b>"


@pytest.mark.usefixtures("folder")
def test_a_workbook_from_text_is_called_by_its_head_or_the_beginning_of_it(
    run: CommandLine,
) -> None:
    run("import", "buses.txt", "plan.ilead", "--as", "fishbone")
    assert opened("plan.ilead").title == "Pupils miss school"
    run("import", "reading.txt", "plan.ilead", "--as", "theory", "--add")
    assert opened("plan.ilead").title == "Pupils miss school"
    Path("long.txt").write_text("Pupils miss school, " * 9)
    run("import", "long.txt", "long.ilead", "--as", "fishbone")
    title = opened("long.ilead").title
    assert title == ", ".join(["Pupils miss school"] * 6) + "…"
    Path("one.txt").write_text("x" * 200)
    run("import", "one.txt", "one.ilead", "--as", "fishbone")
    assert opened("one.ilead").title == "x" * 120 + "…"


@pytest.mark.usefixtures("folder")
def test_import_add_puts_a_page_into_a_workbook(run: CommandLine) -> None:
    run("import", "buses.txt", "plan.ilead", "--as", "fishbone")
    before = opened("plan.ilead").fishbones
    said = run("import", "reading.txt", "plan.ilead", "--as", "theory", "--add")
    assert said.out == "“plan.ilead” now holds theory T1 with 2 drivers and 1 change idea.\n"
    assert opened("plan.ilead").fishbones == before


@pytest.mark.usefixtures("folder")
def test_import_refuses_a_name_that_is_taken_and_add_one_that_is_not(run: CommandLine) -> None:
    run("import", "buses.txt", "plan.ilead", "--as", "fishbone", "--add").assert_refused("no file")
    run("new", "plan.ilead")
    before = Path("plan.ilead").read_bytes()
    run("import", "buses.txt", "plan.ilead", "--as", "fishbone").assert_refused("already")
    assert Path("plan.ilead").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_import_reads_standard_input(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(READING.encode()))
    assert run("import", "-", "plan.ilead", "--as", "theory").code == 0
    assert opened("plan.ilead").ideas[0].text == "Talk about books"


@pytest.mark.usefixtures("folder")
def test_import_tells_what_it_left_out(run: CommandLine) -> None:
    Path("notes.txt").write_text("# mine\nhead: Absence\x07\n  -\n  Buses\n")
    said = run("import", "notes.txt", "plan.ilead", "--as", "fishbone")
    assert "1 comment line" in said.out
    assert "1 line without words" in said.out
    assert "1 control character" in said.out


@pytest.mark.usefixtures("folder")
def test_a_workbook_is_never_written_to_standard_output(run: CommandLine) -> None:
    run("new", "-").assert_refused("file")
    run("import", "buses.txt", "-", "--as", "fishbone").assert_refused("file")
    assert not Path("-").exists()


@pytest.mark.usefixtures("folder")
def test_export_draws_a_page_as_svg_with_every_label(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    said = run("export", "plan.ilead", "plan.svg")
    assert said.code == 0
    assert "F1, T1" in said.out
    words = " ".join("".join(it.itertext()) for it in Xml.parse("plan.svg").iter())
    for cause in both().fishbones[0].causes:
        assert cause.text in words


@pytest.mark.usefixtures("folder")
def test_a_picture_says_what_is_marked_on_an_item(run: CommandLine) -> None:
    run("new", "plan.ilead", "--example", "new-teachers")
    assert run("export", "plan.ilead", "plan.svg", "--page", "F1").code == 0
    assert "<desc>has a note</desc>" in Path("plan.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("asked", ["T1", "t1", both().theories[0].id])
def test_export_draws_the_page_that_is_asked_for(run: CommandLine, asked: str) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    assert run("export", "plan.ilead", "plan.svg", "--page", asked).code == 0
    assert "Talk about books" in Path("plan.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_export_names_the_pages_when_it_does_not_find_one(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    for kind in ("pdf", "svg"):
        said = run("export", "plan.ilead", f"plan.{kind}", "--page", "F7")
        said.assert_refused("F7", "F1, T1")
        assert not Path(f"plan.{kind}").exists()


@pytest.mark.usefixtures("folder")
def test_export_reads_standard_input(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(encode(attendance())))
    assert run("export", "-", "plan.svg").code == 0
    assert "Buses come late" in Path("plan.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_export_makes_a_handout(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    said = run("export", "plan.ilead", "plan.pdf", "--paper", "a4")
    assert said.code == 0
    assert "pages" in said.out
    assert Path("plan.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("paper", "inches"),
    [("9x12in", (9, 12)), ("9x12", (9, 12)), ("228.6 × 304.8 mm", (9, 12)), ("12X9", (12, 9))],
)
def test_a_handout_is_made_on_paper_of_any_size(
    run: CommandLine, paper: str, inches: tuple[float, float]
) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    asked = ("export", "plan.ilead", "plan.pdf", "--pages", "legend", "--paper", paper)
    assert run(*asked).code == 0
    size = PdfReader("plan.pdf").pages[0].mediabox
    assert sorted((size.width, size.height)) == pytest.approx(sorted(72 * it for it in inches))
    drawn = run("export", "plan.ilead", "plan.svg", "--paper", paper)
    assert drawn.code == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("paper", ["a9", "1x1", "9x", "9999x12", "9x12pt", "own", "nan", ""])
def test_what_is_no_paper_is_refused_with_what_there_is(run: CommandLine, paper: str) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    for out in ("plan.pdf", "plan.svg", "plan.pptx"):
        run("export", "plan.ilead", out, "--paper", paper).assert_refused("tabloid", "9x12in")
    run("hand-over", "plan.ilead", "next.ilead", "--paper", paper).assert_refused("tabloid")
    assert not [*Path().glob("plan.[ps]*"), *Path().glob("next.*")]


@pytest.mark.usefixtures("folder")
def test_pages_that_share_a_sheet_are_counted_with_their_sides(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(attendance()))
    said = run("export", "plan.ilead", "plan.pdf", "--packet", "table-kit", "--up", "2").out
    found = re.search(r"(\d+) pages, on (\d+) sides of paper", said)
    assert found
    assert int(found[2]) == len(PdfReader("plan.pdf").pages) < int(found[1])


@pytest.mark.usefixtures("folder", "qapp")
def test_export_makes_a_png(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    assert run("export", "plan.ilead", "PLAN.PNG").code == 0
    assert Path("PLAN.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("folder")
def test_export_refuses_other_kinds_and_the_workbook_itself(run: CommandLine) -> None:
    Path("plan.svg").write_bytes(encode(both()))
    run("export", "plan.svg", "plan.odt").assert_refused(".pdf, .svg, .png, .pptx")
    run("export", "plan.svg", "plan").assert_refused(".pdf, .svg, .png, .pptx")
    run("export", "plan.svg", "plan.svg").assert_refused("never written over")
    assert opened("plan.svg") == both()


@pytest.mark.usefixtures("folder")
def test_export_of_a_workbook_without_pages_has_nothing_to_draw(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(Workbook()))
    run("export", "plan.ilead", "plan.svg").assert_refused("no page")


@pytest.mark.usefixtures("folder")
def test_a_failed_export_leaves_the_old_one(run: CommandLine) -> None:
    Path("plan.ilead").write_bytes(encode(both()))
    Path("plan.svg").write_text("old")
    watching = FaultyDisk()
    run("export", "plan.ilead", "other.svg", disk=watching)
    fault = watching.calls.index("write") + 1
    said = run("export", "plan.ilead", "plan.svg", disk=FaultyDisk(fault))
    said.assert_refused("plan.svg", "unchanged")
    assert Path("plan.svg").read_text() == "old"


def test_unknown_words_are_refused_in_one_line(run: CommandLine) -> None:
    for words in (
        ["new"],
        ["import", "a"],
        ["import", "a", "b"],
        ["import", "a", "b", "--as", "poem"],
        ["check", "a", "--format", "xml"],
        ["check", "a", "b"],
        ["--colour"],
        ["a.ilead", "b.ilead"],
    ):
        run(*words).assert_refused("--help")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize("words", [[], ["plan.ilead"]])
def test_without_a_display_the_window_is_refused_before_qt_is_loaded(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    run(*words).assert_refused("display")


class Sudden(Disk):
    """A disk on which something happens that nobody thought of."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def stat(self, path: Path) -> object:  # type: ignore[override]  # it never returns
        raise self.error


def test_the_last_resort_is_a_log_that_quotes_nobody_and_one_sentence(
    run: CommandLine, home: Path
) -> None:
    said = run("check", "Maria.ilead", disk=Sudden(ZeroDivisionError("Absences of Maria")))
    said.assert_failed("log", "Your files are whole", "quotes nothing")
    log = (home / "ilead-studio.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "ilead_studio.storage.store:" in log
    assert "Maria" not in log


def test_the_log_does_not_grow_without_end(run: CommandLine, home: Path) -> None:
    home.mkdir()
    log = home / "ilead-studio.log"
    log.write_bytes(b"x" * (2 << 20))
    run("check", "plan.ilead", disk=Sudden(ZeroDivisionError()))
    assert log.stat().st_size < 10_000


def test_even_without_a_log_there_is_a_sentence(run: CommandLine, home: Path) -> None:
    home.write_text("a file where the folder should be")
    run("check", "plan.ilead", disk=Sudden(ZeroDivisionError())).assert_failed("fault of its own")


def test_an_interruption_is_quiet(run: CommandLine) -> None:
    said = run("check", "plan.ilead", disk=Sudden(KeyboardInterrupt()))
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_file_is_opened_in_the_window(
    run: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_with: list[object] = []

    def window(path: Path | None, around: Surroundings) -> int:
        opened_with.extend((path, around.places.log.parent))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("ilead_studio.app.run", window)
    assert run("plan.ilead").code == 0
    assert opened_with == [Path("plan.ilead"), home]


def test_a_missing_system_library_is_named_and_our_own_faults_are_not_hidden() -> None:
    missing = ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")
    assert "libEGL.so.1" in str(qt_missing(missing))
    ours = ImportError("No module named 'ilead_studio.nowhere'", name="ilead_studio.nowhere")
    with pytest.raises(ImportError):
        qt_missing(ours)


@pytest.mark.usefixtures("folder")
def test_too_much_on_standard_input_is_refused(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Input(b" " * (17 << 20)))
    run("import", "-", "plan.ilead", "--as", "theory").assert_refused("too much")
    monkeypatch.setattr(sys, "stdin", None)
    run("import", "-", "plan.ilead", "--as", "theory").assert_refused("no standard input")
    assert not Path("plan.ilead").exists()


class Unreadable(Input):
    """Standard input that was opened for writing only."""

    def __init__(self) -> None:
        super().__init__(b"")
        self.buffer.close()


@pytest.mark.usefixtures("folder")
def test_standard_input_that_cannot_be_read_is_refused(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Unreadable())
    run("import", "-", "plan.ilead", "--as", "theory").assert_refused("Standard input", "read")


@pytest.mark.usefixtures("folder")
def test_the_name_of_a_paper_is_understood_in_capitals_too(run: CommandLine) -> None:
    run("new", "plan.ilead")
    assert run("export", "plan.ilead", "plan.svg", "--paper", "A4").code == 0


def test_a_text_that_is_no_workbook_is_for_import(run: CommandLine, tmp_path: Path) -> None:
    text = tmp_path / "buses.txt"
    text.write_text("Pupils miss school\n  Buses\n")
    said = run("export", text, tmp_path / "it.pdf")
    assert "“buses.txt” is not an iLEAD Studio workbook. It was not changed." in said.err
    assert "“ilead-studio import” makes a workbook of an outline as text." in said.err
