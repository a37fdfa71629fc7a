"""Word differences between two wordings of one utterance."""

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from crossread.model.quote import Quote
from crossread.model.span import Span

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
_WORD = re.compile(r"\w")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


SHARED = 0.5
"""Below this share of common words (Indel similarity over tokens) a word difference is a puzzle and is not drawn."""


class Piece(NamedTuple):
    """A stretch of a wording: the same in both, ``added`` here, or ``left out`` here."""

    kind: Literal["same", "added", "left out"]
    text: str


class Wording(NamedTuple):
    """One wording, everyone who gives it, and its difference from the first.

    ``close`` is false where the two share too little for a difference to be read: then the wording stands alone.
    """

    text: str
    variants: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    close: bool = True


def difference(base: str, other: str) -> tuple[Piece, ...]:
    """How ``other`` differs from ``base``, word by word; case and the shape of quotation marks do not count.

    The pieces that are not "left out" join to ``other``.
    """
    ours, theirs = _TOKEN.findall(base), _TOKEN.findall(other)
    pieces: list[Piece] = []
    gone = new = ""
    opcodes = list(Indel.opcodes([_key(t) for t in ours], [_key(t) for t in theirs]))
    for n, op in enumerate(opcodes):
        left, right = "".join(ours[op.src_start : op.src_end]), "".join(theirs[op.dest_start : op.dest_end])
        if op.tag != "equal":
            gone, new = gone + left, new + right
        elif (gone or new) and right.isspace() and n + 1 < len(opcodes):
            gone, new = gone + left, new + right  # two changes with only a space between are one
        else:
            pieces += [*_change(gone, new), Piece("same", right)]
            gone = new = ""
    return (*pieces, *_change(gone, new))


def _change(gone: str, new: str) -> list[Piece]:
    if not _WORD.search(gone + new):
        return [Piece("same", new)] if new else []  # marks and spaces alone are no other wording
    changes: list[Piece] = [Piece("left out", gone)] if gone else []
    return [*changes, Piece("added", new)] if new else changes


def _key(token: str) -> str:
    return " " if token.isspace() else token.translate(_STRAIGHT).casefold()


def wordings(quote: Quote) -> list[Wording]:
    """The wordings of a quotation, the one that most reports give first; others differ from it."""
    groups: dict[tuple[str, ...], list[Span]] = {}
    for variant in quote.variants:
        key = tuple(_key(t) for t in _TOKEN.findall(variant.text.strip(" \n\"“”'‘’,.")))
        groups.setdefault(key, []).append(variant)
    ordered = sorted(groups.values(), key=lambda g: (-len(g), g[0]))
    base = ordered[0][0].text
    return [_wording(base, group) for group in ordered]


def _wording(base: str, group: list[Span]) -> Wording:
    text = group[0].text
    close = Indel.normalized_similarity(*([_key(t) for t in _TOKEN.findall(w)] for w in (base, text))) >= SHARED
    return Wording(text, tuple(group), difference(base, text) if close else (Piece("same", text),), close)
