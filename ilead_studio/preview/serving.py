"""The process behind the preview: answers one frame after the other until the window goes.

While nothing is asked it makes the file of the packet that is looked at, and gives that up for the
next packet; then it looks for offers, and leaves that for whatever is asked.
"""

import gc
import sys
from collections import deque
from threading import Semaphore, Thread
from typing import BinaryIO, Final

from ilead_studio.preview.frames import Frame, read_frame
from ilead_studio.preview.printing import Printing, SupersededError
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import Surroundings

_END: Final = Frame({"do": "end"})
"""Comes when nobody will ask anything more."""
_MOMENT: Final = 0.1
"""Seconds in which the window asks for pictures of what was made, before the rest is begun."""


def serve(world: Surroundings) -> int:
    """Answer what comes on standard input on standard output; returns the exit code."""
    gc.freeze()
    gc.disable()  # to collect amid a page takes a quarter of its time; it is done between packets
    return answer_all(world.disk, sys.stdin.buffer, sys.stdout.buffer)


def answer_all(disk: Disk, asked: BinaryIO, told: BinaryIO) -> int:
    """Answer every frame of a stream on another one."""

    def tell(frame: Frame) -> None:
        told.write(frame.packed())
        told.flush()

    def turn() -> None:
        while post.next == "picture":
            printing.answer(post.taken())
        if post.next in ("make", "end") or (post.next and printing.is_offering):
            raise SupersededError

    post, printing = _Post(asked), Printing(disk, tell, turn)
    while True:
        if printing.is_due and not post.comes():
            printing.go_on()
            gc.collect()
        elif (frame := post.taken()) is not _END:
            printing.answer(frame)
        else:
            return 0


class _Post:
    """Frames that have come and are not answered yet; a thread waits for further ones."""

    def __init__(self, stream: BinaryIO) -> None:
        self._frames: deque[Frame] = deque()
        self._some = Semaphore(0)
        Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: BinaryIO) -> None:
        while frame := read_frame(stream):
            self._put(frame)
        self._put(_END)

    def _put(self, frame: Frame) -> None:
        self._frames.append(frame)
        self._some.release()

    @property
    def next(self) -> str:
        """What is asked next; empty when nothing has come. A picture for a printer is "fine"."""
        if not self._frames:
            return ""
        head = self._frames[0].head
        return "fine" if head.get("fine") else str(head["do"])

    def comes(self) -> bool:
        """Wait a moment; tells whether something has come."""
        came = self._some.acquire(timeout=_MOMENT)
        if came:
            self._some.release()
        return came

    def taken(self) -> Frame:
        """Wait for the next frame and take it."""
        self._some.acquire()
        return self._frames.popleft()
