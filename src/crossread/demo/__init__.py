"""The demo story: six invented reports of one invented harbour strike."""

from importlib.resources import files
from pathlib import Path


def path() -> Path:
    """The folder of the six reports, as installed. Needs the package unpacked on disk, as pip leaves it."""
    return Path(str(files(__name__) / "reports"))
