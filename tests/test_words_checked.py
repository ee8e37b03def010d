"""``check`` looks at every word that can be printed, those of ideas, cycles and meetings too."""

from trials import CYCLE, ENDED, REPLY, studying
from workbooks import key

from ilead_studio import edits
from ilead_studio.commands import undrawable
from ilead_studio.model import Consequence


def test_no_word_of_an_idea_a_cycle_or_a_meeting_is_forgotten() -> None:
    workbook = edits.put(studying(), [key("talk")], consequences=(Consequence(text="Fun 🎉"),))
    workbook = edits.change_line(workbook, CYCLE, REPLY, result="61 🎈")
    workbook = edits.add_break(workbook, key("off"), "Winter ⛄", ENDED, ENDED)
    workbook = edits.add_meeting(workbook, key("meet"), ENDED)
    workbook = edits.add_agenda_item(workbook, key("meet"), key("line"), "Cake 🎂")
    found = [(it.item, it.rule) for it in undrawable(workbook)]
    assert found == [
        (it, "character-not-in-font") for it in (key("talk"), CYCLE, key("meet"), key("off"))
    ]
