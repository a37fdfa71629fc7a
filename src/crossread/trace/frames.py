"""Frames: phrases that only name whose account a sentence gives ("according to X", "in X's view").

All of the sentence but the phrase is what is said; where a sentence has two, each goes with its own part of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossread.model.annotated import Annotated, Sentence
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues
from crossread.trace.saying import Saying

# Phrases that name whose account a sentence gives, before the source …
_FRAME_BEFORE = re.compile(
    r"according to |in the (?:view|opinion|judge?ment|words|version|account|telling|eyes) of "
    r"|by the (?:account|count|reckoning) of |if (?:you|one|we) believes? |to go by "
)
# … and after it ("in the union's view"), at most so many tokens on.
_ACCOUNTS = frozenset(
    "view opinion judgment judgement version account telling reckoning count estimate words reading eyes".split()
)
LONGEST_OWNER = 9
# Who may own one by a pronoun: "by his own account".
_WHOSE = frozenset({"his", "her", "its", "their"})
_TIES = "while whereas but and though although yet however"
_TIE = re.compile(rf";|\s[–—]\s|:\s|,\s(?:{_TIES.replace(' ', '|')})\s|\s(?:while|whereas)\s")
"""Where one part of a sentence with several frames ends and the next begins."""


def find(annotated: Annotated, tree: Tree) -> Iterator[Saying]:
    """ "According to X, …", "…, in X's view", "…, if you believe X": all of the sentence but the phrase."""
    for sentence in annotated.sentences:
        found = list(_frames(tree, sentence))
        yield from (parted(tree, sentence, found) if len(found) > 1 else found)


def _frames(tree: Tree, sentence: Sentence) -> Iterator[Saying]:
    for i in range(sentence.first, sentence.last - 1):
        found = _frame(tree, i, sentence)
        if found is None:
            continue
        source, last = found
        cue = tree.extent(t for t in range(i, last) if not source[0] <= t < source[1])
        parts = (Extent(sentence.start, tree.tokens[i].start), Extent(tree.tokens[last - 1].end, sentence.end))
        content = _worded(tree, parts)
        if content:
            yield Saying(min(tree.tokens[i].start, content[0].start), tree.extent(range(*source)), cue, content)


def _worded(tree: Tree, parts: Sequence[Extent]) -> tuple[Extent, ...]:
    return tuple(p for p in parts if any(c.isalnum() for c in p.of(tree.text)))


def parted(tree: Tree, sentence: Sentence, found: Sequence[Saying]) -> Sequence[Saying]:
    """Several frames of one sentence, each with the part of it that it stands in; as they are where the parts cannot be
    told or one has no words of its own."""
    bounds = [sentence.start]
    for one, two in pairwise(found):
        ties = [m.start() for m in _TIE.finditer(tree.text, _place(one)[1], _place(two)[0])]
        if not ties:
            return found
        bounds.append(ties[-1])
    out = []
    for frame, low, high in zip(found, bounds, [*bounds[1:], sentence.end], strict=True):
        start, end = _place(frame)
        content = _worded(tree, (Extent(low, start), Extent(end, high)))
        if not content:
            return found
        out.append(msgspec.structs.replace(frame, start=min(start, content[0].start), content=content))
    return out


def limited(told: Sequence[Saying], found: Sequence[Saying], annotated: Annotated) -> list[Saying]:
    """Sayings of which those that are one of several frames of a sentence have no more than that frame's part."""
    homes = Counter(annotated.sentence_number(f.cue.start) for f in found)
    out = []
    for saying in told:
        frame = next((f for f in found if f.cue.overlaps(saying.cue)), None)
        if frame is not None and homes[annotated.sentence_number(frame.cue.start)] > 1:
            saying = msgspec.structs.replace(saying, start=frame.start, content=frame.content)
        out.append(saying)
    return out


def _place(frame: Saying) -> tuple[int, int]:
    """First character of a frame's phrase and one past its last."""
    ends = (frame.cue, frame.source or frame.cue)
    return min(e.start for e in ends), max(e.end for e in ends)


def _frame(tree: Tree, i: int, sentence: Sentence) -> tuple[tuple[int, int], int] | None:
    """A phrase at a token that only names whose account it is: the source's tokens, and where the phrase ends."""
    following = " ".join(tree.lower[i : i + 6]) + " "
    opened = _FRAME_BEFORE.match(following)
    if opened is not None:
        first = i + opened.group().count(" ")
        end = next((j for j in range(first, sentence.last) if _ends_phrase(tree, j)), sentence.last)
        return ((first, end), end) if end > first else None
    if tree.lower[i] not in ("in", "by", "on") or (i > sentence.first and tree.lower[i - 1] not in ",;:–—"):
        return None
    for j in range(i + 2, min(i + LONGEST_OWNER, sentence.last - 1)):
        if tree.lower[j] in ("'s", "’s", "'", "’") and tree.lower[j + 1] in _ACCOUNTS:
            return (i + 1, j), j + 2
    own = i + 3 if tree.lower[i + 2 : i + 3] == ["own"] else i + 2
    if tree.lower[i + 1] in _WHOSE and own < sentence.last and tree.lower[own] in _ACCOUNTS:
        return (i + 1, i + 2), own + 1
    if tree.lower[i] == "by" and tree.lower[i + 2 : i + 3] in (["count"], ["reckoning"], ["estimate"], ["accounts"]):
        body = tree.lower[i + 1] in cues().organisation or tree.tokens[i + 1].upos == "PROPN"
        return ((i + 1, i + 2), i + 3) if body else None
    return None


def _ends_phrase(tree: Tree, i: int) -> bool:
    """Whether a source's phrase ends before a token: at a mark, or at a word that opens another clause."""
    word = tree.text[tree.tokens[i].start : tree.tokens[i].end]
    return (
        word in ".;:!?\n" or word == "," or word in ("--", "–", "—") or tree.lower[i] in ("while", "but", "as", "when")
    )
