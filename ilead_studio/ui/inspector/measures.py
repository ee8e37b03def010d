"""By what one sees that a driver changes: its measures, and the measure of an aim."""

from ilead_studio.model import Measure, MeasureName, Theory
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.rules.measures import last_words, measure_with_id
from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.links.links_list import LinksList, NamedLine
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.offers import TextOffers
from ilead_studio.ui.work import Work
from ilead_studio.words import say


def measure_names(work: Work) -> list[str]:
    """Return the names of all measures."""
    return [it.name for it in work.workbook.measures]


def measure_line(measure: Measure) -> NamedLine:
    """Return the line that goes to a measure, with its last number."""
    words = " · ".join(filter(None, (measure.name, last_words(measure))))
    return NamedLine(measure.id, "chart-line", words)


class MeasuresGroup(Group):
    """The measures of drivers by name, one on a line; those that there are can be gone to."""

    name = "measures"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Measured by"))
        asks = say("What one can count or rate, one on a line")
        self.field = TextField(look, say("Measured by"), 2, asks)
        self.field.typed.connect(self._write)
        self.field.done.connect(self.end_burst)
        self.offers = TextOffers(self.field, lambda: measure_names(work))
        self.links = LinksList(look, "")
        self.links.chosen.connect(self.gone_to)
        self.stack.addWidget(self.field)
        self.stack.addWidget(self.links)

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
        ids = dict.fromkeys(named.measure_id for named in measures or ())
        found = [measure_with_id(it.workbook, each) for each in ids if each]
        self.links.show_lines([measure_line(each) for each in found if each])
        self.links.setVisible(bool(found))


class AimMeasureGroup(Group):
    """The measure that the aim names as its indicator."""

    name = "aim measure"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Measured by"))
        self.links = LinksList(look, "")
        self.links.chosen.connect(self.gone_to)
        self.stack.addWidget(self.links)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for an aim that names a measure."""
        return isinstance(it.one, Theory) and it.one.measure_id is not None

    def tell(self, it: Seen) -> None:
        """Show the measure, with a way to it."""
        measure_id = it.one.measure_id if isinstance(it.one, Theory) else None
        measure = measure_with_id(it.workbook, measure_id or "")
        self.links.show_lines([measure_line(measure)] if measure else [])
