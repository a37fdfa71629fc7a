"""Pairs of mentions that speak of one thing, for the kinds of conflict that look at two wordings."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from crossread.compare.days import days_of
from crossread.compare.negation import DENYING, MODAL, NOT_SO, bare, is_denial, negates, rules_out
from crossread.model.conflict import Conflict, ConflictKind, Severity, Side
from crossread.model.dating import REPORTING
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.span import Extent, Span
from crossread.model.stems import content_stems, stem
from crossread.model.story import Story
from crossread.model.tree import Tree
from crossread.model.vector import Embed

BLOCK = 1024
"""Rows of the cosine matrix held at a time."""
SENTENCE_STEMS, ONE_SENTENCE = 4, 0.7
"""Stems, and the share of the shorter sentence's, by which two sentences are one that both reports give. An editorial
choice: a negation in both is then the same one."""
SPEECH = frozenset(
    map(
        stem,
        [
            *REPORTING,
            *"reply answer speak spoke wrote write remind reminded maintain go goes known shook interview".split(),
        ],
    )
) - frozenset(map(stem, "promise promised claim claimed believe believed expect expected issue issued".split()))
"""Heads of clauses that tell only that somebody spoke: nobody denies those."""
QUOTES = '"“”„«»'
"""Double quotation marks."""
_CLOSING = re.compile(r"[,.!?]?([”\"])")
WIDEST = 160
"""Characters of a phrase shown with its noun; a longer one is shown alone."""
RARE_LEAST = 0.3
"""The weight of a stem that every report tells, beside the logarithm of how few do."""


class Wordings:
    """The mentions of a story with vectors, stems and claims."""

    def __init__(self, story: Story, embed: Embed) -> None:
        self.story = story
        self.embed = embed
        self.mentions = story.mentions
        self.vectors = embed([m.proposition for m in story.mentions])
        self.claim_of = {i: g.id for g in story.groups for i in g.members}
        reports = (a.report for a in story.reports)
        self._annotated = {a.report.id: a for a in story.reports}
        self._outlets = {r.id: f"{r.outlet} ({r.id})" if r.outlet else r.id for r in reports}
        self.members = {g.id: g.members for g in story.groups}

    def outlet(self, report: str) -> str:
        """The name of a report's outlet with its id; the id alone where the outlet is not known."""
        return self._outlets[report]

    def voice(self, mention: Mention) -> str:
        """Who tells it, in words: "Miami Herald (r02), on the word of two officials,"."""
        inner = teller(mention)
        return self.outlet(mention.report) + (f", on the word of {inner}," if inner else "")

    def account(self, mention: Mention) -> str:
        """What it tells and on whose word, in words: "r02, on the word of two officials, reports “…”"."""
        if mention.certainty == "denied":
            by = f" by {inner}" if (inner := teller(mention)) else ""
            return f"{self.outlet(mention.report)} reports a denial{by}: “{self.shown(mention)}”"
        return f"{self.voice(mention)} reports “{self.shown(mention)}”"

    def shown(self, mention: Mention) -> str:
        """The words of a mention on one line; a phrase with the noun right before it that it belongs to, for "about
        alleged attacks" is no account of anything: "reports of the Gazette about alleged attacks"."""
        tree = self.trees[mention.report]
        head = tree.head(Extent(mention.start, mention.end)) if mention.form == "phrase" else None
        noun = tree.tokens[head].head if head is not None else -1
        start, closing = mention.start, _CLOSING.match(tree.text, mention.end)
        if noun >= 0 and tree.tokens[noun].upos in ("NOUN", "PROPN") and tree.tokens[noun].end <= mention.start:
            own = [c for c in tree.children[noun] if tree.tokens[c].deprel in ("det", "amod", "compound", "nummod")]
            start = tree.tokens[min([noun, *own])].start
        words = tree.text[start if mention.end - start <= WIDEST else mention.start : mention.end]
        return flat(words if _paired(words) or closing is None else words + closing[1])

    @cached_property
    def trees(self) -> dict[str, Tree]:
        """The trees of each report."""
        return {a.report.id: Tree(a) for a in self.story.reports}

    @cached_property
    def heads(self) -> list[int | None]:
        """The head token of each mention, in its report."""
        return [self.trees[m.report].head(Extent(m.start, m.end)) for m in self.mentions]

    def days(self, index: int) -> Interval:
        """The days on which a mention puts what it tells; open where it names none."""
        return days_of(self._annotated[self.mentions[index].report], self.mentions[index])

    def on_other_days(self, i: int, j: int) -> bool:
        """Whether two mentions put what they tell on days that no reading makes one: a report knows no later day than
        its own."""
        mine, other = self.days(i), self.days(j)
        return not mine.meets(other) or self._is_before(j, other, mine) or self._is_before(i, mine, other)

    def _is_before(self, index: int, days: Interval, later: Interval) -> bool:
        """Whether a mention without a day, told as past, stands in a report that came out before some days."""
        latest = self._published(index).latest
        told = not days.bounded and not MODAL.search(self.mentions[index].text)
        return told and latest is not None and later.earliest is not None and later.earliest > latest

    def _published(self, index: int) -> Interval:
        published = self._annotated[self.mentions[index].report].report.published
        return Interval(published.earliest, published.latest)

    def head_stem(self, index: int) -> str:
        """The stem of a mention's head; "" where it has none."""
        head = self.heads[index]
        return stem(self.trees[self.mentions[index].report].words[head]) if head is not None else ""

    def only_speaks(self, index: int) -> bool:
        """Whether a mention tells that somebody spoke and not what was said ("said in a memo released on Friday")."""
        mention, head = self.mentions[index], self.heads[index]
        if head is None or self.head_stem(index) not in SPEECH or is_denial(mention):
            return False
        tree = self.trees[mention.report]
        told = (c for c in tree.children[head] if tree.tokens[c].deprel in ("ccomp", "xcomp", "parataxis", "obj"))
        return not any(mention.start <= tree.tokens[c].start < mention.end for c in told)

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """Content stems of each proposition."""
        return [frozenset(content_stems(m.proposition)) for m in self.mentions]

    def near(self, least: float) -> Iterator[tuple[int, int, float]]:
        """Pairs i < j of mentions whose propositions have at least this cosine, in order."""
        for start in range(0, len(self.mentions), BLOCK):
            block: NDArray[np.float32] = self.vectors[start : start + BLOCK] @ self.vectors.T
            rows, columns = np.nonzero(block >= least)
            for r, j in zip(rows.tolist(), columns.tolist(), strict=True):
                if start + r < j:
                    yield start + r, j, float(block[r, j])

    @cached_property
    def sources(self) -> list[str]:
        """The innermost source of each mention by name; "" where it is the report's own voice or not known."""
        inner = [m.chain[-1].name if len(m.chain) > 1 else "" for m in self.mentions]
        return ["" if name == "unknown" else name for name in inner]

    def of_one_sentence(self, i: int, j: int) -> bool:
        """Whether two mentions are parts of one sentence that two reports give, with its negation in both."""
        if self.mentions[i].report == self.mentions[j].report:
            return False
        one, two = self.sentence_stems[i], self.sentence_stems[j]
        alike = len(one & two) >= max(SENTENCE_STEMS, ONE_SENTENCE * min(len(one), len(two)))
        return alike and all(NOT_SO.search(self.around[k]) for k in (i, j))

    @cached_property
    def around(self) -> list[str]:
        """The sentence of each mention, on one line."""
        held = [(self.trees[m.report], self.trees[m.report].sentence(m.start)) for m in self.mentions]
        return [" ".join(tree.text[s.start : s.end].split()) for tree, s in held]

    @cached_property
    def sentence_numbers(self) -> NDArray[np.int64]:
        """The place of each mention's sentence in its report."""
        return np.array([self.trees[m.report].sentence_number(m.start) for m in self.mentions], np.int64)

    @cached_property
    def sentence_vectors(self) -> NDArray[np.float32]:
        """Unit rows of the sentences."""
        return embedded(self.around, self.embed)

    @cached_property
    def negating(self) -> list[bool]:
        """Whether each mention may tell that something is not so."""
        return [negates(m) for m in self.mentions]

    @cached_property
    def ruled_out(self) -> list[bool]:
        """Whether each mention tells that something is not so: two that do agree."""
        return [rules_out(m) for m in self.mentions]

    @cached_property
    def bare_vectors(self) -> NDArray[np.float32]:
        """Unit rows of the propositions, of those that negate without their words of negation and telling."""
        rows = np.flatnonzero(self.negating)
        out = self.vectors.copy()
        if len(rows):
            out[rows] = embedded([bare(self.mentions[i]) for i in rows.tolist()], self.embed)
        return out

    @cached_property
    def bare_stems(self) -> list[frozenset[str]]:
        """Content stems of each proposition without its words of negation and telling."""
        return [frozenset(content_stems(bare(m))) for m in self.mentions]

    @cached_property
    def sentence_stems(self) -> list[frozenset[str]]:
        """Content stems of each mention's sentence."""
        return [frozenset(content_stems(s)) for s in self.around]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """The weight of each stem of a proposition or sentence: more, the fewer reports tell it."""
        tellers: dict[str, set[str]] = {}
        for m, clause, sentence in zip(self.mentions, self.bare_stems, self.sentence_stems, strict=True):
            for s in clause | sentence:
                tellers.setdefault(s, set()).add(m.report)
        reports = len({m.report for m in self.mentions})
        return {s: float(np.log((reports + 1) / (len(told) + 0.5)) + RARE_LEAST) for s, told in tellers.items()}

    def side(self, index: int, value: str | None = None) -> Side:
        """A side made of a mention and the others of its claim that stand in other reports, exact words first. Words
        that somebody denies, without the word of denying, are not given as that side's account."""
        value = value or self.shown(self.mentions[index])
        if self.mentions[index].certainty == "denied" and not DENYING.search(value):
            value = f"denied: “{value}”"
        claim = self.claim_of.get(index)
        others = [i for i in self.members.get(claim or "", ()) if i != index]
        return Side(value, claim, tuple(span(self.mentions[i]) for i in (index, *others)))


def teller(mention: Mention) -> str:
    """The innermost source of a mention that is known, or "": who denies a paper's report is not the paper."""
    known = [link for link in mention.chain[1:] if link.name != "unknown"]
    if mention.certainty == "denied" and len(known) > 1 and known[-1].kind == "outlet" and known[-2].kind != "outlet":
        known.pop()
    return known[-1].name if known else ""


def embedded(texts: Sequence[str], embed: Embed) -> NDArray[np.float32]:
    """One row a text; each wording is embedded once."""
    once = sorted(set(texts))
    at = {t: n for n, t in enumerate(once)}
    return embed(once)[[at[t] for t in texts]]


def span(mention: Mention) -> Span:
    """The exact words of a mention."""
    return Span(mention.report, mention.start, mention.end, mention.text)


def conflict(
    kind: ConflictKind, severity: Severity, sides: Sequence[Side], explanation: str, guess: bool = False
) -> Conflict:
    """A conflict whose id is given once all are known."""
    return Conflict("", kind, severity, tuple(sides), explanation, guess)


def flat(text: str) -> str:
    """Words on one line, to stand between marks of ours: without quotation marks at their ends, but for one whose
    fellow stands within (an order to “kill everybody”)."""
    line = " ".join(text.split())
    bare = line.strip(QUOTES)
    if not any(c in QUOTES for c in bare):
        return bare
    return next((t for t in (line, line.lstrip(QUOTES), line.rstrip(QUOTES)) if _paired(t)), bare)


def _paired(text: str) -> bool:
    """Whether each double quotation mark has its fellow."""
    depth = 0
    for c in text:
        depth += (c in "“«") - (c in "”»")
        if depth < 0:
            return False
    return depth == 0 and text.count('"') % 2 == 0


def listed(words: Sequence[str]) -> str:
    """Words as a list in prose: "r00, r04 and r09"; each once."""
    some = list(dict.fromkeys(words))
    return f"{', '.join(some[:-1])} and {some[-1]}" if len(some) > 1 else "".join(some)


def once(found: Sequence[Conflict]) -> list[Conflict]:
    """One conflict for each pair of claims: the gravest, then the first."""
    order = {"conflict": 0, "tension": 1, "refinement": 2}
    best: dict[tuple[str | None, ...], Conflict] = {}
    for c in found:
        key = tuple(sorted((s.claim for s in c.sides), key=str))
        if key not in best or order[c.severity] < order[best[key].severity]:
            best[key] = c
    return list(best.values())
