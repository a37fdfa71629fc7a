"""When a report came out: by its metadata, else by its dateline or a "Published" line, else unknown."""

import re

from crossread.model.report import Published
from crossread.read.article import Article
from crossread.read.dates import metadata_day, written_day
from crossread.read.debris.blocks import Block, blocks_of
from crossread.read.debris.dateline import dateline_of

# A page names its day above the article or right below it: this many blocks from either end are looked at.
_EDGE_BLOCKS = 6
# "Published: 3 March 2024, 14:05" is short; a sentence that tells when a book was published is not.
_MAX_LINE = 90
_LABEL = re.compile(
    r"^(?:first )?(?P<label>published|posted|updated|last updated|modified|date)(?: on| at)?:?\s", re.IGNORECASE
)
# What may stand beside the day on a line that is nothing but a date.
_BESIDE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\d{1,2}[:.]\d\d|[ap]\.?m\.?\b"
    r"|\b(?:gmt|utc|bst|est|edt|cet|cest|ist|et|pt)\b|[\s,|·•.()–—-]|\bat\b|\bon\b",
    re.IGNORECASE,
)


def published(article: Article) -> Published:
    """The day of publication with its basis; "unknown" where neither metadata nor the page's own lines tell it."""
    if article.date is not None and (day := metadata_day(article.date)):
        return Published(day, day, "metadata", f"{article.date_field or 'date'}: {article.date}")
    blocks = blocks_of(article.text)
    edge = blocks if len(blocks) <= 2 * _EDGE_BLOCKS else blocks[:_EDGE_BLOCKS] + blocks[-_EDGE_BLOCKS:]
    return _dateline(edge) or _line(edge) or Published()


def _dateline(blocks: list[Block]) -> Published | None:
    for block in blocks:
        found = dateline_of(block.text)
        if found and found.date and (day := written_day(found.date)):
            return Published(day[0], day[0], "dateline", f'the dateline says "{day[1]}"')
    return None


def _line(blocks: list[Block]) -> Published | None:
    """A line labelled as the day of publication before one that is nothing but a date; an update comes last."""
    found = [(rank, b, day) for b in blocks if (rank := _rank(b.text)) is not None and (day := written_day(b.text))]
    if not found:
        return None
    _, _, (day, words) = min(found, key=lambda f: (f[0], f[1].start))
    return Published(day, day, "dateline", f'a line of the page says "{words}"')


def _rank(line: str) -> int | None:
    if len(line) > _MAX_LINE:
        return None
    if label := _LABEL.match(line):
        return 2 if "updated" in label["label"].lower() or label["label"].lower() == "modified" else 0
    day = written_day(line)
    if day is None:
        return None
    return 1 if not _BESIDE.sub("", line.replace(day[1], "", 1)) else None
