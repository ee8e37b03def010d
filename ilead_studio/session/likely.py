"""The edits that keys ask for most: kept, so that they can be made before the key is pressed."""

from typing import Final

from ilead_studio import edits
from ilead_studio.rules.kept import kept_about
from ilead_studio.words import count, say

deleted: Final = kept_about(edits.delete)
renamed: Final = kept_about(edits.rename)


def deletion(words: str, items: int, cycles: int) -> str:
    """Say what a delete takes along: "delete “Buses” and 2 items, 1 cycle"."""
    more = [
        count(items, "{number} item", "{number} items") if items else "",
        count(cycles, "{number} cycle", "{number} cycles") if cycles else "",
    ]
    if not any(more):
        return say("delete “{text}”", text=words)
    return say("delete “{text}” and {more}", text=words, more=", ".join(filter(None, more)))
