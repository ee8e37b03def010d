"""What is taken out of an earlier version: all of it as a copy, or one thing into what is open."""

from functools import partial
from typing import TYPE_CHECKING

from ilead_studio import edits
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.earlier import old_words, way_back
from ilead_studio.rules.looking_back import Sides
from ilead_studio.rules.names import workbook_name
from ilead_studio.ui.canvas.first_picture import with_picture
from ilead_studio.words import say, short

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


class TakenBack:
    """Each is one step, or a workbook of its own; the version stays as it is."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def take(self, both: Sides, line: Line) -> None:
        """Take an item or its words back into the workbook of now, as one step."""
        way = way_back(line)
        if way == "item":
            self._bring(both, line)
        elif way == "words":
            self._say_again(line)

    def _bring(self, both: Sides, line: Line) -> None:
        words, was = short(line.words), both.snapshot.was
        label = say("bring back “{words}”", words=words)
        if self._work.step(label, lambda book: edits.bring_back_from(book, was, line.item_id)):
            self._work.said.emit(say("“{words}” is back. Undo takes it away again.", words=words))

    def _say_again(self, line: Line) -> None:
        old = old_words(line)
        label = say("take back the words “{words}”", words=short(old))
        if self._work.step(label, lambda book: edits.rename(book, line.item_id, old)):
            said = say("It says “{words}” again. Undo takes that back.", words=short(old))
            self._work.said.emit(said)

    def restore(self, both: Sides) -> None:
        """Begin with the version as a workbook of its own, once what is open is safe."""
        book = edits.rename_workbook(both.snapshot.was, self.copy_name(both))
        said = say("This is the earlier version, as a copy. The file is untouched.")
        filing = self._window.filing
        filing.reading.do(
            partial(with_picture, book),
            lambda it: filing.begin(it, lambda: self._work.said.emit(said)),
        )

    def copy_name(self, both: Sides) -> str:
        """Return the name of that workbook: "Riverbend partnership, 12 October"."""
        title = workbook_name(self._work.workbook)
        return short(say("{title}, {version}", title=title, version=both.snapshot.name), LABEL_MAX)
