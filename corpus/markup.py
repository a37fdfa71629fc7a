"""The inline mark-up of a report (MARKUP.md): text with marks in, plain text and spans out.

A mark is `{head|text}`. Marks nest; a mark that must cross another carries a tag, `{head #1|text #1}`.
Offsets are Unicode code points into the stripped text, end exclusive.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn


class MarkupError(Exception):
    """What is wrong, and the file and line where it is."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


CERTAINTIES = {
    "asserted": "asserted",
    "attributed": "attributed",
    "quoted": "quoted",
    "hedged": "hedged",
    "denied": "denied",
    "~": "hedged",
    "!": "denied",
}
SEPARATORS = {"blank": "\n\n", "line": "\n", "none": " "}
HEADER_FIELDS = {"outlet", "title", "url", "published", "manner", "from", "paragraphs", "author"}

_HEAD = re.compile(r"\{([^{}|\n]*)\|")
_TAG_CLOSE = re.compile(r" ?#(\d+)\}")
_PLAIN = re.compile(r"(?:[^{}\\# ]| (?!#))+")
_SLUG = re.compile(r"[a-z][a-z0-9-]+\Z")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_NUMBER = re.compile(r"-?\d[\d_]*(?:\.\d+)?(k|m|bn|tn)?\Z")
_SORTS = {
    "s": "source",
    "k": "cue",
    "a": "content",
    "q": "quote",
    "t": "time",
    "n": "number",
    "d": "debris",
    "p": "passage",
}
_SCALE = {None: 1, "k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}


@dataclass(eq=False)
class Mark:
    """One mark. `name` is the claim, quotation, debris kind, passage or chain; `sort` says which of them."""

    sort: str  # claim, wrap, source, cue, content, quote, time, number, debris, passage
    name: str
    where: str
    start: int
    end: int = -1
    tag: str | None = None
    flags: list[str] = field(default_factory=list)
    chain: list[str] = field(default_factory=list)  # written on this mark, outermost first
    certainty: str | None = None
    up: int = 0  # how many wrappers up its voice is
    origin: list[str] = field(default_factory=list)  # the chain to the true origin, where the text hides it
    note: str = ""
    low: str | float | None = None
    high: str | float | None = None
    parents: list[Mark] = field(default_factory=list)  # marks open when this one opened, outermost first
    around: Mark | None = None  # the innermost attribution it stands in
    headline: bool = False


@dataclass(eq=False)
class Report:
    """A report with its marks taken out."""

    id: str
    path: str
    header: dict[str, str]
    title: str | None
    text: str
    marks: list[Mark]
    paragraphs: list[tuple[int, int, str]]  # start, end, "file:line"

    def of(self, sort: str) -> list[Mark]:
        return [m for m in self.marks if m.sort == sort]

    @property
    def outlet(self) -> str:
        return self.header["outlet"]


def fail(where: str, what: str) -> NoReturn:
    raise MarkupError(where, what)


def parse_interval(value: str, where: str) -> tuple[str | None, str | None]:
    """`2031-03-04`, `2031-03`, `2031`, `A..B`, `A..`, `..B` or `?` as ISO days (None where open)."""
    if value == "?":
        return None, None
    low, dots, high = value.partition("..")
    if not dots:
        high = low
    return _day(low, False, where) if low else None, _day(high, True, where) if high else None


def _day(value: str, last: bool, where: str) -> str:
    found = _DAY.match(value)
    if not found:
        fail(where, f"'{value}' is no date: write 2031-03-04, 2031-03, 2031 or ?")
    year = int(found[1])
    month = int(found[2]) if found[2] else (12 if last else 1)
    if not 1 <= month <= 12:
        fail(where, f"'{value}' has no such month")
    day = int(found[3]) if found[3] else (calendar.monthrange(year, month)[1] if last else 1)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        fail(where, f"'{value}' is no day of the calendar")


def parse_range(value: str, where: str) -> tuple[float | None, float | None]:
    """`12`, `12..15`, `12..`, `..12`, with k, m, bn, tn; `?` when nothing is bounded."""
    if value == "?":
        return None, None
    low, dots, high = value.partition("..")
    if not dots:
        high = low
    return _number(low, where) if low else None, _number(high, where) if high else None


def _number(value: str, where: str) -> float:
    found = _NUMBER.match(value)
    if not found:
        fail(where, f"'{value}' is no number: write 12, 12..15, 12.. or ..12 (k, m, bn, tn allowed)")
    unit = found[1]
    number = float(value[: -len(unit)] if unit else value) * _SCALE[unit]
    return int(number) if number == int(number) else number


def parse_head(head: str, where: str, start: int) -> Mark:
    """The part of a mark before the bar."""
    words = head.split()
    if not words:
        fail(where, "a mark without a head: write \\{ for a brace in the text")
    tag = words.pop()[1:] if len(words) > 1 and re.fullmatch(r"#\d+", words[-1]) else None
    first, rest = words[0], words[1:]
    mark = Mark("", "", where, start, tag=tag)
    letter, equals, value = first.partition("=")
    if first.startswith("@"):
        mark.sort, mark.name = "wrap", first[1:]
        mark.chain = _chain(first[1:], where)
        _flags(mark, rest)
    elif equals or first in {"s", "k", "a", "q"}:
        _special(mark, letter, value, rest)
    elif _SLUG.match(first):
        mark.sort, mark.name = "claim", first
        _flags(mark, rest)
    else:
        fail(where, f"'{first}' is neither a claim's name nor a known mark")
    return mark


def _chain(text: str, where: str) -> list[str]:
    names = text.split(">")
    for name in names:
        if not _SLUG.match(name):
            fail(where, f"'{name}' is no name of a source")
    return names


def _flags(mark: Mark, words: list[str]) -> None:
    for word in words:
        if word in CERTAINTIES:
            mark.certainty = CERTAINTIES[word]
        elif set(word) == {"^"}:
            mark.up = len(word)
        elif word in {"again", "neg"} and mark.sort == "claim":
            mark.flags.append(word)
        elif word.startswith("@") and mark.sort == "claim":
            mark.chain = _chain(word[1:], mark.where)
        elif word.startswith("%") and mark.sort == "claim":
            mark.origin = _chain(word[1:], mark.where)
        else:
            fail(mark.where, f"'{word}' is no flag of a {mark.sort}")


def _special(mark: Mark, letter: str, value: str, rest: list[str]) -> None:
    if letter not in _SORTS:
        fail(mark.where, f"'{letter}=' is no mark; claims' names have two letters or more")
    mark.sort, mark.name, mark.note = _SORTS[letter], value, " ".join(rest)
    if letter == "s":
        mark.name, mark.note = (rest[0] if rest else value), ""
    elif letter == "t":
        mark.low, mark.high = parse_interval(value, mark.where)
    elif letter == "n":
        mark.low, mark.high = parse_range(value, mark.where)
    elif letter in "dp" and not value:
        fail(mark.where, f"'{letter}=' wants a name after it")
    elif letter in "kaqp" and rest:
        fail(mark.where, f"'{' '.join(rest)}' is too much in a {mark.sort} mark")


class _Stripper:
    """Takes the marks out of one paragraph after the other, keeping one text."""

    def __init__(self) -> None:
        self.out: list[str] = []  # one character each
        self.length = 0
        self.marks: list[Mark] = []

    def add(self, text: str) -> None:
        self.out.extend(text)
        self.length += len(text)

    def paragraph(self, raw: str, where: list[tuple[int, str]], headline: bool) -> tuple[int, int]:
        """Strip one paragraph; `where` gives (offset in raw, "file:line") of its lines."""
        starts = [offset for offset, _ in where]
        opened: list[Mark] = []
        begin, i = self.length, 0
        while i < len(raw):
            here = where[bisect_right(starts, i) - 1][1]
            char = raw[i]
            if char == "\\" and raw[i + 1 : i + 2] in {"{", "}", "\\", "#"}:
                self.add(raw[i + 1])
                i += 2
            elif char == "{":
                i = self._open(raw, i, here, opened, headline)
            elif char == "}":
                self._close(next((m for m in reversed(opened) if m.tag is None), None), opened, here)
                i += 1
            elif (found := _TAG_CLOSE.match(raw, i)) and (tagged := [m for m in opened if m.tag == found[1]]):
                self._close(tagged[0], opened, here)
                i = found.end()
            elif run := _PLAIN.match(raw, i):
                self.add(run.group())
                i = run.end()
            else:
                self.add(char)
                i += 1
        if opened:
            left = opened[-1]
            fail(left.where, f"the mark '{left.name or left.sort}' is not closed in its paragraph")
        return begin, self.length

    def _open(self, raw: str, i: int, here: str, opened: list[Mark], headline: bool) -> int:
        found = _HEAD.match(raw, i)
        if not found:
            fail(here, f"'{raw[i : i + 20]}' opens no mark: a mark is {{head|text}}; write \\{{ for a brace")
        mark = parse_head(found[1], here, self.length)
        mark.parents, mark.headline = list(opened), headline
        mark.around = next((m for m in reversed(opened) if m.sort == "wrap"), None)
        opened.append(mark)
        self.marks.append(mark)
        return found.end()

    def _close(self, mark: Mark | None, opened: list[Mark], here: str) -> None:
        if mark is None:
            fail(here, "a } that closes no mark: write \\} for a brace in the text")
        mark.end = self.length
        opened.remove(mark)
        text = "".join(self.out[mark.start : mark.end])
        if not text.strip() or text != text.strip():
            fail(mark.where, f"the mark '{mark.name or mark.sort}' is empty or begins or ends with a space")


def parse_report(report_id: str, path: str, source: str) -> Report:
    """One rNN.txt: header, a line of three hyphens, paragraphs parted by blank lines."""
    lines = source.split("\n")
    if "---" not in lines:
        fail(path, "no line '---' between header and text")
    cut = lines.index("---")
    header = _header(path, lines[:cut])
    separator = SEPARATORS.get(header.get("paragraphs", "blank"))
    if separator is None:
        fail(path, f"paragraphs: one of {sorted(SEPARATORS)}")
    stripper = _Stripper()
    paragraphs: list[tuple[int, int, str]] = []
    title = header.get("title")
    for raw, where in _paragraphs(path, lines, cut + 1):
        headline = raw.startswith("# ")
        if headline:
            if title is not None or paragraphs:
                fail(where[0][1], "a '# ' line is the title: it comes first, and no title: in the header")
            raw, where = raw[2:], [(max(0, o - 2), w) for o, w in where]
        if paragraphs:
            stripper.add(separator)
        begin, end = stripper.paragraph(raw, where, headline)
        paragraphs.append((begin, end, where[0][1]))
        if headline:
            title = "".join(stripper.out)[begin:end]
    return Report(report_id, path, header, title, "".join(stripper.out), stripper.marks, paragraphs)


def _header(path: str, lines: list[str]) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in HEADER_FIELDS:
            fail(f"{path}:{number}", f"header line wants one of {sorted(HEADER_FIELDS)} and a colon")
        header[name.strip()] = value.strip()
    missing = {"outlet", "published", "manner", "from"} - header.keys()
    if missing:
        fail(path, f"the header lacks {sorted(missing)}")
    return header


def _paragraphs(path: str, lines: list[str], first: int) -> list[tuple[str, list[tuple[int, str]]]]:
    """Blocks of lines, each joined with single spaces, with the offsets where its lines begin."""
    blocks: list[tuple[str, list[tuple[int, str]]]] = []
    text, where = "", list[tuple[int, str]]()
    for number in range(first, len(lines) + 1):
        line = lines[number].strip() if number < len(lines) else ""
        if line:
            text = f"{text} {line}" if text else line
            where.append((len(text) - len(line), f"{path}:{number + 1}"))
        elif text:
            blocks.append((text, where))
            text, where = "", []
    return blocks
