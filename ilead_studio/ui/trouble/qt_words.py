"""What Qt says of itself goes into the log instead of onto the terminal, and quotes nobody."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ilead_studio.trouble.log import FaultLog

_KINDS: Final = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
_Hears = Callable[[QtMsgType, QMessageLogContext, str], None]
_SOURCE: Final = re.compile(r"Q[A-Za-z]+::~?[A-Za-z]+")


def hear_qt(log: FaultLog) -> None:
    """Note warnings and worse: where in Qt they come from. What they say may be somebody's words.

    After a fatal one Qt ends the program.
    """
    qInstallMessageHandler(_hearing(log))


@contextmanager
def qt_heard(log: FaultLog) -> Iterator[None]:
    """Note what Qt says while something is done; then it is told as before."""
    before = qInstallMessageHandler(_hearing(log))
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _hearing(log: FaultLog) -> _Hears:
    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind in _KINDS:
            with suppress(Exception):
                log.note_words(in_short(_KINDS[kind], context.category or "", words))

    return hear


def in_short(kind: str, category: str, words: str) -> str:
    """Return a message without what it says: "Qt warning, default, QPainter::begin"."""
    source = _SOURCE.match(words)
    return ", ".join(filter(None, (f"Qt {kind}", category, source.group() if source else "")))
