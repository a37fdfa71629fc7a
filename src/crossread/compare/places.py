"""Places that part: one event told to have happened at places that do not share a word."""

from collections.abc import Collection, Iterator

from crossread.compare.pairs import Wordings, conflict, once
from crossread.model.annotated import Annotated, Entity
from crossread.model.conflict import Conflict
from crossread.model.mention import Mention
from crossread.model.span import Extent
from crossread.model.words import words

LEAST_COSINE = 0.7
"""Cosine of two propositions below which they tell different events."""
LEAST_SHARED = 0.67
"""Share of the shorter proposition's stems, places aside, that the other must hold. At a half, on stories with keys,
one pair in twelve was a difference of place; at two thirds one in two, and none was lost."""
LIST = 12
"""Tokens within which a second place of a list follows."""
LOCATING = frozenset(["in", "at", "off", "near", "outside", "inside", "on", "over", "from", "to"])
"""Prepositions that say where something happened."""


def find(wordings: Wordings) -> list[Conflict]:
    """Pairs of mentions of one event with different places. Whether one place lies in the other is not known, so no
    pair is graver than a tension."""
    annotated = {a.report.id: a for a in wordings.story.reports}
    told = list(zip(wordings.mentions, wordings.heads, strict=True))
    places = [_places(annotated[m.report], m, head, near=False) for m, head in told]
    loose = [_places(annotated[m.report], m, head, near=True) for m, head in told]
    found = []
    for i, j, _ in wordings.near(LEAST_COSINE):
        a, b = wordings.mentions[i], wordings.mentions[j]
        if a.report == b.report or not loose[i] or not loose[j] or _meet(loose[i], loose[j]):
            continue
        said = {w.form for p in (*loose[i], *loose[j]) for w in words(p)}
        left, right = wordings.stems[i] - said, wordings.stems[j] - said
        if len(left & right) < max(2, LEAST_SHARED * min(len(left), len(right))):
            continue
        if not (places[i] and places[j]) and not ((places[i] or places[j]) and left == right):
            continue
        mine, others = (places[i] or loose[i])[0], (places[j] or loose[j])[0]
        where = (f"{wordings.voice(m)} places it at {p}" for m, p in ((a, mine), (b, others)))
        why = "; ".join(where) + ". Whether one lies in the other is not told."
        found.append(conflict("place", "tension", (wordings.side(i, mine), wordings.side(j, others)), why))
    return once(found)


def _places(annotated: Annotated, mention: Mention, head: int | None, near: bool) -> tuple[str, ...]:
    """Names of places that the mention puts its event, the word ``head``, at; with ``near`` also those that a parser
    hung on what the event is done to ("signed the treaty in Vienna" is read either way)."""
    text = annotated.report.text
    homes = {head} | (
        {i for i, t in enumerate(annotated.tokens) if t.head == head and t.deprel == "obj"} if near else set()
    )
    return tuple(
        text[e.start : e.end] for e in _inside(annotated.entities, mention.start, mention.end)
        if e.kind == "place" and _located(annotated, Extent(e.start, e.end), homes)
    )  # fmt: skip


def _inside(entities: tuple[Entity, ...], start: int, end: int) -> Iterator[Entity]:
    return (e for e in entities if start <= e.start and e.end <= end)


def _located(annotated: Annotated, name: Extent, homes: Collection[int | None]) -> bool:
    """Whether a name hangs on one of some words by a locating preposition: no list, no "between A and B", no place of a
    thing in it."""
    for i, token in enumerate(annotated.tokens):
        if name.start <= token.start < name.end and token.deprel in ("obl", "nmod") and token.head in homes:
            if any(t.head == i and t.deprel == "conj" for t in annotated.tokens[i : i + LIST]):
                return False
            cases = [t for t in annotated.tokens[max(0, i - 6) : i] if t.head == i and t.deprel == "case"]
            return any(annotated.report.text[c.start : c.end].lower() in LOCATING for c in cases)
    return False


def _meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    a = {w.form for p in left for w in words(p)}
    b = {w.form for p in right for w in words(p)}
    return bool(a & b)
