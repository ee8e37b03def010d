"""How the parts of the window stand: what there is room for, what is folded, where F6 goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.frame.areas import Areas, hear_focus, holds
from ilead_studio.ui.frame.room import room_for
from ilead_studio.ui.frame.side_place import SidePlace
from ilead_studio.ui.looks.look import HINTS
from ilead_studio.ui.widgets.overlay import Overlay, tab_within
from ilead_studio.ui.widgets.parts import panel
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.frame.sections import View
    from ilead_studio.ui.window import MainWindow


class Arrangement(QObject):
    """Puts the parts of the window together; what somebody folds or hides is remembered."""

    def __init__(self, window: "MainWindow") -> None:
        self.whole = panel("panel")
        super().__init__(self.whole)
        self._window, self._settings, self._look = window, window.settings, window.look
        look = window.look
        self.left = SidePlace(window.pages, _left(None), "left", look)
        self.right = SidePlace(window.about, _right(None), "right", look)
        self._sides = {"left": self.left, "right": self.right}
        self._areas = Areas()
        self._section: View | None = None
        self._beside: QWidget | None = None
        self.last_view: QWidget = window.canvas
        """Where the page was worked on last: the canvas or the outline."""
        self.over: tuple[QWidget, ...] = ()
        """Areas of what stands over all of this at times: of the start page."""
        window.pages.setFocusProxy(window.outline)
        self._compose()
        window.outline.asked.connect(self._on_outline)
        window.inspector.left.connect(self._leave_inspector)
        window.status.left.connect(lambda: self.back_to_page())
        for name, side in self._sides.items():
            side.rail.setToolTip(window.actions_by_name[f"{name} panel"].toolTip())
            for part in (side, side.panel):
                part.raise_()  # above the canvas
            side.rest = window.canvas
            side.fold(self._kept(f"{name} folded"))
            side.folded.connect(lambda folded, name=name: self._keep(f"{name} folded", folded))
        hear_focus(self._on_focus)

    def _compose(self) -> None:
        window, left, right = self._window, self.left, self.right
        self._centre = self._middle()
        for part in (
            window.bar, left, left.panel, self._centre, right, right.panel, window.status,
        ):  # fmt: skip
            part.setParent(self.whole)  # in the order in which Tab goes through them
        stack, line = QVBoxLayout(self.whole), QHBoxLayout()
        for layout in (stack, line):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        line.addWidget(self.left)
        line.addWidget(self._centre, 1)
        line.addWidget(self.right)
        stack.addWidget(window.bar)
        stack.addLayout(line, 1)
        stack.addWidget(window.status)

    def _middle(self) -> QWidget:
        """Put together what stands between the sides: head, banner, canvas, keys."""
        window, px = self._window, self._look.px
        centre, self._keys = panel("panel"), panel("desk")
        self._keys.setFixedHeight(px(HINTS))
        within = QHBoxLayout(self._keys)
        within.setContentsMargins(px(12), 0, px(12), px(4))
        within.addWidget(window.hints)
        around_banner = QHBoxLayout()
        around_banner.setContentsMargins(px(12), 0, px(12), 0)
        around_banner.addWidget(window.banner)
        stack = self._stack = QVBoxLayout(centre)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(window.head)
        self._strips, self._every_strip = QVBoxLayout(), list[QWidget]()
        stack.addLayout(self._strips)
        stack.addLayout(around_banner)
        stack.addWidget(window.canvas, 1)
        stack.addWidget(self._keys)
        return centre

    def show_section(self, view: "View | None") -> None:
        """Show a section instead of the diagram, with its sides; None for the diagram again."""
        before, self._section, last = self._section, view, self.last_view
        goes = before is not None and self._has_keyboard(before)
        if before is not None:
            before.page.hide()
        if view is not None:
            self._put_page(view)
        window = self._window
        for part in (window.head, window.canvas):
            part.setVisible(view is None)
        for strip in self._every_strip if view else ():
            strip.hide()
        self.left.change_usual(view.left if view else window.pages, _left(view))
        self._show_right()
        if view is not None:
            view.page.show()
        for side in self._sides.values():
            side.rest = self._view
        self.last_view = last  # what is hidden passes the keyboard on, to the outline for example
        if goes:
            self.back_to_page()

    def put_beside(self, part: QWidget | None) -> None:
        """Let something else stand at the right of what is in view; None for what usually does."""
        if part is not self._beside:
            self._beside = part
            self._show_right()

    def _show_right(self) -> None:
        view = self._section
        usual = view.right if view else self._window.about
        name = self._beside.accessibleName() if self._beside else _right(view)
        self.right.change_usual(self._beside or usual, name)

    def take_in(self, view: "View") -> None:
        """Put the parts of a section into their places; nobody sees them yet."""
        view.page.hide()
        self._put_page(view)
        for side, part in ((self.left, view.left), (self.right, view.right)):
            if part is not None:
                side.take_in(part)

    def _put_page(self, view: "View") -> None:
        if self._stack.indexOf(view.page) < 0:
            self._stack.insertWidget(self._stack.count() - 1, view.page, 1)

    def _has_keyboard(self, view: "View") -> bool:
        """Tell whether the keyboard is in a section, on its page or beside it."""
        focus = self._window.focusWidget()
        parts = (view.page, view.left, view.right)
        return focus is not None and any(part and holds(part, focus) for part in parts)

    @property
    def _view(self) -> QWidget:
        """What stands in the middle: the canvas, or the page of a section."""
        return self._section.page if self._section else self._window.canvas

    def put_strip(self, strip: QWidget) -> None:
        """Put something under the page head, across the page; F6 goes there while it is shown."""
        self._strips.addWidget(strip)
        self._every_strip.append(strip)

    def _leave_inspector(self) -> None:
        """Go back to the page; from over the canvas, to where the keyboard came from."""
        if self.right.is_open:
            self.right.close_over()
        else:
            self.back_to_page()

    def back_to_page(self, view: QWidget | None = None) -> None:
        """Give the keyboard back to a view of the page that can be seen; at first the last one."""
        view = view or self.last_view
        (view if view.isVisible() and not self._section else self._view).setFocus()

    # --- room ------------------------------------------------------------------------------------
    def give_room(self) -> None:
        """Show what there is room for at this size of the window and this text scale."""
        look, window = self._look, self._window
        room = room_for(window.width() / look.scale, window.height() / look.scale)
        window.bar.give_room(room)
        self.left.give_room(look.px(room.left), stays=room.left_stays)
        self.right.give_room(look.px(room.right), stays=room.right_stays)
        self._keys.setVisible(room.hints and not self._kept("no key hints"))

    def _kept(self, name: str) -> bool:
        return self._settings.is_on(f"window/{name}")

    def _keep(self, name: str, value: bool) -> None:
        self._settings.switch(f"window/{name}", on=value)

    # --- commands --------------------------------------------------------------------------------
    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "left panel": self.left.toggle,
            "right panel": self.right.toggle,
            "key hints": self._toggle_hints,
            "undo list": self._show_steps,
            "next area": lambda: self._go(1),
            "area before": lambda: self._go(-1),
        }

    def why_not(self, name: str) -> str:
        """Say why a command cannot be done now."""
        if name == "undo list" and not self._window.work.session.undo_label:
            return say("Nothing has been changed yet.")
        return ""

    def _toggle_hints(self) -> None:
        self._keep("no key hints", not self._kept("no key hints"))
        self.give_room()

    def _show_steps(self) -> None:
        bar = self._window.bar
        self._window.cards.steps.open_at(QPoint(bar.undo.x(), bar.height() + 4))

    def _on_outline(self, asked: str) -> None:
        """Escape in the outline, which has a use for it, closes a panel over the canvas too."""
        if asked == "clear":
            self.left.close_over()

    def _go(self, step: int) -> None:
        """Go on to another area, at first to a banner that came; a card hides all the rest."""
        window = self._window
        card = next((it for it in self.whole.findChildren(Overlay) if it.hides_rest), None)
        if card is not None:
            tab_within(card, forward=step > 0)
            return
        if window.banner.is_new and window.banner.isVisible():
            window.banner.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._areas.go(self._every_area(), window.focusWidget(), self._view, step)

    def _every_area(self) -> tuple[QWidget, ...]:
        """Return the areas in the order of F6; a side is its panel, or its rail."""
        window = self._window
        left, right = (
            side.panel if side.panel.isVisible() else side for side in self._sides.values()
        )
        docked = (window.docked,) if window.docked else ()
        return (
            window.bar, *self.told, left, window.outline, *self._every_strip, window.banner,
            self._view, *docked, right, window.status, *self.over,
        )  # fmt: skip

    @property
    def told(self) -> tuple[QWidget, ...]:
        """What tells of a fault of our own, as an area: it stands over whatever is in view."""
        return (self._window.fault,) if self._window.fault else ()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Remember the place; nothing stays open over a canvas that has got the keyboard.

        Where a section is in view its keys may be others now.
        """
        window = self._window
        if now is not None and holds(window.banner, now):
            window.banner.is_new = False
        if self._section is not None:
            window.show_state()
        self._areas.remember(self._every_area(), now)
        for view in (window.canvas, window.outline):
            if now is not None and holds(view, now):
                self.last_view = view
        for side in self._sides.values():
            if side.is_open and old and now and side.has(old) and holds(self._centre, now):
                side.close_over()


def _left(view: "View | None") -> str:
    """Name what stands at the left."""
    return say("Lists of this page") if view else say("Pages and outline")


def _right(view: "View | None") -> str:
    """Name what stands at the right."""
    return say("More about it") if view else say("Selected item")
