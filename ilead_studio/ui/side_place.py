"""A place at the side of the page where one part stands at a time."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class SidePlace(QStackedWidget):
    """Holds the parts of one side; the first one is what usually stands there."""

    def __init__(self, usual: QWidget) -> None:
        super().__init__()
        self._usual = usual
        self.addWidget(usual)

    def put(self, part: QWidget) -> None:
        """Show a part; it is taken in when it comes for the first time."""
        if self.indexOf(part) < 0:
            self.addWidget(part)
        self.setCurrentWidget(part)

    def put_usual(self) -> None:
        """Show what usually stands here."""
        self.setCurrentWidget(self._usual)

    @property
    def has_usual(self) -> bool:
        """Whether that stands here now."""
        return self.currentWidget() is self._usual
