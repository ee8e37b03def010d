"""The cards that open over the page, each made when it is first asked for.

None of them is needed to show a page, and they hold the slowest widgets of all.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work

if TYPE_CHECKING:
    from ilead_studio.ui.drivers.aim_card import AimCard
    from ilead_studio.ui.drivers.headings_card import HeadingsCard
    from ilead_studio.ui.packets.export_card import ExportCard, Wish
    from ilead_studio.ui.past.undo_list import UndoList
    from ilead_studio.ui.questions.card import QuestionCard


class Cards:
    """Opens over a widget.

    ``closed`` takes the keyboard back, ``wished`` what to export.
    """

    def __init__(
        self,
        work: Work,
        look: Look,
        over: QWidget,
        closed: Callable[[], None],
        wished: Callable[["Wish"], None],
    ) -> None:
        self._work, self._look, self._over = work, look, over
        self._closed, self._wished = closed, wished

    @cached_property
    def export(self) -> "ExportCard":
        """Asks what to export."""
        from ilead_studio.ui.packets.export_card import ExportCard

        made = ExportCard(self._look, self._over)
        made.closed.connect(self._closed)
        made.wished.connect(self._wished)
        return made

    @cached_property
    def headings(self) -> "HeadingsCard":
        """Asks for the names of the columns."""
        from ilead_studio.ui.drivers.headings_card import HeadingsCard

        return HeadingsCard(self._work, self._look, self._over)

    @cached_property
    def aim(self) -> "AimCard":
        """Builds the aim from its parts."""
        from ilead_studio.ui.drivers.aim_card import AimCard

        return AimCard(self._work, self._look, self._over)

    @cached_property
    def question(self) -> "QuestionCard":
        """Notes an open question."""
        from ilead_studio.ui.questions.card import QuestionCard

        return QuestionCard(self._work, self._look, self._over)

    @cached_property
    def steps(self) -> "UndoList":
        """Lists the steps that can be undone."""
        from ilead_studio.ui.past.undo_list import UndoList

        return UndoList(self._work, self._look, self._over)
