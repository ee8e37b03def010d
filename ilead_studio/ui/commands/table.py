"""Every command of the window in one table: its words, its key, its icon, its group.

Menus, buttons, the list of commands and the sheet of keys are made from it, so a command is named
once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ilead_studio.ui.commands.keys import is_alt_gr
from ilead_studio.ui.lists.row_menu import ask_menu
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.keymap import KeyMap


class Command(NamedTuple):
    """One command; ``keys`` as Qt writes them, empty for none. ``shown`` keys belong to the canvas.

    The canvas and the outline handle their own keys, so those must not be shortcuts of the window:
    they would fire over an open editor. ``group`` is the heading under which it is listed,
    ``also`` are other words with which people look for it.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    shown: str = ""
    group: str = ""
    also: str = ""


def commands() -> tuple[Command, ...]:
    """Return the table, in the order of the groups."""
    groups = (
        (say("Workbook"), _of_workbook()),
        (say("Edit"), _of_edit()),
        (say("Item"), _of_item()),
        (say("Page"), _of_page()),
        (say("Cycle"), _of_cycle()),
        (say("Meeting"), _of_meeting()),
        (say("View"), _of_view()),
        (say("Go to"), _of_going()),
        (say("Help"), _of_help()),
    )
    return tuple(it._replace(group=group) for group, table in groups for it in table)


def _of_workbook() -> tuple[Command, ...]:
    return (
        Command("new", say("New workbook"), ("Ctrl+N",), "file-plus", also=say("create, begin")),
        Command("new from template", say("New from a template…"), ("Ctrl+Shift+N",), "template"),
        Command("new from outline", say("New from a pasted outline…"), (), "clipboard-text"),
        Command("open", say("Open a workbook…"), ("Ctrl+O",), "folder-open"),
        Command("open example", say("Open the example"), (), "school"),
        Command("start page", say("Start page"), (), "home"),
        Command("save", say("Save"), ("Ctrl+S",), "device-floppy"),
        Command("save as", say("Save under another name…"), ("Ctrl+Shift+S",), "file-download"),
        Command("hand over", say("Hand over: a copy with a page about it…"), (), "file-export"),
        Command("remove names", say("Remove names from a copy…"), (), "users"),
        Command("rename workbook", say("Rename the workbook…"), (), "cursor-text",
                also=say("title, name")),
        Command("export", say("Handouts: print, or make a PDF"), ("Ctrl+E",), "file-export",
                also=say("packet, paper, poster")),
        Command("export picture", say("Export a picture of the page…"), ("Ctrl+Alt+E",), "photo"),
        Command("make pdf", say("Make the PDF of the packet…"), ("Ctrl+Shift+E",), "file-export"),
        Command("make office", say("Make slides, a document or tables of the packet…"), (),
                "file-export", also=say("PowerPoint, Word, Excel, spreadsheet")),
        Command("print", say("Print the packet…"), ("Ctrl+P",), "file-export"),
        Command("view pdf", say("Open the PDF of the packet in the viewer"), (), "eye"),
        Command("bring in copy", say("Bring in another copy…"), (), "files"),
        Command("merge outside", say("File changed outside: merge both…"), (), "copy-plus"),
        Command("keep mine", say("File changed outside: keep mine as a copy"), (), "copy"),
        Command("take theirs", say("File changed outside: take theirs"), (), "file-download"),
        Command("take back form", say("Take back a filled form…"), (), "inbox",
                also=say("returned, collect, fillable PDF, came back")),
        Command("keep snapshot", say("Keep a snapshot…"), (), "camera"),
        Command("what changed", say("What changed since…"), (), "history"),
        Command("snapshots", say("Snapshots"), (), "camera"),
        Command("earlier versions", say("Earlier versions…"), (), "history"),
        Command("restore page", say("Restore the page of a snapshot as a copy"), (), "copy"),
        Command("restore pages", say("Restore all pages of a snapshot as copies"), (), "files"),
        Command("bring back", say("Bring back what is gone since a snapshot"), (),
                "arrow-back-up"),
        Command("stop", say("Stop what is being worked out"), ("Shift+Esc",), "x"),
        Command("close", say("Close the window"), ("Ctrl+Q",), "door-exit", also=say("quit, exit")),
    )  # fmt: skip


def _of_edit() -> tuple[Command, ...]:
    return (
        Command("undo", say("Undo"), ("Ctrl+Z",), "arrow-back-up", also=say("go back, take back")),
        Command("redo", say("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-forward-up"),
        Command("undo list", say("Steps that can be undone"), ("Ctrl+Alt+Z",), "chevron-down"),
        Command("cut", say("Cut"), ("Ctrl+X",), "cut"),
        Command("copy", say("Copy"), ("Ctrl+C",), "copy"),
        Command("paste", say("Paste"), ("Ctrl+V",), "clipboard"),
        Command("find", say("Find in the whole workbook…"), ("Ctrl+F",), "search",
                also=say("search, look for")),
        Command("replace", say("Replace…"), ("Ctrl+H",), "replace"),
        Command("park", say("Park, or place what is parked"), ("Ctrl+B",), "parking"),
        Command("tray", say("Tray and parking lot"), ("Ctrl+Shift+B",), "inbox"),
    )  # fmt: skip


def _of_item() -> tuple[Command, ...]:
    return (
        Command("next", say("Next item"), (), "plus", "Enter"),
        Command("in", say("Ask why below (or what drives it)"), (), "corner-down-right", "Tab"),
        Command("out", say("Next item, one level up"), (), "corner-left-up", "Shift+Tab"),
        Command("idea", say("Change idea below"), (), "bulb", "Ctrl+I"),
        Command("edit", say("Edit the words"), (), "pencil", "F2"),
        Command("note", say("Write a note"), (), "note", "Ctrl+Enter"),
        Command("move up", say("Move up"), (), "arrow-up", "Alt+Up"),
        Command("move down", say("Move down"), (), "arrow-down", "Alt+Down"),
        Command("move out", say("Move one level out"), (), "arrow-left", "Alt+Left"),
        Command("move in", say("Move one level in"), (), "arrow-right", "Alt+Right"),
        Command("item menu", say("Menu of what is selected"), (), "dots", "Shift+F10"),
        Command("delete", say("Delete"), (), "trash", "Del", also=say("remove")),
        Command("root", say("Root cause, or not"), ("Ctrl+R",), "flag"),
        Command("hunch", say("Evidence: hunch"), ("Ctrl+Shift+1",), "circle-dashed"),
        Command("supported", say("Evidence: supported"), ("Ctrl+Shift+2",), "circle-check"),
        Command("disputed", say("Evidence: disputed"), ("Ctrl+Shift+3",), "help-circle"),
        Command("refuted", say("Evidence: refuted"), ("Ctrl+Shift+4",), "circle-x"),
        Command("link", say("Link it to one more place…"), ("Ctrl+L",), "link"),
        Command("unlink", say("Unlink"), ("Ctrl+Shift+L",), "unlink"),
        Command("duplicate", say("Linked copy beside it"), ("Ctrl+D",), "copy-plus"),
        Command("next copy", say("Go to its next linked copy"), ("Ctrl+Shift+D",), "layers-linked"),
        Command("note question", say("Note an open question…"), ("Ctrl+Shift+A",), "help-circle"),
        Command("make drivers", say("Make drivers from root causes…"), ("Ctrl+M",), "sitemap"),
    )  # fmt: skip


def _of_page() -> tuple[Command, ...]:
    return (
        Command("add fishbone", say("Add a fishbone"), (), "fish-bone"),
        Command("add theory", say("Add a driver diagram"), (), "hierarchy-2"),
        Command("bones from template", say("Bones from a template…"), (), "template"),
        Command("rename page", say("Rename the page"), (), "cursor-text", also=say("title, name")),
        Command("duplicate page", say("Duplicate the page"), (), "copy-plus"),
        Command("page up", say("Move the page up"), (), "arrow-move-up"),
        Command("page down", say("Move the page down"), (), "arrow-move-down"),
        Command("delete page", say("Delete the page"), (), "trash"),
        Command("fold", say("Fold the branch, or open it"), ("Ctrl+.",), "list-tree"),
        Command("mirror", say("Mirror: the head at the other side"), (), "flip-vertical"),
        Command("untangle", say("Untangle: fewer links that cross"), (), "arrows-shuffle"),
        Command("build aim", say("Build the aim…"), (), "target"),
        Command("name columns", say("Name the columns…"), (), "columns"),
        Command("vote", say("Vote, blind until the reveal…"), (), "circle-check"),
        Command("copy picture", say("Copy the picture"), ("Ctrl+Shift+C",), "copy"),
    )  # fmt: skip


def _of_cycle() -> tuple[Command, ...]:
    return (
        Command("cycle step", say("Next step of the cycle"), ("F4",), "stairs-up"),
        Command("from paper", say("Begin Do from a form on paper…"), ("Shift+F4",),
                "clipboard-text"),
        Command("next cycle", say("Plan the next cycle of the ramp"), (), "refresh"),
        Command("new cycle", say("Plan a cycle for the change idea"), (), "plus"),
        Command("cancel cycle", say("Cancel the cycle…"), (), "x"),
    )  # fmt: skip


def _of_meeting() -> tuple[Command, ...]:
    return (
        Command("meeting step", say("Meeting: open it, or close it"), ("F7",), "calendar-event"),
        Command("catch up", say("Catch-up for latecomers"), ("Shift+F7",), "clipboard-text"),
        Command("who is here", say("Meeting: count who is here"), ("Ctrl+Alt+W",), "users"),
        Command("agenda", say("Meeting: go on with its agenda"), ("Ctrl+Alt+A",), "list-tree"),
        Command("add decision", say("Write down a decision"), ("Ctrl+Alt+D",), "circle-check"),
        Command("add next step", say("Write down a next step"), ("Ctrl+Alt+N",), "arrow-right"),
        Command("close meeting", say("Meeting: close it"), (), "check"),
        Command("open meeting again", say("Meeting: open it again"), (), "arrow-back-up"),
        Command("copy meeting e-mail", say("Meeting: copy its e-mail text"), (), "copy"),
        Command("new meeting", say("Plan a meeting"), (), "plus"),
    )  # fmt: skip


def _of_view() -> tuple[Command, ...]:
    return (
        Command("zoom out", say("Zoom out"), ("Ctrl+-",), "zoom-out"),
        Command("zoom in", say("Zoom in"), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Command("zoom fit", say("Fit the window"), ("Ctrl+0",), "arrows-maximize"),
        Command("filter", say("Show some in full, fade the rest"), ("Ctrl+Shift+F",), "filter"),
        Command("line of sight", say("Line of sight of what is selected, or no more"), (), "eye"),
        Command("sight in words", say("Line of sight in words"), ("Ctrl+Shift+M",), "list-tree"),
        Command("advice", say("Things to look at"), (), "info-circle"),
        Command("left panel", say("Fold the left panel, or open it"), ("F8",),
                "layout-sidebar-left-collapse"),
        Command("right panel", say("Fold the right panel, or open it"), ("F9",),
                "layout-sidebar-right-collapse"),
        Command("key hints", say("Hide the key hints, or show them"), (), "keyboard"),
        Command("theme system", say("Look: as the system"), (), "device-desktop"),
        Command("theme light", say("Look: light"), (), "sun"),
        Command("theme dark", say("Look: dark"), (), "moon", also=say("night")),
        Command("theme contrast", say("Look: high contrast"), (), "contrast"),
        Command("theme projector", say("Look: for a projector"), (), "presentation"),
        Command("settings", say("Settings"), ("Ctrl+,",), "adjustments",
                also=say("preferences, options")),
        Command("settings keys", say("Change keys"), (), "keyboard"),
    )  # fmt: skip


def _of_going() -> tuple[Command, ...]:
    return (
        Command("problem", say("Go to the problem"), ("Ctrl+1",), "alert-triangle"),
        Command("fishbone", say("Go to the fishbone"), ("Ctrl+2",), "fish-bone"),
        Command("theory", say("Go to the theory"), ("Ctrl+3",), "hierarchy-2"),
        Command("ideas", say("Go to the change ideas"), ("Ctrl+4",), "bulb"),
        Command("pdsa", say("Go to the PDSA cycles"), ("Ctrl+5",), "refresh"),
        Command("measures", say("Go to the measures"), ("Ctrl+6",), "chart-line"),
        Command("meetings", say("Go to the meetings"), ("Ctrl+7",), "calendar-event"),
        Command("partnership", say("Go to the partnership"), ("Ctrl+8",), "users"),
        Command("handouts", say("Go to the handouts"), ("Ctrl+9",), "files"),
        Command("ideas table", say("Change ideas as a table"), (), "columns"),
        Command("ideas board", say("Change ideas on a board, by state"), (), "grip-vertical"),
        Command("ideas square", say("Change ideas by effort and impact"), (), "target"),
        Command("calendar", say("Calendar of cycles"), (), "calendar-event"),
        Command("learning log", say("Learning log"), (), "notebook"),
        Command("open questions", say("Open questions"), ("Ctrl+Shift+O",), "help-circle"),
        Command("next steps", say("Promised steps of all meetings"), (), "circle-check"),
        Command("page before", say("Go to the page before"), ("Ctrl+PgUp",), "chevrons-left"),
        Command("next page", say("Go to the next page"), ("Ctrl+PgDown",), "chevrons-right"),
        Command("all pages", say("All pages of the workbook"), ("Ctrl+Shift+P",), "files"),
        Command("home", say("Go to the head or the aim"), (), "arrow-bar-to-up", "Home"),
        Command("next area", say("Go to the next area"), ("F6",), "square-arrow-right"),
        Command("area before", say("Go to the area before"), ("Shift+F6",), "square-arrow-left"),
    )  # fmt: skip


def _of_help() -> tuple[Command, ...]:
    return (
        Command("command list", say("Find a command…"), ("Ctrl+K",), "list-search"),
        Command("key sheet", say("Sheet of keys"), ("Shift+F1",), "keyboard",
                also=say("shortcuts, help")),
    )  # fmt: skip


class Actions:
    """The commands as Qt actions, by name: what menus and buttons show of them."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        keys: "KeyMap",
        does: Callable[[str], None],
        why_not: Callable[[str], str],
    ) -> None:
        self._look, self._keys, self._why_not = look, keys, why_not
        self._table = {command.name: command for command in commands()}
        self._by_name = {name: _action(name, window, does) for name in self._table}
        self._icons = {name: command.icon for name, command in self._table.items() if command.icon}
        window.addActions(list(self._by_name.values()))
        self.show_keys()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def key(self, name: str) -> str:
        """Return the key of a command as people read it; empty when it has none."""
        return self._keys.words(name)

    def show_keys(self) -> None:
        """Write the keys beside the words: they are those of the map."""
        for name, command in self._table.items():
            key, action = self.key(name), self._by_name[name]
            action.setIconText(command.words)
            action.setText(f"{command.words}\t{key}" if key else command.words)
            action.setToolTip(self.tip(name))

    def tip(self, name: str) -> str:
        """Return the words of a command with its key, for a tooltip."""
        words, key = self._table[name].words.rstrip("…"), self.key(name)
        return f"{words} ({key})" if key else words

    def with_icon(self, name: str) -> QAction:
        """Return a command with its icon, which is drawn now if it never was."""
        if drawn := self._icons.pop(name, ""):
            self[name].setIcon(icon(drawn, self._look.theme, self._look.px(20)))
        return self[name]

    def fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        """Put commands into a menu, a line for each dash; icons are drawn when it first opens.

        What cannot be done now is pale while the menu is open, and its tooltip says why.
        """
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self[name])
        every = tuple(name for name in names if name != "-")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._offer(every))
        menu.aboutToHide.connect(lambda: self._offer_all(every))

    def _offer(self, names: tuple[str, ...]) -> None:
        for name in names:
            action, why = self.with_icon(name), self._why_not(name)
            action.setEnabled(not why)
            action.setToolTip(why or self.tip(name))

    def _offer_all(self, names: tuple[str, ...]) -> None:
        for name in names:
            self[name].setEnabled(True)


class Shortcuts(QObject):
    """The keys of the window's commands; those of the page are handled where they are pressed.

    They are none of the actions: an action that cannot be done now could not say why at its key.
    """

    def __init__(self, window: QWidget, keys: "KeyMap", does: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._keys, self._does = window, keys, does
        self._made: list[QShortcut] = []
        keys.changed.connect(self._make)
        window.installEventFilter(self)
        self._make()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let AltGr type its letters wherever the keyboard is: Windows calls it Ctrl and Alt.

        The key of menus works in every list, as it does on the page.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._keys.asked_on_item(event) == "item menu":
                return ask_menu(self._window.focusWidget())
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_alt_gr(event))
            return event.isAccepted()
        return super().eventFilter(watched, event)

    def _make(self) -> None:
        for old in self._made:
            old.setEnabled(False)
            old.deleteLater()
        self._made = [self._shortcut(name, key) for name, key in self._keys.of_window()]

    def _shortcut(self, name: str, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self._window)
        made.activated.connect(lambda: self._does(name))
        return made


def _action(name: str, window: QWidget, does: Callable[[str], None]) -> QAction:
    made = QAction(window)
    made.triggered.connect(lambda: does(name))
    return made
