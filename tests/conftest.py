"""Fixtures that every room's tests may use."""

from pathlib import Path

import pytest
from hypothesis import settings

from crossread.annotate.annotator import Annotator

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # no test depends on the clock


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of design, data and stories beside the repository; tests that need it are skipped without it."""
    folder = Path(__file__).resolve().parents[1].parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"needs {folder}, which is not part of the repository")
    return folder


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The stage with its models, loaded once."""
    return Annotator()
