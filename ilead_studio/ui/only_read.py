"""What is said of a workbook that can only be read."""

from ilead_studio.words import say


def why_only_read() -> str:
    """Say why a workbook that can only be read is not changed."""
    return say("This workbook can only be read here. Save it under another name.")
