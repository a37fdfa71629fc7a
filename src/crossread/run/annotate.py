"""Annotations alone: one JSON line a report, and the times of any text."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from crossread.annotate.annotator import Annotator
from crossread.errors import InputError, SettingsError
from crossread.model.annotated import Annotated, Attribution, Entity, Token
from crossread.model.quantity import Quantity
from crossread.model.report import Failure
from crossread.model.span import Extent
from crossread.model.time import TimeExpression
from crossread.read import read


class Line(msgspec.Struct, frozen=True):
    """What ``crossread annotate`` prints of a report. A token's ``head`` is an index into ``tokens``, -1 at a root."""

    path: str
    text: str
    sentences: tuple[Extent, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]


def lines(inputs: Sequence[str]) -> Iterator[str]:
    """One JSON line a report; what cannot be read goes to standard error. Raises InputError where nothing could be."""
    reading = read(inputs)
    for failure in reading.failures:
        print(f"crossread: {failure.path}: {failure.error}", file=sys.stderr)
    if not reading.reports:
        raise InputError("no report could be read")
    for annotated in Annotator()(reading.reports):
        if isinstance(annotated, Failure):
            print(f"crossread: {annotated.path}: {annotated.error}", file=sys.stderr)
        else:
            yield msgspec.json.encode(line(annotated)).decode()


def line(annotated: Annotated) -> Line:
    """What is printed of one report."""
    return Line(
        path=annotated.report.path,
        text=annotated.report.text,
        sentences=tuple(Extent(s.start, s.end) for s in annotated.sentences),
        tokens=annotated.tokens,
        entities=annotated.entities,
        attributions=annotated.attributions,
        times=annotated.times,
        quantities=annotated.quantities,
    )


def times(file: Path, dct: str | None, *, timeml: bool) -> str:
    """The time expressions of a text as TimeML, or with its quantities as JSON. ``dct`` is the day it was written."""
    from crossread.annotate import quantities
    from crossread.annotate.times import document
    from crossread.show.timeml import render

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 text ({error.reason} at byte {error.start})") from error
    if dct is not None:
        try:
            date.fromisoformat(dct)
        except ValueError as error:
            raise SettingsError(f"--dct {dct}: {error}; write it as YYYY-MM-DD") from error
    told = document(text, dct)
    if timeml:
        return render(text, dct, told["times"])
    return msgspec.json.encode({**told, "quantities": quantities.find(text)}).decode()
