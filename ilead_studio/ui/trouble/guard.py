"""Keeps errors out of Qt: what fails in a method that Qt calls is told, then Qt does its own.

PySide6 6.11 lets such an error wait while Qt goes on. Each method of ours that Qt looks up for the
first time in between is freed although its class still has it (``Sbk_GetPyOverride`` gives back a
reference that it only borrowed), and whoever calls it next runs what stands in its place. So one
small error could end the program minutes later, somewhere else.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from types import FunctionType

from shiboken6 import Shiboken


def keep_errors_out_of_qt() -> None:
    """Guard the methods of every class that is made from one of Qt's from now on."""
    setattr(Shiboken.Object, "__init_subclass__", classmethod(_guard))  # noqa: B010 - for mypy


def _guard(kind: type[Shiboken.Object], /, **named: object) -> None:
    """Guard what a new class does in Qt's stead."""
    super(Shiboken.Object, kind).__init_subclass__(**named)
    for name, method in list(vars(kind).items()):
        if isinstance(method, FunctionType) and is_qts(kind, name):
            setattr(kind, name, _guarded(kind, name, method))


def is_qts(kind: type, name: str) -> bool:
    """Tell whether one of Qt's classes, from which a class is made, has a method of that name."""
    return not name.startswith("__") and any(
        name in vars(base) for base in kind.__mro__ if base.__module__.startswith("PySide6.")
    )


def _guarded(kind: type, name: str, method: FunctionType) -> Callable[..., object]:
    """Return the method with its errors told as those of a slot are."""

    @wraps(method)
    def done(self: object, *given: object) -> object:
        try:
            return method(self, *given)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        with suppress(NotImplementedError):  # Qt has none of its own
            return getattr(super(kind, self), name)(*given)
        return None

    return done
