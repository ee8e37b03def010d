"""Which language a workbook's words are in: advice about wording knows English only."""

from ilead_studio.model import Workbook


def is_english(workbook: Workbook) -> bool:
    """Tell whether the words of a workbook are English, of whatever country."""
    return workbook.language.lower().split("-")[0] in ("en", "eng")
