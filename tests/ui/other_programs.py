"""What other programs do to a workbook that is open here, and what is in its file then."""

from pathlib import Path

from hands import Desk
from PySide6.QtWidgets import QApplication
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, find
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.merging.view import MergeView


def come_back(desk: Desk) -> None:
    """Go to another program and come back."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.emit(desk.window.windowHandle())
    desk.settle()


def reworded(words: str, name: str = "late") -> Workbook:
    """Return the workbook as somebody else says it."""
    return edits.rename(both(), key(name), words)


def reword(desk: Desk, words: str, name: str = "late") -> None:
    """Say it otherwise here."""
    desk.window.work.step("reword", lambda it: edits.rename(it, key(name), words))
    desk.settle()


def text(workbook: Workbook, name: str = "late") -> str:
    """Return what an item says."""
    return str(getattr(find(workbook, key(name)), "text", ""))


def in_file(path: Path, name: str = "late") -> str:
    """Return what it says in a file."""
    return text(open_workbook(path, Disk()).workbook, name)


def do(desk: Desk, name: str) -> None:
    """Do a command, and all that follows."""
    desk.window.do(name)
    desk.settle()


def merging(desk: Desk) -> MergeView:
    """Return the view of a merge, once everything is found out."""
    view = desk.window.sections.view
    assert isinstance(view, MergeView)
    while view.wish is not None and view._joined is None:
        desk.settle()
    return view
