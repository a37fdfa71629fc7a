"""Sentences of news text: paragraphs first, then stops, with abbreviations and quotation marks in mind."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crossread.annotate.abbreviations import ENDING, STARTERS, TITLES
from crossread.annotate.glued import breaks
from crossread.annotate.lines import paragraph_breaks
from crossread.model.report import Debris
from crossread.model.span import Extent
from crossread.model.words import DAY_NAMES

LONGEST = 1500
"""Characters; a longer stretch without a stop is no sentence and is cut at a space, or hard."""

DANGLING = frozenset({"a", "an", "the", "and"})
"""Words that end no sentence: a stop behind one is part of what follows ("a. 357 Magnum"), or a slip."""
HOURS = frozenset({"a.m", "p.m"})
AFTER_HOURS = DAY_NAMES | frozenset(
    "gmt utc bst cet est edt et pst pdt pt eastern pacific central local greenwich moscow london new".split()
)
"""Words with a capital that go on with a clock time ("9 a.m. Monday", "5 p.m. GMT"); any other begins a sentence."""
_STOP = re.compile(r"(?:\.{2,}|…|[.!?]+)[\"”’'»)\]]{0,3}(?:\s?\[\d{1,3}\]){0,4}(?=\s)")
_TRAILING = re.compile(r"[^.!?…].*\Z", re.DOTALL)
_LAST_WORD = re.compile(r"[^\s\"“”‘(\[—–]{1,30}\Z")
_NEXT_WORD = re.compile(r"\s+([\"“‘'«(\[]{0,2})(\S{1,40})")
_INITIALS = re.compile(r"(?:\w\.){1,4}\w?\Z")


def split(text: str, debris: Sequence[Debris] = ()) -> list[Extent]:
    """Sentences in order, without surrounding white space; debris stands apart from what it touches."""
    edges = {edge for d in debris for edge in (d.start, d.end)} | set(paragraph_breaks(text)) | {0, len(text)}
    edges |= set(breaks(text, 0, len(text)))
    out: list[Extent] = []
    for low, high in pairwise(sorted(edges)):
        for start, end in _within(text, low, high):
            out.extend(_cut(text, start, end))
    return out


def _within(text: str, low: int, high: int) -> list[tuple[int, int]]:
    out, start = [], low
    for stop in _STOP.finditer(text, low, high):
        if _ends(text, low, stop, high):
            out.append((start, stop.end()))
            start = stop.end()
    return [*out, (start, high)]


def _ends(text: str, low: int, stop: re.Match[str], high: int) -> bool:
    """Whether a sentence ends at this stop."""
    following = _NEXT_WORD.match(text, stop.end(), high)
    if following is None:
        return True
    mark, word = following.groups()
    begins = word[0].isupper() or word[0].isdigit() or bool(mark) or not word[0].isalnum()
    shown = _TRAILING.sub("", stop.group())
    if shown != ".":
        return begins and (word[0].isupper() or bool(mark) or shown[-1] not in ".…")
    last = _LAST_WORD.search(text, max(low, stop.start() - 30), stop.start())
    if not begins or last is None:
        return begins
    bare = last.group().lower().lstrip("'’")
    return _after_word(bare, last.group(), word, stop.group() != shown, bool(mark))


def _after_word(bare: str, last: str, word: str, closed: bool, mark: bool) -> bool:
    if bare.rpartition("-")[2] in TITLES or (bare == "c" and word[0].isdigit()):
        return closed
    if last in DANGLING:
        return closed or mark
    starts = word.rstrip(",.:;").lower() in STARTERS or mark or closed
    if bare in HOURS and word[0].isupper() and word.strip(",.:;()").lower() not in AFTER_HOURS:
        return True
    if bare in ENDING or (_INITIALS.match(bare) and "." in bare):
        return starts
    return not (len(bare) == 1 and last.isupper() and last != "I") or closed


def _cut(text: str, start: int, end: int) -> list[Extent]:
    out = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = space if space > 0 else start + LONGEST
        out.append(Extent(start, at))
        start = at
        while start < end and text[start].isspace():
            start += 1
    return [*out, Extent(start, end)] if start < end else out
