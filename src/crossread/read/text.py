"""Plain text: the report's text is the decoded file itself, newlines as they stand."""

from collections.abc import Iterator

from crossread.model.report import Gap
from crossread.read.article import Article
from crossread.read.decode import decode
from crossread.read.json_items import Found
from crossread.read.source import Source, sha256


def read_text(source: Source) -> Iterator[Found]:
    """The one article of a text file."""
    data = source.data()
    decoded = decode(data)
    if decoded.note:
        yield Gap("encoding", f"{source.label}: {decoded.note}")
    yield Article(text=decoded.text, sha256=sha256(data))
