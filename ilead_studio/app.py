"""Wires the window to the world: the only place that makes a QApplication."""

import gc
import logging
import os
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QDir,
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QToolTip

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.icons import icon, write_sheet_icons
from ilead_studio.ui.look import Look, palette, style_sheet
from ilead_studio.ui.typeface import load_fonts, widget_font
from ilead_studio.ui.window import MainWindow
from ilead_studio.words import say

QUIET_MS = 2_000


def run(path: Path | None, around: Surroundings) -> int:
    """Open the window, on a workbook if one is named; returns the exit code."""
    before = qInstallMessageHandler(_end_without_display)
    app = make_app(around)
    qInstallMessageHandler(before)
    window = MainWindow(around, Look(LIGHT))
    _catch_errors(window, around.places.log)
    if path is not None:
        window.filing.open_file(path)
    window.show()
    collector = _QuietCollector(app)
    app.installEventFilter(collector)
    return app.exec()


def make_app(around: Surroundings, look: Look | None = None) -> QApplication:
    """Return the application in the program's look; the one there is when there is one."""
    look = look or Look(LIGHT)
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("iLEAD Studio")
    app.setDesktopFileName("ilead-studio")
    app.setStyle("Fusion")
    load_fonts()
    font = widget_font(look.type("body"))
    app.setFont(font)
    QToolTip.setFont(font)
    app.setPalette(palette(look.theme))
    folder = around.places.cache / f"sheet-{look.theme.name}"
    with suppress(OSError):  # three small pictures are no reason not to open
        write_sheet_icons(look.theme, folder)
    QDir.setSearchPaths("sheet", [str(folder)])
    app.setStyleSheet(style_sheet(look))
    app.setWindowIcon(icon("fish-bone", look.theme, 64, "accent"))
    return app


def _end_without_display(kind: QtMsgType, _context: QMessageLogContext, _words: str) -> None:
    """Say one sentence where Qt would end the program with a core dump: it found no display."""
    if kind == QtMsgType.QtFatalMsg:
        sentence = say(
            "The window cannot open: its display does not answer, or a system library is missing"
            " (see README). “ilead-studio export FILE OUT.pdf” makes a handout without a display."
        )
        with suppress(OSError, AttributeError):
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()
        os._exit(2)


def _catch_errors(window: MainWindow, log: Path) -> None:
    """Let an error in a slot be written down and told calmly; the program goes on."""
    logger = logging.getLogger("ilead_studio")
    logger.addHandler(_log_file(log))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logger.error("Unexpected", exc_info=(kind, error, trace))
        sentence = say("Something went wrong inside the program. Your work is still here: save it.")
        window.work.warned.emit(sentence)

    sys.excepthook = hook


def _log_file(log: Path) -> logging.Handler:
    """Return what writes into the log; where there can be none, errors are only told."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(log, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


class _QuietCollector(QObject):
    """Collects garbage when nobody types.

    Python's own rhythm stops the window for tens of milliseconds in the middle of a word.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._collect)

    @staticmethod
    def _collect() -> None:
        gc.collect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait anew after every key and click."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._quiet.start()
        return super().eventFilter(watched, event)
