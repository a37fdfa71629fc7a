"""All rules over one text."""

from collections.abc import Iterable

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block
from crossread.read.debris.dateline import dateline_of, stamp_of
from crossread.read.debris.headings import empty_title, headings, link_lists, repeated_titles
from crossread.read.debris.questions import questions
from crossread.read.debris.repeats import repeated_paragraphs, repeated_sentences
from crossread.read.debris.rules import Table, kind_of, table_for

# Debris that tells again what the same report tells: still read, counted for nothing.
RESTATING = frozenset({"repeated-paragraph", "restatement"})
# A dateline opens the report: it stands in one of the first blocks.
_DATELINE_BLOCKS = 6
_MIN_STAMPS = 2


def debris_of(blocks: list[Block], title: str | None, outlet: str | None, language: str) -> tuple[Debris, ...]:
    """The debris of one report's ``blocks``: sorted, inside the text, not overlapping.

    Text too short for its language to be told is treated as English; for a language without rules only what is
    told twice is marked.
    """
    if not blocks:
        return ()
    found: dict[int, Debris] = {}
    table = table_for("en" if language == "und" else language)
    _add(found, repeated_titles(blocks, title, outlet))
    if table is not None:
        _by_rules(found, blocks, table)
    rest = _unmarked(blocks, found)
    _add(found, repeated_paragraphs(rest))
    rest = _unmarked(blocks, found)
    marks = [*found.values(), *repeated_sentences(rest), *_dateline(rest[:_DATELINE_BLOCKS]), *_stamps(rest)]
    return _apart(marks)


def _by_rules(found: dict[int, Debris], blocks: list[Block], table: Table) -> None:
    kinds = ((b, kind_of(b.text, table)) for b in blocks)
    _add(found, (Debris(b.start, b.end, k) for b, k in kinds if k))
    _add(found, link_lists(blocks, table))
    _add(found, questions(_unmarked(blocks, found), table))
    _add(found, empty_title(blocks))
    _add(found, headings(_unmarked(blocks, found)))


def _add(found: dict[int, Debris], marks: Iterable[Debris]) -> None:
    """Whole blocks; the first rule that marks one keeps it."""
    for mark in marks:
        found.setdefault(mark.start, mark)


def _unmarked(blocks: list[Block], found: dict[int, Debris]) -> list[Block]:
    return [b for b in blocks if b.start not in found]


def _dateline(blocks: list[Block]) -> list[Debris]:
    for block in blocks:
        if (line := dateline_of(block.text)) is not None:
            return [Debris(block.start, block.start + line.length, "dateline")]
    return []


def _stamps(blocks: list[Block]) -> list[Debris]:
    """The times of day that open the entries of a live page; one alone may open a sentence."""
    found = [(b, length) for b in blocks if (length := stamp_of(b.text))]
    return [Debris(b.start, b.start + n, "timestamp") for b, n in found] if len(found) >= _MIN_STAMPS else []


def _apart(marks: list[Debris]) -> tuple[Debris, ...]:
    out: list[Debris] = []
    for mark in sorted(marks):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return tuple(out)
