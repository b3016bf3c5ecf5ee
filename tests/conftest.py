"""Fixtures that every test may use."""

from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile("planbot", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("planbot")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real plans and the scorers; tests that read it skip where it is absent."""
    if not (SHARED / "plans").is_dir():
        pytest.skip("the real plans are not beside this checkout")
    return SHARED
