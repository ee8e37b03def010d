"""Wires the window to the world: the only place that makes a QApplication."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ilead_studio.surroundings import Surroundings
from ilead_studio.ui import page_reader
from ilead_studio.ui.apart import SWITCH
from ilead_studio.ui.autosaving import Autosaving
from ilead_studio.ui.backing import Backing
from ilead_studio.ui.beforehand import made_ahead
from ilead_studio.ui.dress import dress
from ilead_studio.ui.keeping import Keeping
from ilead_studio.ui.locking import Locking
from ilead_studio.ui.look import Look
from ilead_studio.ui.offering import offer_found
from ilead_studio.ui.quiet import Quiet
from ilead_studio.ui.remembered import remembered_look
from ilead_studio.ui.remembering import Remembering
from ilead_studio.ui.window import MainWindow
from ilead_studio.words import say


def run(path: Path | None, around: Surroundings) -> int:
    """Open the window, on a workbook if one is named; returns the exit code."""
    before = qInstallMessageHandler(_end_without_display)
    app = make_app(around)
    look = remembered_look(around.places)
    qInstallMessageHandler(before)
    window = MainWindow(around, look)
    _catch_errors(window, around.places.log)
    app.aboutToQuit.connect(window.filing.saving.wait)
    app.aboutToQuit.connect(Remembering(window.work, around, window.settings).note_now)
    keeping = Keeping(window)
    app.aboutToQuit.connect(keeping.end)
    app.aboutToQuit.connect(Locking(window).give_back)
    app.aboutToQuit.connect(Backing(window).end)
    Autosaving(window)
    if path is not None:
        window.filing.open_file(path)
    else:
        window.do("start page")
    window.show()
    QTimer.singleShot(0, window, lambda: offer_found(window, keeping))
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.disable()
    quiet = Quiet(window, lambda: _quiet_work(window))
    window.about_to_do.connect(quiet.wait)
    window.dressed.connect(quiet.begin_anew)
    return app.exec()


def make_app(around: Surroundings, look: Look | None = None) -> QApplication:
    """Return the application in the program's look; the one there is when there is one."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("iLEAD Studio")
    app.setDesktopFileName("ilead-studio")
    page_reader.install()
    dress(app, around.places.cache, look or remembered_look(around.places))
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

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not logger.handlers:
            logger.addHandler(_log_file(log))
        logger.error("Unexpected", exc_info=(kind, error, trace))
        sentence = say("Something went wrong inside the program. Your work is still here: save it.")
        window.work.warned.emit(sentence)

    sys.excepthook = hook


def _log_file(log: Path) -> logging.Handler:
    """Return what writes into the log; where there can be none, errors are only told."""
    from logging.handlers import RotatingFileHandler  # with all it needs only when it is needed

    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(log, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


def _quiet_work(window: MainWindow) -> Iterator[None]:
    """Make what will be needed, and then collect garbage.

    Python's own rhythm stops the window for tens of milliseconds in the middle of a word.
    """
    yield from made_ahead(window)
    gc.collect()
