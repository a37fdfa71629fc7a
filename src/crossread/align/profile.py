"""What align knows of a mention: its vectors, stems, names, numbers and head."""

import re
from collections import Counter
from collections.abc import Iterator
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.model.annotated import Annotated
from crossread.model.mention import Mention
from crossread.model.span import Extent
from crossread.model.stems import content_stems, stem
from crossread.model.story import Story
from crossread.model.tree import Tree
from crossread.model.vector import Embed, EmbedMentions, InContext

FIGURE = re.compile(r"\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|half|third)\b")
"""Numbers as written. "One" is left out: it is more often a pronoun."""
SCALE = re.compile(r"(?:[.,]\d+)*[\s-]?(%|per\s?cent|million|billion|thousand|hundred)")
"""What makes a number another one: 75 per cent are no 75 million."""


class Profile(msgspec.Struct, frozen=True):
    """One mention as the join sees it.

    ``stems`` are the proposition's, ``own`` those of the very words, ``source`` those of the names on whose word it is
    told, ``figures`` the numbers as written, ``numbers`` (min, max, unit, stem of the noun counted).
    """

    report: str
    start: int
    end: int
    sentence: int
    stems: frozenset[str]
    own: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]
    numbers: tuple[tuple[float | None, float | None, str, str], ...]
    head: str
    negated: bool
    quoted: bool
    role: bool
    denied: bool
    words: int
    folded: str
    source: frozenset[str]


class Profiles(msgspec.Struct, frozen=True):
    """The mentions of a story: profiles, stem weights, and unit vectors (n, 384) of their propositions, of their
    sentences, and of the mentions as they stand in their reports."""

    rows: tuple[Profile, ...]
    vectors: NDArray[np.float32]
    sentences: NDArray[np.float32]
    placed: InContext
    idf: dict[str, float]


def build(story: Story, embed: Embed, place: EmbedMentions) -> Profiles:
    """Profiles of all mentions, in their order."""
    by_id = {a.report.id: a for a in story.reports}
    trees = {rid: Tree(a) for rid, a in by_id.items()}
    rows = tuple(_profile(m, by_id[m.report], trees[m.report]) for m in story.mentions)
    vectors = embed([m.proposition for m in story.mentions])
    sentences = embed([_sentence(m, trees[m.report]) for m in story.mentions])
    return Profiles(rows, vectors, sentences, place(story), idf(rows))


def idf(rows: tuple[Profile, ...]) -> dict[str, float]:
    """Weight of a stem: how few of the story's mentions hold it (Spärck Jones 1972), at least 0."""
    df = Counter(s for row in rows for s in row.stems | row.own)
    return {s: log((1 + len(rows)) / (1 + n)) for s, n in df.items()}


def _sentence(mention: Mention, tree: Tree) -> str:
    s = tree.sentence(mention.start)
    return tree.text[s.start : s.end]


def _figures(text: str) -> Iterator[str]:
    """The numbers of a text, each with its scale."""
    for m in FIGURE.finditer(text):
        scale = SCALE.match(text, m.end())
        yield m.group() + (scale[1].replace("per cent", "%").replace("percent", "%") if scale else "")


def _profile(mention: Mention, annotated: Annotated, tree: Tree) -> Profile:
    text = annotated.report.text
    head = tree.head(Extent(mention.start, mention.end))
    names = [e for e in annotated.entities if mention.start <= e.start and e.end <= mention.end]
    numbers = [q for q in annotated.quantities if mention.start <= q.start and q.end <= mention.end]

    return Profile(
        report=mention.report,
        start=mention.start,
        end=mention.end,
        sentence=tree.sentence(mention.start).start,
        stems=frozenset(content_stems(mention.proposition)),
        own=frozenset(content_stems(mention.text)),
        figures=frozenset(_figures(mention.text.lower())),
        names=frozenset(stem(w) for e in names for w in text[e.start : e.end].split()),
        numbers=tuple((q.min, q.max, q.unit or "", q.noun) for q in numbers),
        head=stem(tree.words[head]) if head is not None else "",
        negated=mention.polarity == "negated",
        quoted=mention.certainty == "quoted",
        role=mention.form == "role",
        denied=mention.certainty == "denied",
        words=len(mention.text.split()),
        folded=" ".join(content_stems(mention.text)),
        source=frozenset(s for link in mention.chain[1:] for s in content_stems(link.name or "")),
    )
