"""A reading for which nothing is remembered, to compare what was made from the last one with."""

from collections.abc import Iterator
from contextlib import contextmanager

from ilead_studio.drawing import marks
from ilead_studio.rules import family as family_module
from ilead_studio.rules import outline as outline_module
from ilead_studio.rules.kept import Newest


@contextmanager
def forgetful() -> Iterator[None]:
    """Let nothing be known of what was read before."""
    places = [(family_module, "_newest"), (outline_module, "_newest"), (outline_module, "_deep")]
    places.append((marks, "_newest"))
    known = [getattr(module, name) for module, name in places]
    for module, name in places:
        setattr(module, name, Newest())
    yield
    for (module, name), newest in zip(places, known, strict=True):
        setattr(module, name, newest)
