"""Small stories for tests: texts written into a folder, read and cross-read by the real program."""

from functools import cache
from pathlib import Path

from crossread.model.conflict import Conflict
from crossread.model.dossier import Dossier
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings


@cache
def pipeline() -> Pipeline:
    """One pipeline for all tests of a process: its models load once."""
    return Pipeline(Settings())


def cross_read(folder: Path, texts: dict[str, str]) -> Dossier:
    """The dossier of reports given as {file name: text}; a text may begin with ``Published: DAY`` and a newline."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return pipeline()(read([str(folder)]))


def told(dossier: Dossier, kind: str) -> list[Conflict]:
    """The conflicts of one kind."""
    return [c for c in dossier.conflicts if c.kind == kind]


def words_of(conflict: Conflict) -> str:
    """All the exact words of a conflict's sides, in one line."""
    return " | ".join(s.text for side in conflict.sides for s in side.mentions)
