"""The log: a text file that never grows large, and never stands in anybody's way."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from ilead_studio.trouble.account import account, brief, heading

MOST_BYTES: Final = 500_000
OLDER: Final = 2
"""Full logs that are kept beside the one that is written."""
_MOST_KINDS: Final = 1_000


def add(log: Path, lines: Iterable[str]) -> bool:
    """Write an entry at the end of the log; tells whether that could be done."""
    from logging import INFO, LogRecord  # with all they need only when something went wrong
    from logging.handlers import RotatingFileHandler

    class Quiet(RotatingFileHandler):
        """Says nothing on the terminal when it fails."""

        def handleError(self, _record: LogRecord) -> None:
            raise  # what is being handled

    record = LogRecord("", INFO, "", 0, "\n".join(lines), None, None)
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = Quiet(log, maxBytes=MOST_BYTES, backupCount=OLDER, encoding="utf-8")
        try:
            handler.emit(record)
        finally:
            handler.close()  # at once: another window may want to put it aside
    except (OSError, ValueError):
        return False
    return True


class FaultLog:
    """Notes the faults of one run: the first of each kind in full, then how often it came."""

    def __init__(self, file: Path, clock: Callable[[], datetime]) -> None:
        self.file, self._clock = file, clock
        self._times: Counter[str] = Counter()

    def note(self, error: BaseException, where: str = "") -> bool:
        """Note an error, and what was at work; tells whether it is the first of its kind."""
        return self._note(brief(error), lambda: (where, *account(error)))

    def note_words(self, words: str) -> bool:
        """Note something that is no error of Python, in words that quote nobody."""
        return self._note(words, lambda: (words,))

    def add(self, lines: Iterable[str]) -> bool:
        """Add an entry under a heading of its own; tells whether the log could take it."""
        return add(self.file, (heading(self._clock()), *filter(None, lines), ""))

    def _note(self, known: str, lines: Callable[[], tuple[str, ...]]) -> bool:
        if known not in self._times and len(self._times) >= _MOST_KINDS:
            known = "something else"
        self._times[known] += 1
        times = self._times[known]
        if times == 1:
            self.add(lines())
        elif str(times).strip("0") == "1":  # the tenth, the hundredth …
            self.add((f"{times} times: {known}",))
        return times == 1
