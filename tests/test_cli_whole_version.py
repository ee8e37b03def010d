"""Each command that cannot open a workbook names the newest earlier version that is whole."""

from pathlib import Path

import pytest
from commandline import CommandLine, still_world
from workbooks import both

from ilead_studio.storage.backups import backup_folder, keep, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "home", capsys)


@pytest.mark.parametrize(
    "words",
    [
        "check PLAN", "pages PLAN", "diff PLAN OTHER", "diff OTHER PLAN", "export PLAN OUT.pdf",
        "merge PLAN OTHER OTHER OUT.ilead", "merge OTHER OTHER PLAN OUT.ilead",
        "collect PLAN OTHER", "import OTHER PLAN --as fishbone --add",
        "remove-names PLAN OUT.ilead", "hand-over PLAN OUT.ilead",
    ],
)  # fmt: skip
def test_it_is_named(
    run: CommandLine, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = still_world(run.home)
    folder = backup_folder(world.places.state, tmp_path / "PLAN")
    keep(folder, encode(both()), world.clock(), Disk())
    Path("OTHER").write_bytes(encode(both()))
    Path("PLAN").write_bytes(encode(both())[:-40])
    run(*words.split()).assert_refused(
        "“PLAN” is damaged.", "is whole. Open", str(versions(folder, Disk())[0].file)
    )
    assert {it.name for it in tmp_path.iterdir()} <= {"PLAN", "OTHER", "home"}
