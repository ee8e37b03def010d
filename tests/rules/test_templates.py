"""Sets of bones to begin with."""

from ilead_studio.rules.templates import templates


def test_the_first_set_is_for_districts_and_universities() -> None:
    first = templates()[0]
    assert first.bones[0] == "Students and families"
    assert "LEA–IHE partnership" in first.bones


def test_every_set_has_a_name_and_bones_that_differ() -> None:
    every = templates()
    assert {it.name for it in every} == {"education", "4P", "4S", "6M", "8M", "8P", "IT"}
    for template in every:
        assert len(set(template.bones)) == len(template.bones)
    counts = {it.name: len(it.bones) for it in every}
    assert (counts["4P"], counts["6M"], counts["8M"], counts["8P"]) == (4, 6, 8, 8)
