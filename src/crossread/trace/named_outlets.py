"""Outlets that a source's words name: one of a table, several of a list, one that a pronoun doubles."""

import re
from itertools import pairwise

from crossread.model.mention import Link
from crossread.model.span import Extent
from crossread.trace.outlets import Outlets
from crossread.trace.source import link

_AND = re.compile(r",?\s+(?:and|or|as well as)\s+(?:[Tt]he\s+)?|,\s+(?:[Tt]he\s+)?")
"""Between the outlets of a list."""
# "Republicans on the Hill": a place, be it a paper's name elsewhere.
_PLACED = re.compile(r"\b(?:on|in|at|up|across|around)\sthe\s\Z")
_LINKED_NAME = re.compile(r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|the|de|and)\s)?[A-Z][\w’'&.-]*)*")


class NamedOutlets:
    """The outlets of the table, as one report names them."""

    def __init__(self, text: str, outlets: Outlets) -> None:
        self._text = text
        self._outlets = outlets

    def named(self, extent: Extent) -> list[Link]:
        """Outlets of the table that an extent names."""
        out = []
        for m in _LINKED_NAME.finditer(self._text, extent.start, extent.end):
            if _PLACED.search(self._text, extent.start, m.start()):
                continue
            for part in re.finditer(r"(?:(?! and ).)+", m.group()):
                found = self._in(m.start() + part.start(), part.group())
                if found is not None:
                    out.append(found)
        return out

    def before(self, pronoun: Extent) -> tuple[Link, ...]:
        """The outlets named right before a pronoun written large, as translations by machine double a subject:
        "Quay Post He revealed that …"."""
        text = self._text
        low = max(text.rfind(mark, 0, pronoun.start) for mark in ".!?\n") + 1
        if not text[pronoun.start].isupper() or not (before := text[low : pronoun.start].strip()):
            return ()
        place = Extent(text.index(before, low), low + len(text[low : pronoun.start].rstrip()))
        known = self.named(place)
        while len(known) > 1 and any(not _AND.fullmatch(text[a.end or 0 : b.start]) for a, b in pairwise(known)):
            known = known[1:]
        return self.together(known) if known and known[-1].end == place.end else ()

    def together(self, known: list[Link]) -> tuple[Link, ...]:
        """Outlets of one list ("the Times and the Post") as one source; else each on the word of the next."""
        places = [(k.start or 0, k.end or 0) for k in known]
        gaps = [self._text[a[1] : b[0]] for a, b in pairwise(places)]
        if len(known) < 2 or not all(_AND.fullmatch(gap) for gap in gaps):
            return tuple(known)
        # By the names of the table, so that two reports that write them differently name one source.
        listed = f"{', '.join(k.name for k in known[:-1])} and {known[-1].name}"
        return (link(listed, "outlet", Extent(places[0][0], places[-1][1])),)

    def _in(self, start: int, phrase: str) -> Link | None:
        """The longest run of a phrase's words that is an outlet's name ("Egyptian MENA")."""
        found = list(re.finditer(r"\S+", phrase))
        for size in range(len(found), 0, -1):
            for i in range(len(found) - size + 1):
                low, high = found[i].start(), found[i + size - 1].end()
                row = self._outlets.named(phrase[low:high].removesuffix("'s").removesuffix("’s"))
                if row is not None and (size == len(found) or row.kind == "agency" or size > 1):
                    return link(row.name, "outlet", Extent(start + low, start + high))
        return None
