"""What the window and the process that makes its PDF say to each other: words, and bytes with them.

A frame is two lengths, a JSON object and a body of bytes.
"""

import json
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, NamedTuple

_LENGTHS: Final = struct.Struct(">II")


class Frame(NamedTuple):
    """One thing that is said; ``head`` are its words, ``body`` is a workbook or a picture."""

    head: dict[str, Any]
    body: bytes = b""

    def packed(self) -> bytes:
        """Return the frame as bytes."""
        head = json.dumps(self.head).encode()
        return _LENGTHS.pack(len(head), len(self.body)) + head + self.body


class Frames:
    """Puts frames together from bytes as they come."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def take(self, data: bytes) -> Iterator[Frame]:
        """Take further bytes and give the frames that are whole now."""
        self._bytes += data
        while len(self._bytes) >= _LENGTHS.size:
            head, body = _LENGTHS.unpack_from(self._bytes)
            whole = _LENGTHS.size + head + body
            if len(self._bytes) < whole:
                return
            told = bytes(self._bytes[_LENGTHS.size : whole])
            del self._bytes[:whole]
            yield Frame(json.loads(told[:head]), told[head:])


def read_frame(stream: BinaryIO) -> Frame | None:
    """Wait for the next frame; None when nobody will say anything more."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    told = stream.read(head + body)
    return Frame(json.loads(told[:head]), told[head:]) if len(told) == head + body else None
