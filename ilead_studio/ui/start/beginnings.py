"""Ways to begin: a template, a pasted outline, the example, and the start page that offers them.

The cards and the start page are made when they are first asked for, or in quiet seconds: a window
that opens a file needs none of them.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ilead_studio import edits
from ilead_studio.model import Fishbone, Workbook
from ilead_studio.resources import resource
from ilead_studio.rules.names import workbook_name
from ilead_studio.ui.commands.keys import key_words
from ilead_studio.ui.frame.page_steps import led_by
from ilead_studio.ui.pasting.clipboard import on_clipboard
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.session.session import Edit
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.pasting.outline_card import OutlineCard
    from ilead_studio.ui.start.page import StartPage
    from ilead_studio.ui.start.templates_card import TemplatesCard
    from ilead_studio.ui.widgets.preview_card import Goal
    from ilead_studio.ui.window import MainWindow

EXAMPLE: Final = "attendance.ilead"
_AT_START: Final = (
    "new", "new from template", "new from outline", "open", "open example", "start page", "close",
    "command list", "key sheet", "settings", "settings keys", "stop", "next area", "area before",
)  # fmt: skip
"""What can be done while the start page stands over the workbook; another look as well."""


class Beginnings(QObject):
    """Begins workbooks and pages; goes with the views that it was made for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._work.renewed.connect(self._leave_start)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "new from template": self._ask_template,
            "bones from template": self._ask_bones,
            "new from outline": self._ask_outline,
            "open example": self._open_example,
            "start page": self._open_start,
        }

    def why_not(self, name: str) -> str:
        """Say what needs a workbook in view, or an empty fishbone."""
        if self._window.at_start and name not in _AT_START and not name.startswith("theme "):
            return say("Open or begin a workbook first.")
        page = self._work.page
        if name == "bones from template" and not (isinstance(page, Fishbone) and not page.causes):
            return say("Bones from a template are for a fishbone that has none yet.")
        return ""

    # --- the cards -------------------------------------------------------------------------------
    @cached_property
    def _templates(self) -> "TemplatesCard":
        from ilead_studio.ui.start.templates_card import TemplatesCard

        made = TemplatesCard(self._window.look, self._window.whole)
        made.made.connect(self._make_from_template)
        return made

    @cached_property
    def _outline(self) -> "OutlineCard":
        from ilead_studio.ui.pasting.outline_card import OutlineCard

        made = OutlineCard(self._window.look, self._window.whole, self._work.ids)
        made.made.connect(self._make_from_outline)
        return made

    def _goals(self) -> "tuple[Goal, ...]":
        """Return what can be made, what is wanted most first: a page where work is open."""
        return ("here", "new") if self._has_work and not self._window.at_start else ("new",)

    @property
    def _has_work(self) -> bool:
        return self._work.path is not None or not self._work.session.is_saved

    def _ask_template(self) -> None:
        self._templates.open_for(self._goals())

    def _ask_bones(self) -> None:
        if why := self.why_not("bones from template"):
            self._work.said.emit(why)
        else:
            self._templates.open_for(("bones",))

    def _ask_outline(self) -> None:
        data = on_clipboard()
        self._outline.open_for(data.text(), data.html() if data.hasHtml() else "", self._goals())

    # --- making ----------------------------------------------------------------------------------
    def _make_from_template(self, goal: str) -> None:
        template, page = self._templates.chosen, self._work.page
        label = say("begin with “{template}”", template=template.words)
        if goal == "bones" and page is not None:
            page_id = page.id
            self._make("here", label, page_id, self._with_bones(page_id, template.bones))
            return
        page_id = self._work.ids()
        with_bones = self._with_bones(page_id, template.bones)
        self._make(goal, label, page_id, lambda book: with_bones(edits.add_fishbone(book, page_id)))

    def _with_bones(self, page_id: str, bones: tuple[str, ...]) -> "Edit":
        return lambda book: edits.add_bones(book, page_id, bones, self._work.ids)

    def _make_from_outline(self, goal: str) -> None:
        from ilead_studio.exchange.pasted_page import add_pasted

        card, page_id = self._outline, self._work.ids()

        def add(book: Workbook) -> Workbook:
            ids = led_by(page_id, self._work.ids)
            return add_pasted(book, card.text, card.html, card.kind, ids)[0]

        self._make(goal, say("paste an outline"), page_id, add)

    def _make(self, goal: str, label: str, page_id: str, edit: "Edit") -> None:
        """Make a page in one step, in the open workbook or in a new one; its root is selected."""

        def step() -> None:
            if self._work.step(label, edit, page_id=page_id):
                self._window.canvas.setFocus()

        if goal == "new":
            self._window.filing.begin(Workbook(), step)
        else:
            step()

    def _open_example(self) -> None:
        self._window.filing.begin_with_copy_of(resource("examples", EXAMPLE))

    # --- the start page --------------------------------------------------------------------------
    @cached_property
    def _start(self) -> "StartPage":
        from ilead_studio.ui.start.page import StartPage, Way

        window = self._window
        ways = tuple(
            Way(name, words, sign, self._keys_of(name))
            for name, words, sign in (
                ("new", say("New, empty"), "file-plus"),
                ("new from template", say("New from a template"), "template"),
                ("new from outline", say("New from a pasted outline"), "clipboard-text"),
                ("open", say("Open a workbook"), "folder-open"),
                ("open example", say("Open the example"), "school"),
            )
        )
        made = StartPage(window.look, window.whole, window.recents, ways)
        made.asked.connect(window.do)
        made.typed.connect(self._begin_with)
        made.opened.connect(self._open_recent)
        made.left.connect(self._leave_start)
        for signal in (self._work.warned, self._work.helped):
            signal.connect(made.banner.warn)
        self._work.said.connect(made.tell)
        self._window.arranged.over = made.areas()
        return made

    def made_ahead(self) -> Iterator[None]:
        """Make the start page before somebody asks for it."""
        if "_start" not in self.__dict__:
            self._start.hide()
            yield

    def _keys_of(self, name: str) -> str:
        from ilead_studio.ui.start.page import PASTE

        return key_words(PASTE) if name == "new from outline" else self._window.keys.words(name)

    def _open_start(self) -> None:
        title = workbook_name(self._work.workbook) if self._has_work else ""
        self._window.at_start = True
        offers = self._window.offers
        self._start.offer(offers.shown(self._window.look) if offers else None)
        self._start.open(self._window.around.clock(), title)

    def _begin_with(self, letter: str) -> None:
        """Begin a workbook with what is typed; work that waits below is left on purpose only."""
        window = self._window
        if self._has_work:
            name, key = workbook_name(self._work.workbook), window.keys.words("new")
            told = say("Esc goes back to “{name}”, {key} begins another.", name=name, key=key)
            self._work.said.emit(told)
        else:
            window.do("new")
            window.editing.begin_with(letter)

    def _open_recent(self, path: Path) -> None:
        self._window.filing.open_soon(path)

    def _leave_start(self) -> None:
        """Show the workbook; the start page of a look before has gone already."""
        if self._window.at_start and self in self._window.features:
            self._window.at_start = False
            self._start.go()
            self._window.arranged.give_room()  # the window may have another size
            self._window.canvas.setFocus()
