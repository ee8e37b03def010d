"""Every theme can be read: contrast after WCAG 2.2, computed and not believed."""

from dataclasses import replace

import pytest

from ilead_studio.drawing.theme import (
    BONES,
    LIGHT,
    PRINT,
    THEMES,
    Theme,
    contrast,
    faults,
    luminance,
    mixed,
    tokens,
)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_can_be_read(theme: Theme) -> None:
    assert faults(theme) == []


@pytest.mark.parametrize(
    ("spoiled", "named"),
    [
        ({"ink_soft": "#9a9a9a"}, "ink_soft on paper"),
        ({"edge": "#d0ccc0"}, "edge on desk"),
        ({"focus": "#cfe4f2"}, "focus on panel"),
        ({"on_accent": "#4a90c0"}, "on_accent on accent"),
        ({"warn": "#c09040"}, "warn on warn_soft"),
        ({"accent_soft": "#3a6f9a"}, "ink on accent_soft"),
        ({"bones": ("#e0e0e0", *LIGHT.bones[1:])}, "bone1 on paper"),
        ({"bones": (*LIGHT.bones[:-1], "#e0e0e0")}, "bone6 on paper"),
    ],
)
def test_a_spoiled_theme_is_noticed(spoiled: dict[str, object], named: str) -> None:
    theme = replace(LIGHT, **spoiled)  # type: ignore[arg-type]  # one field of its own type each
    assert any(f"light: {named} has contrast" in fault for fault in faults(theme))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0001)


def test_roles_are_colours() -> None:
    assert LIGHT.colour("ink") == LIGHT.ink
    assert LIGHT.colour("bone1") == LIGHT.bones[0]
    assert LIGHT.colour(f"bone{BONES + 1}") == LIGHT.bones[0]
    assert LIGHT.colour("tint2") == mixed(LIGHT.bones[1], LIGHT.paper, 0.09)
    assert LIGHT.colour("tint0") == mixed(LIGHT.ink, LIGHT.paper, 0.05)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("role", ["pink", "name", "line", "bones", "bone", "bone0", "bonehead",
                                  "tint", "tint-1", "tintx", "colour"])  # fmt: skip
def test_what_is_no_role_has_no_colour(role: str) -> None:
    with pytest.raises(AttributeError, match=role):
        LIGHT.colour(role)


def test_print_is_black_on_white() -> None:
    assert (PRINT.paper, PRINT.ink, PRINT.ink_soft) == ("#ffffff", "#000000", "#000000")
    assert len({theme.name for theme in THEMES}) == len(THEMES)


def test_every_colour_of_a_theme_has_its_name() -> None:
    names = tokens(LIGHT)
    assert names["accent"] == LIGHT.accent
    assert names.keys().isdisjoint({"name", "bones", "line", "ring"})
    assert all(len(colour) == 7 for colour in (*names.values(), *LIGHT.bones))
