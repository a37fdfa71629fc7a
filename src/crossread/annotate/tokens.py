"""Syntactic words as Universal Dependencies English cuts them (EWT guidelines): clitics, hyphens, marks apart."""

import re

from crossread.annotate.abbreviations import ENDING, TITLES
from crossread.annotate.glued import breaks
from crossread.model.span import Extent

_PREFIXES = "non|e|re|anti|mid|co|pro|pre|post|ex|multi|counter|pan|sub|semi|mini|neo|socio|bi|inter|intra|ultra|un"
"""Prefixes that keep their hyphen in EWT."""

_SHORTENED = "|".join(sorted((re.escape(a) for a in TITLES | ENDING), key=lambda a: (-len(a), a)))

_TOKEN = re.compile(
    rf"""
      (?P<address> (?:https?://|www\.)[^\s<>"“”]{{1,500}} | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}} )
    | [@\#]\w{{1,60}}
    | (?:[^\W\d_]\.){{2,8}}                                   # U.S., a.m.
    | (?i:\b(?:{_SHORTENED}))\.(?![\w])
    | (?<=\w\.)['’]s\b                                          # of a shortened word: Corp.'s
    | \b[A-Z]\.(?=\s[A-Z])                                    # an initial
    | \d{{1,4}}(?:/\d{{1,4}}){{1,2}}(?!\w)                    # a date or a fraction
    | (?>\d{{1,20}}(?:[.,:]\d{{1,20}}){{1,8}})
    | \d{{1,20}}(?:st|nd|rd|th|s|['’]s(?=\s))?(?![^\W_])
    | [^\W_](?:[\w&]|['’](?=[^\W\d_]))*
    | ([*=_~\#+$])\2+ | :-?[()](?!\w)
    | \b[Cc]\.(?=\s?\d)                                        # circa
    | \.{{2,}} | -{{2,}} | !{{2,}} | \?{{2,}} | [!?]{{2,}} | (?:''|``)
    | \S
    """,
    re.VERBOSE,
)
_PREFIXED = re.compile(rf"(?i)(?:{_PREFIXES})-[^\W\d_]\w{{2,}}")
_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))\Z")
_JOINED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dunno": 2, "lemme": 3, "gimme": 3}
"""Words that are two, and where the second begins."""
_TRAILING = ".,;:!?\"'”’)]}>"


def tokenise(text: str, start: int, end: int) -> list[Extent]:
    """The words of ``text[start:end]`` in order; every character that is no white space is in one of them."""
    out: list[Extent] = []
    at = start
    while match := _TOKEN.search(text, at, end):
        low, high = match.span()
        prefixed = _PREFIXED.match(text, low, end)
        if match.group("address"):
            while high - low > 1 and text[high - 1] in _TRAILING:
                high -= 1
        elif prefixed and prefixed.end() > high:
            high = prefixed.end()
        out.extend(_parts(text, low, high))
        at = high
    return out


def _parts(text: str, low: int, high: int) -> list[Extent]:
    word = text[low:high]
    second = _JOINED.get(word.lower())
    glued = None if word[1:].islower() else next(breaks(text, low, high), None)
    if glued is not None:
        return [*_parts(text, low, glued), *_parts(text, glued, high)]
    if second is None:
        clitic = _CLITIC.search(word)
        if clitic is None or not clitic.start() or not word[0].isalpha():
            return [Extent(low, high)]
        second = clitic.start()
    return [Extent(low, low + second), Extent(low + second, high)]
