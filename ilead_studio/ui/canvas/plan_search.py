"""Looks for a better plan of a page when typing pauses, so that no key waits for it."""

import sys
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

from ilead_studio.drawing.marks import View
from ilead_studio.drawing.page import Plan
from ilead_studio.model import Fishbone, FishbonePlan, Page, TheoryPlan, Workbook, replace
from ilead_studio.planning import better_plan
from ilead_studio.rules.outline import outline
from ilead_studio.storage.format import encode

FEW: Final = 60
"""A page with more rows than this is searched in a child process: it takes over 16 ms."""
_AT_ONCE_MS: Final = 1_000


class PlanSearch(QObject):
    """One search at a time; ``found`` carries the page that was looked at and its better plan."""

    found = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._child: QProcess | None = None
        self._page: Page | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a child process is looking."""
        return self._child is not None

    def begin(self, workbook: Workbook, page: Page, view: View) -> None:
        """Look for a better plan; a search that is under way is given up."""
        self.stop()
        if len(outline(workbook, page)) > FEW:
            self._send(workbook, page, view)
        elif plan := better_plan(workbook, page, view):
            self.found.emit(page, plan)

    def _send(self, workbook: Workbook, page: Page, view: View) -> None:
        """Let a child process look at the page alone."""
        child, self._page = QProcess(self), page
        self._child = child
        child.finished.connect(self._on_finished)  # ours: Qt lets go of it before the child goes
        words = ["plan", "-", page.id, "--folded", ",".join(sorted(view.folded))]
        child.start(sys.executable, ["-m", "ilead_studio", *words])
        child.write(encode(_alone(workbook, page)))
        child.closeWriteChannel()

    def _on_finished(self, code: int) -> None:
        child, page = self.sender(), self._page
        assert isinstance(child, QProcess)
        child.deleteLater()
        if child is not self._child or page is None:
            return
        self._child = None
        plan = bytes(child.readAllStandardOutput().data())
        if code == 0 and plan.strip():
            self.found.emit(page, _plan_of(page, plan))

    def stop(self) -> None:
        """Give up the search that is under way."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def stop_now(self) -> None:
        """Give it up and wait for its end; for closing the window."""
        child = self._child
        self.stop()
        if child is not None:
            child.waitForFinished(_AT_ONCE_MS)


def _alone(workbook: Workbook, page: Page) -> Workbook:
    """Return the workbook with no other page."""
    if isinstance(page, Fishbone):
        return replace(workbook, fishbones=(page,), theories=())
    return replace(workbook, fishbones=(), theories=(page,))


def _plan_of(page: Page, data: bytes) -> Plan:
    kind = FishbonePlan if isinstance(page, Fishbone) else TheoryPlan
    return kind.model_validate_json(data)
