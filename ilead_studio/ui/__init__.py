"""The window: PySide6 lives here and in ``app`` only.

Views show the session's workbook and turn keys and clicks into edits; they hold no document of
their own.
"""

from ilead_studio.ui.trouble.guard import keep_errors_out_of_qt

keep_errors_out_of_qt()
