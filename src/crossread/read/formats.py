"""The registry of input formats: one line a format."""

from collections.abc import Callable, Iterator

import msgspec

from crossread.read.json_article import read_json
from crossread.read.json_items import Found
from crossread.read.jsonl import read_jsonl
from crossread.read.sniff import looks_like_html, looks_like_json
from crossread.read.source import Source
from crossread.read.text import read_text


def _read_html(source: Source) -> Iterator[Found]:
    from crossread.read.html import read_html  # a fifth of a second of imports: only where a page is met

    return read_html(source)


class Format(msgspec.Struct, frozen=True):
    """A format, the file suffixes that name it, what its first bytes look like, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Callable[[Source], Iterator[Found]]


TEXT = Format("text", (".txt", ".text", ".md"), lambda head: True, read_text)  # noqa: ARG005
FORMATS: tuple[Format, ...] = (
    Format("html", (".html", ".htm", ".xhtml", ".shtml"), looks_like_html, _read_html),
    Format("jsonl", (".jsonl", ".ndjson"), lambda head: False, read_jsonl),  # noqa: ARG005 - JSON falls back to it
    Format("json", (".json", ".jsonld"), looks_like_json, read_json),
    TEXT,
)


def format_of(suffix: str, head: bytes) -> Format:
    """By the suffix where it is known, else by the first bytes. A page saved as .txt is a page."""
    if suffix in TEXT.suffixes:
        return next(f for f in FORMATS if f.name == "html") if looks_like_html(head) else TEXT
    named = next((f for f in FORMATS if suffix in f.suffixes), None)
    return named or next(f for f in FORMATS if f.begins(head))
