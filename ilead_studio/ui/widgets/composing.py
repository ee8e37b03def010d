"""What an input method composes in a field: it stands there, but the field does not hold it yet."""

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_UNIT = "utf-16-le"
"""As Qt counts letters: one beyond the first plane is two."""


def composed_in(field: QTextEdit | QPlainTextEdit) -> str:
    """Return what is being composed at the caret of a field."""
    return field.textCursor().block().layout().preeditAreaText()


def shown_in(field: QTextEdit | QPlainTextEdit) -> str:
    """Return what stands in a field, with what is being composed in it."""
    words, coming = field.toPlainText(), composed_in(field)
    if not coming:
        return words
    block = field.textCursor().block()
    at = 2 * (block.position() + block.layout().preeditAreaPosition())
    units = words.encode(_UNIT, "surrogatepass")
    before, after = (it.decode(_UNIT, "surrogatepass") for it in (units[:at], units[at:]))
    return f"{before}{coming}{after}"
