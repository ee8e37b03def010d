"""Where the program keeps its own things."""

from pathlib import Path

import pytest

from ilead_studio.places import find_places


def test_everything_is_in_one_folder_when_that_is_asked_for(tmp_path: Path) -> None:
    places = find_places({"ILEAD_STUDIO_HOME": str(tmp_path / "stick")})
    for place in (places.settings, places.cache, places.log):
        assert place.is_relative_to(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_relative_folder_is_one_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places({"ILEAD_STUDIO_HOME": "stick"}).log.is_relative_to(tmp_path / "stick")


def test_a_relative_folder_in_one_that_has_gone_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "absolute", _gone)  # as the system does; Windows removes no such one
    assert find_places({"ILEAD_STUDIO_HOME": "stick"}).log.parent == Path("stick")


def _gone(path: Path) -> Path:
    raise FileNotFoundError(path)


def test_otherwise_the_system_says_where() -> None:
    for environ in ({}, {"ILEAD_STUDIO_HOME": ""}):
        places = find_places(environ)
        for place in (places.settings, places.cache, places.log):
            assert place.is_absolute()
            assert "ilead-studio" in str(place)
