"""Whatever a drive says of a time, it is a moment that can be told."""

from datetime import UTC, datetime, timedelta

import pytest

from ilead_studio.storage.moments import moment_of


def test_a_usual_time_is_itself() -> None:
    assert moment_of(1_700_000_000) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("seconds", [1e12, -1e12, 1e30, -62_135_596_800, 253_402_300_799])
def test_any_other_can_be_reckoned_with(seconds: float) -> None:
    moment = moment_of(seconds)
    assert moment - timedelta(days=40) < moment < moment + timedelta(hours=14)
    assert len(f"{moment:%Y}") == 4
