"""Titles told again, section headings, and lists of links."""

import re

from crossread.model.report import Debris
from crossread.model.words import without_aside
from crossread.read.debris.blocks import Block
from crossread.read.debris.rules import Table, fold, is_bulleted

# Section headings of news pages run to about ten words.
MAX_HEADING_WORDS = 12
# A paragraph under a heading; shorter lines are captions, labels or list items.
MIN_PARAGRAPH_WORDS = 8
# A headline linked from another page is no longer than this.
MAX_LINK_WORDS = 25
# Where most lines end in no full stop, a missing one tells nothing.
_MAX_OPEN_SHARE = 0.5
_OPEN_MARKS = ",;:-–—"
_QUOTES = "\"“”‘'"
_CLOSING = re.compile(r"[.!?]\s+[\"”»]$")
"""The end of a line of speech whose closing mark stands loose ('She's gone. "')."""
_ASKS = ("what ", "why ", "how ", "who ", "when ", "where ")


def repeated_titles(blocks: list[Block], title: str | None, outlet: str | None) -> list[Debris]:
    """Later copies of the title (of the metadata, or the first line), and lines that only name the outlet."""
    out = []
    seen = False
    names = {fold(t) for t in (title, blocks[0].text if _is_title(blocks[0]) else None) if t}
    for block in blocks:
        folded = fold(block.text)
        if folded in names:
            if seen:
                out.append(Debris(block.start, block.end, "repeated-title"))
            seen = True
        elif outlet and fold(without_aside(block.text)) == fold(outlet):
            out.append(Debris(block.start, block.end, "outlet"))
    return out


def empty_title(blocks: list[Block]) -> list[Debris]:
    """A first line that announces and claims nothing: "What we know so far", "How the strike began"."""
    first = blocks[0]
    folded = fold(first.text)
    told = "," in folded or ":" in folded or '"' in folded
    if _is_title(first) and folded.startswith(_ASKS) and not told:
        return [Debris(first.start, first.end, "heading")]
    return []


def headings(blocks: list[Block]) -> list[Debris]:
    """Short lines between paragraphs that end in no full stop. The lines above the first paragraph are left alone."""
    body = [n for n, b in enumerate(blocks) if is_paragraph(b)]
    if not body or sum(not b.ends_sentence for b in blocks[1:]) > _MAX_OPEN_SHARE * len(blocks):
        return []
    out = []
    for n in range(body[0] + 1, body[-1]):
        if _looks_like_heading(blocks[n]) and (is_paragraph(blocks[n + 1]) or _looks_like_heading(blocks[n + 1])):
            out.append(Debris(blocks[n].start, blocks[n].end, "heading"))
    return out


def link_lists(blocks: list[Block], table: Table) -> list[Debris]:
    """A line such as "Related stories" and the lines under it that are no sentences."""
    out: list[Debris] = []
    for n, block in enumerate(blocks):
        if not n or block.ends_sentence or not table.list_head.fullmatch(fold(block.text)):
            continue
        under = n + 1
        while under < len(blocks) and _is_link(blocks[under]):
            under += 1
        # The head of nothing may be a section heading; it is debris either way.
        out += [Debris(b.start, b.end, "related-links") for b in blocks[n:under]]
    return out


def is_paragraph(block: Block) -> bool:
    """Whether a block is running text."""
    return block.ends_sentence and block.words >= MIN_PARAGRAPH_WORDS


def _is_title(block: Block) -> bool:
    return not block.ends_sentence and block.words <= MAX_LINK_WORDS


def _is_link(block: Block) -> bool:
    return block.words <= MAX_LINK_WORDS and (not block.ends_sentence or is_bulleted(block.text))


def _looks_like_heading(block: Block) -> bool:
    text = block.text
    return (
        block.words <= MAX_HEADING_WORDS
        and not block.ends_sentence
        and not is_bulleted(text)
        and text[-1] not in _OPEN_MARKS
        and not text[0].islower()
        and text[0] not in _QUOTES  # a line of speech, whatever it ends in
        and not _CLOSING.search(text)
    )
