"""Notes at the end of a report on who wrote it: "Ada Reen covers the courts", "Tom Varga is a fellow at …"."""

import re
from collections.abc import Iterator, Sequence

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block

LAST_BLOCKS = 4
"""Blocks at the end of a report among which such notes stand."""
MAX_NOTE_WORDS = 45
FEWEST_BLOCKS = 3
"""A text of fewer blocks may be about the one whom it names last."""
_NAME = r"(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|der|al|bin|el|la|da|dos|of)){1,4})"
_WORK = (
    r"correspondent|reporter|editor|columnist|fellow|contributor|writer|journalist|professor|lecturer|analyst|host|"
    r"author|lawyer|consultant|researcher|producer|blogger|historian|economist|director|scholar"
)
NOTE = re.compile(
    rf"{_NAME},? (?:is (?:an?|the|our|one of|chief|senior|[\w’']+['’]s) (?:[\w'’-]+ ){{0,6}}(?:{_WORK})\b|covers |"
    r"writes (?:about|on|for|the|from)\b|reports? (?:on|from) |reported from |hosts |edits |teaches |"
    r"has (?:covered|reported|written)\b|contributed (?:reporting|to this)\b)"
)


def notes(blocks: Sequence[Block]) -> Iterator[Debris]:
    """Of what no other rule has marked: the last blocks while each is a note on somebody whom nothing else names."""
    if len(blocks) < FEWEST_BLOCKS:
        return
    for n in range(len(blocks) - 1, len(blocks) - 1 - LAST_BLOCKS, -1):
        block = blocks[n]
        found = NOTE.match(block.text) if n else None
        if found is None or block.words > MAX_NOTE_WORDS or _is_named(found["name"], blocks[:n]):
            return
        yield Debris(block.start, block.end, "byline")


def _is_named(name: str, blocks: Sequence[Block]) -> bool:
    """Whether some text names somebody, by the last word of the name."""
    last = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
    return any(last.search(b.text) for b in blocks if b.text[:3].casefold() != "by ")
