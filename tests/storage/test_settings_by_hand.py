"""A file of settings of before, or one that somebody wrote by hand, counts until there is ours."""

from pathlib import Path

import pytest

from ilead_studio.places import find_places
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.settings import Settings

BY_HAND = "[window]\ntheme=dark\nscale = 1.5\n[recent]\nlisted=no\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return find_places({"ILEAD_STUDIO_HOME": str(tmp_path)}).settings


@pytest.fixture
def former(file: Path) -> Path:
    return file.with_name("settings.ini")


def chosen(file: Path) -> tuple[str, str]:
    read = Settings(file, Disk())
    assert read.notice == ""
    return read.value("window/theme"), read.value("window/scale")


def test_the_name_of_our_own_says_what_is_in_it(file: Path) -> None:
    assert file.name == "settings.json"


def test_sections_written_by_hand_are_read(file: Path, former: Path) -> None:
    former.write_text(BY_HAND)
    assert chosen(file) == ("dark", "1.5")
    assert not Settings(file, Disk()).is_on("recent/listed")


def test_what_a_program_of_before_sealed_is_read_too(file: Path, former: Path) -> None:
    Settings(file, Disk()).keep({"window/theme": "contrast", "window/scale": "2.0"})
    file.rename(former)
    assert chosen(file) == ("contrast", "2.0")


def test_the_first_change_takes_it_over_and_leaves_it_as_it_is(file: Path, former: Path) -> None:
    former.write_text(BY_HAND)
    Settings(file, Disk()).keep({"window/scale": "2"})
    assert file.read_text().startswith("ilead-studio ")
    assert former.read_text() == BY_HAND
    former.write_text(BY_HAND.replace("dark", "light"))
    assert chosen(file) == ("dark", "2"), "ours counts from now on"


@pytest.mark.parametrize("words", ["[window\ntheme=dark", "[a]\nb", "[\xff]\n=", "[" * 9_999])
def test_what_makes_no_sense_is_left_out_and_stays(file: Path, former: Path, words: str) -> None:
    former.write_bytes(words.encode("latin-1"))
    settings = Settings(file, Disk())
    assert settings.value("window/theme", "system") == "system"
    assert settings.notice == (
        "“settings.ini” is damaged, so the program begins without it. It was not changed."
    )
    settings.keep({"window/theme": "dark"})
    assert former.read_bytes() == words.encode("latin-1")
    assert Settings(file, Disk()).notice == ""
