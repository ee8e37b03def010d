"""Every way in meets bytes that nobody should believe: a sentence, soon, and nothing written."""

import resource
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from commandline import CommandLine
from hostile import SAMPLES
from journals import state
from wholeness import contents
from workbooks import attendance, both

from ilead_studio.edits import rename_workbook
from ilead_studio.exchange.copied import read_branch
from ilead_studio.exchange.pasted import MOST_LINES, is_too_much, levelled, read_pasted
from ilead_studio.model import faults
from ilead_studio.storage.chain import chained
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Journal
from ilead_studio.storage.recovery import find
from ilead_studio.storage.settings import Settings
from ilead_studio.storage.store import open_workbook

SECONDS = 8.0
"""Of the processor's time; a sample takes a tenth of that."""
MEMORY = 400 << 10
"""KiB that one sample may add to the most that was ever held."""
samples = pytest.mark.parametrize("data", SAMPLES.values(), ids=SAMPLES)


@pytest.fixture(autouse=True)
def bounded(home: Path) -> Iterator[None]:
    """Let no sample take long, fill memory, or be a fault of the program itself."""
    began, most = process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert process_time() - began < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < MEMORY
    assert not (home / "ilead-studio.log").exists()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    Path("plan.ilead").write_bytes(encode(both()))
    return made


COMMANDS = (
    ("check", "bad"),
    ("pages", "bad"),
    ("export", "bad", "out.svg"),
    ("diff", "plan.ilead", "bad"),
    ("merge", "plan.ilead", "bad", "plan.ilead", "out.ilead"),
    ("remove-names", "bad", "out.ilead"),
    ("import", "plan.ilead", "bad", "--as", "fishbone", "--add"),
    ("collect", "bad", "plan.ilead"),
    ("collect", "plan.ilead", "bad"),
)


@samples
def test_commands_refuse_it_in_one_sentence(run: CommandLine, here: Path, data: bytes) -> None:
    Path("bad").write_bytes(data)
    before = contents(here)
    for command in COMMANDS:
        run(*command).assert_refused("“")
    assert contents(here) == before


@samples
def test_an_import_is_refused_or_a_sound_workbook(
    run: CommandLine, here: Path, data: bytes
) -> None:
    Path("bad").write_bytes(data)
    said = run("import", "bad", "out.ilead", "--as", "fishbone")
    if said.code == 0:
        assert faults(open_workbook(Path("out.ilead"), Disk()).workbook) == ()
    else:
        said.assert_refused("“bad”")
        assert not Path("out.ilead").exists()
    assert Path("bad").read_bytes() == data


@samples
def test_what_is_pasted_is_sound_lines_or_none(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    assert is_too_much(text) == (text.count("\n") > MOST_LINES)
    if not is_too_much(text):  # the window goes no further
        for pasted in (read_pasted(text), read_pasted("", text)):
            assert all(it.text.strip() for it in levelled(pasted.lines))
    assert read_branch(data) is None


@samples
def test_recovery_offers_nothing_and_keeps_it(tmp_path: Path, data: bytes) -> None:
    folder, sound = tmp_path / "journal", encode(attendance())
    folder.mkdir()
    head = b'{"journal":1,"path":"%00/../etc"}'
    parts = ((data,), (data, data, data), (head, sound, data), (head, data, b"{}"))
    bodies = [data, *(chained(it)[0] for it in parts)]
    for number, body in enumerate(bodies):
        (folder / f"{number}-000001.journal").write_bytes(body)
    findings = find(folder, Disk())
    assert findings.found == ()
    assert sorted(contents(folder).values()) == sorted(bodies)


@samples
def test_recovery_offers_what_was_whole_before_it(tmp_path: Path, data: bytes) -> None:
    journal = Journal(tmp_path / "journal", Disk())
    journal.keep(state(rename_workbook(both(), "Later")))
    journal.let_go()
    (file,) = (tmp_path / "journal").iterdir()
    file.write_bytes(file.read_bytes() + data)
    (found,) = find(tmp_path / "journal", Disk()).found
    found.release()
    assert found.workbook.title == "Later"
    assert found.is_cut == bool(data)


@samples
@pytest.mark.parametrize("name", ["settings.json", "settings.ini"])
def test_settings_are_the_usual_ones(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    settings = Settings(tmp_path / "settings.json", Disk())
    assert settings.value("window/theme", "system") == "system"
    assert name in settings.notice
    assert contents(tmp_path)[name] == data


WORDS = (
    [""], ["-"], ["--"], ["\x1b[31m"], ["check"], ["check", ""], ["check", "a\x00b"],
    ["check", "x" * 5_000], ["check", "/dev/zero"], ["check", "/dev/stdin/x"],
    ["check", "\udcff\udcfe"], ["export", "plan.ilead", ""], ["export", "plan.ilead", "."],
    ["export", "plan.ilead", "a\x00.pdf"], ["export", "plan.ilead", "x" * 5_000 + ".svg"],
    ["export", "plan.ilead", "no/such/folder.svg"], ["export", "plan.ilead", "/dev/full.svg/a.svg"],
    ["export", "plan.ilead", "o.png", "--dpi", "9" * 5_000],
    ["export", "plan.ilead", "o.pdf", "--poster", "9" * 5_000],
    ["export", "plan.ilead", "o.pdf", "--pages", "," * 9_999],
    ["export", "plan.ilead", "o.svg", "--items", "\x1b" * 99],
    ["export", "plan.ilead", "o.pdf", "--for", "\udcff" * 99],
    ["import", "plan.ilead", "\x00", "--as", "fishbone"], ["merge", "", "", "", ""],
    ["remove-names", "plan.ilead", "plan.ilead"], ["collect", "plan.ilead", ""],
    ["collect", "plan.ilead", "\x00"], ["new", ""], ["new", "/"], ["new", "plan.ilead"],
    ["new", "a", "--example", "../../etc/passwd"], ["plan", "plan.ilead", "\x00"],
)  # fmt: skip


@pytest.mark.parametrize("words", WORDS, ids=lambda it: ascii(it)[:40])
def test_the_command_line_is_refused_in_one_sentence(
    run: CommandLine, here: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    before = contents(here)
    said = run(*words)
    said.assert_refused()
    assert "\x1b" not in said.err
    assert contents(here) == before
