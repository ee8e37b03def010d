"""Cut, flipped and zeroed files: each is refused or told of, and none is believed in part."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from newer import newer_file
from workbooks import both, chained

from ilead_studio.errors import Damaged, FileError, TooNew
from ilead_studio.storage.backups import backup_folder, keep, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.sealed import MOST, Sealed
from ilead_studio.storage.settings import Settings
from ilead_studio.storage.store import open_workbook

WHEN = datetime(2026, 11, 24, 16, 42, tzinfo=UTC)
KEPT = {"window/theme": "dark", "keys/mirror": "Ctrl+Y or F7", "window/scale": "1.25"}
CUTS, FLIPS, BLOCKS = 60, 300, 40


def damaged(data: bytes) -> Iterator[bytes]:
    """Give bytes cut at many places, with a bit flipped, and with zeros in the place of some."""
    chance = Random(len(data))
    yield from (data[: len(data) * at // CUTS] for at in range(CUTS))
    for bit in chance.sample(range(8 * len(data)), min(FLIPS, 8 * len(data))):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bytes(flipped)
    for _ in range(BLOCKS):
        at, size = chance.randrange(len(data)), chance.choice((1, 16, 512, len(data)))
        zeroed = data[:at] + bytes(min(size, len(data) - at)) + data[at + size :]
        if zeroed != data:
            yield zeroed
    yield data + b"\0" * 4_096


@pytest.mark.parametrize("workbook", [both(), chained()], ids=["both", "chained"])
def test_a_damaged_workbook_is_refused_by_name_or_opens_with_a_warning(
    tmp_path: Path, workbook: object
) -> None:
    file, told, whys = tmp_path / "plan.ilead", set[str](), list[str]()
    for data in damaged(encode(workbook)):  # type: ignore[arg-type]
        file.write_bytes(data)
        try:
            opened = open_workbook(file, Disk())
        except FileError as error:
            whys.append(str(error))
            told.add(type(error).__name__)
        else:
            assert opened.workbook == workbook or opened.notice
            told.add("same" if opened.workbook == workbook else "notice")
        assert file.read_bytes() == data
    assert told >= {"Damaged", "notice"}
    assert all("plan.ilead" in why for why in whys)


def test_the_refusal_names_the_newest_version_that_is_whole(tmp_path: Path) -> None:
    file, state = tmp_path / "plan.ilead", tmp_path / "state"
    folder, data = backup_folder(state, file), encode(both())
    file.write_bytes(data[:900])
    with pytest.raises(Damaged, match="Look for an older copy") as none:
        open_workbook(file, Disk(), state)
    assert none.value.instead is None
    for hour, version in enumerate((data, encode(chained()), data[:800])):
        keep(folder, version, WHEN.replace(hour=hour), Disk())
    with pytest.raises(Damaged, match=r"“plan\.ilead” is damaged\. It ends") as named:
        open_workbook(file, Disk(), state)
    whole = versions(folder, Disk())[1]
    assert named.value.instead == whole.file
    assert f"{whole.when.astimezone():%Y-%m-%d %H:%M}" in str(named.value)
    assert str(whole.file) in str(named.value)
    assert file.read_bytes() == data[:900]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (lambda file: file.unlink(), "There is no file “plan.ilead”"),
        (lambda file: file.write_bytes(Random(1).randbytes(900)), "is not an iLEAD Studio"),
        (lambda file: file.write_bytes(b""), "is empty"),
        (lambda file: file.write_bytes(bytes(900)), "nothing but zeros"),
    ],
)  # fmt: skip
def test_every_refusal_names_it(tmp_path: Path, place: Callable[[Path], object], why: str) -> None:
    file, state = tmp_path / "plan.ilead", tmp_path / "state"
    file.write_bytes(encode(both()))
    keep(backup_folder(state, file), encode(both()), WHEN, Disk())
    place(file)
    with pytest.raises(FileError, match=why) as named:
        open_workbook(file, Disk(), state)
    assert "plan.ilead" in named.value.sentence
    assert named.value.sentence.endswith("is whole.")
    whole = named.value.instead
    assert whole is not None
    assert str(named.value) == f"{named.value.sentence} Open {whole}"
    assert open_workbook(whole, Disk()).workbook == both()


def test_a_file_that_is_only_too_new_is_not_to_be_gone_on_with(tmp_path: Path) -> None:
    file, state = tmp_path / "plan.ilead", tmp_path / "state"
    keep(backup_folder(state, file), encode(both()), WHEN, Disk())
    newer_file(file, version=3, reads_as=2, program="2.0.0")
    with pytest.raises(TooNew) as named:
        open_workbook(file, Disk(), state)
    assert named.value.instead is None


def test_damaged_settings_are_the_usual_ones_and_are_told_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Settings(file, Disk()).keep(KEPT)
    for data in damaged(file.read_bytes()):
        file.write_bytes(data)
        settings = Settings(file, Disk())
        assert "“settings.json” is damaged" in settings.notice
        assert not any(map(settings.has, KEPT))
        assert file.read_bytes() == data  # nothing is written before somebody chooses something
        settings.keep({"window/theme": "light"})
        assert Settings(file, Disk()).value("window/theme") == "light"
        assert Settings(file, Disk()).notice == ""
        aside = file.with_name("settings.json.damaged")
        assert aside.read_bytes() == data


@pytest.mark.parametrize(
    "place", [lambda it: it.mkdir(), lambda it: it.write_bytes(b"x" * (MOST + 1))]
)
def test_what_is_no_small_file_is_damaged(tmp_path: Path, place: Callable[[Path], object]) -> None:
    place(tmp_path / "settings.json")
    with pytest.raises(Damaged, match="kept as"):
        Sealed(tmp_path / "settings.json", Disk()).read()


def test_two_windows_keep_what_the_other_one_chose(tmp_path: Path) -> None:
    one, other = (Settings(tmp_path / "settings.json", Disk()) for _ in range(2))
    one.keep({"window/theme": "dark"})
    other.switch("window/still", on=True)
    again = Settings(tmp_path / "settings.json", Disk())
    assert (again.value("window/theme"), again.is_on("window/still")) == ("dark", True)
    one.keep({"window/theme": None})
    assert not Settings(tmp_path / "settings.json", Disk()).has("window/theme")
