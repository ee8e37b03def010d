"""Wires the window to the world: the only place that makes a QApplication."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ilead_studio.surroundings import Surroundings
from ilead_studio.trouble.fatal import WINDOW
from ilead_studio.trouble.watching import Watched, watching
from ilead_studio.ui.canvas import page_reader
from ilead_studio.ui.files.autosaving import Autosaving
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.locking import Locking
from ilead_studio.ui.files.offering import offer_found
from ilead_studio.ui.files.remembering import Remembering
from ilead_studio.ui.looks.dress import dress
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.apart import SWITCH
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.meanwhile.quiet import Quiet
from ilead_studio.ui.meanwhile.tidying import Tidying
from ilead_studio.ui.settings.remembered import remembered_look
from ilead_studio.ui.trouble.faults import Faults
from ilead_studio.ui.trouble.qt_words import hear_qt
from ilead_studio.ui.window import MainWindow
from ilead_studio.words import say

INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl+C ended."""

_YOUNG: Final = 1
"""What Python calls the objects made since it last looked; ``Tidying`` has it look at all."""
_AT_THE_END: Final = 5.0
"""Seconds that the end of the program waits for its own small files."""


def run(path: Path | None, around: Surroundings) -> int:
    """Open the window, on a workbook if one is named; returns the exit code."""
    with watching(WINDOW, around) as watched:
        try:
            return _run(path, around, watched)
        finally:
            qInstallMessageHandler(None)


def _run(path: Path | None, around: Surroundings, watched: Watched) -> int:
    hooks = watched.hooks
    qInstallMessageHandler(_end_without_display)
    app = make_app(around)
    hear_qt(hooks.log)
    window = MainWindow(around, remembered_look(around.places))
    app.aboutToQuit.connect(window.filing.wait)
    app.aboutToQuit.connect(Remembering(window.work, around, window.settings).note_now)
    keeping = Keeping(window)
    faults = Faults(window, keeping)
    hooks.tell, hooks.interrupted = faults.happened.emit, lambda: app.exit(INTERRUPTED)
    app.aboutToQuit.connect(keeping.end)
    app.aboutToQuit.connect(Locking(window).end)
    app.aboutToQuit.connect(Backing(window).end)
    Autosaving(window)
    app.aboutToQuit.connect(lambda: window.recents.forget())
    app.aboutToQuit.connect(lambda: window.own.wait(_AT_THE_END))
    _begin(window, path)
    tell = faults.tell_stopped if watched.was_stopped else bool
    QTimer.singleShot(0, window, lambda: offer_found(window, keeping, tell))
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.disable()
    tidying = Tidying(window)
    quiet = Quiet(window, lambda: _quiet_work(window, tidying))
    window.about_to_do.connect(quiet.wait)
    window.dressed.connect(quiet.begin_anew)
    return app.exec()


def _begin(window: MainWindow, path: Path | None) -> None:
    """Show the window on a workbook, or on the page to begin with."""
    if path is not None:
        window.filing.open_file(path)
    else:
        window.do("start page")
    window.show()


def make_app(around: Surroundings, look: Look | None = None) -> QApplication:
    """Return the application in the program's look; the one there is when there is one."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("iLEAD Studio")
    app.setDesktopFileName("ilead-studio")
    _keep_qts_own(around.places.settings.parent)
    page_reader.install()
    dress(app, around.places.cache, look or remembered_look(around.places))
    return app


def _keep_qts_own(folder: Path) -> None:
    """Let Qt's dialogs keep what they remember beside our settings, so that it can be forgotten."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


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


def _quiet_work(window: MainWindow, tidying: Tidying) -> Iterator[object]:
    """Make what will be needed, and then collect garbage.

    Python's own rhythm stops the window for tens of milliseconds in the middle of a word.
    """
    yield from made_ahead(window)
    yield from tidying.in_pause()
    gc.collect(_YOUNG)
