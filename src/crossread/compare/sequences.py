"""Sequences that part: one report tells A before B, another B before A."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from crossread.compare.pairs import Wordings, conflict, once, span
from crossread.model.annotated import Annotated
from crossread.model.conflict import Conflict, Side
from crossread.model.mention import Mention
from crossread.model.span import Extent
from crossread.model.story import Story
from crossread.model.tree import Tree

SAME_EVENT = 0.62
"""Cosine at which two propositions of different claims still tell one event, for the order's sake."""
CLEARLY = 0.2
"""By how much the crossed pairs' two cosines must pass those of the straight ones. An editorial choice: all five
sequences that five collections of real reports gave without it, and on fragments, were false."""
AFTER = re.compile(r"\b(?:after|following|once|since|in the wake of)\b", re.I)
BEFORE = re.compile(r"\b(?:before|prior to|ahead of|until)\b", re.I)
THEN = re.compile(r"\b(?:then|later|afterwards|subsequently|next|following (?:this|that|these|those))\b", re.I)
REACH = 60
"""Characters between two mentions of a sentence within which a word of order may stand between them."""


class Order(msgspec.Struct, frozen=True, order=True):
    """One report tells mention ``first`` before mention ``second`` (indices into the story's mentions)."""

    first: int
    second: int
    words: str


def find(wordings: Wordings) -> list[Conflict]:
    """Pairs of events told in both orders by different reports."""
    orders = [o for a in wordings.story.reports for o in _orders(a, wordings.story)]
    found = []
    for x, one in enumerate(orders):
        for other in orders[x + 1 :]:
            if wordings.mentions[one.first].report == wordings.mentions[other.first].report:
                continue
            if _crossed(wordings, one, other):
                found.append(_conflict(wordings, one, other))
    return once(found)


def _orders(annotated: Annotated, story: Story) -> Iterator[Order]:
    """What one report says of the order of its mentions, by words between neighbours of one or two sentences."""
    text = annotated.report.text
    tree = Tree(annotated)
    mine = (i for i, m in enumerate(story.mentions) if m.report == annotated.report.id)
    here = [i for i in mine if _happens(tree, story.mentions[i])]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for i in here:
        if (n := annotated.sentence_number(story.mentions[i].start)) is not None:
            by_sentence[n].append(i)
    for n, inside in sorted(by_sentence.items()):
        for a in inside:
            for b in inside:
                yield from _ordered(text, story, a, b)
        if inside and by_sentence.get(n - 1):
            opening = text[annotated.sentences[n].start : story.mentions[inside[0]].end]
            if THEN.search(opening[:REACH]):
                yield Order(by_sentence[n - 1][-1], inside[0], opening[:REACH])


def _happens(tree: Tree, mention: Mention) -> bool:
    """Whether a mention tells an event: it holds the verb that it hangs on ("after Rait" holds none)."""
    top = tree.top(tree.inside(Extent(mention.start, mention.end)))
    return top is not None and tree.is_clause(top)


def _ordered(text: str, story: Story, a: int, b: int) -> Iterator[Order]:
    """A then B in the text, apart, with a word of order between them or opening A."""
    first, second = story.mentions[a], story.mentions[b]
    if first.start < second.start and second.end <= first.end:
        yield from _nested(text, a, b, first.start, second.start)
    if first.end > second.start:
        return
    between = text[first.end : second.start]
    if len(between) > REACH:
        return
    link = between + " " + second.text.split(" ", 1)[0]
    if AFTER.search(link):
        yield Order(b, a, link.strip())
    elif BEFORE.search(link) or THEN.search(between + second.text[:20]):
        yield Order(a, b, link.strip())
    elif AFTER.match(first.text):
        yield Order(a, b, first.text.split(" ", 1)[0])
    elif BEFORE.match(first.text):
        yield Order(b, a, first.text.split(" ", 1)[0])


def _nested(text: str, whole: int, part: int, start: int, end: int) -> Iterator[Order]:
    """A clause within a clause, opened by a word of order: "she rang the police after he left"."""
    opening = text[max(start, end - len("in the wake of ")) : end]
    if re.search(AFTER.pattern + r"\W*$", opening, re.I):
        yield Order(part, whole, opening.strip())
    elif re.search(BEFORE.pattern + r"\W*$", opening, re.I):
        yield Order(whole, part, opening.strip())


def _crossed(wordings: Wordings, one: Order, other: Order) -> bool:
    """Whether what one tells first the other tells second, and better so than in the same order."""
    if not (_same(wordings, one.first, other.second) and _same(wordings, one.second, other.first)):
        return False
    if any(_same(wordings, o.first, o.second) for o in (one, other)):
        return False  # "he died when he slipped and fell": one event has no order
    crossed = _cosine(wordings, one.first, other.second) + _cosine(wordings, one.second, other.first)
    straight = _cosine(wordings, one.first, other.first) + _cosine(wordings, one.second, other.second)
    return crossed > straight + CLEARLY


def _cosine(wordings: Wordings, i: int, j: int) -> float:
    return float(wordings.vectors[i] @ wordings.vectors[j])


def _same(wordings: Wordings, i: int, j: int) -> bool:
    if wordings.claim_of.get(i) is not None and wordings.claim_of.get(i) == wordings.claim_of.get(j):
        return True
    return _cosine(wordings, i, j) >= SAME_EVENT


def _conflict(wordings: Wordings, one: Order, other: Order) -> Conflict:
    m = wordings.mentions
    sides = tuple(
        Side(
            f"{m[o.first].text} → {m[o.second].text}",
            wordings.claim_of.get(o.second),
            (span(m[o.first]), span(m[o.second])),
        )
        for o in (one, other)
    )
    told = (
        f"{m[one.first].report} puts “{m[one.first].text}” before “{m[one.second].text}”; "
        f"{m[other.first].report} puts “{m[other.first].text}” before “{m[other.second].text}”."
    )
    return conflict("sequence", "tension", sides, told)
