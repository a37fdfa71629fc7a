"""What the user named → sources: folders walked, globs filled, links and missing names told."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from crossread.model.report import Failure, Gap
from crossread.read.source import STDIN, Source, explain

STAGE = "read"
_MAGIC = frozenset("*?[")


def locate(inputs: Sequence[str | Path], stdin: BinaryIO | None = None) -> tuple[list[Source], list[Failure | Gap]]:
    """Every file behind ``inputs``, each once, in order of label, and what was found wrong on the way.

    A label is the path below the folder that all found files share, with forward slashes, so that it does not
    depend on where the folder lies or in which order inputs were named.
    """
    files: set[Path] = set()
    told: set[Failure | Gap] = set()
    piped = False
    for given in inputs:
        if str(given) == STDIN:
            piped = True
            continue
        for found in _expand(given):
            if isinstance(found, Path):
                files.add(found)
            else:
                told.add(found)
    root = os.path.commonpath([f.parent for f in files]) if files else ""
    sources = [Source(f.relative_to(root).as_posix(), f) for f in files]
    sources += [Source(STDIN, None, stdin)] * piped
    return sorted(sources, key=lambda s: s.label), sorted(told, key=_order)


def _order(told: Failure | Gap) -> tuple[str, str, str]:
    if isinstance(told, Failure):
        return told.path, told.stage, told.error
    return "", told.kind, told.text


def _expand(given: str | Path) -> Iterator[Path | Failure | Gap]:
    path = _absolute(given)
    if os.path.isdir(path):
        yield from _walk(path, str(given))
    elif os.path.lexists(path):
        yield path
    elif _MAGIC.intersection(str(given)):
        yield from _fill(str(given))
    else:
        yield Failure(str(given), STAGE, "no such file or folder; check the name")


def _fill(pattern: str) -> Iterator[Path | Failure | Gap]:
    names = sorted(glob.glob(pattern, recursive=True))
    if not names:
        yield Failure(pattern, STAGE, "no file matches the pattern; check it, and quote it if the shell fills it in")
    for name in names:
        path = _absolute(name)
        # "**" names a folder and everything in it: the folder adds nothing, and a plain "*" asked for what is in it.
        yield from _walk(path, name) if os.path.isdir(path) else (path,)


def _walk(folder: Path, name: str) -> Iterator[Path | Failure | Gap]:
    """The files below ``folder``. Hidden names are passed over; linked folders are told and not entered."""
    refused: list[Failure] = []
    found = False
    for here, folders, files in os.walk(folder, onerror=lambda e: refused.append(_refusal(e))):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for sub in folders:
            if os.path.islink(os.path.join(here, sub)):
                told = Path(here, sub).relative_to(folder).as_posix()
                yield Gap("unread-folder", f"{told} is a link to a folder and was not entered; name it to read it")
        for file in sorted(f for f in files if not f.startswith(".")):
            found = True
            yield Path(here, file)
    yield from refused
    if not found and not refused:
        yield Failure(name, STAGE, "a folder without reports; name one that holds text, HTML or JSON files")


def _refusal(error: OSError) -> Failure:
    path = Path(error.filename)
    if isinstance(error, PermissionError):
        return Failure(str(path), STAGE, "no permission to enter the folder; change its permissions")
    return Failure(str(path), STAGE, explain(error, path))


def _absolute(given: str | Path) -> Path:
    """Without resolving links: a link is read under its own name."""
    return Path(os.path.abspath(given))
