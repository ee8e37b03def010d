"""Work on a thread beside the window: one thing after the other, told when it is done.

The threads know nothing of Qt: they may outlive the window. Python lets one go on for ``SWITCH``
while the window waits, so what is done there must be Python, or wait for a disk: one long call of
a library would keep the window as if it were made there.
"""

from collections import deque
from collections.abc import Callable, Generator
from threading import Event, Thread
from time import monotonic
from typing import Any, Final, Generic, NoReturn, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

PULSE_MS: Final = 5
SWITCH: Final = 0.0005
"""Seconds after which a thread gives way; with Python's own 5 ms a key takes three times as
long."""
SLOW: Final = 10.0
"""Seconds after which a drive is said not to answer."""

T = TypeVar("T")
Get = Callable[[], T]
"""Returns what came of a task, or raises what it raised."""


class GivenUp(Exception):
    """Ends a task that nobody wants any more."""


class Task(Generic[T]):
    """Something that is done apart; ``words`` say how far it is, or nothing."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.get: Get[T] | None = None
        self.is_given_up = False
        self._done = Event()

    def tell(self, words: str) -> None:
        """Say how far it is; called by the work itself.

        Raises:
            GivenUp: if it is not wanted any more.
        """
        if self.is_given_up:
            raise GivenUp
        self.words = words

    def do(self, work: Callable[["Task[T]"], T]) -> None:
        """Do it on this thread."""
        try:
            made = work(self)
        except BaseException as error:
            self.get = _raising(error)
        else:
            self.get = lambda: made
        self._done.set()

    def wait(self, seconds: float) -> None:
        """Wait until it is done, but not for ever."""
        self._done.wait(seconds)


def done_with(steps: Generator[object, None, T], task: Task[Any]) -> T:
    """Go through all steps of something and return its end; stops when it is given up."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: T = end.value
            return made
        task.tell(task.words)


def _raising(error: BaseException) -> Callable[[], NoReturn]:
    def get() -> NoReturn:
        raise error

    return get


class _Asked(Generic[T]):
    """A task, what it will be, and who is told."""

    def __init__(
        self,
        begin: Callable[[], Callable[[Task[T]], T]],
        then: Callable[[Get[T]], object],
        words: str,
    ) -> None:
        self.task, self._begin, self._then = Task[T](words), begin, then

    def begin(self, name: str) -> None:
        asked = (self._begin(),)
        Thread(target=self.task.do, args=asked, name=name, daemon=True).start()

    def tell(self) -> None:
        if self.task.get is not None:
            self._then(self.task.get)


class Apart(QObject):
    """One line of tasks. ``turned`` tells that others are under way, or none, or how far one is.

    A task begins in a turn of the window, and only after the window has heard of the one before:
    so it begins with what that has changed.
    """

    turned = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._line: deque[_Asked[Any]] = deque()
        self._words, self._begun = "", 0.0
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._look)

    def ask(
        self,
        begin: Callable[[], Callable[[Task[T]], T]],
        then: Callable[[Get[T]], object],
        words: str = "",
    ) -> None:
        """Let something be done apart; ``begin`` returns what, when its turn has come.

        ``then`` hears in a turn of the window what came of it; never if it was given up.
        """
        asked = _Asked(begin, then, words)
        self._line.append(asked)
        if not self._pulse.isActive():
            self._begin()

    def do(self, work: Callable[[], T], then: Callable[[T], object] = bool) -> None:
        """Let something be done apart that tells nobody how far it is, and hear what came of it.

        What it raises is a fault of the program: it is raised here.
        """

        def doing(_: Task[T]) -> T:
            return work()

        self.ask(lambda: doing, lambda get: then(get()))

    @property
    def under_way(self) -> Task[Any] | None:
        """The task that is being done; None when all is done."""
        return self._line[0].task if self._line else None

    def give_up(self) -> None:
        """Want none of them any more. What hangs on a dead drive is left there: nobody waits."""
        for asked in self._line:
            asked.task.is_given_up = True
        self._line.clear()
        self._go_on()

    @property
    def is_slow(self) -> bool:
        """Whether one is being done for so long that it may never end."""
        return bool(self._line) and monotonic() - self._begun > SLOW

    def wait(self, seconds: float) -> None:
        """Wait for what is asked for, but not for ever; for the end of the program."""
        end = monotonic() + seconds
        while self._line and (left := end - monotonic()) > 0:
            self._line[0].task.wait(left)
            self._look()

    def _begin(self) -> None:
        self._begun = monotonic()
        self._line[0].begin(self.objectName())
        self._pulse.start()
        self._words = self._line[0].task.words
        self.turned.emit()

    def _look(self) -> None:
        """Tell what came of a task, or how far it is."""
        first = self._line[0]
        if first.task.get is None:
            if first.task.words != self._words:
                self._words = first.task.words
                self.turned.emit()
            return
        self._line.popleft()
        self._pulse.stop()
        try:
            first.tell()
        finally:
            if not self._pulse.isActive():  # or whoever heard of it has begun the next one
                self._go_on()

    def _go_on(self) -> None:
        if self._line:
            self._begin()
        else:
            self._pulse.stop()
            self.turned.emit()


class Newest(QObject):
    """One thing beside the window at a time: of what is wished for meanwhile the newest is done.

    What was overtaken is told to nobody.
    """

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._apart = Apart(name, self)
        self._next: Callable[[], object] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._apart.under_way is not None

    def wish(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Let something be done in place of what was wished for before."""

        def hear(get: Get[T]) -> None:
            following, self._next = self._next, None
            if following:
                following()
                get()  # a fault of it is told all the same
            else:
                then(get())

        if self.is_busy:
            self._next = lambda: self.wish(work, then)
        else:
            self._apart.ask(lambda: lambda _: work(), hear)
