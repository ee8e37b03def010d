"""Long work can be ended where it asks whether it is still wanted."""

import pytest

from ilead_studio.wanted import still_wanted, while_wanted


class NoLongerError(Exception):
    pass


def refuse() -> None:
    raise NoLongerError


def test_work_that_nobody_watches_goes_on() -> None:
    still_wanted()


def test_whoever_watches_is_asked_and_may_end_it() -> None:
    asked = list[int]()
    with while_wanted(lambda: asked.append(1)):
        still_wanted()
        with pytest.raises(NoLongerError), while_wanted(refuse):
            still_wanted()
        still_wanted()
    still_wanted()
    assert len(asked) == 2
