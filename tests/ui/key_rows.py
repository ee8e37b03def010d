"""The table of keys in words of our own: what each does with a selected item."""

from typing import Final

from key_hands import (
    EDITOR,
    FISHBONE,
    THEORY,
    Row,
    asks,
    field,
    parked,
    says,
    undoes,
    zoom,
)

_NEXT = "Head(Time(Breaks(Bells) New Duties) Help(Coaches))"
_GONE = "Head(Time(Duties) Help(Coaches))"
_COPIED = "Head(Time(Breaks(Bells) Breaks Duties) Help(Coaches))"
_TURNED = "Head(Time(Duties Breaks(Bells)) Help(Coaches))"
CAPTURE: Final = (
    Row("", "N", _NEXT, "New", EDITOR, types="ew"),
    Row("", "N", "Head(Time(Breaks(Bells) Duties) Help(Coaches) New)", "New", EDITOR,
        on=("Head",), types="ew"),
    Row("next", "Enter", _NEXT, "New", EDITOR, types="New"),
    Row("in", "Tab", "Head(Time(Breaks(Bells New) Duties) Help(Coaches))", "New", EDITOR,
        types="New"),
    Row("out", "Shift+Tab", "Head(Time(Breaks(Bells) Duties) New Help(Coaches))", "New", EDITOR,
        types="New"),
    Row("edit", "F2", "Head(Time(New(Bells) Duties) Help(Coaches))", "New", EDITOR, types="New"),
    Row("edit", "F2", "New(Time(Breaks(Bells) Duties) Help(Coaches))", "New", EDITOR,
        on=("Head",), types="New"),
    Row("idea", "Ctrl+I", "Aim(Teaching(Daily(Talk New) Hour) Families)", "New", EDITOR,
        on=("Daily",), types="New"),
)  # fmt: skip
"""Keys that open the editor: with words in it, then Enter and Esc."""
EDITS: Final = (
    Row("move down", "Alt+Down", _TURNED, shows=undoes("move “Breaks”")),
    Row("move up", "Alt+Up", _TURNED, "Duties", on=("Duties",)),
    Row("move down", "Alt+Down", "Head(Time(Breaks(Bells)) Help(Duties Coaches))", "Duties",
        on=("Duties",)),
    Row("move out", "Alt+Left", "Head(Time(Duties) Breaks(Bells) Help(Coaches))"),
    Row("move in", "Alt+Right", "Head(Time(Breaks(Bells Duties)) Help(Coaches))", "Duties",
        on=("Duties",)),
    Row("move up", "Alt+Up", chosen="Head", on=("Head",), shows=says("stay where they are")),
    Row("delete", "Del", _GONE, "Time", shows=undoes("delete “Breaks” and 1 item")),
    Row("delete", "Del", "Head(Time(Breaks(Bells)))", "Breaks", on=("Help", "Duties")),
    Row("delete", "Del", chosen="Head", on=("Head",), shows=says("stay")),
    Row("root", "Ctrl+R", shows=field("root", value=True)),
    Row("hunch", "Ctrl+Shift+1", first=("Ctrl+Shift+2",), shows=field("evidence", "hunch")),
    Row("supported", "Ctrl+Shift+2", shows=field("evidence", "supported")),
    Row("disputed", "Ctrl+Shift+3", shows=field("evidence", "disputed")),
    Row("refuted", "Ctrl+Shift+4", shows=field("evidence", "refuted")),
    Row("duplicate", "Ctrl+D", _COPIED, shows=undoes("make a linked copy")),
    Row("unlink", "Ctrl+Shift+L", _COPIED, first=("Ctrl+D",), shows=undoes("unlink")),
    Row("unlink", "Ctrl+Shift+L", THEORY, "Hour", on=("Hour",), shows=says("")),
    Row("park", "Ctrl+B", _GONE, "Time", shows=parked("Breaks")),
    Row("cut", "Ctrl+X", _GONE, "Time", shows=undoes("cut 2 items")),
    Row("paste", "Ctrl+V", "Head(Time(Breaks(Bells) Breaks(Bells) Duties) Help(Coaches))",
        first=("Ctrl+C",), shows=undoes("paste 2 items")),
)  # fmt: skip
"""Keys that change the page at once, or say why not; undo and redo go back and forth."""
WAYS: Final = (
    Row("", "Esc", on=("Help", "Breaks")),
    Row("home", "Home", chosen="Head"),
    Row("copy", "Ctrl+C", shows=says("Copied 2 items")),
    Row("undo", "Ctrl+Z", first=("Del",), shows=says("Undone: delete “Breaks” and 1 item")),
    Row("redo", "Ctrl+Shift+Z", _GONE, "Time", first=("Del", "Ctrl+Z"),
        shows=says("Done again: delete “Breaks”")),
    Row("redo", "Ctrl+Y", _GONE, "Time", first=("Del", "Ctrl+Z")),
    Row("next copy", "Ctrl+Shift+D", _COPIED, first=("Ctrl+D",),
        shows=undoes("make a linked copy")),
    Row("idea", "Ctrl+I", shows=says("driver diagram")),
    Row("zoom in", "Ctrl++", shows=zoom(1)),
    Row("zoom in", "Ctrl+=", shows=zoom(1)),
    Row("zoom out", "Ctrl+-", first=("Ctrl++", "Ctrl++"), shows=zoom(1)),
    Row("zoom fit", "Ctrl+0", first=("Ctrl++",), shows=zoom(0)),
    Row("fold", "Ctrl+.", shows=lambda desk: len(desk.window.work.folded) == 1),
    Row("save", "Ctrl+S", shows=asks("save")),
    Row("save as", "Ctrl+Shift+S", shows=asks("save")),
    Row("new", "Ctrl+N", first=("Ctrl+D", "Del"), shows=asks("unsaved")),
    Row("close", "Ctrl+Q", first=("Ctrl+D", "Del"), shows=asks("unsaved")),
    Row("open", "Ctrl+O", shows=asks("open")),
    Row("stop", "Shift+Esc", shows=says("Nothing is being worked out")),
    Row("copy picture", "Ctrl+Shift+C", shows=says("picture is on the clipboard")),
    Row("right panel", "F9", ends=("F9",)),
)  # fmt: skip
"""Keys that leave the page as it is and the keyboard where it is."""
OPENS: Final = (
    Row("note", "Ctrl+Enter", focus="Notes", ends=("Esc",)),
    Row("link", "Ctrl+L", focus="Linked copy under", ends=("Esc",)),
    Row("link", "Ctrl+L", THEORY, "Hour", on=("Hour",), focus="Also serves",
        ends=("Esc",)),
    Row("tray", "Ctrl+Shift+B", focus="Catch words here", ends=("Esc",)),
    Row("find", "Ctrl+F", focus="Find in the whole workbook", ends=("Esc",)),
    Row("replace", "Ctrl+H", focus="Find in the whole workbook", ends=("Esc",)),
    Row("filter", "Ctrl+Shift+F", focus="Show in full: Evidence", ends=("Esc",)),
    Row("export picture", "Ctrl+Alt+E", focus="What", ends=("Esc",)),
    Row("undo list", "Ctrl+Alt+Z", first=("Ctrl+R",),
        focus="Steps that can be undone, newest first", ends=("Esc",)),
    Row("new from template", "Ctrl+Shift+N", focus="Templates", ends=("Esc",)),
    Row("all pages", "Ctrl+Shift+P", focus="Head", ends=("Esc",)),
    Row("make drivers", "Ctrl+M", focus="Words of the driver that answers “Breaks”",
        ends=("Esc",)),
    Row("note question", "Ctrl+Shift+A", focus="What do we need to find out?", ends=("Esc",)),
    Row("sight in words", "Ctrl+Shift+M", focus="Line of sight of “Breaks”", ends=("Esc",)),
    Row("settings", "Ctrl+,", focus="Text scale: 100 %", ends=("Esc",)),
    Row("ideas", "Ctrl+4", focus="Change ideas"),
    Row("command list", "Ctrl+K", focus="Find a command", ends=("Esc",)),
    Row("key sheet", "Shift+F1", focus="Sheet of keys", ends=("Esc",)),
)  # fmt: skip
"""Keys that take the keyboard somewhere else, and what gives it back."""
GOES: Final = (
    Row("problem", "Ctrl+1", focus="The problem, in one or two sentences"),
    Row("partnership", "Ctrl+8", focus="Name of the new party"),
    Row("theory", "Ctrl+3", THEORY, "Aim", "canvas"),
    Row("fishbone", "Ctrl+2", FISHBONE, "Head", "canvas", on=("Hour",)),
    Row("next page", "Ctrl+PgDown", THEORY, "Aim", "canvas"),
    Row("page before", "Ctrl+PgUp", FISHBONE, "Head", "canvas", on=("Hour",)),
)  # fmt: skip
"""Keys that open a page: it has the keyboard then (look.md, Areas)."""
AREAS: Final = (
    Row("next area", "F6", focus="inspector"),
    Row("area before", "Shift+F6", focus="outline"),
    Row("next area", "F6", focus="canvas", first=("Shift+F6",)),
    Row("area before", "Shift+F6", focus="pages", first=("Shift+F6",)),
    Row("area before", "Shift+F6", focus="bar", first=("Shift+F6", "Shift+F6")),
    Row("next area", "F6", focus="status", first=("F6",)),
    Row("next area", "F6", focus="bar", first=("F6", "F6")),
    Row("left panel", "F8", focus="canvas", first=("Shift+F6",)),
    Row("left panel", "F8", focus="canvas", first=("F8",)),
)  # fmt: skip
"""Keys that go from the canvas to the areas around it, or fold them."""
MENU: Final = Row("item menu", "Shift+F10")
"""The key of the menu; Escape leaves it."""
