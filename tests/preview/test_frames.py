"""Frames go over a pipe in any pieces, and come out as they went in."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as some

from ilead_studio.preview.frames import Frame, Frames, read_frame

FRAMES = some.lists(
    some.builds(Frame, some.dictionaries(some.text(max_size=5), some.integers()), some.binary()),
    max_size=4,
)


@given(FRAMES, some.integers(min_value=1, max_value=9))
def test_frames_come_whole_however_they_are_cut(frames: list[Frame], piece: int) -> None:
    data = b"".join(it.packed() for it in frames)
    reader = Frames()
    found = [it for at in range(0, len(data), piece) for it in reader.take(data[at : at + piece])]
    assert found == frames


def test_a_frame_that_breaks_off_is_none() -> None:
    data = Frame({"do": "make"}, b"workbook").packed()
    assert read_frame(BytesIO(data)) == Frame({"do": "make"}, b"workbook")
    assert read_frame(BytesIO(data[:-1])) is None
    assert read_frame(BytesIO(b"")) is None
