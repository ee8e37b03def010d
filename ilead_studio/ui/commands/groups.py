"""Which commands belong together: what menus hold, and what is about an item, a page, a cycle."""

from typing import Final

ON_ITEM: Final = (
    "edit", "next", "in", "idea", "note", "root", "-", "cut", "copy", "paste", "park", "-",
    "link", "unlink", "duplicate", "next copy", "make drivers", "sight in words",
    "note question", "-", "delete",
)  # fmt: skip
"""The menu of an item; a dash is a line between."""
ON_MOVES: Final = ("move up", "move down", "move out", "move in")
"""The menu Move in the menu of an item."""
ON_EVIDENCE: Final = ("hunch", "supported", "disputed", "refuted")
"""The menu Evidence in the menu of a cause."""
ON_ONE: Final = ("edit", "next", "in", "idea", "note", "unlink", "next copy")
"""What the menu of several items leaves out."""
ON_FISHBONES: Final = (
    "root", "duplicate", "next copy", "mirror", "bones from template", "vote",
)  # fmt: skip
"""What menus leave out on a driver diagram."""
ON_THEORIES: Final = ("idea", "build aim", "untangle", "name columns")
"""What menus leave out on a fishbone."""
ON_WORKBOOK: Final = (
    "new", "new from template", "new from outline", "open", "-",
    "save", "save as", "rename workbook", "-", "export", "export picture", "-",
)  # fmt: skip
"""What the menu under the workbook's name begins with: the file."""
ON_PAST: Final = ("keep snapshot", "what changed", "snapshots", "earlier versions")
"""What was before; in a menu of its own below that, as are copies."""
ON_COPIES: Final = ("bring in copy", "take back form", "-", "hand over", "remove names")
"""What comes back from others, and what goes to them."""
ON_PROGRAM: Final = ("command list", "key sheet", "settings", "-", "start page", "close")
"""With what that menu ends: the program."""
ON_PAGES: Final = (
    "rename page", "duplicate page", "page up", "page down", "-",
    "add fishbone", "add theory", "all pages", "-", "delete page",
)  # fmt: skip
"""The menu of a page in the list of pages; a menu of its own in that of the page in view."""
ON_PAGE: Final = (
    "copy picture", "-", "filter", "line of sight", "sight in words", "open questions", "-",
    "fold", "mirror", "untangle", "build aim", "name columns", "bones from template",
    "vote", "make drivers", "-",
)  # fmt: skip
"""The menu of the page in view; it ends with the menu of pages."""
ON_GROUND: Final = (
    "paste", "-", "zoom fit", "zoom in", "zoom out", "-",
    *(name for name in ON_PAGE if name != "fold"),
)  # fmt: skip
"""The menu of the empty paper and the desk."""
ON_CYCLE: Final = ("cycle step", "from paper", "next cycle", "new cycle", "cancel cycle")
"""What is done with the cycle in view."""
ON_MEETING: Final = (
    "meeting step", "catch up", "who is here", "agenda", "add decision", "add next step",
    "close meeting", "open meeting again", "copy meeting e-mail", "new meeting",
)  # fmt: skip
"""What is done with the meeting in view."""
ON_SNAPSHOT: Final = ("restore page", "restore pages", "bring back")
"""What is taken over from the snapshot in view."""
ON_PACKET: Final = ("make pdf", "make office", "print", "view pdf")
"""What is done with the packet in view."""
ON_VIEW: Final = ("left panel", "right panel", "key hints")
"""What of the window can be folded or hidden."""
ON_LOOK: Final = (
    "theme system", "theme light", "theme dark", "theme contrast", "theme projector",
)  # fmt: skip
"""The looks of the window."""
ON_CHANGE: Final = frozenset((*ON_ITEM, *ON_MOVES, *ON_EVIDENCE, "replace")) - {
    "-",
    "sight in words",
}
"""What changes items: nothing does while somebody looks at what was."""
