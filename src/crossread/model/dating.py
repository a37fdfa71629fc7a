"""Which event a time dates: the clause it hangs on, by syntax, and the mention that tells it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from crossread.model.annotated import Annotated, Token
from crossread.model.mention import Mention
from crossread.model.stems import stem
from crossread.model.story import Story
from crossread.model.time import TimeExpression

LIGHT = frozenset(
    """
    take took taken takes occur occurred occurs happen happened happens come came be was were is been
    held hold place had have has
    """.split()
)
"""Verbs that say only that something was: what happened is told by their subject."""
REPORTING = frozenset(
    """
    say said says tell told tells ask asked confirm confirmed announce announced report reported add
    added explain explained claim claimed deny denied note noted state stated reply replied comment
    commented declare declared warn warned suggest suggested insist insisted write wrote speak spoke
    speaking concede conceded decline declined reveal revealed disclose disclosed respond responded
    describe described urge urged expect expected post posted publish published tweet tweeted read
    believe believed think thought argue argued promise promised repeat repeated call called issue
    issued emerge emerged surface surfaced leak leaked
    """.split()
)
"""Verbs of speech: people speak on many days, so two dates of speaking part nobody."""
BECOMING, KNOWN = frozenset({"become", "became", "becomes"}), frozenset({"public", "known", "clear", "apparent"})
"""What became known on one day was on another."""
ROLES = {
    "since": "from", "from": "from", "until": "until", "till": "until", "by": "until", "before": "before",
    "after": "after", "following": "after", "through": "until", "within": "within", "for": "for", "to": "until",
}  # fmt: skip
"""What the word before a time makes of it; any other puts the event at the time."""
BESIDE = 12
"""Characters between a mention and the time right before or behind it: a comma, a preposition, an article."""
AGE, MARK = "tomorrow", "mark"
"""A day that "of" makes an age of, and a place in a recording."""
SUBORDINATE = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl"})
"""Relations of clauses whose time is not that of the clause above."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
OBJECTS = ("obj", "nsubj:pass", "obl:agent")


class Dating(msgspec.Struct, frozen=True):
    """A time expression of one report with the event that it dates.

    ``mention`` indexes ``Story.mentions``; ``role`` is at, from, until, before, after …; ``head`` the words that name
    the event (verb and its noun, or the noun alone), ``heads`` their stems; ``spoken`` marks an event of speech or a
    lasting state, ``about`` the proposition without the time, ``past_perfect`` one told as background ("had signed"),
    ``inner`` one that dates only a clause or a noun within the mention ("the paper, printed in May, says").
    """

    report: str
    time: TimeExpression
    mention: int
    role: str
    head: str
    heads: frozenset[str]
    about: str
    spoken: bool
    past_perfect: bool = False
    inner: bool = False


class Clauses:
    """Looks up tokens and clause words in one report."""

    def __init__(self, annotated: Annotated) -> None:
        self.text, self.tokens = annotated.report.text, annotated.tokens
        self._starts = [t.start for t in self.tokens]

    def word(self, token: Token) -> str:
        """A token's words."""
        return self.text[token.start : token.end]

    def span(self, start: int, end: int) -> range:
        """Indices of the tokens within ``start:end``."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def governor(self, start: int, end: int) -> int:
        """The word outside ``start:end`` that the words inside hang on; -1 where none is told."""
        inside = self.span(start, end)
        for index in inside:
            head = self.tokens[index].head
            if head >= 0 and head not in inside:
                return head
        return -1

    def within(self, governor: int, start: int, end: int) -> bool:
        """Whether a word lies in a clause below the one that ``start:end`` tells: a relative, adverbial or reported."""
        span = self.span(start, end)
        index = governor
        while index in span and (head := self.tokens[index].head) in span:
            if self.tokens[index].deprel in SUBORDINATE:
                return True
            index = head
        return False

    def names(self, time: TimeExpression, governor: int, start: int, end: int) -> bool:
        """Whether a time only says which thing is meant that stands beside what ``start:end`` tells: a year of a name
        or of an earlier event ("the Act of 1934", "since the 1998 crisis"), "cars of tomorrow", "the 2:05 mark"."""
        token = self.tokens[governor]
        if token.upos not in ("NOUN", "PROPN"):
            return False
        before = self.before(time.start)
        if self.word(token).lower() == MARK or (time.text.lower() == AGE and before == "of"):
            return True
        if time.granularity != "year" or not time.text[:1].isdigit() or before in ("in", "during", "from"):
            return False
        told = token.upos == "NOUN" and (token.deprel in SUBJECTS or token.head not in self.span(start, end))
        return not told

    def before(self, start: int) -> str:
        """The word before a place, in lower case; an article is stepped over."""
        index = bisect_left(self._starts, start) - 1
        while index >= 0 and self.word(self.tokens[index]).lower() in ("the", "about", "around", "early", "late"):
            index -= 1
        return self.word(self.tokens[index]).lower() if index >= 0 else ""

    def dependents(self, head: int, relations: Sequence[str]) -> list[int]:
        """Words that hang on ``head`` by one of the relations, near it."""
        low, high = max(head - 40, 0), min(head + 40, len(self.tokens))
        return [i for i in range(low, high) if self.tokens[i].head == head and self.tokens[i].deprel in relations]

    def event(self, governor: int) -> tuple[str, frozenset[str], bool]:
        """The words that name the event of a governor, their stems, and whether it is one of speech."""
        token = self.tokens[governor]
        if token.upos == "ADJ" and self.dependents(governor, ("cop",)):
            return self.word(token).lower(), frozenset(), True
        if token.upos in NOMINAL or token.deprel in ("compound", "nmod:poss"):
            words = self._noun(governor)
            return " ".join(words), frozenset(map(stem, words[-1:])), False
        verb = self.word(token).lower()
        subjects = self._subjects(governor)
        objects = [i for i in self.dependents(governor, OBJECTS) if i not in subjects or verb in LIGHT]
        particles = [self.word(self.tokens[i]).lower() for i in self.dependents(governor, ("compound:prt",))]
        nouns = [w for i in (subjects if verb in LIGHT else objects) for w in self._noun(i)]
        if verb in LIGHT:
            return " ".join(nouns) or verb, frozenset(map(stem, nouns[-1:] or [verb])), False
        actors = [w for i in subjects if i not in objects for w in self._noun(i)]
        phrase = " ".join([*actors, verb, *particles, *nouns])
        known = verb in BECOMING and any(
            self.word(self.tokens[i]).lower() in KNOWN for i in self.dependents(governor, ("xcomp",))
        )
        return phrase, frozenset({stem(verb)}), known or verb in REPORTING

    def past_perfect(self, governor: int) -> bool:
        """Whether "had" stands by the verb."""
        return any(self.word(self.tokens[i]).lower() == "had" for i in self.dependents(governor, ("aux",)))

    def _subjects(self, verb: int) -> list[int]:
        """Subjects of a verb; a relative pronoun's is the noun its clause hangs on."""
        found = self.dependents(verb, SUBJECTS)
        out = []
        for index in found:
            relative = self.word(self.tokens[index]).lower() in ("which", "that", "who")
            out.append(self.tokens[verb].head if relative and self.tokens[verb].head >= 0 else index)
        if not found and self.tokens[verb].deprel.startswith("acl") and self.tokens[verb].head >= 0:
            out.append(self.tokens[verb].head)
        return out

    def _noun(self, index: int) -> list[str]:
        """A noun with the words compounded to it."""
        parts = [i for i in self.dependents(index, ("compound", "amod", "flat")) if i < index]
        return [self.word(self.tokens[i]).lower() for i in (*parts, index)]


def datings(story: Story) -> list[Dating]:
    """Every time with days, with what it dates, in order of report and place."""
    by_report: dict[str, list[int]] = {}
    for index, mention in enumerate(story.mentions):
        by_report.setdefault(mention.report, []).append(index)
    out = []
    for annotated in story.reports:
        clauses = Clauses(annotated)
        mine = by_report.get(annotated.report.id, [])
        for time in annotated.times:
            made = _dating(story.mentions, annotated.report.id, clauses, mine, time)
            if made is not None:
                out.append(made)
    return out


def _dating(
    mentions: Sequence[Mention], report: str, clauses: Clauses, mine: list[int], time: TimeExpression
) -> Dating | None:
    holding = [i for i in mine if mentions[i].start <= time.start and time.end <= mentions[i].end]
    if time.type in ("SET",) or time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return None
    governor = clauses.governor(time.start, time.end) if clauses.tokens else -1
    if not holding and governor >= 0:
        # "The line was cut | Friday": a mention often ends before its day.
        word = clauses.tokens[governor]
        told = (i for i in mine if mentions[i].start <= word.start and word.end <= mentions[i].end)
        holding = [i for i in told if max(time.start - mentions[i].end, mentions[i].start - time.end) <= BESIDE]
    if not holding:
        return None
    index = min(holding, key=lambda i: (mentions[i].form == "phrase", mentions[i].end - mentions[i].start, i))
    head, heads, spoken = clauses.event(governor) if governor >= 0 else ("", frozenset(), False)
    role = ROLES.get(clauses.before(time.start) if clauses.tokens else "", "at")
    about = without(mentions[index].proposition, time.text)
    spoken = spoken or clauses.text[time.end : time.end + 6] == " that "
    perfect = governor >= 0 and clauses.past_perfect(governor)
    place = mentions[index].start, mentions[index].end
    inner = governor >= 0 and (clauses.within(governor, *place) or clauses.names(time, governor, *place))
    return Dating(report, time, index, role, head, heads, about, spoken, perfect, inner)


def without(proposition: str, words: str) -> str:
    """A proposition without the time that dates it."""
    at = proposition.find(words)
    return " ".join((proposition[:at] + " " + proposition[at + len(words) :]).split()) if at >= 0 else proposition
