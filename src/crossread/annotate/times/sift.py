"""Which atoms are times at all: months that are words, numbers that are no years, weekdays in a title."""

from __future__ import annotations

from crossread.annotate.times.lexer import Tokens
from crossread.annotate.times.spec import Found
from crossread.annotate.times.tables import table, word_lists

WORDS = word_lists("sift")

PREPOSITIONS = WORDS["prepositions"]
NAME_MONTHS = frozenset({4, 5, 6, 8})
"""April, May, June and August are also people's names."""
WORD_MONTHS = frozenset({3, 5})
"""March and May are also verbs, and begin sentences."""
MONTH_PREPOSITIONS = PREPOSITIONS - {"or", "than", "at", "into", "around"}
PAPERS = WORDS["papers"]
"""Words that make a weekday or "Daily" part of a title or a fixed phrase."""
NAMED_DAYS = frozenset({"bloody", "black", "super", "cyber", "sunny"})
BARE_UNITS_AFTER = WORDS["bare_units_after"]
BARE_UNITS_BEFORE = WORDS["bare_units_before"]
EARLIEST_PLAIN_YEAR, LATEST_PLAIN_YEAR = 1700, 2060
"""Four digits outside these years are a year only after a preposition."""
YEAR_AFTER = WORDS["year_after"]
NOT_YEAR_BEFORE = WORDS["not_year_before"]
NIGHT_PREPOSITIONS = frozenset({"at", "by", "in", "during", "since", "until", "before", "after", "through"})
APOSTROPHES = frozenset("'’")
"""Two of them before a figure are a quotation mark, one shortens a year ("'98")."""
QUOTES = frozenset('"“«‘') | APOSTROPHES
"""Marks before the name of a programme."""
COUNT_NOUNS = frozenset(table("lexicon.toml")["any"]["COUNTED"])
"""Nouns that a four-digit number counts: "2013 people" is no year."""
SEASON_PREPOSITIONS = WORDS["season_prepositions"]


def keep(found: Found, tokens: Tokens) -> bool:
    """Whether an atom, merged or alone, is a time expression where it stands."""
    test = TESTS.get(found.spec.kind)
    return test is None or test(found, tokens)


def _before(found: Found, tokens: Tokens, back: int = 1) -> str:
    at = found.first - back
    return tokens.words[at] if at >= 0 else ""


def _after(found: Found, tokens: Tokens, ahead: int = 0) -> str:
    at = found.last + ahead
    return tokens.words[at] if at < len(tokens.words) else ""


def _touches(found: Found, tokens: Tokens) -> bool:
    return found.first > 0 and tokens.ends[found.first - 1] == found.start


def _month(found: Found, tokens: Tokens) -> bool:
    before, after, spec = _before(found, tokens), _after(found, tokens), found.spec
    word = tokens.words[found.last - 1]
    if before.lower() == "the" and spec.month in WORD_MONTHS and not spec.part:
        return False
    if spec.part or before.lower() in MONTH_PREPOSITIONS:
        follows_name = spec.month in NAME_MONTHS and before.lower() == "of" and after[:1].isupper()
        return not follows_name
    if spec.month in WORD_MONTHS or len(word) < 4:
        return False
    if before[:1].isupper() and spec.month in NAME_MONTHS:
        return False
    return not (spec.month in NAME_MONTHS and after[:1].isupper() and after.isalpha())


def _year(found: Found, tokens: Tokens) -> bool:
    spec, before, after = found.spec, _before(found, tokens).lower(), _after(found, tokens)
    if before in APOSTROPHES and tokens.words[found.first] in APOSTROPHES and _touches(found, tokens):
        return False  # ''60 Minutes,'' in marks of two apostrophes
    if spec.year is None or spec.year < 0 or spec.part or found.last - found.first > 1:
        return not spec.weak or before in YEAR_AFTER
    if before == "at" and after[:1].isupper():
        return False
    if after.isalpha() and tokens.starts[found.last] == found.end:
        return False  # "2000ft"
    if before in NOT_YEAR_BEFORE or after in {"%", "°"} or after.lower() in COUNT_NOUNS:
        return False
    if after in {",", "."} and found.last + 1 < len(tokens.words) and _tight_number(found, tokens):
        return False
    if before in {",", "."} and _touches(found, tokens) and _before(found, tokens, 2).isdigit():
        return False
    if _touches(found, tokens) and before in {"-", "/", ":", "_", "@"} and not _before(found, tokens, 2).isdigit():
        return False
    if after in {"/", "_", "="} and tokens.starts[found.last] == found.end:
        return False
    if EARLIEST_PLAIN_YEAR <= spec.year <= LATEST_PLAIN_YEAR:
        return True
    return (
        before in {"in", "since", "until", "circa", "year", "from", "between"}
        and 1000 <= spec.year <= LATEST_PLAIN_YEAR
    )


def _tight_number(found: Found, tokens: Tokens) -> bool:
    at = found.last
    return (
        tokens.starts[at] == found.end and tokens.ends[at] == tokens.starts[at + 1] and tokens.words[at + 1].isdigit()
    )


def _weekday(found: Found, tokens: Tokens) -> bool:
    spec = found.spec
    if spec.weak:
        return False
    after, before = _after(found, tokens), _before(found, tokens)
    if after.lower() in PAPERS and after[:1].isupper() and not spec.daypart:
        return False
    return not (before.lower() in NAMED_DAYS and before[:1].isupper())


def _duration(found: Found, tokens: Tokens) -> bool:
    spec, last = found.spec, tokens.words[found.last - 1]
    named = _after(found, tokens).islower() or _before(found, tokens) in QUOTES
    if spec.low == 0 or (last[:1].isupper() and not last.isupper() and named):
        return False  # a "zero day", the programme "60 Minutes"
    if spec.unit == "Q" and _after(found, tokens).lower() in ("of", "in", "as", "to"):
        return False
    if spec.unit in ("S", "Q") and found.last - found.first <= 2 and (spec.low in (None, 1.0)):
        return False
    if spec.unit in ("MO", "AF", "EV", "SU", "WI", "SP", "FA", "NI", "WE") and spec.low is None:
        return False
    if found.last - found.first == 1:
        before, after = _before(found, tokens).lower(), _after(found, tokens).lower()
        if before == "the":
            return False
        return before in BARE_UNITS_AFTER or after in BARE_UNITS_BEFORE
    return True


def _frequency(found: Found, tokens: Tokens) -> bool:
    word = tokens.words[found.first]
    if found.last - found.first > 1 or not word[:1].isupper():
        return True
    around = (_before(found, tokens), _after(found, tokens))
    return not any(w[:1].isupper() and w.isalpha() for w in around)


def _daypart(found: Found, tokens: Tokens) -> bool:
    spec, before = found.spec, _before(found, tokens).lower()
    if not spec.weak:
        return True
    after = _after(found, tokens)
    if after.isalpha() and after.islower() and after not in PREPOSITIONS | {"as", "when", "but", "with", "that"}:
        return False
    if tokens.words[found.first].lower() == "the" or spec.part:
        return before in NIGHT_PREPOSITIONS
    return before in {"at", "by", "after", "before", "until", "since"}


def _season(found: Found, tokens: Tokens) -> bool:
    spec = found.spec
    if not spec.weak or spec.part:
        return True
    after = _after(found, tokens)
    if after[:1].isupper() or after == "-":
        return False
    if after.isalpha() and after not in PREPOSITIONS | {"when", "as", "but", "with", "that", "was", "is"}:
        return False
    return _before(found, tokens).lower() in SEASON_PREPOSITIONS


def _holiday(found: Found, tokens: Tokens) -> bool:
    word = tokens.words[found.first]
    named = found.spec.holiday in ("new year", "new years") and _before(found, tokens).lower() == "the"
    return named or any(w[:1].isupper() for w in tokens.words[found.first : found.last]) or word[:1].isupper()


def _clock(found: Found, tokens: Tokens) -> bool:
    spec = found.spec
    if spec.hour is None or spec.hour > 24:
        return False
    after = _after(found, tokens)
    return not (after == ":" and found.last < len(tokens.starts) and tokens.starts[found.last] == found.end)


def _monthday(found: Found, tokens: Tokens) -> bool:
    """ "On the 20th." is a day; "the 20th floor" and "the 5th of the books" are not."""
    after = _after(found, tokens)
    stands_alone = (
        not after.isalpha() or after.lower() in PREPOSITIONS - {"of"} or after.lower() in {"when", "as", "but", "that"}
    )
    return (
        _before(found, tokens).lower() in {"on", "until", "till", "from", "since", "by", "before", "after", "to"}
        and stands_alone
    )


def _deictic(found: Found, tokens: Tokens) -> bool:
    """ "Today" in the name of a paper or programme ("USA Today", "CBS This Morning") is none."""
    before, last = _before(found, tokens), tokens.words[found.last - 1]
    named = last[:1].isupper() and before[:1].isupper() and before.isalpha()
    return not named or found.spec.kind != "deictic" or _before(found, tokens, 2) in {"", "."}


def _never(_found: Found, _tokens: Tokens) -> bool:
    return False


def _solid(found: Found, tokens: Tokens) -> bool:
    """A date in figures that is no piece of an address or a longer number."""
    if any(w.isalpha() for w in tokens.words[found.first : found.last]):
        return True
    after = _after(found, tokens)
    touching = after in {"/", "_", "-"} and tokens.starts[found.last] == found.end
    before = _before(found, tokens)
    return not touching and not (
        _touches(found, tokens) and before in {"/", "_", "-", "."} and found.spec.month is not None
    )


def _not_weak(found: Found, _tokens: Tokens) -> bool:
    return not found.spec.weak


TESTS = {
    "month": _month, "year": _year, "weekday": _weekday, "duration": _duration, "set": _frequency,
    "daypart": _daypart, "season": _season, "holiday": _holiday, "clock": _clock, "part": _never, "ordinal": _never,
    "unit": _not_weak, "deictic": _deictic, "date": _solid, "monthday": _monthday, "clocked": _not_weak,
}  # fmt: skip
