"""All inputs of one story → reports with their ids, and everything that could not be read."""

import io
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec.structs import replace

from crossread.errors import InputError
from crossread.model.report import Failure, Gap, Report
from crossread.read.article import Article
from crossread.read.duplicates import with_duplicates_marked, without_copies
from crossread.read.formats import format_of
from crossread.read.inputs import STAGE, locate
from crossread.read.report import report_of
from crossread.read.source import Source

_LOG = logging.getLogger(__name__)
# Ids are "r00", "r01", …: two digits, more where a story has more than a hundred reports.
_MIN_DIGITS = 2


class Reading(msgspec.Struct, frozen=True):
    """What was read: reports in order of path and hash, and what was not."""

    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]
    gaps: tuple[Gap, ...]


def read(inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Reading:
    """Read files, folders, globs and "-" (standard input, from ``stdin``).

    The same files give the same reading in whatever order they are named. Nothing raises for an input that cannot
    be read: it is one line in ``failures``, and the others are read all the same.
    """
    sources, told = locate(inputs, stdin)
    found = [item for source in sources for item in read_source(source)]
    reports = sorted((r for r in found if isinstance(r, Report)), key=lambda r: (r.path, r.sha256))
    kept, copies = without_copies(reports)
    digits = max(_MIN_DIGITS, len(str(max(0, len(kept) - 1))))
    named = [replace(r, id=f"r{n:0{digits}}") for n, r in enumerate(kept)]
    others = [*told, *found, *copies]
    return Reading(
        reports=tuple(with_duplicates_marked(named)),
        failures=tuple(sorted({f for f in others if isinstance(f, Failure)})),
        gaps=tuple(sorted({g for g in others if isinstance(g, Gap)})),
    )


def read_source(source: Source) -> Iterator[Report | Failure | Gap]:
    """The reports of one input as they come, with ids still empty; what goes wrong comes as a ``Failure``."""
    try:
        if source.path is None:
            source = replace(source, stdin=io.BytesIO(source.data()))
        head = source.head()
        for found in format_of(source.suffix, head).read(source):
            yield from _reported(found, source.label) if isinstance(found, Article) else (found,)
    except InputError as error:
        yield Failure(source.label, STAGE, str(error))
    except Exception as error:  # a fault of ours or of a library on hostile input must not stop the rest
        _LOG.warning("reading %s failed", source.label, exc_info=True)
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        yield Failure(
            source.label, STAGE, f"a fault in reading it ({told}); save it as plain text, and report the fault"
        )


def _reported(article: Article, label: str) -> Iterator[Report | Failure | Gap]:
    try:
        yield from report_of(article, label)
    except InputError as error:
        yield Failure(f"{label}#{article.part}" if article.part else label, STAGE, str(error))
