"""Files of programs that are still to come."""

import hashlib
import json
from pathlib import Path
from typing import Any

from workbooks import both

from ilead_studio.model import Workbook


def newer_file(
    path: Path,
    workbook: Workbook | None = None,
    *,
    version: int = 2,
    reads_as: int = 1,
    program: str = "0.9.0",
    **added: Any,
) -> Path:
    """Write a workbook as a program of a later version would, with what that one has added."""
    said = json.loads((workbook or both()).model_dump_json(exclude_defaults=True)) | added
    body = json.dumps(said, indent=1)
    digest = hashlib.sha256(body.encode()).hexdigest()
    header = {"format": "ilead-studio", "version": version, "reads_as": reads_as,
              "program": program, "sha256": digest}  # fmt: skip
    first = json.dumps(header, separators=(",", ":"))[:-1]
    path.write_bytes(f'{first},\n"workbook":{body}\n}}\n'.encode())
    return path
