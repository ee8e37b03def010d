"""ONE open document: its history, its selection, and one message for each change.

Plain Python: no Qt, no drawing. Imports model, rules and edits.
"""

from ilead_studio.session.session import Selection, Session, Step

__all__ = ["Selection", "Session", "Step"]
