"""Words of a text with their places, folded so that wordings can be compared.

Folding drops case, accents and the shape of apostrophes: "Nicolás" and "nicolas" are one form.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")

DAY_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
"""Days of the week and months."""
SPANS = frozenset("moments seconds minutes hours days weeks months years minute hour day week month year".split())
"""What is measured from something else: "minutes | after she left"."""

# English function words: they carry no content, so two wordings that share only these share nothing.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those some any each every no such other another its it he she they we i
    you me him her them us my your his our their who whom whose which what where when why how there
    here as at by for from in into of off on onto out over to up with within without about after
    against among around before behind between beyond during through under until upon via since and
    or but nor so if than then though although while because be is am are was were been being do
    does did done have has had having will would shall should can could may might must also just
    only very more most much many too not s t
    """.split()
)


class Word(NamedTuple):
    """One word: characters ``start:end`` of the text, and its folded form."""

    start: int
    end: int
    form: str


LETTERS = str.maketrans(
    {"æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
     "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)  # fmt: skip
"""Letters that are no letter with an accent, as English texts write them: "Kjærgaard" is "Kjaergaard"."""


def fold(word: str) -> str:
    """The form by which a word is compared: no case, no accents, straight apostrophes."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ʼ", "'").translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``, in order; offsets are into ``text``."""
    last = len(text) if end is None else end
    return [Word(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text, start, last)]


def content_forms(text: str) -> list[str]:
    """The folded words that carry content, in order."""
    return [w.form for w in words(text) if w.form not in FUNCTION_WORDS]


def is_run_of(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether some words stand in others one after the other."""
    return any(list(long[i : i + len(short)]) == list(short) for i in range(len(long) - len(short) + 1))


_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def without_aside(name: str) -> str:
    """A name without what is set behind it in brackets: "Nordwire (English service)"."""
    return _ASIDE.sub("", name).strip()
