"""Edits of the aim by its parts, and of what each party gains (method, sections 5 and 9)."""

from ilead_studio.edits.driver import theory_of
from ilead_studio.edits.measure_names import meant_by
from ilead_studio.edits.parts import changed, gone, short_enough, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Gain, Theory, Workbook, replace
from ilead_studio.model.text import tidy
from ilead_studio.rules.aim import aim_sentence, is_built
from ilead_studio.words import say


def put_aim(workbook: Workbook, theory_id: str, **parts: str) -> Workbook:
    """Change parts of an aim, such as ``target``; the sentence follows if it was made of them.

    An aim that was typed freely stays as it is, until ``build_aim`` puts the sentence in its place.
    An indicator that is called as a measure means that measure.

    Raises:
        EditError: if the theory is not there, or something does not fit.
    """
    page = theory_of(workbook, theory_id)
    new = changed(page.aim_parts, **{name: tidy(text) for name, text in parts.items()})
    follows = not page.aim or is_built(page)
    aim = short_enough(aim_sentence(new)) if follows else page.aim
    was, now = page.aim_parts.indicator, new.indicator
    meant = page.measure_id if was == now else meant_by(workbook, now, was, page.measure_id)
    return with_page(workbook, replace(page, aim_parts=new, aim=aim, measure_id=meant))


def build_aim(workbook: Workbook, theory_id: str) -> Workbook:
    """Let the sentence of the parts be the aim, whatever was typed there before.

    Raises:
        EditError: if the theory is not there, or no part is known.
    """
    page = theory_of(workbook, theory_id)
    aim = short_enough(aim_sentence(page.aim_parts))
    if not aim:
        raise EditError(say("Nothing is known of the aim yet. Fill in a part first."))
    return with_page(workbook, replace(page, aim=aim))


def put_gain(workbook: Workbook, theory_id: str, party_id: str, text: str) -> Workbook:
    """Say what a party gains when the aim is reached; without words it is not said.

    Gains stand in the order of the parties.

    Raises:
        EditError: if the theory or the party is not there, or the words do not fit.
    """
    page = theory_of(workbook, theory_id)
    order = [it.id for it in workbook.parties]
    if party_id not in order:
        raise gone()
    said = {it.party_id: it for it in page.gains if it.party_id != party_id}
    if tidy(text):
        said[party_id] = Gain(party_id=party_id, text=words_for(text))
    gains = tuple(said[it] for it in order if it in said)
    return with_page(workbook, replace(page, gains=gains))


def gain_of(theory: Theory, party_id: str) -> str:
    """Return what a party gains from a theory's aim; empty until somebody says it."""
    return next((it.text for it in theory.gains if it.party_id == party_id), "")
