"""Wordings of utterances: every quotation with its speaker, and indirect speech that may give the same words."""

from collections import defaultdict

import msgspec

from crossread.model.annotated import Annotated
from crossread.model.mention import Link, Mention
from crossread.model.quotation import Quotation, quotations
from crossread.model.span import Extent, Span
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.words import words

# A mention longer than this is a paragraph, not a wording.
LONGEST = 60
# What a page sets apart or says twice is still the report's own words.
_OF_THE_TEXT = frozenset({"heading", "repeated-paragraph"})


class Wording(msgspec.Struct, frozen=True):
    """One wording of an utterance in one report. ``speaker`` is "" where nobody is named; ``origin`` is its origin id.

    ``person``: the speaker is somebody by name. ``direct`` wordings stand in quotation marks, which their span holds.
    ``claim`` is the claim that tells them.
    """

    span: Span
    text: str
    stems: frozenset[str]
    direct: bool
    speaker: str
    origin: str | None
    actor: str | None
    claim: str | None
    person: bool = False


def wordings(story: Story) -> list[Wording]:
    """Every quotation of the story that quotes somebody, and every mention that gives a source's words indirectly."""
    claim = {i: g.id for g in story.groups for i in g.members}
    by_report: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for i, m in enumerate(story.mentions):
        by_report[m.report].append((i, m))
    out: list[Wording] = []
    for annotated in story.reports:
        mine = by_report[annotated.report.id]
        said = [q for q in quotations(annotated.report.text) if _speaks(annotated, q)]
        out += [_direct(annotated, q, mine, claim) for q in said if not _whole_of_nested(q, said)]
        out += [w for i, m in mine if (w := _indirect(m, said, claim.get(i))) is not None]
    return out


def _speaks(annotated: Annotated, q: Quotation) -> bool:
    """Whether a quotation gives somebody's words: no term, no title, no debris of the page."""
    kinds = {d.kind for d in annotated.report.debris if d.start <= q.start < d.end}
    if not kinds <= _OF_THE_TEXT:
        return False
    # A heading capitalises every word, so that there words that look like a title may be speech.
    return q.kind == "speech" or (q.kind == "title" and "heading" in kinds)


def _whole_of_nested(q: Quotation, said: list[Quotation]) -> bool:
    """Whether a nested quotation fills the one around it ("'…'"): one wording, not two."""
    outer = [o for o in said if o.depth == 0 and o.start <= q.start and q.end <= o.end]
    return q.depth > 0 and any(q.start <= o.start + 2 and o.end <= q.end + 3 for o in outer)


def _direct(annotated: Annotated, q: Quotation, mine: list[tuple[int, Mention]], claim: dict[int, str]) -> Wording:
    text = annotated.report.text
    i, mention = _telling(q.extent, mine)
    link = _speaker(mention.chain) if mention is not None else None
    inner = q.inner().of(text)
    return Wording(
        span=Span(annotated.report.id, q.start, q.end, text[q.start : q.end]),
        text=inner.strip(" ,"),
        stems=frozenset(content_stems(inner)),
        direct=True,
        speaker=link.name if link else "",
        origin=mention.chain[-1].origin if mention is not None and link else None,
        actor=link.actor if link else None,
        claim=claim.get(i) if i is not None else None,
        person=link is not None and link.kind == "person",
    )


def _telling(extent: Extent, mine: list[tuple[int, Mention]]) -> tuple[int | None, Mention | None]:
    """The mention that tells most of a quotation, those with a source first."""
    best: tuple[bool, int, int] | None = None
    for i, m in mine:
        shared = min(m.end, extent.end) - max(m.start, extent.start)
        if shared > 0:
            rank = (len(m.chain) > 1, shared, -i)
            if best is None or rank > best:
                best = rank
    if best is None:
        return None, None
    found = -best[2]
    return found, next(m for i, m in mine if i == found)


def _speaker(chain: tuple[Link, ...]) -> Link | None:
    """The innermost link that names somebody."""
    for link in reversed(chain[1:]):
        if link.name != "unknown" and link.kind != "document":
            return link
    return None


def _indirect(mention: Mention, said: list[Quotation], claim: str | None) -> Wording | None:
    """A mention on a source's word, unless it quotes: then the quotation is the wording."""
    link = _speaker(mention.chain)
    quotes = any(q.start < mention.end and mention.start < q.end for q in said)
    if link is None or quotes or len(words(mention.text)) > LONGEST or mention.restates:
        return None
    return Wording(
        span=Span(mention.report, mention.start, mention.end, mention.text),
        text=mention.text,
        stems=frozenset(content_stems(mention.text)),
        direct=False,
        speaker=link.name,
        origin=mention.chain[-1].origin,
        actor=link.actor,
        claim=claim,
        person=link.kind == "person",
    )
