"""The style sheet of the window: grounds, words, buttons, fields, lists, in the sizes of a look."""

from typing import Final

from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.looks.look import FAMILY, Look

_CONTROL_RADIUS, _CARD_RADIUS = 4, 6
_RING_ON_FILL: Final = 6
"""Pixels of the ring inside a filled button: a line in the colour of its words between two others,
because no colour stands out from both the fill and the ground."""

# Kind of button: its height, and its padding left and right.
_BUTTONS: Final = {
    "": ("control", 8),
    "plain": ("control", 12),
    "main": ("main", 16),
    "quiet": ("row", 4),
    "name": ("control", 8),
    "page": ("control", 8),
    "tab": ("tab", 10),
    "section": ("control", 8),
    "field": ("control", 8),
    "rail": ("control", 0),
    "group": ("row", 4),
    "segment": ("control", 4),
    "check": ("row", 0),
    "icon": ("row", 4),
    "tile": ("tile", 12),
    "recent": ("recent", 12),
    "choice": ("row", 0),
}


def style_sheet(look: Look) -> str:
    """Write the style sheet; selectors are classes and the dynamic property ``kind``.

    Pictures are found under the search path ``sheet:``.
    """
    parts = (
        _grounds,
        _words,
        _button_sizes,
        _button_colours,
        _turned_buttons,
        _fields,
        _choices,
        _trees,
        _lists,
        _tables,
        _small_parts,
        _start_page,
    )
    return "".join(part(look) for part in parts)


def _grounds(look: Look) -> str:
    t = look.theme
    return f"""
QMainWindow, QWidget[kind="desk"] {{ background: {t.desk}; }}
QWidget[kind="panel"] {{ background: {t.panel}; }}
QWidget[kind="column"] {{ background: {t.panel}; border: {t.line}px solid {t.rule};
    border-radius: {_CARD_RADIUS}px; }}
QWidget[kind="drop"] {{ background: {t.accent}; border-radius: 1px; }}
QWidget[kind="bar"] {{ background: {t.panel}; border-bottom: {t.line}px solid {t.rule}; }}
QWidget[kind="foot"] {{ background: {t.panel}; border-top: {t.line}px solid {t.rule}; }}
QWidget[kind="left"] {{ background: {t.panel}; border-right: {t.line}px solid {t.rule}; }}
QWidget[kind="right"] {{ background: {t.panel}; border-left: {t.line}px solid {t.rule}; }}
QFrame[kind="popup"] {{ background: {t.paper}; border: {t.line}px solid {t.edge};
    border-radius: 8px; }}
QFrame[kind="card"] {{ background: {t.paper}; border: {t.line}px solid {t.rule};
    border-radius: {_CARD_RADIUS}px; }}
QFrame[kind="rule"] {{ background: {t.rule}; max-height: 1px; min-height: 1px; border: none; }}
QFrame[kind="warn"] {{ background: {t.warn_soft}; border: {t.line}px solid {t.warn};
    border-radius: {_CARD_RADIUS}px; }}
"""


def _words(look: Look) -> str:
    t = look.theme
    small, title = look.type("small"), look.type("title")
    return f"""
* {{ color: {t.ink}; }}
QMenu, QToolTip, QComboBox, QMessageBox {{ font-family: "{FAMILY}";
    font-size: {look.type("body")}px; }}
QLabel {{ background: transparent; }}
QLabel[kind="small"] {{ font-size: {small}px; color: {t.ink_soft}; }}
QLabel[kind="label"] {{ font-size: {small}px; font-weight: 600; color: {t.ink_soft}; }}
QLabel[kind="status"] {{ font-size: {small + 1}px; color: {t.ink_soft}; }}
QLabel[kind="status"]:focus {{ border: {t.ring}px solid {t.focus};
    border-radius: {_CONTROL_RADIUS}px; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="lead"] {{ font-size: {look.type("lead")}px; font-weight: 600; }}
QLabel[kind="title"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[kind="key"] {{ color: {t.ink_soft}; }}
QLineEdit[kind="lead"] {{ font-size: {look.type("lead")}px; font-weight: 600; }}
QPushButton[kind="title"], QLineEdit[kind="title"] {{ font-size: {title}px; font-weight: 600;
    text-align: left; padding: 0 {look.px(4)}px; }}
"""


def _button_sizes(look: Look) -> str:
    """Height and ring of each kind: the ring grows inward, so that nothing moves."""
    t, control = look.theme, look.hit("control")
    rules = [
        f"""
QPushButton, QToolButton {{ background: transparent; border: {t.line}px solid transparent;
    border-radius: {_CONTROL_RADIUS}px; outline: none; }}
QToolButton {{ min-width: {control - 2 * t.line}px; min-height: {control - 2 * t.line}px;
    padding: 0; }}
QToolButton:focus {{ border: {t.ring}px solid {t.focus}; min-width: {control - 2 * t.ring}px;
    min-height: {control - 2 * t.ring}px; }}
QToolButton[kind="steps"] {{ min-width: {look.px(22) - 2 * t.line}px; }}
QToolButton[kind="steps"]:focus {{ min-width: {look.px(22) - 2 * t.ring}px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""
    ]
    for kind, (height, side) in _BUTTONS.items():
        which = f'QPushButton[kind="{kind}"]' if kind else "QPushButton"
        tall, on_fill = look.hit(height), kind == "main"
        ring = _RING_ON_FILL if on_fill else t.ring
        drawn = f"double {t.on_accent}; border-radius: 0" if on_fill else f"solid {t.focus}"
        inner = look.px(side) - ring + t.line
        rules.append(f"""
{which} {{ min-height: {tall - 2 * t.line}px; padding: 0 {look.px(side)}px; }}
{which}:focus {{ border: {ring}px {drawn}; min-height: {tall - 2 * ring}px;
    padding: 0 {max(0, inner)}px; }}
""")
    return "".join(rules)


def _button_colours(look: Look) -> str:
    t = look.theme
    return f"""
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {t.accent_soft}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.off}; }}
QPushButton[kind="plain"] {{ background: {t.paper}; border-color: {t.edge}; }}
QPushButton[kind="plain"]:hover {{ background: {t.hover}; }}
QPushButton[kind="plain"]:disabled {{ color: {t.off}; border-color: {t.rule}; }}
QPushButton[kind="main"] {{ background: {t.accent}; color: {t.on_accent}; font-weight: 600;
    border-color: {t.accent}; }}
QPushButton[kind="main"]:disabled {{ background: {t.panel}; color: {t.off};
    border-color: {t.rule}; }}
QPushButton[kind="quiet"] {{ color: {t.accent}; text-align: left; }}
QPushButton[kind="quiet"]:disabled {{ color: {t.off}; }}
QPushButton[kind="name"], QPushButton[kind="section"] {{ font-weight: 600; }}
QPushButton[kind="field"] {{ background: {t.paper}; border-color: {t.edge}; color: {t.ink_soft};
    text-align: left; }}
QPushButton[kind="field"]:hover {{ background: {t.hover}; }}
"""


def _turned_buttons(look: Look) -> str:
    """What shows where one is: pages, groups, segments and tabs."""
    t = look.theme
    return f"""
QPushButton[kind="rail"]:checked {{ background: {t.accent_soft}; }}
QPushButton[kind="page"] {{ text-align: left; }}
QPushButton[kind="page"]:checked {{ background: {t.accent_soft}; font-weight: 600; }}
QPushButton[kind="group"] {{ font-size: {look.type("small")}px; font-weight: 600;
    color: {t.ink_soft}; text-align: left; }}
QPushButton[kind="segment"] {{ background: {t.paper}; border-color: {t.edge}; }}
QPushButton[kind="segment"]:hover {{ background: {t.hover}; }}
QPushButton[kind="segment"]:checked {{ background: {t.accent_soft}; font-weight: 600; }}
QPushButton[kind="segment"]:checked:!focus {{ border-color: {t.accent}; }}
QPushButton[kind="segment"]:disabled {{ border-color: {t.rule}; }}
QPushButton[kind="tab"] {{ border-radius: 0; color: {t.ink_soft}; }}
QPushButton[kind="tab"]:hover {{ color: {t.ink}; background: {t.hover}; }}
QPushButton[kind="tab"]:checked {{ color: {t.ink}; font-weight: 600; }}
QPushButton[kind="tab"]:checked:!focus {{ border-bottom: 3px solid {t.accent}; padding-top: 2px; }}
"""


def _fields(look: Look) -> str:
    t, px, control = look.theme, look.px, look.hit("control")
    inner = t.ring - t.line
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{ background: {t.paper};
    border: {t.line}px solid {t.edge}; border-radius: {_CONTROL_RADIUS}px; padding: 0 {px(8)}px;
    placeholder-text-color: {t.ink_soft};
    selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QLineEdit, QComboBox {{ min-height: {control - 2 * t.line}px; }}
QLineEdit:focus, QComboBox:focus {{ border: {t.ring}px solid {t.focus};
    padding: 0 {px(8) - inner}px; min-height: {control - 2 * t.ring}px; }}
QLineEdit[kind="command"], QLineEdit[kind="command"]:focus {{ border: none; padding: 0 {px(4)}px;
    font-size: {look.type("lead")}px; min-height: {look.hit("main")}px; }}
QPlainTextEdit {{ padding: 2px {px(4)}px; }}
QPlainTextEdit:focus {{ border: {t.ring}px solid {t.focus};
    padding: {2 - inner}px {px(4) - inner}px; }}
QPlainTextEdit[kind="cell"], QLineEdit[kind="cell"] {{ background: transparent;
    border-color: transparent; border-bottom-color: {t.rule}; border-radius: 0; }}
QLineEdit[kind="cell"] {{ padding: 0 {px(4)}px; min-height: {look.hit("row") - 2 * t.line}px; }}
QPlainTextEdit[kind="cell"] {{ padding: 0 {px(4)}px; }}
QPlainTextEdit[kind="cell"]:focus {{ padding: 0 {px(4) - inner}px; }}
QPlainTextEdit[kind="cell"]:hover, QLineEdit[kind="cell"]:hover {{ border-color: {t.edge}; }}
QPlainTextEdit[kind="cell"]:focus, QLineEdit[kind="cell"]:focus {{ background: {t.paper};
    border-color: {t.focus}; border-radius: {_CONTROL_RADIUS}px; }}
QLineEdit[kind="cell"]:focus {{ padding: 0 {px(4) - inner}px;
    min-height: {look.hit("row") - 2 * t.ring}px; }}
QTextEdit[kind="editor"] {{ border: {t.ring}px solid {t.focus}; padding: 0; }}
"""


def _choices(look: Look) -> str:
    """What is ticked, and lists to choose from."""
    t, px = look.theme, look.px
    return f"""
QCheckBox {{ spacing: {px(8)}px; min-height: {look.hit("row") - 2 * t.ring}px;
    background: transparent; border: {t.ring}px solid transparent;
    border-radius: {_CONTROL_RADIUS}px; outline: none; }}
QCheckBox:focus {{ border-color: {t.focus}; }}
QCheckBox:disabled {{ color: {t.off}; }}
QCheckBox::indicator {{ width: {px(18)}px; height: {px(18)}px; border: {t.line}px solid {t.edge};
    border-radius: 3px; background: {t.paper}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url(sheet:check.svg); }}
QCheckBox::indicator:indeterminate {{ background: {t.accent}; border-color: {t.accent};
    image: url(sheet:minus.svg); }}
QCheckBox::indicator:disabled {{ border-color: {t.rule}; background: {t.panel}; }}
QComboBox:disabled {{ color: {t.off}; border-color: {t.rule}; }}
QComboBox QLineEdit {{ border: none; min-height: 0; padding: 0; }}
QComboBox QLineEdit:focus {{ border: none; min-height: 0; padding: 0; }}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: url(sheet:chevron-down.svg); width: {px(16)}px;
    height: {px(16)}px; }}
QComboBox QAbstractItemView {{ border: {t.line}px solid {t.edge}; }}
"""


def _trees(look: Look) -> str:
    """All views, and those of trees."""
    t, px, row = look.theme, look.px, look.hit("row")
    return f"""
QAbstractItemView {{ background: {t.paper}; border: none; outline: none;
    selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QListView[kind="found"] {{ background: transparent; }}
QTreeView[kind="bare"] {{ background: transparent; font-size: {look.type("outline")}px; }}
QTreeView[kind="bare"] {{ show-decoration-selected: 0; }}
QTreeView::branch, QTreeView::branch:selected {{ background: transparent; }}
QTreeView::branch:has-children:closed {{ image: url(sheet:chevron-right.svg); }}
QTreeView::branch:has-children:open {{ image: url(sheet:chevron-down.svg); }}
QTreeView[kind="lines"], QListView[kind="lines"] {{ border: {t.line}px solid {t.rule};
    border-radius: {_CARD_RADIUS}px; padding: {px(4)}px; }}
QTreeView[kind="roots"] {{ background: transparent; font-size: {look.type("outline")}px; }}
QTreeView[kind="lines"]::item, QTreeView[kind="roots"]::item {{ padding: 0 {px(4)}px;
    min-height: {row - 2 * t.ring}px; border: {t.ring}px solid transparent; }}
QTreeView[kind="lines"]::item:hover, QTreeView[kind="roots"]::item:hover {{
    background: {t.hover}; }}
QTreeView[kind="lines"]::item:selected, QTreeView[kind="roots"]::item:selected {{
    background: {t.accent_soft}; color: {t.ink}; }}
QTreeView[kind="lines"]::item:focus, QTreeView[kind="roots"]::item:focus {{
    border-color: {t.focus}; }}
"""


def _lists(look: Look) -> str:
    t, px, row = look.theme, look.px, look.hit("row")
    return f"""
QListView[kind="cards"] {{ background: transparent; }}
QListView::item {{ min-height: {row}px; padding: 0 {px(4)}px;
    border: {t.ring}px solid transparent; }}
QListView::item:hover {{ background: {t.hover}; }}
QListView::indicator {{ width: {px(18)}px; height: {px(18)}px; border: {t.line}px solid {t.edge};
    border-radius: 3px; background: {t.paper}; }}
QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url(sheet:check.svg); }}
QListView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QListView::item:focus {{ border-color: {t.focus}; border-radius: {_CONTROL_RADIUS}px; }}
"""


def _tables(look: Look) -> str:
    t, px = look.theme, look.px
    return f"""
QTableView[kind="rows"] {{ background: {t.paper}; border: {t.line}px solid {t.rule}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableView[kind="evidence"] {{ border: {t.line}px solid {t.rule}; background: {t.paper};
    alternate-background-color: {t.panel}; border-radius: {_CARD_RADIUS}px; }}
QTableView[kind="evidence"]::item {{ padding: {px(4)}px; border: {t.ring}px solid transparent;
    border-bottom: {t.line}px solid {t.rule}; }}
QTableView[kind="evidence"]::item:selected:!focus {{ background: {t.hover}; }}
QTableView[kind="evidence"]::item:focus {{ border-color: {t.focus};
    background: {t.accent_soft}; color: {t.ink}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.paper}; color: {t.ink_soft};
    font-size: {look.type("small")}px; font-weight: 600; border: none;
    border-bottom: {t.line}px solid {t.edge}; padding: {px(6)}px {px(6)}px; }}
QTableView[kind="evidence"] QHeaderView::section {{ padding: {px(6)}px {px(9)}px; }}
QHeaderView::section:hover {{ background: {t.hover}; }}
"""


def _small_parts(look: Look) -> str:
    t, px, row = look.theme, look.px, look.hit("row")
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[kind="read"] {{ border: {t.ring}px solid transparent;
    border-radius: {_CONTROL_RADIUS}px; }}
QScrollArea[kind="read"]:focus {{ border-color: {t.focus}; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: {px(2)}px; margin: {px(4)}px; }}
QScrollBar::handle:vertical {{ min-width: {px(4)}px; min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-height: {px(4)}px; min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {t.ink_soft}; margin: {px(2)}px;
    border-radius: {px(4)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.paper}; color: {t.ink}; border: {t.line}px solid {t.edge};
    padding: {px(4)}px {px(8)}px; }}
QMenu {{ background: {t.paper}; border: {t.line}px solid {t.edge}; padding: {px(4)}px; }}
QMenu::item {{ min-height: {row}px; padding: 0 {px(24)}px 0 {px(12)}px;
    border-radius: {_CONTROL_RADIUS}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; }}
QMenu::item:disabled {{ color: {t.off}; }}
QMenu::right-arrow {{ image: url(sheet:chevron-right.svg); width: {px(16)}px;
    height: {px(16)}px; }}
QMenu::separator {{ height: 1px; background: {t.rule}; margin: {px(4)}px {px(8)}px; }}
"""


def _start_page(look: Look) -> str:
    """Tiles, rows of recent workbooks and the choices of a card; the ring grows inward."""
    t = look.theme
    return f"""
QScrollArea[kind="left"] {{ border-right: {t.line}px solid {t.rule}; }}
QLabel[kind="display"] {{ font-size: {look.type("display")}px; font-weight: 600; }}
QLabel[kind="picture"] {{ background: {PRINT.paper}; border: 1px solid {t.edge}; }}
QLabel[kind="no picture"] {{ border: 1px solid {t.rule}; }}
QPushButton[kind="tile"] {{ background: {t.paper}; border-color: {t.edge}; text-align: left; }}
QPushButton[kind="recent"] {{ background: {t.paper}; border-color: {t.rule};
    border-radius: {_CARD_RADIUS}px; }}
QPushButton[kind="tile"]:hover, QPushButton[kind="recent"]:hover {{ background: {t.hover}; }}
QPushButton[kind="tile"]:pressed, QPushButton[kind="recent"]:pressed {{
    background: {t.accent_soft}; }}
QPushButton[kind="tile"]:focus, QPushButton[kind="recent"]:focus {{ border-color: {t.focus}; }}
QPushButton[kind="choice"] {{ background: {t.paper}; border-color: {t.rule}; text-align: left;
    border-radius: {_CARD_RADIUS}px; }}
QPushButton[kind="choice"]:hover {{ background: {t.hover}; }}
QPushButton[kind="choice"]:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QPushButton[kind="choice"]:focus {{ border-color: {t.focus}; }}
QPushButton[kind="plain"]:checked {{ background: {t.accent_soft}; border-color: {t.accent};
    font-weight: 600; }}
QListView[kind="choices"] {{ border: {t.line}px solid {t.edge};
    border-radius: {_CONTROL_RADIUS}px; padding: 3px; }}
QListView[kind="choices"]::item:selected:focus {{ border: {t.ring}px solid {t.focus}; }}
"""
