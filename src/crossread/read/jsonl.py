"""JSON Lines (jsonlines.org): one article a line. A broken line is told and the others survive."""

from collections.abc import Iterator

from msgspec.structs import replace

from crossread.errors import InputError
from crossread.model.report import Failure
from crossread.read.article import Article
from crossread.read.decode import decode
from crossread.read.inputs import STAGE
from crossread.read.json_items import Found, articles_in, parse
from crossread.read.source import MAX_FILE_BYTES, Source, sha256, too_large


def read_jsonl(source: Source) -> Iterator[Found]:
    """The articles of each line, line by line, so that a file larger than memory can be read."""
    return jsonl_articles(source.label, source.lines())


def jsonl_articles(label: str, lines: Iterator[bytes]) -> Iterator[Found]:
    """The articles of ``lines``; a report's part is its line number from 1. Raises ``InputError`` if all are blank."""
    blank = True
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        blank = False
        yield from _line(label, number, line)
    if blank:
        raise InputError("empty; nothing to read in it")


def _line(label: str, number: int, line: bytes) -> Iterator[Found]:
    where = f"{label}#{number}"
    try:
        if len(line) > MAX_FILE_BYTES:
            raise InputError(too_large(f"a line of more than {MAX_FILE_BYTES // 1_000_000} MB"))
        document = parse(decode(line).text)
        for found in articles_in(document, where, sha256(line.strip())):
            yield _placed(found, number)
    except InputError as error:
        yield Failure(where, STAGE, str(error))


def _placed(found: Found, number: int) -> Found:
    if not isinstance(found, Article):
        return found
    return replace(found, part=f"{number}.{found.part}" if found.part else str(number))
