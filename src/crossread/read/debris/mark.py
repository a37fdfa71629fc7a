"""All rules over one text."""

from collections.abc import Iterable, Iterator

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block
from crossread.read.debris.dateline import dateline_of, stamp_of
from crossread.read.debris.headings import empty_title, headings, link_lists, repeated_titles
from crossread.read.debris.makers import notes
from crossread.read.debris.questions import questions
from crossread.read.debris.repeats import repeated_paragraphs, repeated_sentences
from crossread.read.debris.rules import Table, kind_of, table_for
from crossread.read.debris.words import sentences_of

# A dateline opens the report: it stands in one of the first blocks.
_DATELINE_BLOCKS = 6
_MIN_STAMPS = 2
# Furniture that says what it is in so many words; inside a paragraph a name or a date alone says nothing.
INSIDE = frozenset({"comment-form", "share", "subscribe", "cookie", "legal", "contact", "correction", "related-links"})
_MIN_WORDS_INSIDE = 3


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
    sentences = [s for b in rest for s in _sentences(b)]
    marks = [*found.values(), *_dateline(rest[:_DATELINE_BLOCKS]), *_stamps(sentences), *repeated_sentences(sentences)]
    if table is not None:
        marks += _inside(sentences, table)
    return _apart(marks)


def _by_rules(found: dict[int, Debris], blocks: list[Block], table: Table) -> None:
    kinds = ((b, kind_of(b.text, table)) for b in blocks)
    _add(found, (Debris(b.start, b.end, k) for b, k in kinds if k))
    _add(found, link_lists(blocks, table))
    _add(found, questions(_unmarked(blocks, found), table))
    _add(found, empty_title(blocks))
    _add(found, headings(_unmarked(blocks, found)))
    _add(found, notes(_unmarked(blocks, found)))


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


def _sentences(block: Block) -> list[Block]:
    return [Block(block.start + s, block.start + e, block.text[s:e]) for s, e in sentences_of(block.text)]


def _stamps(sentences: list[Block]) -> list[Debris]:
    """The times of day that open the entries of a live page; one alone may open a sentence."""
    found = [(s, length) for s in sentences if (length := stamp_of(s.text))]
    return [Debris(s.start, s.start + n, "timestamp") for s, n in found] if len(found) >= _MIN_STAMPS else []


def _inside(sentences: list[Block], table: Table) -> Iterator[Debris]:
    """Page furniture that an extraction ran together with the paragraph before it."""
    for sentence in sentences:
        if sentence.words >= _MIN_WORDS_INSIDE and (kind := kind_of(sentence.text, table)) in INSIDE:
            yield Debris(sentence.start, sentence.end, kind)


def _apart(marks: list[Debris]) -> tuple[Debris, ...]:
    out: list[Debris] = []
    for mark in sorted(marks):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return tuple(out)
