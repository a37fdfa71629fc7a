"""JSON: a document with one article or many."""

from collections.abc import Iterator

from crossread.errors import InputError
from crossread.model.report import Gap
from crossread.read.decode import decode
from crossread.read.json_items import Found, articles_in, parse
from crossread.read.jsonl import jsonl_articles
from crossread.read.source import Source, sha256


def read_json(source: Source) -> Iterator[Found]:
    """Every article of a JSON file. Raises ``InputError`` where it is broken or holds none."""
    data = source.data()
    decoded = decode(data)
    if decoded.note:
        yield Gap("encoding", f"{source.label}: {decoded.note}")
    try:
        document = parse(decoded.text)
    except InputError:
        if not _one_a_line(data):
            raise
        yield from jsonl_articles(source.label, iter(data.splitlines(keepends=True)))
        return
    yield from articles_in(document, source.label, sha256(data))


def _one_a_line(data: bytes) -> bool:
    """Whether a file that is no JSON document is JSON Lines under another name: most of its lines are objects."""
    lines = [s for line in data.splitlines() if (s := line.strip())]
    objects = sum(line.startswith(b"{") and line.endswith(b"}") for line in lines)
    return len(lines) > 1 and objects * 2 > len(lines)
