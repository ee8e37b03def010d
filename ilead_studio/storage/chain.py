"""Records one after the other in a file that may be cut anywhere: length, checksum, bytes.

Each checksum goes on from the one before and from a seed, so that zeros, an older tail or a record
out of its place never look like one of ours.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple

SEED: Final = 0x11EAD
_HEAD: Final = struct.Struct("<II")


class Chain(NamedTuple):
    """The whole records of some bytes, and whether bytes were left after them."""

    records: tuple[bytes, ...]
    is_cut: bool


def chained(records: Iterable[bytes], link: int = SEED) -> tuple[bytes, int]:
    """Return records as bytes, and the link with which the next ones go on."""
    parts: list[bytes] = []
    for record in records:
        link = _linked(record, link)
        parts += (_HEAD.pack(len(record), link), record)
    return b"".join(parts), link


def read_chain(data: bytes) -> Chain:
    """Return the records up to the first one that is not whole."""
    found: list[bytes] = []
    at, link = 0, SEED
    while at + _HEAD.size <= len(data):
        length, checksum = _HEAD.unpack_from(data, at)
        record = data[at + _HEAD.size : at + _HEAD.size + length]
        link = _linked(record, link)
        if len(record) < length or link != checksum:
            break
        found.append(record)
        at += _HEAD.size + length
    return Chain(tuple(found), at < len(data))


def _linked(record: bytes, link: int) -> int:
    return zlib.crc32(record, zlib.crc32(len(record).to_bytes(4, "little"), link))
