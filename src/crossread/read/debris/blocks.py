"""A text as blocks: the lines or paragraphs that a page set apart."""

import re
from itertools import pairwise

import msgspec

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# What a sentence ends in, closing quotes and brackets set aside.
_CLOSING = "\"'”’»)]*"
_TERMINAL = frozenset(".!?…")
# A text is hard-wrapped where most lines that touch run on: long for the text, and no sentence ends there.
_WRAPPED_SHARE = 0.6
_WRAPPED_WIDTH = (40, 132)
_MIN_WRAPPED_PAIRS = 4


class Block(msgspec.Struct, frozen=True):
    """A line or a hard-wrapped paragraph without the space around it: ``text[start:end]`` of the report."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words, by white space."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)


def ends_sentence(line: str) -> bool:
    """Whether a line ends in a full stop or its like, closing quotes and brackets set aside."""
    return line.rstrip(_CLOSING)[-1:] in _TERMINAL


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text in order. Lines are blocks, unless the text is hard-wrapped: then paragraphs are."""
    lines = [b for m in _LINE.finditer(text) if (b := _trimmed(text, m.start(), m.end()))]
    touching = [len(_BREAKS.findall(text, a.end, b.start)) == 1 for a, b in pairwise(lines)]
    if not _wrapped(lines, touching):
        return lines
    return _joined(text, lines, touching)


def _trimmed(text: str, start: int, end: int) -> Block | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    stripped = line.strip()
    return Block(start + left, start + left + len(stripped), stripped) if stripped else None


def _wrapped(lines: list[Block], touching: list[bool]) -> bool:
    width = max((len(b.text) for b in lines), default=0)
    pairs = [a for a, near in zip(lines, touching, strict=False) if near]
    if not _WRAPPED_WIDTH[0] <= width <= _WRAPPED_WIDTH[1] or len(pairs) < _MIN_WRAPPED_PAIRS:
        return False
    running = sum(not a.ends_sentence and len(a.text) > width / 2 for a in pairs)
    return running > _WRAPPED_SHARE * len(pairs)


def _joined(text: str, lines: list[Block], touching: list[bool]) -> list[Block]:
    out: list[Block] = []
    width = max(len(b.text) for b in lines)
    run = [lines[0]]
    for line, near in zip(lines[1:], touching, strict=True):
        # A short line ends its paragraph even where no blank line follows.
        if near and len(run[-1].text) > width / 2:
            run.append(line)
            continue
        out.append(_span(text, run))
        run = [line]
    return [*out, _span(text, run)]


def _span(text: str, run: list[Block]) -> Block:
    return Block(run[0].start, run[-1].end, text[run[0].start : run[-1].end])
