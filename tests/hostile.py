"""Bytes that nobody should believe: for every way into the program."""

import random
import struct
import zlib
from typing import Final

from workbooks import both

from ilead_studio.storage.format import encode

_GOOD: Final = encode(both())
_HEAD: Final = b'{"format":"ilead-studio","version":1,"reads_as":1,"program":"0.1.0","sha256":"",\n'
_chance = random.Random(8)


def _in_workbook(value: bytes) -> bytes:
    return _HEAD + b'"workbook":{"title":' + value + b"}\n}\n"


SAMPLES: Final = {
    "empty": b"",
    "one byte": b"\xff",
    "zeros": bytes(70_000),
    "every byte": bytes(range(256)) * 40,
    "noise": _chance.randbytes(50_000),
    "a byte order mark": b"\xef\xbb\xbf",
    "two bytes a letter": "head: Buses\n  Late\n".encode("utf-16"),
    "half a letter": b"Buses\n  \xf0\x9f\x9a",
    "one long line": b"x" * 1_500_000,
    "many lines": b"a\n" * 200_000,
    "deep lines": b"\n".join(b" " * at + b"why" for at in range(2_000)),
    "only indents": b"\t" * 300_000,
    "controls": b"Buses\x00\x07\x1b[31m\r\x0b\x0c\x85\n  \x1b]0;title\x07 late\n",
    "right to left": "\u202eBuses\u202c \u2066late\u2069\n".encode(),
    "combining": ("a" + "\u0301" * 60_000).encode(),
    "markup": b"<b>Buses</b><img src='file:///etc/passwd'><script>1</script>\n",
    "entities": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"b" * 999 + b'">]>'
    + b"<a>" + b"&b;" * 20_000 + b"</a>",
    "deep JSON": b"[" * 200_000,
    "deep objects": b'{"format":"ilead-studio","workbook":' + b'{"a":' * 100_000,
    "deep in place": _in_workbook(b"[" * 100_000 + b"]" * 100_000),
    "a long number": _in_workbook(b"9" * 100_000),
    "a long name": _HEAD + b'"workbook":{"' + b"k" * 200_000 + b'":1}\n}\n',
    "a long title": _in_workbook(b'"' + b"t" * 900_000 + b'"'),
    "half a sign": _in_workbook(b'"\\ud800"'),
    "no number": _in_workbook(b"NaN"),
    "many parts": _in_workbook(b"[" + b"1," * 150_000 + b"1]"),
    "another version": _GOOD.replace(b'"version":1', b'"version":9999999999999999999999', 1),
    "less than none": _GOOD.replace(b'"version":1', b'"version":-1', 1),
    "a workbook in half": _GOOD[: len(_GOOD) // 2],
    "two workbooks": _GOOD + _GOOD,
    "an archive": b"PK\x03\x04" + zlib.compress(bytes(1_000_000)),
    "a picture": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 2**31, 2**31, 8,
                                                   6, 0, 0, 0),
    "a PDF": b"%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm<</Fields[1 0 R]>>/Kids[1 0 R]>>endobj\n"
    b"trailer<</Root 1 0 R/Prev 0>>\nstartxref\n9\n%%EOF",
    "a PDF that is packed": b"%PDF-1.7\n1 0 obj<</Filter/FlateDecode/Length 9>>stream\n"
    + zlib.compress(bytes(3_000_000)) + b"\nendstream endobj\nstartxref\n9\n%%EOF",
    "somebody's folders": b'[{"path": "/etc/../etc/passwd\\u0000", "title": "\\u001b[2J"}]',
}  # fmt: skip
