"""When a report came out: by its metadata, else by its dateline or a "Published" line, else unknown."""

import re

from crossread.model.report import Published
from crossread.read.article import Article
from crossread.read.credits import AGENCIES
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
    r"|\b(?:gmt(?:[+-]\d\d:\d\d)?|utc|bst|est|edt|cdt|mdt|pdt|cet|cest|ist|hkt|et|pt|uk)\b|[\s,|·•.()–—-]"
    r"|\bat\b|\bon\b|\b\d{4}(?= (?:gmt|utc|hkt))|\b(?:last )?updated:?"
    rf"|\A(?:{AGENCIES})(?=,? )",
    re.IGNORECASE,
)


def published(article: Article) -> Published:
    """The day of publication with its basis; "unknown" where neither metadata nor the page's own lines tell it."""
    if article.date is not None and (iso := metadata_day(article.date)):
        return Published(iso, iso, "metadata", f"{article.date_field or 'date'}: {article.date}")
    blocks = blocks_of(article.text)
    edge = blocks if len(blocks) <= 2 * _EDGE_BLOCKS else blocks[:_EDGE_BLOCKS] + blocks[-_EDGE_BLOCKS:]
    return _dateline(edge) or _line(edge) or Published()


def _dateline(blocks: list[Block]) -> Published | None:
    for block in blocks:
        found = dateline_of(block.text)
        day = written_day(found.date) if found and found.date else None
        if day is not None:
            return Published(day[0], day[0], "dateline", f'the dateline says "{day[1]}"')
    return None


def _line(blocks: list[Block]) -> Published | None:
    """A line labelled as the day of publication before one that is nothing but a date; an update comes last."""
    found = [(rank, b, day) for b in blocks if (rank := _rank(b.text)) is not None and (day := written_day(b.text))]
    if not found:
        return None
    _, _, day = min(found, key=lambda f: (f[0], f[1].start))
    return Published(day[0], day[0], "dateline", f'a line of the page says "{day[1]}"')


def _rank(line: str) -> int | None:
    """0 for a labelled day, 1 for a bare one, 2 for an update; None for a line that says anything else."""
    day = written_day(line) if len(line) <= _MAX_LINE else None
    if day is None:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() if label else 0 :].replace(day[1], "", 1)
    if _BESIDE.sub("", rest):
        return None
    if label is None:
        return 1
    return 2 if label["label"].lower() in ("updated", "last updated", "modified") else 0
