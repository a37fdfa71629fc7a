"""An article → a report: language, date, outlet, debris, completeness."""

from collections.abc import Iterator

from crossread.errors import InputError
from crossread.model.report import Gap, Report
from crossread.read.article import Article
from crossread.read.completeness import is_complete
from crossread.read.credits import credits_in_line
from crossread.read.debris import debris_of
from crossread.read.debris.blocks import Block, blocks_of
from crossread.read.debris.dateline import dateline_of
from crossread.read.decode import suspicions
from crossread.read.language import READ, language_of
from crossread.read.masthead import masthead, outlet_of
from crossread.read.outlet import outlet_name
from crossread.read.published import published

# The longest pieces of newspaper reporting run to some 40,000 words; beyond that a file is a book or a dump.
MAX_TEXT_CHARACTERS = 300_000
# A dateline and the line that credits an agency stand this near the report's edges.
_EDGE_BLOCKS = 6


def report_of(article: Article, label: str) -> Iterator[Report | Gap]:
    """The report that ``article`` makes, its id still empty, and the gaps that it leaves.

    Raises ``InputError`` for a text that is empty or longer than ``MAX_TEXT_CHARACTERS``.
    """
    path = f"{label}#{article.part}" if article.part else label
    _refuse(article.text)
    for told in suspicions(article.text):
        yield Gap("encoding", f"{path}: {told}")
    report = _report(article, path)
    if report.language not in READ and report.language != "und":
        yield Gap("unread-language", f"{path} is in {report.language!r}, which is not read; only English is")
    if not report.complete:
        yield Gap("cut-text", f"{path} is paywalled or cut; what it leaves out is not counted as silence")
    yield report


def _refuse(text: str) -> None:
    if not text.strip():
        raise InputError("an article without text; nothing to read in it")
    if len(text) > MAX_TEXT_CHARACTERS:
        raise InputError(
            f"a text of {len(text):,} characters, more than the {MAX_TEXT_CHARACTERS:,} of one report; split it"
        )


def _report(article: Article, path: str) -> Report:
    language = language_of(article.text)
    blocks = blocks_of(article.text)
    outlet = outlet_name(article.outlet, article.site, article.url) or _masthead(blocks)
    debris = debris_of(blocks, article.title, outlet, language)
    return Report(
        id="",
        path=path,
        sha256=article.sha256,
        text=article.text,
        language=language,
        published=published(article),
        outlet=outlet,
        title=article.title,
        url=article.url,
        authors=article.authors,
        credits=_credits(article, blocks, outlet),
        complete=is_complete(blocks, debris, article.free),
        debris=debris,
    )


def _masthead(blocks: list[Block]) -> str | None:
    line = masthead(blocks)
    return outlet_of(line) if line else None


def _credits(article: Article, blocks: list[Block], outlet: str | None) -> tuple[str, ...]:
    """Of the metadata, the dateline and the credit lines, without the outlet itself."""
    names = [*article.credits]
    edge = blocks if len(blocks) <= 2 * _EDGE_BLOCKS else blocks[:_EDGE_BLOCKS] + blocks[-_EDGE_BLOCKS:]
    for block in edge:
        line = dateline_of(block.text)
        names += [line.agency] if line and line.agency else []
        names += credits_in_line(block.text)
    return tuple(n for n in dict.fromkeys(names) if n != outlet)
