"""Find time expressions and what their words say; no anchor is needed yet."""

from __future__ import annotations

import msgspec

from crossread.annotate.times.fields import read_fields, second_of
from crossread.annotate.times.grammar import Grammar, Match
from crossread.annotate.times.lexer import Tokens
from crossread.annotate.times.merge import merge
from crossread.annotate.times.sift import keep
from crossread.annotate.times.spec import Found, Spec

GRAMMARS: dict[str, Grammar] = {"news": Grammar(narrative=False), "narrative": Grammar(narrative=True)}
"""The compiled rule tables by domain, read once."""

SPAN_PREPOSITIONS = frozenset(["over", "in", "within", "for", "during", "through", "throughout", "of"])
"""After these "the next week" is a stretch of time; otherwise it is the week that follows."""
LAST_IS_VERB = frozenset({"will", "to", "could", "would", "may", "might", "can", "should", "did", "not", "t", "must"})
RANGE_WORDS = frozenset({"to", "and", "or", "-", "–", "—", "through", "until", "till", ","})


def detect(text: str, domain: str = "news") -> tuple[list[Found], Tokens]:
    """Time expressions in text order, none overlapping, and the tokens they stand on."""
    grammar = GRAMMARS[domain]
    tokens = grammar.lexicon.read(text)
    atoms: list[Found] = []
    for match in grammar.matches(tokens):
        spec = read_fields(match, tokens, grammar.lexicon)
        if spec is not None:
            atoms += _atoms(match, spec, tokens)
    found = [_turned(f, tokens) for f in merge(atoms, tokens)]
    if domain == "narrative":
        found = [_widened(f, tokens) for f in found]
    return _share_years([f for f in found if keep(f, tokens)], tokens), tokens


def _atoms(match: Match, spec: Spec, tokens: Tokens) -> list[Found]:
    """The atom of a match, or the two of a pair."""
    second = second_of(match, spec, tokens)
    if second is None:
        return [_found(spec, match.first, match.last, tokens)]
    other, first, last = second
    if match.fields["then"][0] == match.first:
        return [_found(other, first, first + 1, tokens), _found(spec, last, match.last, tokens)]
    at_end = match.fields["then"][0]
    if spec.kind == "date" and tokens.words[match.last - 1].isdigit():
        at_day = match.fields["day2"][0]
        return [_found(spec, match.first, at_end, tokens), _found(other, at_day, match.last, tokens)]
    return [_found(spec, match.first, at_end, tokens), _found(other, first, match.last, tokens)]


def _found(spec: Spec, first: int, last: int, tokens: Tokens) -> Found:
    return Found(spec, tokens.starts[first], tokens.ends[last - 1], first, last)


def _widened(found: Found, tokens: Tokens) -> Found:
    """TIMEX2, by which WikiWars is annotated, takes "only" and "just" before an amount in; TimeML leaves them out."""
    if found.first and found.spec.low is not None and tokens.words[found.first - 1].lower() in ("only", "just"):
        return _found(found.spec, found.first - 1, found.last, tokens)
    return found


def _verb_last(found: Found, tokens: Tokens) -> Found:
    """ "Will last nine months": after these words "last" is the verb, and a length follows it."""
    if tokens.words[found.first - 1].lower() not in LAST_IS_VERB or found.last - found.first < 2:
        return found
    spec = msgspec.structs.replace(found.spec, kind="duration", relation="")
    return _found(spec, found.first + 1, found.last, tokens)


def _turned(found: Found, tokens: Tokens) -> Found:
    """ "the next week" and the like are a stretch after a preposition, else the unit that follows."""
    spec = found.spec
    if spec.relation == "last" and found.first and tokens.words[found.first].lower() == "last":
        found = _verb_last(found, tokens)
        spec = found.spec
    if spec.kind != "span" or spec.low is not None or tokens.words[found.first].lower() != "the":
        return found
    if found.last - found.first != 3 or spec.unit not in ("D", "W", "M", "Y", "Q", "DE", "CE", "WE"):
        return found
    if tokens.words[found.last - 1].lower().endswith("s"):
        return found
    before = tokens.words[found.first - 1].lower() if found.first else ""
    if spec.relation == "next" and before not in SPAN_PREPOSITIONS:
        return msgspec.structs.replace(found, spec=msgspec.structs.replace(spec, kind="anaphor"))
    return msgspec.structs.replace(found, spec=msgspec.structs.replace(spec, low=1.0, high=1.0))


def _share_years(found: list[Found], tokens: Tokens) -> list[Found]:
    """ "June and July of 2009", "March 3 to April 5, 2010", "from November 2009 to February": one year for both."""
    for i in range(len(found) - 2, -1, -1):
        left, right = found[i], found[i + 1]
        if not _yearless(left) or right.spec.kind not in ("date", "month", "within") or right.spec.year is None:
            continue
        if _ranged(left, right, tokens):
            later = (left.spec.month or 0) > (right.spec.month or 0)
            found[i] = _with_year(left, right.spec.year - later)
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if not _yearless(right) or left.spec.kind != "date" or left.spec.year is None or left.spec.month is None:
            continue
        between = tokens.words[left.last].lower() if right.first == left.last + 1 else ""
        if between in RANGE_WORDS - {",", "and", "or"}:
            earlier = (right.spec.month or 0) < left.spec.month
            found[i] = _with_year(right, left.spec.year + earlier)
    return found


def _yearless(found: Found) -> bool:
    spec = found.spec
    return spec.kind in ("date", "month") and spec.year is None and not spec.relation and spec.month is not None


def _with_year(found: Found, year: int) -> Found:
    kind = "date" if found.spec.kind == "month" else found.spec.kind
    return msgspec.structs.replace(found, spec=msgspec.structs.replace(found.spec, year=year, kind=kind))


def _ranged(left: Found, right: Found, tokens: Tokens) -> bool:
    gap = [w.lower() for w in tokens.words[left.last : right.first]]
    return 0 < len(gap) <= 2 and gap[0] in RANGE_WORDS and (len(gap) == 1 or gap[1] in RANGE_WORDS | {"in", "on"})
