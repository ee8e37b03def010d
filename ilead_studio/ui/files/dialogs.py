"""Questions that need a dialog: a place for a file, and what to do with unsaved work.

Answers come through a function, nothing blocks; tests pass answers of their own.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from ilead_studio.words import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ENDING: Final = re.compile(r"\*(\.\w+)")
"""The ending of a kind of files, in Qt's filters."""
Unsaved = Literal["save", "leave", "stay"]


class Dialogs(Protocol):
    """What the window may ask a person."""

    def open_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        """Ask which workbook to open."""

    def save_path(self, start: Path, kinds: str, then: Callable[[Path], None]) -> None:
        """Ask where to write; ``kinds`` are Qt's name filters."""

    def picture_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        """Ask which picture to take."""

    def form_paths(self, folder: Path, then: Callable[[Sequence[Path]], None]) -> None:
        """Ask which filled forms to take back."""

    def unsaved(self, title: str, small: str, then: Callable[[Unsaved], None]) -> None:
        """Ask what to do with work that no file holds yet; ``small`` says more, or nothing."""

    def words(self, question: str, start: str, then: Callable[[str], None]) -> None:
        """Ask for some words."""

    def printer(self, then: "Callable[[QPrinter], None]") -> None:
        """Ask on which printer, and how."""


class QtDialogs:
    """The real ones: Qt's, never blocking."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def open_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        """Ask which workbook to open."""
        kinds = [say("Workbooks (*.ilead)"), say("All files (*)")]
        self._ask_for(say("Open a workbook"), folder, kinds, then)

    def picture_path(self, folder: Path, then: Callable[[Path], None]) -> None:
        """Ask which picture to take."""
        self._ask_for(say("Choose a picture"), folder, [say("Pictures (*.png *.svg)")], then)

    def form_paths(self, folder: Path, then: Callable[[Sequence[Path]], None]) -> None:
        """Ask which filled forms to take back."""
        kinds = [say("Filled forms (*.pdf)")]
        asks = self._asking(say("Take back filled forms"), folder, kinds)
        asks.setFileMode(QFileDialog.FileMode.ExistingFiles)
        asks.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        asks.open()

    def _asking(self, title: str, folder: Path, kinds: list[str]) -> QFileDialog:
        asks = QFileDialog(self._window, title, str(folder))
        asks.setNameFilters(kinds)
        asks.finished.connect(asks.deleteLater)
        return asks

    def _ask_for(
        self, title: str, folder: Path, kinds: list[str], then: Callable[[Path], None]
    ) -> None:
        asks = self._asking(title, folder, kinds)
        asks.setFileMode(QFileDialog.FileMode.ExistingFile)
        asks.fileSelected.connect(lambda name: then(Path(name)))
        asks.open()

    def save_path(self, start: Path, kinds: str, then: Callable[[Path], None]) -> None:
        """Ask where to write; ``kinds`` are Qt's name filters."""
        asks = QFileDialog(self._window, say("Save"), str(start.parent), kinds)
        asks.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asks.setDefaultSuffix(start.suffix.lstrip("."))
        asks.selectFile(start.name)
        asks.filterSelected.connect(lambda kind: _end_like(asks, kind))

        def on_chosen(name: str) -> None:
            """Ask again with an ending: Qt takes what follows a point for one, as in "Plan 3.2"."""
            path, known = Path(name), {start.suffix.lower(), *_ENDING.findall(kinds)}
            ending = asks.defaultSuffix()
            if ending and path.suffix.lower() not in known:
                self.save_path(path.with_name(f"{path.name}.{ending}"), kinds, then)
            else:
                then(path)

        asks.fileSelected.connect(on_chosen)
        asks.finished.connect(asks.deleteLater)
        asks.open()

    def unsaved(self, title: str, small: str, then: Callable[[Unsaved], None]) -> None:
        """Ask what to do with work that no file holds yet; ``small`` says more, or nothing."""
        asks = QMessageBox(self._window)
        asks.setWindowTitle(say("Not saved yet"))
        asks.setText(say("“{title}” has changes that are not in its file yet.", title=title))
        asks.setInformativeText(small)
        save = asks.addButton(say("Save"), QMessageBox.ButtonRole.AcceptRole)
        leave = asks.addButton(say("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        stay = asks.addButton(say("Go on working"), QMessageBox.ButtonRole.RejectRole)
        asks.setDefaultButton(save)
        asks.setEscapeButton(stay)
        answers: dict[object, Unsaved] = {save: "save", leave: "leave"}
        asks.finished.connect(lambda _code: then(answers.get(asks.clickedButton(), "stay")))
        asks.finished.connect(asks.deleteLater)
        asks.open()

    def words(self, question: str, start: str, then: Callable[[str], None]) -> None:
        """Ask for some words."""
        asks = QInputDialog(self._window)
        asks.setLabelText(question)
        asks.setWindowTitle(question)
        asks.setTextValue(start)
        asks.textValueSelected.connect(then)
        asks.finished.connect(asks.deleteLater)
        asks.open()

    def printer(self, then: "Callable[[QPrinter], None]") -> None:
        """Ask on which printer, and how."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        asks = QPrintDialog(printer, self._window)
        asks.accepted.connect(lambda: then(printer))
        asks.finished.connect(asks.deleteLater)
        QDialog.open(asks)  # QPrintDialog has another one, for a slot in C++


def _end_like(asks: QFileDialog, kind: str) -> None:
    """Give the name that is being chosen the ending of a kind: "Picture (*.svg)"."""
    before, suffix = asks.defaultSuffix(), kind.rpartition("*.")[2].rstrip(")")
    name = Path(asks.selectedFiles()[0]).name
    asks.setDefaultSuffix(suffix)
    asks.selectFile(f"{name.removesuffix(f'.{before}')}.{suffix}")
