"""Names that are proposed for files: every system takes them."""

import pytest

from ilead_studio.ui.files.proposed import proposed_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Absences: “why?” 5/6", "Absences why 5 6"),
        (" .. ", "Workbook"),
        ("Con", "Con 1"),
        ("LPT1", "LPT1 1"),
        ("Contact", "Contact"),
        ("Ünïted " * 20, "Ünïted " * 7 + "Ünïted"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert proposed_name(title) == name
