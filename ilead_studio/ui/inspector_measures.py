"""By what one sees that a driver changes: the names of its measures."""

from ilead_studio.model import MeasureName
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.ui.inspector_fields import TextField
from ilead_studio.ui.inspector_group import Group, Seen
from ilead_studio.ui.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class MeasuresGroup(Group):
    """The measures of drivers by name, one on a line."""

    name = "measures"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Measured by"))
        asks = say("What one can count or rate, one on a line")
        self.field = TextField(look, say("Measured by"), 2, asks)
        self.field.typed.connect(self._write)
        self.field.done.connect(self.end_burst)
        self.stack.addWidget(self.field)

    def _write(self, words: str) -> None:
        names = (line.strip() for line in words.splitlines())
        measures = tuple(MeasureName(name=name[:LABEL_MAX]) for name in names if name)
        self.put(say("change measures"), burst="measures", measures=measures)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only drivers have measures of their own."""
        return bool(it.having("measures"))

    def tell(self, it: Seen) -> None:
        """Show the measures that all have."""
        measures, differ = it.common("measures")
        names = "\n".join(measure.name for measure in measures or ())
        self.field.show_text(names, is_mixed=differ)
