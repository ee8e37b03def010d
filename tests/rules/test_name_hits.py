"""People who are named are found, hit by hit, and replaced where somebody approves."""

import base64
import re
import struct
import zlib
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import attendance, both, chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook, replace
from ilead_studio.rules.find import fold
from ilead_studio.rules.name_hits import Hit, name_hits, removed_words, times, without_names
from ilead_studio.rules.worded import said_in
from ilead_studio.storage.format import decode, encode


def noted(words: str, **fields: str) -> Workbook:
    """Return a workbook with a note, and an idea with other fields."""
    workbook = edits.note(both(), key("late"), words)
    return edits.put(workbook, [key("hour")], **fields) if fields else workbook


def found(hits: Sequence[Hit], *, likely: bool = True) -> list[str]:
    return [it.found for it in hits if it.is_likely == likely]


def all_out(workbook: Workbook, *also: str) -> Workbook:
    return without_names(workbook, {it: it.who.instead for it in name_hits(workbook, also)})


def test_an_owner_who_is_no_role_is_found_wherever_a_part_of_the_name_stands() -> None:
    workbook = noted("Maria said that López (MARIA LOPEZ) knows", owner="Maria Lopez")
    hits = name_hits(workbook)
    assert found(hits) == ["Maria", "López", "MARIA LOPEZ", "Maria Lopez"]
    assert {it.who.called for it in hits} == {"Maria Lopez"}
    made = all_out(workbook)
    assert made.fishbones[0].causes[1].notes == (
        "[person 1] said that [person 1] ([person 1]) knows"
    )
    assert made.ideas[1].owner == "[person 1]"


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Ana Rivera, Tom Lee", ["Ana Rivera", "Tom Lee"]),
        ("Ana Rivera and Northfield Schools", ["Ana Rivera"]),
        ("Dr. Wu", ["Dr. Wu"]),
        ("Ana de la Cruz", ["Ana de la Cruz"]),
        ("Attendance lead", []),
        ("Data Coach", []),
        ("LEA", []),
        ("Students", []),
        ("northfield schools", []),
    ],
)
def test_who_does_something_may_be_a_person(who: str, names: list[str]) -> None:
    assert found(name_hits(noted("Buses", owner=who))) == names


def test_who_is_neither_a_role_nor_called_like_a_person_is_listed_to_be_looked_at() -> None:
    workbook = noted("The bus team knows", owner="the bus team")
    assert found(name_hits(workbook), likely=False) == ["the bus team"]


def test_a_role_that_is_called_like_a_person_is_one() -> None:
    workbook = edits.add_role(both(), key("ana"), "Ana Rivera")
    assert found(name_hits(workbook)) == ["Ana Rivera"]
    assert all_out(workbook).roles[0].name == "[person 1]"


def test_words_that_only_look_like_a_name_are_left_until_somebody_ticks_them() -> None:
    workbook = noted("Mark says: mark it for Markus", owner="Mark")
    hits = name_hits(workbook)
    assert found(hits) == ["Mark", "Mark"]
    assert found(hits, likely=False) == ["mark"]
    hits = name_hits(noted("Mariana came", owner="Maria Lopez"))
    assert found(hits, likely=False) == ["Maria"]


def test_what_a_party_is_called_is_left_until_somebody_ticks_it() -> None:
    workbook = edits.add_party(noted("Ask Dr. King"), key("king"), "Dr. King High School")
    workbook = edits.rename_workbook(workbook, "Dr. King High School, says King")
    hits = name_hits(workbook)
    assert found(hits) == ["King", "Dr. King"]
    assert found(hits, likely=False) == ["Dr. King", "Dr. King"], "the party's name"
    assert all_out(edits.rename_workbook(workbook, "King"), "Tom").title == "[person 1]"


def test_a_whole_name_within_the_name_of_a_role_is_meant() -> None:
    workbook = edits.add_role(both(), key("coach"), "Coach Ana Maria Rivera", None)
    hits = name_hits(workbook, ["Ana Maria Rivera"])
    assert found(hits) == ["Ana Maria Rivera"]
    assert without_names(workbook, {hits[0]: "of the ninth grade"}).roles[-1].name == (
        "Coach of the ninth grade"
    )


def test_a_party_can_be_told_too() -> None:
    workbook = edits.add_party(
        noted("At Dr. King High School"), key("king"), "Dr. King High School"
    )
    assert found(name_hits(workbook, ["Dr. King High School"])) == ["Dr. King High School"] * 2


def test_a_letter_that_is_two_when_it_is_folded_is_replaced_as_a_whole() -> None:
    (hit,) = name_hits(noted("Œlmar came"), ["Elmar"])
    assert (hit.found, hit.is_likely) == ("Œlmar", False)
    assert name_hits(noted("Œlmar came"), ["oelmar"])[0].is_likely


def test_somebody_can_be_told_besides() -> None:
    workbook = noted("Then zoë and 王芳老师 came", owner="")
    hits = name_hits(workbook, ["Zoe", "王芳", "Nobody Else"])
    assert [(it.found, it.is_likely) for it in hits] == [("zoë", False), ("王芳", True)]
    assert found(name_hits(workbook, ["zoe"])) == ["zoë"]


def test_addresses_and_numbers_have_other_words_than_people() -> None:
    workbook = noted("Ask ana.lee@school.example, 555-123-4567, or Mr. Lee")
    assert all_out(workbook).fishbones[0].causes[1].notes == (
        "Ask [e-mail address 1], [telephone number 1], or [person 1]"
    )


def test_the_same_words_in_several_places_are_one_hit() -> None:
    workbook = edits.put(both(), [key("hour"), key("talk")], owner="Ana Rivera")
    workbook = edits.take_snapshot(workbook, key("snap"), "October", date(2026, 10, 12))
    (hit,) = name_hits(workbook)
    assert (len(hit.places), times([hit])) == (4, 4)
    assert hit.where == "Change idea I1, owner, and 3 more"


def test_places_that_are_called_alike_are_counted_each() -> None:
    workbook = edits.put(both(), [key("hour")], owner="Ana Rivera", raised_by="Ana Rivera")
    workbook = edits.put(workbook, [key("late"), key("full")], lenses=("Ana Rivera",))
    assert times(name_hits(workbook)) == 4


def test_linked_copies_stay_alike_and_the_workbook_stays_sound() -> None:
    workbook = edits.rename(attendance(), key("late"), "Ana Rivera drives late")
    workbook = edits.copy_linked(workbook, key("late"), key("copy"), key("home"))
    made = all_out(workbook, "Ana Rivera")
    assert decode(encode(made), "x").workbook == made
    assert sum(it.text == "[person 1] drives late" for it in made.fishbones[0].causes) == 2


def test_own_words_may_stand_in_the_place_of_one_hit_only() -> None:
    workbook = noted("Ana Rivera asked Ana Rivera", owner="Ana Rivera")
    first, second, owner = name_hits(workbook)
    made = without_names(workbook, {first: "Our lead", owner: "Attendance lead"})
    assert made.fishbones[0].causes[1].notes == "Our lead asked Ana Rivera"
    assert made.ideas[1].owner == "Attendance lead"
    assert (first.before, first.after) == ("", " asked Ana Rivera")
    assert (second.before, second.after) == ("Ana Rivera asked ", "")


def test_a_long_text_is_told_around_the_name() -> None:
    words = "word " * 40
    (hit,) = name_hits(noted(f"{words}Mr. Lee {words}"))
    assert hit.before.startswith("…word")
    assert hit.after.endswith("word…")
    assert len(hit.before) <= 42


def test_no_byte_of_the_file_tells_a_name_wherever_it_stood() -> None:
    workbook = edits.note(chained(), key("late"), "Seen by ANA")
    workbook = edits.put_cycle(workbook, key("cycle"), objective="Ask Ána", owner="Ana Quíros")
    workbook = edits.add_evidence(workbook, key("said"), "Ana said it", source="quiros")
    workbook = edits.rename_workbook(workbook, "The plan of ana quiros")
    workbook = edits.catch(workbook, key("tray"), "Quirós has an idea")
    workbook = edits.take_snapshot(workbook, key("snap"), "When Ana left", date(2026, 10, 12))
    party = replace(workbook.parties[0], logo=base64.b64encode(png(b"Ana Quiros")).decode())
    workbook = replace(workbook, parties=(party, *workbook.parties[1:]))
    assert tells(workbook, "ana", "quiros") == ["ana", "quiros"]
    made = all_out(workbook)
    assert tells(made, "ana", "quiros") == []
    assert made.parties[0].logo, "the picture stays"


def test_a_logo_that_shows_a_name_is_left_out() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><text>Ana Rivera</text></svg>'
    party = replace(both().parties[0], logo=base64.b64encode(svg).decode())
    workbook = replace(noted("", owner="Ana Rivera"), parties=(party,))
    assert all_out(workbook).parties[0].logo == ""
    plain = replace(party, logo=base64.b64encode(svg.replace(b"Ana Rivera", b"")).decode())
    workbook = replace(workbook, parties=(plain,))
    assert all_out(workbook).parties[0].logo == plain.logo


SVG = "http://www.w3.org/2000/svg"
DRAWN = f"""<?xml version="1.0"?>
<!-- drawn by Zqxone --><svg xmlns="{SVG}" xmlns:it="urn:it" id="zqxtwo" it:file="/home/zqxthree/a">
<title>Zqxfour</title><desc>Zqxfive</desc><metadata><it:who>Zqxsix</it:who></metadata>
<it:view who="Zqxseven"/><g id="here" aria-label="Zqxeight" data-name="Zqxnine"><rect/></g>
<path fill="url(#here)" d="M0 0"/></svg>"""


def with_logo(data: bytes) -> Workbook:
    """Return a workbook whose only party has a logo."""
    party = replace(both().parties[0], logo=base64.b64encode(data).decode())
    return replace(both(), parties=(party,))


def test_what_an_svg_says_beside_its_picture_does_not_stay() -> None:
    workbook = with_logo(DRAWN.encode())
    assert tells(workbook, "zqx") == ["zqx"]
    made = all_out(workbook)
    assert tells(made, "zqx") == []
    shown = base64.b64decode(made.parties[0].logo).decode()
    assert "<rect" in shown
    assert 'id="here"' in shown, "the fill needs it"
    assert decode(encode(made), "x").workbook == made


@pytest.mark.parametrize(
    "words", ["<svg", "<svg>" + "<g>" * 50_000 + "</g>" * 50_000 + "</svg>", "<svg>&name;</svg>"]
)
def test_an_svg_that_cannot_be_read_is_left_out(words: str) -> None:
    assert all_out(with_logo(words.encode())).parties[0].logo == ""


@pytest.mark.parametrize("kind", [b"prVt", b"iCCP", b"caBX", b"sPLT"])
def test_no_chunk_stays_that_a_picture_does_not_need(kind: bytes) -> None:
    picture = png(b"").replace(b"tEXt", kind).replace(b"Author", b"Zqxone")
    assert tells(all_out(with_logo(picture)), "zqx") == []


@pytest.mark.parametrize(
    "words", ["Ana&#32;Riv&#101;ra", "Ana</tspan><tspan>Rivera", "ÁNA\nRIVERA"]
)
def test_a_name_that_only_a_logo_shows_is_listed_too(words: str) -> None:
    svg = f'<svg xmlns="{SVG}"><text><tspan>{words}</tspan></text></svg>'
    workbook = with_logo(svg.encode())
    (hit,) = name_hits(workbook, ["Ana Rivera"])
    assert hit.is_likely
    assert hit.where.endswith("logo, which is then left out")
    assert without_names(workbook, {hit: "somebody"}).parties[0].logo == ""
    assert without_names(workbook, {}).parties[0].logo


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ana\u2011Maria Rivera", "Ana-Maria Rivera"),
        ("Ana\u2010Maria", "Ana-Maria"),
        ("Ana Maria", "Ana-Maria"),
        ("Ana-Maria", "Ana Maria"),
        ("O\u2018Brien", "O'Brien"),
        ("O\u02bcBrien", "O'Brien"),
        ("O\u00b4Brien", "O\u2019Brien"),
        ("Ri\u200dve\u200cra", "Rivera"),
        ("\u200fRi\u200evera", "Rivera"),
        ("Ana\u200e\u00a0Rivera", "Ana Rivera"),
        ("Rive\ufe0fr\u034fa", "Rivera"),
        ("\uff32\uff49vera", "Rivera"),
    ],
)
def test_a_name_is_found_however_its_signs_are_written(written: str, told: str) -> None:
    made = all_out(noted(f"Then {written} came"), told)
    assert re.sub("[\u200e\u200f]", "", made.fishbones[0].causes[1].notes) == (
        "Then [person 1] came"
    )


def test_a_double_name_is_found_whole_and_by_each_of_its_halves() -> None:
    workbook = noted("López-García, López García; García", owner="Ana López-García")
    assert all_out(workbook).fishbones[0].causes[1].notes == "[person 1], [person 1]; [person 1]"


def tells(workbook: Workbook, *names: str) -> list[str]:
    """Return the names that the decoded bytes of a file tell, pictures as well."""
    words = encode(workbook).decode()
    pictures = [base64.b64decode(it.logo).decode("latin-1") for it in workbook.parties]
    whole = fold("\n".join((words, *pictures)))
    return [it for it in names if it in whole]


def png(words: bytes) -> bytes:
    """Return a PNG with words beside its picture, and after its end."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    said = chunk(b"tEXt", b"Author\0" + words)
    picture = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + said + picture + chunk(b"IEND", b"") + words


LETTERS = st.sampled_from("abdgmruzéñößøŁ")
NAMES = st.text(LETTERS, min_size=3, max_size=9).map(str.capitalize)
BESIDE = st.sampled_from([" ", ", ", "’s ", " (", "\n", "-", ". ", "/", "“"])


@given(st.lists(NAMES, min_size=1, max_size=3), st.lists(BESIDE, min_size=2, max_size=6))
def test_a_name_that_is_told_is_nowhere_afterwards(names: list[str], beside: list[str]) -> None:
    words = "".join(f"x{it}{names[at % len(names)].upper()}{it}" for at, it in enumerate(beside))
    workbook = noted(words, owner=" ".join(names), goal=names[0].lower())
    made = all_out(workbook, *names, " ".join(names))
    texts = fold("\n".join(it.text for it in said_in(made)))
    left = [it for it in names if re.search(rf"(?<!\w){re.escape(fold(it))}(?!\w)", texts)]
    assert left == []
    assert decode(encode(made), "x").workbook == made


def test_how_many_were_replaced_and_left_is_said() -> None:
    assert removed_words(1, 0) == "Names were replaced in 1 place."
    assert removed_words(3, 2) == ("Names were replaced in 3 places. In 2 places one was left.")
    assert removed_words(0, 1) == "No name was replaced. In 1 place one was left."
