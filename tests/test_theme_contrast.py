"""Every theme can be read: contrast after WCAG 2.2, computed and not believed."""

from dataclasses import replace
from itertools import pairwise
from math import dist
from operator import mul

import pytest

from ilead_studio.drawing.theme import (
    BONES,
    DARK,
    GRAY,
    HIGH_CONTRAST,
    LIGHT,
    PRINT,
    PROJECTOR,
    THEMES,
    Theme,
    contrast,
    faults,
    luminance,
    mixed,
    tokens,
)

EVERY = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
          (-0.011820, 0.042940, 0.968881))  # fmt: skip
PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
          (-0.003882, -0.048116, 1.051998))  # fmt: skip
TRITAN = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
          (0.004733, 0.691367, 0.303900))  # fmt: skip
"""How strong red, green and blue are seen without one kind of cone (Machado et al. 2009)."""


def seen(colour: str, eyes: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """Return a colour as OKLab (Ottosson 2020) as it looks to some eyes."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (max(sum(map(mul, row, linear)), 0.0) for row in eyes)
    cones = (
        (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3),
        (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3),
        (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3),
    )
    rows = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return tuple(sum(map(mul, row, cones)) for row in rows)


@EVERY
def test_a_theme_can_be_read(theme: Theme) -> None:
    assert faults(theme) == []


@EVERY
def test_what_is_out_of_the_line_of_sight_can_be_read_though_its_lines_are_pale(
    theme: Theme,
) -> None:
    faded = theme.faded()
    assert faults(faded) == []
    assert theme.faded() is faded
    for role in ("bone1", "bone6", "edge", "ink"):
        before, after = (contrast(it.colour(role), it.paper) for it in (theme, faded))
        assert after < before
    for role in ("bone2", "ink_line", "ink_soft_line", "root_line"):
        assert contrast(faded.colour(role), faded.paper) < 3.0
        assert theme.colour(role) == theme.colour(role.removesuffix("_line"))


@EVERY
def test_faded_rows_of_the_outline_can_be_read_on_their_panel(theme: Theme) -> None:
    faded = theme.faded()
    for role in ("ink", "ink_soft", "accent"):
        assert contrast(faded.colour(role), theme.panel) >= 4.5
    for number in range(1, BONES + 1):
        assert contrast(faded.on_bone, faded.colour(f"bone{number}")) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("eyes", [DEUTAN, PROTAN, TRITAN], ids=["deutan", "protan", "tritan"])
def test_neighbouring_bones_differ_for_colour_blind_eyes(theme: Theme, eyes: object) -> None:
    """By half as much again as can just be seen (0.02); the number on a bone says the rest."""
    looks = [seen(bone, eyes) for bone in theme.bones]  # type: ignore[arg-type]  # parametrized
    for one, other in pairwise((*looks, looks[0])):
        assert dist(one, other) >= 0.03


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
                                  "tint", "tint-1", "tintx", "colour", "pink_line"])  # fmt: skip
def test_what_is_no_role_has_no_colour(role: str) -> None:
    with pytest.raises(AttributeError, match=role.removesuffix("_line")):
        LIGHT.colour(role)


def test_print_has_no_grounds_and_no_colour_but_the_bones() -> None:
    for theme in (PRINT, GRAY):
        grounds = ("paper", "tint0", "tint3", "good_soft", "accent_soft", "desk", "hover")
        assert {theme.colour(role) for role in grounds} == {"#ffffff"}
        fronts = ("ink", "quiet", "root", "good", "bad", "warn", "accent", "edge", "rule")
        assert {theme.colour(role) for role in fronts} == {"#000000"}
    assert PRINT.bones == LIGHT.bones
    assert all(bone[1:3] == bone[3:5] == bone[5:7] for bone in GRAY.bones)


def test_a_projector_gets_the_most_of_the_light_theme() -> None:
    assert (PROJECTOR.paper, PROJECTOR.ink) == ("#ffffff", "#000000")
    assert PROJECTOR.root == LIGHT.root


def test_print_is_black_on_white() -> None:
    assert (PRINT.paper, PRINT.ink, PRINT.ink_soft) == ("#ffffff", "#000000", "#000000")
    assert len({theme.name for theme in THEMES}) == len(THEMES)


def test_every_colour_of_a_theme_has_its_name() -> None:
    names = tokens(LIGHT)
    assert names["accent"] == LIGHT.accent
    assert names.keys().isdisjoint({"name", "bones", "line", "ring"})
    assert all(len(colour) == 7 for colour in (*names.values(), *LIGHT.bones))
