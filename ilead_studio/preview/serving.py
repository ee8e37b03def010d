"""The process behind the preview: answers one frame after the other until the window goes."""

import sys
from typing import BinaryIO

from ilead_studio.preview.frames import read_frame
from ilead_studio.preview.printing import Printing
from ilead_studio.surroundings import Surroundings


def serve(world: Surroundings) -> int:
    """Answer what comes on standard input on standard output; returns the exit code."""
    return answer_all(Printing(world.disk), sys.stdin.buffer, sys.stdout.buffer)


def answer_all(printing: Printing, asked: BinaryIO, told: BinaryIO) -> int:
    """Answer every frame of a stream on another one."""
    while frame := read_frame(asked):
        for answer in printing.answer(frame):
            told.write(answer.packed())
            told.flush()
    return 0
