"""A reading for which nothing is remembered, to compare what was made from the last one with."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ilead_studio.drawing import marks
from ilead_studio.rules import family as family_module
from ilead_studio.rules import outline as outline_module
from ilead_studio.rules.kept import FromSource, Newest


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


def forget_everything() -> None:
    """Forget every answer that is kept, as if the program had just begun."""
    ours = [module for name, module in sys.modules.items() if name.startswith("ilead_studio")]
    for kept in [it for module in ours for it in vars(module).values()]:
        if not isinstance(kept, type) and callable(getattr(kept, "cache_clear", None)):
            kept.cache_clear()
        elif isinstance(kept, Newest | FromSource):
            newest = vars(kept).get("_newest", kept)
            vars(newest)["_answers"].clear()
