"""What logos say, beside what somebody typed: an SVG can show a name in letters."""

from collections.abc import Iterator

from ilead_studio.model import Workbook
from ilead_studio.model.logo import words_in
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.worded import Said, said_in

LOGO = "logo"
"""The field that holds it."""
_KEPT = 2


@keeping(_KEPT)
def said_or_shown(workbook: Workbook) -> tuple[Said, ...]:
    """Return every text that somebody typed, and then what logos show."""
    return (*said_in(workbook), *_shown(workbook))


def _shown(workbook: Workbook) -> Iterator[Said]:
    for party in workbook.parties:
        if words := words_in(party.logo):
            yield Said(words, LOGO, party)
