"""What fails in a method that Qt calls is told; neither the program nor its memory suffers."""

import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import unwrap
from pathlib import Path
from types import FunctionType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ilead_studio import app, ui
from ilead_studio.ui.trouble.guard import is_qts

ROOT = Path(__file__).parent.parent.parent
FAILING = """
import ilead_studio.ui
from PySide6.QtWidgets import QApplication, QWidget

class Part(QWidget):
    def showEvent(self, event):
        super().showEvent(event)

class Window(QWidget):
    def resizeEvent(self, event):
        raise ValueError("too small")

app = QApplication([])
for _ in range(20):
    window = Window()
    part = Part(window)
    window.show()
print("alive")
"""


class Failing(QLabel):
    """A label of which nothing works."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        raise ValueError("no event")

    def sizeHint(self) -> QSize:
        raise ValueError("no size")


def ours() -> Iterator[type]:
    """Every class of the window that is made from one of Qt's."""
    for found in pkgutil.walk_packages(ui.__path__, "ilead_studio.ui."):
        import_module(found.name)
    modules = [it for name, it in sys.modules.items() if name.startswith("ilead_studio.ui.")]
    for module in (*modules, app):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Shiboken.Object):
                yield from (it for it in kind.__mro__ if it.__module__.startswith("ilead_studio"))


def test_every_method_that_qt_calls_is_guarded() -> None:
    bare = {
        f"{kind.__qualname__}.{name}"
        for kind in ours()
        for name, method in vars(kind).items()
        if isinstance(method, FunctionType) and is_qts(kind, name) and unwrap(method) is method
    }
    assert bare == set()
    assert len(set(ours())) > 100


def test_an_error_while_qt_goes_on_frees_no_method() -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", FAILING], env=environ, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "alive\n")
    assert done.stderr.count("ValueError: too small") == 20


@pytest.mark.qt_no_exception_capture
def test_an_error_is_told_and_qt_does_its_own(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(str(error)))
    label = Failing("Mentors meet twice a term")
    qtbot.addWidget(label)
    label.resize(300, 40)
    with qtbot.waitExposed(label):
        label.show()
    assert label.sizeHint() == QLabel.sizeHint(label)
    assert {"no event", "no size"} <= set(told)
    assert isinstance(label, QWidget)
