"""Commands about links: what else an item serves, and causes that stand in several places."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from ilead_studio import edits
from ilead_studio.errors import StudioError
from ilead_studio.model import Cause, Fishbone, Page, Workbook, find, page_of
from ilead_studio.rules.family import family
from ilead_studio.rules.places import place_of
from ilead_studio.session.linking import matches, refusal, served
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.links.drag import make_link
from ilead_studio.ui.links.preview import LinkPreview, Pointed
from ilead_studio.words import count, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.links.card import LinkCard, Question
    from ilead_studio.ui.window import MainWindow


class Links:
    """Links and unlinks what is selected, makes linked copies and walks through them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        self._told = ""
        window.helps.append(self._keys)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "link": self._link,
            "unlink": self._unlink,
            "duplicate": self._duplicate,
            "next copy": self._go_to_next,
        }

    def why_not(self, name: str) -> str:
        """Say what has to be selected for a command."""
        page, chosen = self._work.page, self._work.item_id
        if name in ("link", "unlink"):
            if page is None or chosen in ("", page.id):
                return say("Select a cause, a driver or a change idea to link it.")
            if name == "unlink" and len(self._work.ids_selected) > 1:
                return say("Select one item: links are ended one by one.")
            if self._work.read_only:
                return why_only_read(self._work)
            return self._only_place(page, chosen) if name == "unlink" else ""
        if name == "duplicate" and not self._causes():
            return say("That is for a cause on a fishbone.")
        if name == "next copy" and not isinstance(find(self._work.workbook, chosen), Cause):
            return say("That is for a cause on a fishbone.")
        return ""

    def _only_place(self, page: Page, chosen: str) -> str:
        """Say why nothing can be unlinked: it would be nowhere, or is nowhere else."""
        above = family(self._work.workbook, page).parents[chosen][-1]
        try:
            _unlinked(self._work.workbook, page, chosen, above)
        except StudioError as error:
            return str(error)
        return ""

    def _causes(self) -> tuple[str, ...]:
        """Return the selected causes, in the order of the page."""
        chosen = self._work.ids_selected
        ids = (row.id for row in self._work.rows if row.id in chosen)
        return tuple(it for it in ids if isinstance(find(self._work.workbook, it), Cause))

    # --- the card --------------------------------------------------------------------------------
    @cached_property
    def card(self) -> "LinkCard":
        """The card; made when it is first asked for."""
        from ilead_studio.ui.links.card import LinkCard

        made = LinkCard(self._window.look, self._window.whole)
        made.pointed.connect(self._show)
        made.closed.connect(self._show_no_more)
        made.said.connect(self._say)
        self._work.changed.connect(made.go)
        self._work.renewed.connect(made.go)
        return made

    def _keys(self) -> tuple[str, ...]:
        return self.card.keys() if "card" in self.__dict__ else ()

    def _ask(self, question: "Question") -> None:
        """Ask at the item on the page, whichever view the keyboard is in."""
        here = question.sources[-1]
        self._box_of(here)  # drawn, so that it can be brought in sight
        self._window.canvas.show_item(here)
        keep = [self._box_of(row.id) for row in question.find("").fit]
        self.card.ask(question, self._box_of(here), keep)
        self._window.show_state()

    def _box_of(self, item_id: str) -> QRect:
        """Return where an item of the page is seen in the window."""
        canvas = self._window.canvas
        box = canvas.box_of(item_id).toAlignedRect()
        return box.translated(canvas.viewport().mapTo(self._window.whole, QPoint(0, 0)))

    def _show(self, pointed: Pointed) -> None:
        """Light what fits on the page and in the outline."""
        every = frozenset(row.id for row in self._work.rows)
        canvas, outline = self._window.canvas, self._window.outline
        canvas.show_over(LinkPreview(canvas, pointed, every, draws=True))
        outline.show_over(LinkPreview(outline, pointed, every, draws=False))

    def _say(self, sentence: str) -> None:
        """Say something about the card; it goes with the card."""
        self._told = sentence
        self._work.said.emit(sentence)

    def _show_no_more(self) -> None:
        self._window.status.take_back(self._told)
        for view in (self._window.canvas, self._window.outline):
            view.show_over(None)
        self._window.show_state()

    # --- linking ---------------------------------------------------------------------------------
    def _link(self) -> None:
        """Ask for one more place."""
        from ilead_studio.ui.links.card import Question

        work, page = self._work, self._work.page
        if page is None:
            return
        sources, copies = self._to_link(page), isinstance(page, Fishbone)
        number, ends = len(sources), (say("Shift+Enter  weak link"),) * (not copies)
        self._ask(
            Question(
                sources,
                count(number, "Linked copy under", "{number} linked copies under")
                if copies
                else count(number, "Also serves", "{number} items also serve"),
                say("Linking {items}", items=self._named(sources)),
                say("Enter puts it there") if copies else say("Enter links it"),
                lambda typed: matches(work.workbook, page, sources, typed),
                lambda target: refusal(work.workbook, page, sources, target),
                lambda target, weak: self._make(page, sources, target, weak=weak),
                _card_keys(say("Enter  link"), *ends),
            )
        )

    def _to_link(self, page: Page) -> tuple[str, ...]:
        """Return the selected items, the one that keys act on at the end."""
        return tuple(it for it in self._work.ids_selected if it != page.id)

    def _named(self, ids: tuple[str, ...]) -> str:
        """Name one item by its words, several by their number."""
        if len(ids) > 1:
            return count(len(ids), "{number} item", "{number} items")
        return say("“{item}”", item=self._words_of(ids[0]))

    def _make(self, page: Page, sources: tuple[str, ...], target: str, *, weak: bool) -> None:
        told = self._words_of(target) or say("the aim")
        if make_link(self._work, page, sources, target, weak=weak):
            self._work.said.emit(say("Linked to “{item}”.", item=told))

    def _unlink(self) -> None:
        """Let a copy stand for itself; on a theory ask which of several links ends."""
        work, page, source = self._work, self._work.page, self._work.item_id
        if page is None:
            return
        above = family(work.workbook, page).parents[source]
        if isinstance(page, Fishbone) or len(above) == 1:
            self._end(page, source, above[-1])
        else:
            self._ask_which(page, source)

    def _ask_which(self, page: Page, source: str) -> None:
        from ilead_studio.ui.links.card import Question

        work = self._work
        self._ask(
            Question(
                (source,),
                say("No longer serves"),
                say("Unlinking {items}", items=self._named((source,))),
                say("Enter ends this link"),
                lambda typed: served(work.workbook, page, source, typed),
                lambda _target: "",
                lambda target, _weak: self._end(page, source, target),
                _card_keys(say("Enter  end the link")),
            )
        )

    def _end(self, page: Page, source: str, target: str) -> None:
        self._work.step(say("unlink"), lambda book: _unlinked(book, page, source, target))

    def _words_of(self, item_id: str) -> str:
        return short(next((row.text for row in self._work.rows if row.id == item_id), ""))

    # --- copies ----------------------------------------------------------------------------------
    def _duplicate(self) -> None:
        """Put a linked copy of each selected cause right after it; the last one is selected."""
        work, page, causes = self._work, self._work.page, self._causes()
        if page is None:
            return
        made = {source: work.ids() for source in causes}

        def edit(book: Workbook) -> Workbook:
            for source, new_id in made.items():
                here = place_of(work.workbook, page, source)
                book = edits.copy_linked(book, source, new_id, here.parent_id, here.before)
            return book

        label = count(len(made), "make a linked copy", "make {number} linked copies")
        work.step(label, edit, select=made[causes[-1]])

    def _go_to_next(self) -> None:
        """Go to the next place of the cause, on whichever page it is."""
        work = self._work
        same = edits.same_causes(work.workbook, work.item_id)
        if len(same) < 2:
            work.said.emit(say("This has no linked copy."))
            return
        there = same[(same.index(work.item_id) + 1) % len(same)]
        page = page_of(work.workbook, there)
        if page and work.page and page.id != work.page.id:
            work.open_page(page.id)
        work.select(there)


def _unlinked(workbook: Workbook, page: Page, source: str, target: str) -> Workbook:
    """Take one link away; on a fishbone a copy, or an original, stands for itself then."""
    if isinstance(page, Fishbone):
        return edits.part_copy(workbook, source)
    return edits.unlink(workbook, source, target)


def _card_keys(*enter: str) -> tuple[str, ...]:
    return say("Type to find"), say("Up, Down  choose"), *enter, say("Esc  give up")
