"""The noun that a figure counts, by syntax or by the words that follow."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from importlib import resources

from crossread.model.annotated import Sentence, Token
from crossread.model.span import Extent

_TABLE = tomllib.loads(resources.files("crossread.annotate").joinpath("quantity_words.toml").read_text("utf-8"))
PLURALS = frozenset(_TABLE["plurals"]["words"])
STOPS = frozenset(_TABLE["stops"]["words"])
FATES = frozenset({"dead", "killed", "injured", "wounded", "missing", "homeless", "hurt"})
"""What became of those counted: part of what is counted ("83 people dead" are not 83 people)."""
MET = FATES | frozenset(
    """died perished drowned arrested detained admitted evacuated displaced rescued hospitalised hospitalized treated
    infected""".split()
)
"""Verbs that tell what people met with: a figure that is their subject counts those people."""
TALLIES = frozenset({"number", "total", "count", "tally", "figure"})
"""Nouns for a count, which the noun after "of" says the rest of."""
NOT_ONE = frozenset(
    """
    of point another or and in who that day time thing to such more by is was at on with for as but side
    hand
    """.split()
)
"""After these "one" is a pronoun or says no number."""

WORD = re.compile(
    r"[ \t\u00a0-]{1,2}(?P<of>(?:(?:more|other|additional)\s)?of\s(?:(?:the|these|those|its|their|all\sthe|all)\s)?)?"
    r"(?P<word>[^\W\d_][\w’'-]{0,40})"
)
NEXT = re.compile(r"[ \t\u00a0](?P<word>[^\W\d_](?:[\w’'/-]|\.(?=\w)|(?<=\.[A-Z])\.){0,40})")
MAX_MODIFIERS = 5
"""Words looked through for the counted noun after a figure."""
MAX_WHOLE = 8
"""Words of the whole that a percentage is of."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
HEAVY = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat", "case", "nummod", "advmod", "det"})
VERBAL = re.compile(r"(?:[a-z]{2,}ed|[a-z]{3,}ing)$")


def after(text: str, end: int, unit: str | None) -> Extent | None:
    """The counted noun phrase after a figure, without syntax: to its first plural; of a share: the whole after "of"."""
    first = WORD.match(text, end)
    if first is None:
        return None
    if unit is not None and not first["of"]:
        money = len(unit) == 3 and unit.isupper() and first["word"].islower() and first["word"] not in STOPS
        return Extent(first.start("word"), first.end("word")) if money else None
    if unit is not None:
        return _whole(text, first)
    at, start, last = first, first.start("word"), None
    for _ in range(MAX_MODIFIERS):
        word = at["word"].lower().strip("'’")
        if word in STOPS and not (last is None and word in PLURALS):
            break
        last = at
        if _plural(word):
            fate = NEXT.match(text, at.end())
            return Extent(start, (fate if fate and fate["word"].lower() in FATES else at).end("word"))
        following = NEXT.match(text, at.end())
        if following is None:
            break
        at = following
    if last is None or first["of"]:
        return None
    return None if VERBAL.match(last["word"]) else Extent(start, last.end("word"))


def _plural(word: str) -> bool:
    return word in PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )


def _whole(text: str, first: re.Match[str]) -> Extent | None:
    start, at, end = first.start("word"), first, first.end("word")
    for _ in range(MAX_WHOLE):
        following = NEXT.match(text, at.end())
        if following is None:
            break
        word = following["word"].lower()
        linking = word in {"of", "in", "to", "between", "and", "the", "for", "from", "with"}
        if (word in STOPS and not linking) or (VERBAL.match(word) and not linking):
            break
        at = following
        end = end if linking else following.end("word")
    return Extent(start, end)


def one_counts(text: str, start: int, end: int) -> bool:
    """Whether "one" counts something: a lower-case noun follows, and no name or pronoun use stands around it."""
    following = NEXT.match(text, end)
    if following is None or following["word"].lower() in NOT_ONE or text[start].isupper():
        return False
    before = text[max(0, start - 12) : start].lower().split()
    return not (
        before and before[-1] in {"no", "any", "each", "this", "that", "which", "the", "every", "another", "force"}
    )


class Syntax:
    """Finds counted nouns by dependency (Universal Dependencies ``nummod``, ``obl``/``nmod`` after "of")."""

    def __init__(self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.text, self.tokens, self.sentences = text, tokens, sentences
        self._starts = [t.start for t in tokens]
        self._children: dict[int, list[int]] = defaultdict(list)
        for i, token in enumerate(tokens):
            self._children[token.head].append(i)

    def counted(self, start: int, end: int, unit: str | None) -> Extent | None:
        """The noun phrase that the figure at ``start:end`` counts; None where the syntax tells none."""
        index = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end) - 1
        if unit is not None or not 0 <= index <= last < len(self.tokens):
            return None
        head = next(
            (t.head for t in self.tokens[index : last + 1] if t.deprel.startswith("nummod") and t.head > last), -1
        )
        if head < 0 or self.tokens[head].upos not in NOMINAL or head - last > MAX_MODIFIERS:
            return None
        first = self.tokens[last + 1]
        between = self.tokens[last + 1 : head]
        if any(t.upos in ("PUNCT", "VERB", "AUX", "CCONJ") and self.text[t.start : t.end] not in "-‐" for t in between):
            return None
        return Extent(first.start, self._through(head))

    def of_clause(self, start: int, end: int) -> Extent | None:
        """What a figure without a noun counts by its clause: "five have died", "the toll rose to five", "put the number
        of injured at 52"; None where the clause does not tell."""
        index, last = bisect_left(self._starts, start), bisect_left(self._starts, end) - 1
        if not 0 <= index <= last < len(self.tokens):
            return None
        figure = next((i for i in range(index, last + 1) if not index <= self.tokens[i].head <= last), -1)
        verb = self.tokens[figure].head if figure >= 0 else -1
        if verb < 0:
            return None
        if self.tokens[figure].deprel.startswith("nsubj"):
            return self._extent(verb) if self._word(verb) in MET else None
        if self.tokens[figure].deprel not in ("obl", "obj", "xcomp", "nmod"):
            return None
        beside = (i for i in self._children[verb] if self.tokens[i].deprel.startswith(("nsubj", "obj")) and i != figure)
        return next((e for i in beside if (e := self._tallied(i)) is not None), None)

    def _tallied(self, noun: int) -> Extent | None:
        """What a noun for a count counts: "toll" itself, else the noun after its "of"."""
        if self._word(noun) == "toll":
            return self._extent(noun)
        if self._word(noun) not in TALLIES:
            return None
        of = (i for i in self._children[noun] if self.tokens[i].deprel == "nmod")
        return next((self._extent(i) for i in of if self.text[: self.tokens[i].start].rstrip().endswith(" of")), None)

    def _word(self, i: int) -> str:
        return self.text[self.tokens[i].start : self.tokens[i].end].lower()

    def _extent(self, i: int) -> Extent:
        return Extent(self.tokens[i].start, self.tokens[i].end)

    def _through(self, head: int) -> int:
        """The end of the noun, with an adjective that says what became of those counted ("people dead")."""
        following = head + 1
        if following < len(self.tokens):
            token = self.tokens[following]
            word = self.text[token.start : token.end].lower()
            if word in FATES and token.head == head:
                return token.end
        return self.tokens[head].end
