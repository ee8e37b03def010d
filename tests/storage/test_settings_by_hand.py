"""Settings that somebody put there by hand count, and are sealed with the first change."""

from pathlib import Path

import pytest

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_sections_written_by_hand_are_read(file: Path) -> None:
    file.write_text("[window]\ntheme=dark\nscale = 1.5\n[recent]\nlisted=no\n")
    read = Settings(file, Disk())
    assert (read.value("window/theme"), read.value("window/scale")) == ("dark", "1.5")
    assert not read.is_on("recent/listed")
    assert read.notice == ""


def test_the_first_change_seals_them(file: Path) -> None:
    file.write_text("[window]\ntheme=dark\n")
    Settings(file, Disk()).setValue("window/scale", "2")
    assert file.read_text().startswith("ilead-studio ")
    read = Settings(file, Disk())
    assert (read.value("window/theme"), read.value("window/scale")) == ("dark", "2")


@pytest.mark.parametrize("words", ["[window\ntheme=dark", "[a]\nb", "[\xff]\n=", "[" * 9_999])
def test_what_makes_no_sense_is_left_out(file: Path, words: str) -> None:
    file.write_bytes(words.encode("latin-1"))
    assert Settings(file, Disk()).value("window/theme", "system") == "system"
