"""What is known of an item besides its words, as it stands under them in an outline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ilead_studio.drawing.signs import meaning
from ilead_studio.model import Cause, Citation, Cycle, Driver, Evidence, Idea, Workbook
from ilead_studio.packet.blocks import Text, plain
from ilead_studio.rules.cycles import state_words
from ilead_studio.rules.family import Below as Record
from ilead_studio.words import capital, say


@dataclass(frozen=True, slots=True)
class Known:
    """What items name by id: parties, evidence, causes; and the cycles of ideas."""

    parties: Mapping[str, str]
    evidence: Mapping[str, Evidence]
    refs: Mapping[str, str]
    cycles: Mapping[str, Sequence[Cycle]]

    @classmethod
    def of(cls, workbook: Workbook) -> "Known":
        """Read a workbook."""
        causes = (cause for page in workbook.fishbones for cause in page.causes)
        cycles: dict[str, list[Cycle]] = {}
        for cycle in workbook.cycles:
            cycles.setdefault(cycle.idea_id, []).append(cycle)
        return cls(
            {party.id: party.name for party in workbook.parties},
            {found.id: found for found in workbook.evidence},
            {cause.id: cause.ref for cause in causes},
            cycles,
        )

    def about(self, record: Record, *, is_judged: bool) -> Iterator[Text]:
        """Return in lines what is known of an item; a bone is not judged."""
        if isinstance(record, Driver):
            yield from (Text(plain(line), "detail") for line in paragraphs_of(record.definition))
        yield from (Text(plain(said), "note") for said in self._evidence(record, is_judged))
        if facts := " · ".join(filter(None, self._facts(record))):
            yield Text(plain(facts), "detail")

    def _evidence(self, record: Record, is_judged: bool) -> Iterator[str]:
        """Say how sure one is, and by what: "Supported: Nine interviews, March (speaks for)"."""
        if not isinstance(record, Cause | Driver):
            return
        state = capital(meaning(record.evidence)) if isinstance(record, Cause) and is_judged else ""
        said = [*map(self._cited, record.cites)]
        if state:
            first = say("{state}: {evidence}", state=state, evidence=said[0]) if said else ""
            yield first or say("{state}.", state=state)
        yield from said[1:] if state else said

    def _cited(self, cited: Citation) -> str:
        found = self.evidence[cited.evidence_id]
        words = ", ".join(filter(None, (found.text, found.source, found.date)))
        speaks = {
            "for": say("speaks for"), "against": say("speaks against"), "mixed": say("mixed"),
        }  # fmt: skip
        return say("{evidence} ({speaks})", evidence=words, speaks=speaks[cited.speaks])

    def _facts(self, record: Record) -> Iterator[str]:
        if isinstance(record, Cause) and record.same_as:
            yield say("Linked copy of {ref}", ref=self.refs[record.same_as])
        if isinstance(record, Driver) and record.answers:
            causes = ", ".join(self.refs[it] for it in record.answers)
            yield say("Answers {causes}", causes=causes)
        if isinstance(record, Driver) and record.measures:
            names = ", ".join(measure.name for measure in record.measures)
            yield say("Measured by {names}", names=names)
        if isinstance(record, Idea) and record.state != "proposed":
            yield capital(meaning(record.state))
        if record.parties:
            names = ", ".join(self.parties[it] for it in record.parties)
            yield say("Belongs to {parties}", parties=names)

    def cycles_of(self, idea_id: str) -> Iterator[Text]:
        """Return a line for each cycle of a change idea."""
        for cycle in self.cycles.get(idea_id, ()):
            words = cycle.objective or state_words(cycle)
            said = say("Cycle {ref}: {objective}", ref=cycle.ref, objective=words)
            yield Text(plain(said), "detail")


def paragraphs_of(notes: str) -> Sequence[str]:
    """Return the paragraphs of notes, which are divided by line breaks."""
    return [line.strip() for line in notes.split("\n") if line.strip()]
