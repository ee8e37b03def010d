"""Where the program keeps what is its own: settings, cache, log, recovery. Never the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOME: Final = "ILEAD_STUDIO_HOME"
"""The variable that puts everything into one folder (for tests, sticks and lab computers)."""
_PROGRAM: Final = "ilead-studio"


@dataclass(frozen=True, slots=True)
class Places:
    """Files and folders of the program; none of them need be there yet.

    ``settings`` is the file of how the window is liked, ``cache`` a folder whose loss costs only
    time, ``log`` the text file for what went wrong, ``state`` a folder for what no file holds yet
    and for earlier versions: on this computer, outside of what is synced.
    """

    settings: Path
    cache: Path
    log: Path
    state: Path


def find_places(environ: Mapping[str, str]) -> Places:
    """Return the places that the system provides, or those under the folder that is asked for."""
    if environ.get(HOME):
        home = _from_root(Path(environ[HOME]))
        return Places(
            home / "settings.json", home / "cache", home / f"{_PROGRAM}.log", home / "state"
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_PROGRAM, appauthor=False)
    return Places(
        settings=dirs.user_config_path / "settings.json",
        cache=dirs.user_cache_path,
        log=dirs.user_log_path / f"{_PROGRAM}.log",
        state=dirs.user_state_path,
    )


def _from_root(path: Path) -> Path:
    """Return a path from the root; as it is where the folder one works in has gone."""
    try:
        return path.absolute()
    except OSError:
        return path
