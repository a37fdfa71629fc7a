"""Where a text quotes: direct speech, quoted words inside a sentence, terms set in marks.

A quotation's extent holds its marks. Straight and curly marks, quotations that run over paragraphs (each
opening with a mark, only the last one closed), marks never closed, and quotations inside quotations are read.
"""

import re
from functools import lru_cache
from typing import Literal

import msgspec

from crossread.model.span import Extent
from crossread.model.words import words

QuotationKind = Literal["speech", "term", "title"]

MARKS = frozenset('"“”„«»') | {"''", "``"}
"""Tokens that are quotation marks, single ones apart."""
OPENING = "“„«"
CLOSING = {"“": "”“", "„": "“”", "«": "»"}
OTHER_CLOSING = {"“": '"', '"': "”"}
"""The mark that closes in pages where the two kinds are mixed: "he left.”"""
SINGLE_OPENING = "‘"
# Words that name what stands in marks after them without quoting anybody.
NAMING = re.compile(
    r"(?:so-called|known\s+as|dubbed|nicknamed|named|titled|entitled|called\s+the|referred\s+to\s+as)\s*(?:the\s+)?$",
    re.I,
)
# A quoted run of at most this many words, all capitalised, is the name of a thing.
TITLE_WORDS = 6
# Smaller words that stand uncapitalised inside a name.
SMALL = frozenset("of the and de la del los das dos for in on to a an y with at by from".split())
# Longer than this a single mark that opens is an apostrophe.
LONGEST_SINGLE = 300
# Texts whose quotations are remembered: several rooms ask for those of one report, one after the other.
REMEMBERED = 64
# Where a quotation's next paragraph has no mark at its head, its closing mark is sought this far on.
LONGEST_LEAP = 600


class Quotation(msgspec.Struct, frozen=True, order=True):
    """One quotation, marks included. ``depth`` 0 is outermost; ``closed`` is false where no closing mark stands;
    ``mark`` is the length of its marks."""

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    kind: QuotationKind = "speech"
    mark: int = 1

    @property
    def extent(self) -> Extent:
        """The place, marks included."""
        return Extent(self.start, self.end)

    def inner(self) -> Extent:
        """The place of the words between the marks."""
        start = self.start + self.mark
        return Extent(start, max(start, self.end - self.mark if self.closed else self.end))


@lru_cache(maxsize=REMEMBERED)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of ``text``, in order, outer before inner."""
    found = [*_double(text), *_doubled(text)]
    out = []
    for q in sorted([*found, *_single(text)], key=lambda q: (q.start, -q.end)):
        depth = sum(o.start < q.start and q.end <= o.end for o in found)
        out.append(msgspec.structs.replace(q, depth=min(depth, 1), kind=_kind(text, q)))
    return tuple(out)


def _double(text: str) -> list[Quotation]:
    out: list[Quotation] = []
    i, n = 0, len(text)
    while i < n:
        c = text[i]
        if c in OPENING or (c == '"' and _may_open(text, i)):
            q = _close(text, i, CLOSING.get(c, '"'))
            if q is not None:
                out.append(q)
                i = q.end
                continue
        i += 1
    return out


_DOUBLED = re.compile(r"(?:''|``)(?=[\w\[(.…])((?:(?!''|\n).){2,600}?)''")


def _doubled(text: str) -> list[Quotation]:
    """Quotations in doubled apostrophes, as in archives of older papers: ''we stay,'' he said."""
    return [Quotation(m.start(), m.end(), mark=2) for m in _DOUBLED.finditer(text)]


def _may_open(text: str, i: int) -> bool:
    """A straight mark opens where a word follows it and neither a word nor a full stop stands before it."""
    after = text[i + 1 : i + 2]
    ended = after in ".,;:!?)" and not text.startswith("..", i + 1)
    return bool(after) and not after.isspace() and not ended and not _closes(text, i)


def _closes(text: str, i: int) -> bool:
    """Whether a straight mark can only be a closing one: words or punctuation run into it."""
    before = text[i - 1 : i]
    return bool(before) and (before.isalnum() or before in ".,!?;…'’)")


def _close(text: str, start: int, marks: str) -> Quotation | None:
    """The quotation that opens at ``start``: to its closing mark, or to the end of its paragraph."""
    opening = text[start]
    i = start + 1
    while i < len(text):
        c = text[i]
        if c == "\n" and not _goes_on(text, i, opening, marks):
            return _unclosed(text, start, i)
        if c in marks and c != opening:
            return Quotation(start, i + 1)
        if c == opening == '"' and text[i - 1] != "\n":
            return Quotation(start, i + 1)
        if c in OTHER_CLOSING.get(opening, "") and _closes(text, i) and _is_mixed(text, start, i):
            return Quotation(start, i + 1)
        if c == opening != '"' and text[i - 1] != "\n":
            if c in marks and not text[i - 1].isspace():
                return Quotation(start, i + 1)
            if text[start + 1 : i].strip():
                return _unclosed(text, start, i)
            start = i  # an opening mark typed twice
        i += 1
    return _unclosed(text, start, len(text))


def _is_mixed(text: str, start: int, i: int) -> bool:
    """Whether a mark of the other kind at ``i`` closes what opens at ``start``: no quotation inside it ends there, and
    its own kind of mark does not come before the next that opens."""
    between = text[start + 1 : i]
    if text[i] == "”":
        return "“" not in between
    stop = i + 1
    while stop < len(text) and text[stop] not in "\n“”" and not (text[stop] == '"' and _may_open(text, stop)):
        stop += 1
    inside = any(c == '"' and _may_open(text, start + 1 + k) for k, c in enumerate(between))
    return not inside and text[stop : stop + 1] != "”"


def _goes_on(text: str, newline: int, opening: str, marks: str) -> bool:
    """Whether a paragraph left open goes on in the next: a closing mark comes before any that must open."""
    for i in range(newline + 1, min(len(text), newline + LONGEST_LEAP)):
        c = text[i]
        if c == '"' == opening:
            if _closes(text, i) or not _may_open(text, i):
                return True
            if text[i - 1] != "\n":
                return False
        elif c in marks and c != opening:
            return True
        elif c == opening and text[i - 1] != "\n":
            return False
    return False


def _unclosed(text: str, start: int, limit: int) -> Quotation | None:
    end = limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, closed=False) if end - start > 2 else None


def _single(text: str) -> list[Quotation]:
    """Quotations in single marks; an apostrophe is none: a mark opens after a space or mark, closes before one."""
    out: list[Quotation] = []
    i, n = 0, len(text)
    while i < n:
        if text[i] in "‘’'" and _single_opens(text, i):
            end = _single_end(text, i)
            if end is not None:
                out.append(Quotation(i, end))
                i = end
                continue
        i += 1
    return out


def _single_opens(text: str, i: int) -> bool:
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    free = not before or before.isspace() or before in '“"(—–-'
    return free and text[i + 1 : i + 2] != "'" and bool(after) and (after.isalnum() or after in '“"…')


def _single_end(text: str, start: int) -> int | None:
    for i in range(start + 1, min(len(text), start + LONGEST_SINGLE)):
        if text[i] == "\n":
            return _single_end_beyond(text, start, i)
        if text[i] in "“”":
            return None
        if text[i] in "’'":
            before, after = text[i - 1], text[i + 1 : i + 2]
            plural = before in "sS" and after.isspace() and _closes_later(text, i + 1)
            apart = before.isspace() and not (_ENDED.search(text, start, i) and not after.strip())
            if not after.isalnum() and not apart and not plural:
                return i + 1
    return None


_ENDED = re.compile(r"[.,!?…] \Z")
"""What stands before a closing mark that is set apart by a space: "stay there. '"."""
_SPOKEN_ON = re.compile(r"(?P<close>[.!?…,] ?['’](?=\s|\Z))|(?P<other>(?<=[^\n]\s)['‘](?=\w))|[“”]")


def _single_end_beyond(text: str, start: int, newline: int) -> int | None:
    """Where a quotation in single marks ends that runs over paragraphs: only one that opens a paragraph or follows a
    colon does, and it ends behind punctuation before another opens amid a line."""
    before = text[:start].rstrip(" ")[-1:]
    if before not in ("", "\n", ":"):
        return None
    found = _SPOKEN_ON.search(text, newline, newline + LONGEST_LEAP)
    return found.end("close") if found is not None and found["close"] else None


def _closes_later(text: str, start: int) -> bool:
    """Whether a surer closing mark (after punctuation) follows in the line: this one was a genitive."""
    stop = text.find("\n", start)
    rest = text[start : min(stop if stop >= 0 else len(text), start + LONGEST_SINGLE)]
    return re.search(r"[.,!?]['’]", rest.split("‘", 1)[0]) is not None


def _kind(text: str, q: Quotation) -> QuotationKind:
    inside = q.inner().of(text)
    forms = words(inside)
    if not forms:
        return "term"
    ended = inside.rstrip("'’ ")[-1:] in ".!?"
    if NAMING.search(text[max(0, q.start - 40) : q.start]) and len(forms) <= TITLE_WORDS and not ended:
        return "term"
    raw = [inside[w.start : w.end] for w in forms]
    capital = raw[0][:1].isupper() and all(r[:1].isupper() or r[:1].isdigit() or r.lower() in SMALL for r in raw)
    if 2 <= len(raw) <= TITLE_WORDS and capital and not ended:
        return "title"
    return "speech"
