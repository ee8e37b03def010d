"""What a packet prints: for each of its pages the leaves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ilead_studio.model.packet import PrintedPage
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.leaf import AnyLeaf, Form


def leaves_of(pages: Sequence[PrintedPage], given: Given) -> Iterator[AnyLeaf]:
    """Return what pages print, one after the other; a kind that is not known prints nothing.

    ``given`` is what all of them share.
    """
    known = {it.name: it for it in kinds()}
    for page in pages:
        kind = known.get(page.kind)
        if kind is not None:
            poster = (page.across, page.down) if page.is_poster else None
            form: Form = "fillable" if page.form == "fillable" else "pen"
            yield from kind.make(
                replace(
                    given, of=page.of or "", form=form, filled=page.form == "filled", poster=poster
                )
            )
