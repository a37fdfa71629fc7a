"""Shipped weights: plain files beside ``manifest.json``, found and checked by ``locate``."""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from crossread.errors import ModelError

FOLDER = Path(__file__).parent


class ModelFile(msgspec.Struct, frozen=True):
    """One shipped file: its digest, its bytes, what it is, what it learned from and what it reaches."""

    sha256: str
    bytes: int
    what: str
    data: tuple[str, ...] = ()
    scores: dict[str, float] = {}


class DataSet(msgspec.Struct, frozen=True):
    """A training data set with its source and licence."""

    source: str
    licence: str


class Manifest(msgspec.Struct, frozen=True):
    """What is shipped. ``date`` is the day on which the newest file was made."""

    date: str
    base: str
    files: dict[str, ModelFile]
    data: dict[str, DataSet]


@cache
def manifest() -> Manifest:
    """The manifest. Raises ``ModelError`` where it is missing or damaged."""
    path = FOLDER / "manifest.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}: the manifest of the shipped models cannot be read ({error}); reinstall") from error


@cache
def locate(name: str) -> Path:
    """The path of a shipped file, its digest checked once a process.

    Raises ``ModelError`` where the file is unknown, missing or not the one that the manifest names.
    """
    known = manifest().files.get(name)
    if known is None:
        raise ModelError(f"{name}: no such shipped model; there are {', '.join(sorted(manifest().files))}")
    path = FOLDER / name
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: a shipped model is missing ({error}); reinstall crossread") from error
    if digest != known.sha256:
        raise ModelError(f"{path}: is not the shipped model (sha256 {digest[:12]}, not {known.sha256[:12]}); reinstall")
    return path


def digests() -> dict[str, str]:
    """The sha256 of every shipped file by name: what ``made.models`` tells in a dossier."""
    return {name: file.sha256 for name, file in sorted(manifest().files.items())}
