"""What stands around a time expression: the tense that speaks of it, and whether it stands in a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from crossread.annotate.times.lexer import Tokens
from crossread.annotate.times.spec import Found
from crossread.annotate.times.tables import word_lists

WORDS = word_lists("context")

Tense = Literal["past", "future", ""]

FUTURE = WORDS["future"]
"""Words whose time lies ahead of the speaker; a modal in the past ("would") still looks ahead of what is told."""
PAST = WORDS["past"]
PAST_BEFORE = frozenset({"after", "following", "since"})
"""Before a date these tell of what has happened: "after a vote on Tuesday"."""
PLANNED = frozenset({"holds", "hosts"})
"""Before a weekday these tell of what lies ahead: "holds a caucus on Saturday"."""
DEADLINE = frozenset({"until", "till", "by", "before"})
"""Right before a date these put it ahead, where no verb says otherwise."""
TERM = frozenset({"by"})
"""Right before a date this tells of a term, ahead or over, whatever the verb beside it."""
OVER, TERM_BACK = frozenset({"was", "were", "had"}), 5
"""Within so many tokens before a term these tell that it is over."""
GIVING = frozenset(
    """give gives gave given giving has have had allow allows allowed extend extends extended lengthen lengthened
    prolong prolonged postpone postponed adjourn adjourned remand remanded suspend suspended defer deferred delay
    delayed close closed shut remain remains remained stay stays stayed""".split()
)
"""Before "until" these tell of a term that is not over."""
GIVEN_BACK = 8
"""Tokens before the end of a term in which they stand."""
NO_PAST_AFTER = frozenset({"to", "would", "will", "could", "should", "may", "might", "must", "ll", "shall", "can"})
NEGATED = frozenset({"'", "’"})
"""Behind "won" and "wouldn" these tell of "won't"."""
OUTCOMES = frozenset("result results outcome outcomes winner winners loser losers aftermath wake".split())
"""Before "of" and a day these tell that the day is over, whatever they "will" bring about."""
NOT_PAST = WORDS["not_past"]
COMING = frozenset({"is", "are", "agreed", "returns", "plans"})
"""Before "to" these tell of what lies ahead."""
NOUNS = frozenset("plan plans planned set deadline forecast promise promises offers ends starts leaves".split())
OWNING = frozenset("a an the its his her their our my your this that these those any no every each some".split())
"""Words that look ahead as verbs, and before which they are nouns and look nowhere."""
STARTING = frozenset("begin start open close end expire return resume arrive meet vote be take leave".split())
"""After "was to" these tell of what lay ahead: "was to begin in May"; "was to blame" tells what happened."""
POLLS = frozenset("election elections vote ballot poll polls referendum midterms".split())
"""What a month without a year is said of before it comes: "the November election"."""
FALLEN = frozenset({"came", "fell", "became"})
"""Before "due" these tell that the day is over."""
UNPLANNED = frozenset(
    """shooting shootings attack attacks crash blast explosion fire killing killings death deaths murder murders quake
    earthquake storm raid violence robbery heist accident incident outage derailment collapse riot riots bombing
    bombings rampage massacre tragedy""".split()
)
"""Behind "Monday's" these tell that the day is over, whatever the tense ("Monday's shooting follows two")."""
OWNED = 4
"""Tokens behind a day's "'s" in which what is the day's is named."""
SENSED = frozenset({"seen", "heard", "felt", "smelled", "smelt"})
"""What "could be" sensed was there."""
SPOKE = WORDS["spoke"]
"""Verbs of saying: their day is when somebody spoke, not when it happened."""
STOPS = frozenset({".", "!", "?", ";"})
CLAUSE = frozenset({",", ":", "—", "–", "that", "which", "who", "and", "but", "when", "while"})
LOOK_BACK, LOOK_AHEAD = 16, 12
"""Tokens searched for a verb before and after an expression, within its sentence."""
AHEAD_COST, CLAUSE_COST = 2.0, 4.0
"""A verb that follows counts as this many times further off; a clause boundary between as so many tokens more:
chosen on the WikiWars and EventStoryLine training texts."""

QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^«»]{0,2000}»")
"""A quotation by its marks; an unclosed one counts for nothing, and none is longer than this."""


def tense_of(found: Found, tokens: Tokens) -> Tense:
    """The tense of the nearest verb in the sentence: "past", "future" or "" where none is near."""
    best: tuple[float, Tense] = (float("inf"), "")
    for step, cost in ((-1, 1.0), (1, AHEAD_COST)):
        at = found.first - 1 if step < 0 else found.last
        reach = LOOK_BACK if step < 0 else LOOK_AHEAD
        far, distance = 0, 0.0
        while 0 <= at < len(tokens.words) and far < reach:
            word = tokens.words[at].lower()
            initial = word == "." and at > 0 and len(tokens.words[at - 1]) == 1
            if (word in STOPS and not initial) or word[0] == "\n":
                break
            distance += cost + (CLAUSE_COST if word in CLAUSE else 0.0)
            told = _verb(word, tokens, at) or ("past" if step < 0 and word in PAST_BEFORE else "")
            if step < 0 and not told and word in PLANNED and found.spec.kind == "weekday":
                told = "future"
            if told and distance < best[0]:
                best = (distance, told)
                break
            at += step
            far += 1
    before = tokens.words[found.first - 1].lower() if found.first else ""
    after = tokens.words[found.last].lower() if found.last < len(tokens.words) else ""
    if before == "of" and found.first > 1 and tokens.words[found.first - 2].lower() in OUTCOMES:
        return "past"  # "the results of Tuesday's votes will force him to leave"
    if _has_unplanned(found, tokens):
        return "past"
    if not best[1] and (before in DEADLINE or (after in POLLS and found.spec.kind == "month")):
        return "future"
    if best[1] == "past" and before in TERM:
        near = {w.lower() for w in tokens.words[max(0, found.first - TERM_BACK) : found.first]}
        if near & OVER and "to" not in near:
            return "past"  # "the money was gone by May"
        return ""  # "lapses if no contract is signed by June 30": whichever is nearer
    return "future" if best[1] == "past" and _is_given(found, tokens) else best[1]


def _is_given(found: Found, tokens: Tokens) -> bool:
    """Whether an expression is the end of a term that somebody is given ("gave him until noon on Thursday")."""
    words = [w.lower() for w in tokens.words[max(0, found.first - GIVEN_BACK) : found.first]]
    at = next((k for k, w in enumerate(words) if w in ("until", "till")), None)
    return at is not None and any(w in GIVING for w in words[:at]) and "been" not in words[:at]


def _has_unplanned(found: Found, tokens: Tokens) -> bool:
    """Whether a day owns what nobody plans ("Monday's attack")."""
    behind = [w.lower() for w in tokens.words[found.last : found.last + OWNED]]
    own = "".join(behind[:2]).replace("’", "'").startswith("'s")
    return own and any(w in UNPLANNED for w in behind)


def _is_sensed(words: list[str]) -> bool:
    at = words.index("could") if "could" in words else -1
    return at >= 0 and words[at + 1 : at + 2] == ["be"] and bool(SENSED & set(words[at + 2 : at + 4]))


def _verb(word: str, tokens: Tokens, at: int) -> Tense:
    if word == "due" and at and tokens.words[at - 1].lower() in FALLEN:
        return "past"
    if word in NOUNS and at and (tokens.words[at - 1].lower() in OWNING or tokens.words[at - 1].endswith("'s")):
        return ""  # "dropped its plan on Saturday", "a planned strike", "before the deadline"
    if word == "won" and not (at + 1 < len(tokens.words) and tokens.words[at + 1] in NEGATED):
        return "past"
    if word in ("could", "be") and _is_sensed([w.lower() for w in tokens.words[max(0, at - 1) : at + 4]]):
        return "past"  # "smoke could be seen"
    if word in FUTURE:
        return "" if tokens.words[at][0].isupper() and word == "may" else "future"
    if word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST):
        before = tokens.words[at - 1].lower() if at else ""
        return "future" if before == "be" else "" if before in NO_PAST_AFTER else "past"
    if word == "to" and at > 0 and tokens.words[at - 1].lower() in COMING:
        return "future"
    if word == "to" and 0 < at < len(tokens.words) - 1 and tokens.words[at - 1].lower() in ("was", "were"):
        return "future" if tokens.words[at + 1].lower() in STARTING else ""
    return ""


def is_spoken(found: Found, tokens: Tokens) -> bool:
    """Whether an expression tells when somebody spoke ("the firm said on Thursday that"), and no event of its own."""
    for at in range(found.first - 1, max(-1, found.first - 1 - SPOKEN_BACK), -1):
        word = tokens.words[at].lower()
        if word in SPOKE:
            return True
        if word in STOPS or word in CLAUSE or word[0] == "\n" or _verb(word, tokens, at):
            return False
    return False


SPOKEN_BACK = 4
"""Tokens before an expression in which its verb of saying stands."""


class Quotations:
    """Where the quotations of a text stand, found by their marks."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in QUOTED.finditer(text)]
        self._starts = [s for s, _ in spans]
        self._ends = [e for _, e in spans]

    def hold(self, at: int) -> bool:
        """Whether the character at ``at`` stands inside a quotation."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]
