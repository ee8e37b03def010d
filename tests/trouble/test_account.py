"""An error in the log: its kind and its places, and not one word of anybody."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from ilead_studio import VERSION
from ilead_studio.trouble.account import account, brief, heading

SECRET = "Absences of Maria"


class Record(BaseModel):
    """Something that checks its values, and quotes them when they do not fit."""

    number: int


def raised(error: BaseException) -> BaseException:
    """Return an error as it is once it was raised."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def deep(left: int) -> None:
    if left:
        deep(left - 1)
    raise KeyError(SECRET)


def failed_at(depth: int) -> BaseException:
    with pytest.raises(KeyError) as caught:
        deep(depth)
    return caught.value


def test_a_kind_and_the_places_are_told_and_no_message() -> None:
    kind, *places = account(raised(ValueError(SECRET)))
    assert kind == "ValueError"
    assert [place.partition(":")[0] for place in places] == [f"  {__name__}"]
    assert places[-1].endswith(" raised")


def test_what_led_to_it_is_told_too() -> None:
    error = RuntimeError(SECRET)
    error.__cause__ = failed_at(0)
    kinds = [line for line in account(error) if not line.startswith(" ")]
    assert kinds == ["RuntimeError", "after KeyError"]


@pytest.mark.parametrize("error", [FileNotFoundError(2, SECRET, SECRET), OSError(28, SECRET)])
def test_the_number_of_a_systems_error_is_told_but_no_name_of_a_file(error: OSError) -> None:
    assert account(error)[0] == f"{type(error).__name__} {error.errno}"
    assert SECRET not in "".join(account(error))


def test_a_value_that_did_not_fit_is_not_quoted() -> None:
    with pytest.raises(ValidationError) as caught:
        Record.model_validate({"number": SECRET, SECRET: 1})
    told = account(caught.value)
    assert told[0] == "pydantic_core._pydantic_core.ValidationError"
    assert SECRET not in "".join(told)


def test_no_folder_is_named() -> None:
    told = "".join((*account(raised(ValueError())), heading(datetime.now(UTC))))
    assert str(Path(__file__).parent) not in told
    assert str(Path.home()) not in told


def test_a_very_deep_error_is_told_by_its_ends() -> None:
    told = account(failed_at(200))
    assert len(told) < 50
    assert any("more" in line for line in told)


def test_an_error_that_goes_round_in_circles_ends() -> None:
    one, other = KeyError(), ValueError()
    one.__context__, other.__context__ = other, one
    assert len(account(one)) < 10


def test_the_same_fault_is_known_again_however_deep_it_was() -> None:
    assert brief(failed_at(2)) == brief(failed_at(5))
    assert brief(failed_at(0)) != brief(failed_at(5))
    assert brief(failed_at(0)) != brief(raised(ValueError()))


def test_every_version_that_matters_is_told() -> None:
    told = heading(datetime(2026, 11, 24, 10, 42, tzinfo=UTC))
    assert told.startswith(f"2026-11-24 10:42:00, iLEAD Studio {VERSION}, Python 3.")
    assert told.endswith(sys.platform)
