"""Places where two sentences stand without a space between, as pages lose it: "at the palace.The minister",
"to MaduroThis"."""

import re
from collections.abc import Iterator

from crossread.annotate.abbreviations import STARTERS

_LONG = "|".join(sorted(w.capitalize() for w in (*STARTERS, "maybe", "perhaps") if len(w) > 2))
_SHORT = "By|He|We"
"""Short openers that end no name of a firm ("LinkedIn")."""
_AMID = re.compile(rf"(?<=[a-z]{{2}})(?=(?:{_LONG}|{_SHORT})\b(?!['’.-]))")
_AFTER_STOP = re.compile(rf"(?<=[a-z0-9)])[.!?][\"”’]{{0,2}}(?=(?:{_LONG}|{_SHORT}|In|On|At|It|As|If)\b)")
_TAG = re.compile(r"[#@/\\]\w*\Z|\w+[.]\w+[.]\w*\Z")
"""Before such a place: a hashtag, a name of an account, a page's address."""


def breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where the second of two such sentences begins, in order, within ``text[start:end]``."""
    found = [m.start() for m in _AMID.finditer(text, start, end)]
    found += [m.end() for m in _AFTER_STOP.finditer(text, start, end)]
    for at in sorted(set(found)):
        word = text.rfind(" ", start, at) + 1
        if start < at < end and not _TAG.search(text, max(start, word), at):
            yield at
