"""The frozen value that everything in a workbook is made of, and the one way to change it."""

import os
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

# Looking for plugins of other programs takes longer than all of our own records.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


class Record(BaseModel):
    """A frozen value; unknown fields are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        defer_build=True,
        cache_strings="keys",  # hardly any two words of a file are the same
    )

    def __eq__(self, other: object) -> bool:
        """Tell whether another record says the same: a third of pydantic's time, at every save."""
        return type(self) is type(other) and self.__dict__ == other.__dict__


R = TypeVar("R", bound=Record)


def replace(record: R, /, **changes: object) -> R:
    """Return the record with some fields changed and validated.

    ``model_copy(update=…)`` alone does not validate. Fields that are not named stay the very same
    objects, so that what did not change can be told by identity.

    Raises:
        pydantic.ValidationError: if a changed field does not fit.
    """
    checked = type(record).model_validate(record.__dict__ | changes)
    return record.model_copy(update={name: getattr(checked, name) for name in changes})
