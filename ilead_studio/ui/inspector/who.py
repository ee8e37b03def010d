"""To whom items belong, and in which role somebody raised or owns them; never a student's name."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ilead_studio.model import Fishbone, Theory, Workbook
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.fields import LineField, ListField, Tick
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class PartiesGroup(Group):
    """A tick for each party of the workbook, with its kind at the right."""

    name = "parties"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Belongs to"))
        self.ticks: dict[str, Tick] = {}
        self._rows: list[QWidget] = []
        self._shown: tuple[object, ...] = ()

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Without parties there is nothing to tick; a head alone is not asked first."""
        asked = (item for item in it.having("parties") if not isinstance(item, Fishbone | Theory))
        return bool(it.workbook.parties) and any(asked)

    def tell(self, it: Seen) -> None:
        """Show to whom all, none or some belong."""
        parties = self._work.workbook.parties
        if parties != self._shown:
            self._shown = parties
            self._make()
        belongs = it.values("parties")
        for party_id, tick in self.ticks.items():
            tick.show_ticks(party_id in has for has in belongs)

    def _make(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.ticks = [], {}
        for party in self._work.workbook.parties:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            tick = self.ticks[party.id] = Tick(party.name.replace("&", "&&"))
            tick.clicked.connect(lambda _=False, party_id=party.id: self._tick(party_id))
            line.addWidget(tick, 1)
            line.addWidget(label("" if party.kind == "other" else party.kind, "small"))
            self.stack.addWidget(row)
            row.show()  # now: a layout does it only when Qt comes to it
            self._rows.append(row)
        tab_through((self,))

    def _tick(self, party_id: str) -> None:
        """Give all selected items to a party too, or to it no longer; the others stay."""
        on, order = self.ticks[party_id].isChecked(), [*self.ticks]
        given = {}
        for it in self._seen.having("parties"):
            has = {*it.parties} - {party_id} | ({party_id} if on else set())
            given[it.id] = tuple(sorted(has, key=order.index))
        self.put_each(say("change to whom it belongs"), "parties", given)


def roles_in(workbook: Workbook) -> list[str]:
    """Return the roles that were used before, in order."""
    causes = (cause.raised_by for page in workbook.fishbones for cause in page.causes)
    owners = (driver.owner for page in workbook.theories for driver in page.drivers)
    ideas = (role for idea in workbook.ideas for role in (idea.raised_by, idea.owner))
    cycles = (cycle.owner for cycle in workbook.cycles)
    return sorted({*causes, *owners, *ideas, *cycles} - {""}, key=str.casefold)


class RoleGroup(Group):
    """A role: who raised something, or who owns it."""

    field = "raised_by"

    def __init__(self, work: Work, look: Look, title: str, asks: str, done: str) -> None:
        super().__init__(work, look, title)
        self._done = done
        self.line = _RoleLine(title, asks, self)
        self.line.typed.connect(self._write)
        self.line.done.connect(self.end_burst)
        self.list = ListField(self.line)
        self.stack.addWidget(self.list)

    def _write(self, role: str) -> None:
        self.put(self._done, burst=self.field, **{self.field: role.strip()})

    def offer(self) -> None:
        """Offer the roles that were used before."""
        self.list.offer(roles_in(self._work.workbook))

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only some kinds of items have it."""
        return bool(it.having(cls.field))

    def tell(self, it: Seen) -> None:
        """Show the role that all have."""
        value, differ = it.common(self.field)
        self.line.show_text(value or "", is_mixed=differ)


class _RoleLine(LineField):
    """Asks for the roles used before when the keyboard comes: not at every key on the page."""

    def __init__(self, name: str, asks: str, group: RoleGroup) -> None:
        super().__init__(name, asks)
        self._group = group

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the roles ready."""
        self._group.offer()
        super().focusInEvent(event)


class RaisedGroup(RoleGroup):
    """Who raised a cause or an idea."""

    name = field = "raised_by"

    def __init__(self, work: Work, look: Look) -> None:
        asks = say("A role, never a student’s name")
        super().__init__(work, look, say("Raised by"), asks, say("change who raised it"))


class OwnerGroup(RoleGroup):
    """Who owns a driver or a change idea."""

    name = field = "owner"

    def __init__(self, work: Work, look: Look) -> None:
        asks = say("A party or a role")
        super().__init__(work, look, say("Owner"), asks, say("change the owner"))

    def offer(self) -> None:
        """Offer parties and roles."""
        parties = [party.name for party in self._work.workbook.parties]
        self.list.offer([*parties, *roles_in(self._work.workbook)])
