"""A chooser of templates: their names at the left, the fishbone with their bones at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QWidget

from ilead_studio import edits
from ilead_studio.model import Workbook, new_ids
from ilead_studio.rules.templates import Template, templates
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.preview_card import SIDE, Goal, PreviewCard
from ilead_studio.words import count, say


class TemplatesCard(PreviewCard):
    """Arrows choose a template, Enter takes it."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, say("New from a template"))
        self._templates = templates()
        self._list = QListWidget()
        self._list.setFixedWidth(look.px(SIDE))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(say("Templates"))
        self._list.setProperty("kind", "choices")
        for template in self._templates:
            self._list.addItem(template.words)
        for at in range(self._list.count()):
            self._list.item(at).setSizeHint(QSize(look.px(SIDE) - 8, look.px(44)))
        self._list.currentRowChanged.connect(self._show)
        self._list.itemDoubleClicked.connect(lambda _item: self._make(self._main))
        self.side.addWidget(self._list)

    @property
    def chosen(self) -> Template:
        """The template that is chosen."""
        return self._templates[max(0, self._list.currentRow())]

    def open_for(self, goals: tuple[Goal, ...]) -> None:
        """Offer the templates, the first one chosen."""
        bones = "bones" in goals
        self.title.setText(say("Bones from a template") if bones else say("New from a template"))
        self._list.setCurrentRow(0)
        self._show(0)
        self.offer(self._list, goals, (say("Up, Down  choose"),))

    def _show(self, _row: int) -> None:
        bones = self.chosen.bones
        ids = new_ids(0)
        page_id = ids()
        book = edits.add_fishbone(Workbook(), page_id, head=say("What happens, in one sentence"))
        self.show_made(edits.add_bones(book, page_id, bones, ids), page_id)
        self.tell(
            say(
                "{bones}: {names}. Every bone can be renamed, moved or deleted.",
                bones=count(len(bones), "{number} bone", "{number} bones"),
                names=", ".join(bones),
            )
        )
