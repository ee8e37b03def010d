"""A merge in the window: what both sides changed is chosen one by one, the rest joins by itself.

Nothing is done before the last button, and then it is one step.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ilead_studio.rules.looking_back import Key
from ilead_studio.rules.merge_told import (
    JOINED,
    Joined,
    about_words,
    head_words,
    joined_words,
    merge_rows,
    title_words,
)
from ilead_studio.rules.merge_words import BOTH, MINE, THEIRS, Choice, marked, proposed
from ilead_studio.rules.merging import Conflict, Merged, Merging
from ilead_studio.ui.merging.page import MergePage, asked_of
from ilead_studio.ui.merging.panel import MergePanel
from ilead_studio.ui.merging.wish import Found, MergeWish, found_out, joining, merged
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.meanwhile.apart import Get, Task
    from ilead_studio.ui.window import MainWindow

NAME: Final = "merging"
MERGE: Final = "merge"
T = TypeVar("T")


class MergeView(QObject):
    """The view; ``begin`` says what is to be merged."""

    def __init__(self, window: "MainWindow") -> None:
        self.panel, self._page = MergePanel(window.look), MergePage(window.look)
        super().__init__(self._page)
        self._window, self._work = window, window.work
        self.page: QWidget = self._page
        self.left: QWidget = self.panel
        self.right: QWidget | None = None
        self._waits = False
        self.wish: MergeWish | None = None
        self.merging: Merging | None = None
        self.choices: dict[int, Choice] = {}
        self._joined: Joined | None = None
        self._at, self._way = "0", MERGE
        self._page.asked.connect(self._do)
        self._page.way_chosen.connect(self._choose_way)
        self._page.typed.connect(self._say)
        self.panel.walked.connect(self._walk_to)
        self.panel.pressed.connect(self._on_key)
        self._work.changed.connect(self._on_changed)
        self._work.renewed.connect(self._on_changed)
        self._work.turned.connect(self._on_turned)
        window.thinking.turned.connect(self._on_thinking)
        self._show_nothing()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say how far it is."""
        if self.merging is None or self._joined is None:
            return self._page.accessibleName()
        joins, many = self._joined.number, len(self.merging.conflicts)
        if not many:
            return say("merging: {joined} joined", joined=joins)
        return say("merging: {joined} joined, {chosen} of {many} chosen",
                   joined=joins, chosen=len(self.choices), many=many)  # fmt: skip

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help."""
        last = say("Esc  later")
        if self._number < 0:
            return (say("Enter  go on") if self._conflicts else say("Enter  bring it in"), last)
        conflict = self._conflicts[self._number]
        sides = (say("1  yours"), say("2  theirs")) if conflict.is_open else ()
        own = (say("3  own words"),) if conflict.words else ()
        both = (say("B  both"),) if conflict.words and conflict.words.can_be_both else ()
        return (*sides, *own, *both, say("Enter  go on"), last)

    def deeds(self) -> "Deeds":
        """Return nothing: no command is about a merge."""
        return {}

    def why_not(self, _name: str) -> str:
        """Have no reason against anything."""
        return ""

    def show_item(self, item_id: str) -> None:
        """Go to one of the rows, by its key."""
        self.panel.list.choose(item_id)

    # --- coming and going ------------------------------------------------------------------------
    def begin(self, wish: MergeWish) -> None:
        """Find out what a merge brings, in turns, and let it be decided."""
        self.wish, self.merging, self.choices, self._joined = wish, None, {}, None
        self._at, self._way = "0", MERGE
        words = say("Looking for what both sides changed…")
        ways = [(MERGE, say("Merge both"), words)] if wish.ways else []
        told = (*ways, *(way for way, _ in wish.ways))
        self._page.show_what(wish.title, wish.says, wish.small, told)
        self._page.show_way(MERGE, "")
        self._page.show_text(words)
        self._page.show_foot(back=False, both="", left="", following=wish.done)
        self._page.next.setEnabled(False)
        self._show_rows()
        self._ask(partial(found_out, wish), partial(self._on_found, wish))

    def _on_turned(self) -> None:
        """Going elsewhere is deciding later."""
        if self._work.section != NAME and self.wish is not None:
            later = self.wish.later
            self._forget()
            later()

    def leave(self) -> None:
        """Go back to where somebody came from; both versions are as they were."""
        self._forget()
        if self._work.section == NAME:
            self._work.turn_to(self._work.section_before)
            self._window.arranged.back_to_page()

    def _forget(self) -> None:
        self._waits = False
        self.wish, self.merging, self._joined = None, None, None
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._page.show_what(say("Nothing to merge"), "", "", ())
        self._page.show_text(say("“Bring in another copy…” (Ctrl+K finds it) begins with one."))
        self._page.show_foot(back=False, both="", left="", following=say("Go back"))
        self._page.next.setEnabled(True)
        self.choices = {}
        self._show_rows()

    def _on_changed(self) -> None:
        """Stop when the workbook changes under it: it would tell of another one."""
        if self.wish is not None:
            self._work.said.emit(say("The workbook changed meanwhile. Begin the merge again."))
            self._leave_undecided()

    # --- finding out -----------------------------------------------------------------------------
    def _ask(self, work: "Callable[[Task[T]], T]", then: Callable[[T], object]) -> None:
        """Let something be found out beside the window; who stops it decides later."""
        wish, self._waits = self.wish, True

        def hear(get: "Get[T]") -> None:
            if self.wish is wish:
                self._waits = False
                then(get())

        self._window.thinking.ask(lambda: work, hear, say("Comparing both versions …"))

    def _on_thinking(self) -> None:
        """Decide later, when somebody stopped what was looked for."""
        if self._waits and self._window.thinking.under_way is None:
            self._later()

    def _on_found(self, wish: MergeWish, found: Found) -> None:
        self.merging, self.choices = found.merging, wish.chosen.of(found.merging)
        self._at = str(
            next((at for at in range(len(self._conflicts)) if at not in self.choices), 0)
        )
        self._page.next.setEnabled(True)
        self._show()
        self._page.take_keyboard()
        self._ask(partial(joining, wish, found), self._on_joined)

    def _on_joined(self, told: Joined) -> None:
        self._joined = told
        self._show()

    @property
    def _conflicts(self) -> tuple[Conflict, ...]:
        return self.merging.conflicts if self.merging else ()

    @property
    def _number(self) -> int:
        """The place of the conflict in view; -1 for none."""
        return int(self._at) if self._at.isdecimal() and self._conflicts else -1

    # --- showing ---------------------------------------------------------------------------------
    def _show(self) -> None:
        """Show everything as it is chosen now."""
        self._show_rows()
        many, known = len(self._conflicts), self._joined
        joins = say("{number} join by themselves, ", number=known.number) if known else ""
        needs = count(many, "{number} needs your choice.", "{number} need your choice.")
        told = f"{joins}{needs if many else say('nothing to choose.')}"
        self._page.show_way(self._way, told if self._way == MERGE else "")
        if self._way != MERGE:
            self._show_other_way()
        elif self._number < 0:
            self._show_joined()
        else:
            self._show_conflict(self._number, self._conflicts[self._number])
        self._window.show_state()

    def _show_rows(self) -> None:
        self.panel.title.setText(title_words(len(self._conflicts)))
        rows = merge_rows(self._conflicts, self.choices, self._joined)
        self.panel.list.show_rows(rows, self._at)

    def _show_joined(self) -> None:
        key = self._at if self._at.startswith(JOINED) else ""
        words = joined_words(self._joined, key) if self._joined else say("Looking…")
        self._page.show_text(words)
        self._show_foot(self._following())

    def _show_other_way(self) -> None:
        way = next(way for way, _ in self.wish.ways if way[0] == self._way) if self.wish else None
        self._page.show_text(way[2] if way else "")
        self._page.show_foot(back=False, both="", left="", following=way[1] if way else "")

    def _show_conflict(self, at: int, conflict: Conflict) -> None:
        question, choice = self._page.question, self.choices.get(at, MINE)
        number = say("{number} of {many}", number=at + 1, many=len(self._conflicts))
        keys = say("1 yours   2 theirs   3 own words   B both")
        question.show_head(head_words(conflict), number, keys if conflict.words else "")
        self._show_sides(conflict)
        question.show_choice(choice, is_open=conflict.is_open)
        question.show_rest(conflict.rest)
        why = say("Only yours can stay here: theirs would not fit with the rest.")
        question.tell("" if conflict.is_open else why)
        words = conflict.words
        if words is None or not question.own.hasFocus():
            own = (choice.own or proposed(words)) if words else None
            question.show_own(own, lines=bool(words and words.lines))
        self._page.show_question()
        self._show_foot(self._following())

    def _show_sides(self, conflict: Conflict) -> None:
        words, question = conflict.words, self._page.question
        when = self.wish.when if self.wish else ("", "", "")
        if words is not None:
            sides = ((words.was, False),), marked(words.was, words.mine)
            question.show_sides(*sides, marked(words.was, words.theirs), when)
            return
        mine, theirs = ("\n".join(it) for it in (conflict.mine, conflict.theirs))
        mine = mine or say("It stays as it is.")
        question.show_sides((), ((mine, False),), ((theirs, False),), when)

    def _show_foot(self, following: int) -> None:
        at, wish = self._number, self.wish
        conflict = self._conflicts[at] if at >= 0 else None
        can = bool(conflict and conflict.words and conflict.words.can_be_both)
        items = bool(conflict and conflict.words and conflict.words.is_item)
        both = (say("Keep both items") if items else say("Keep both")) if can else ""
        left = len(self._conflicts) - len({*self.choices, at} - {-1})
        after = count(left, "{number} to choose after this.", "{number} to choose after this.")
        told = say("{after} Nothing is written before the last.", after=after) if left else ""
        words = wish.done if wish else say("Go back")
        if following >= 0:
            words = say("Next: {what}", what=about_words(self._conflicts[following]))
        self._page.show_foot(back=at > 0, both=both, left=told, following=words)

    def _following(self) -> int:
        """Return the place of the next one that nobody has chosen about; -1 for none."""
        at, many = self._number, len(self._conflicts)
        order = [*range(at + 1, many), *range(max(at, 0))]
        return next((it for it in order if it not in self.choices), -1)

    # --- choosing --------------------------------------------------------------------------------
    def _walk_to(self, key: Key) -> None:
        self._at = str(key)
        self._way = MERGE
        self._show()

    def _choose_way(self, name: str) -> None:
        self._way = name
        self._show()
        self._page.ways[name].setFocus()

    def _do(self, asked: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "mine": lambda: self._choose(MINE), "theirs": lambda: self._choose(THEIRS),
            "both": lambda: self._choose(BOTH), "own": self._ask_own, "next": self._go_on,
            "back": lambda: self._go_to(self._number - 1), "later": self._later,
        }  # fmt: skip
        deeds[asked]()

    def _later(self) -> None:
        if self.wish is None:
            self.leave()
            return
        self._work.said.emit(say("Both versions are as they were. Nothing was merged."))
        self._leave_undecided()

    def _leave_undecided(self) -> None:
        later = self.wish.later if self.wish else bool
        self.leave()
        later()

    def _choose(self, choice: Choice) -> None:
        """Choose for the one in view, and stay there."""
        at = self._number
        if at < 0 or self._way != MERGE:
            return
        conflict = self._conflicts[at]
        both = conflict.words is not None and conflict.words.can_be_both
        if (choice != MINE and not conflict.is_open) or (choice == BOTH and not both):
            self._page.question.tell(say("That cannot be chosen here."))
            return
        self._put(at, choice)
        self._show()
        self._take_keyboard()

    def _put(self, at: int, choice: Choice | None) -> None:
        """Let something be chosen, or nothing; it waits for whoever goes elsewhere meanwhile."""
        self.choices.pop(at, None)
        if choice is not None:
            self.choices[at] = choice
        if self.wish is not None:
            self.wish.chosen.keep(self._conflicts[at], choice)

    def _ask_own(self) -> None:
        """Let other words be typed; what is proposed counts at once."""
        at = self._number
        if at >= 0 and self._conflicts[at].words is not None:
            own = self._page.question.own
            own.setFocus(Qt.FocusReason.OtherFocusReason)
            own.selectAll()
            self._say(own.toPlainText())

    def _say(self, own: str) -> None:
        """Take words that are typed, if they can stand there."""
        at = self._number
        if at < 0 or self.merging is None:
            return
        self._put(at, Choice("own", own) if self.merging.can_say(at, own) else None)
        self._show()
        if at not in self.choices:
            self._page.question.tell(say("These words cannot stand there: yours would stay."))

    def _go_to(self, at: int) -> None:
        self._at = str(max(0, at))
        if self._page.question.own.hasFocus():
            self._page.question.mine.setFocus()  # the field is another one's then
        self._show()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Put the keyboard where the next choice is made, unless it is in the list."""
        if not self.panel.list.hasFocus():
            self._page.take_keyboard()

    def _go_on(self) -> None:
        """Keep what is chosen and go on; after the last do it all."""
        if self.wish is None:
            self.leave()
        elif self._way != MERGE:
            self._take_way(self.wish)
        elif self.merging is not None:
            if self._number >= 0:
                self._put(self._number, self.choices.get(self._number, MINE))
            following = self._following()
            if following >= 0:
                self._go_to(following)
            else:
                chosen = partial(self.merging.merged_in_steps, {**self.choices})
                page_id = self._work.page.id if self._work.page else ""
                self._ask(partial(merged, chosen, page_id), partial(self._take, self.wish))

    def _take_way(self, wish: MergeWish) -> None:
        deed = next(deed for way, deed in wish.ways if way[0] == self._way)
        self.leave()
        deed()

    def _take(self, wish: MergeWish, done: Merged) -> None:
        wish.chosen.forget()
        self.leave()
        wish.take(done)

    def _on_key(self, event: QKeyEvent) -> None:
        """Hear the keys of a merge in the list."""
        asked = asked_of(event)
        if asked:
            event.accept()
            self._do(asked)
