"""What could not be told."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from crossread.model.actor import Actor
from crossread.model.annotated import Token
from crossread.model.claim import Claim
from crossread.model.mention import Link
from crossread.model.report import Gap
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.words import fold

MOST_OF_A_KIND = 12
"""Gaps of one kind that are told one by one; more would bury the rest."""
HINT = 0.6
"""Share of a claim's common words from which a sentence may tell it: to call a report silent wrongly is worse than to
leave its silence out."""
KEY_ACTOR_REPORTS = 0.5
"""Share of the reports that must name a person or body before its silence is worth a line."""

LONGEST_NAME = 8
"""Tokens of a name at the most."""
ASSUMED = re.compile(
    r"\b(?:pseudonym|alias|aliases|nickname|nicknamed|pen name|screen name|stage name|username|under the names?"
    r"|calling (?:him|her)self|goes by)\b[^.!?]{0,12}\Z",
    re.IGNORECASE,
)
"""Words before a name that somebody else goes by."""
SPOKES = re.compile(r"\bspokes(?:man|woman|person|men|women|people)\b", re.IGNORECASE)
ENDED = re.compile(
    r"\b(?:died|dies|dead|death|killed|hanged|shot dead|suicide|murdered|slain|assassinated|funeral|body|obituary)\b",
    re.IGNORECASE,
)
"""Words that tell of somebody's death."""


def find(story: Story, claims: Sequence[Claim], actors: Sequence[Actor]) -> tuple[Gap, ...]:
    """Gaps of every kind, in order of kind and text."""
    found = [
        *_undated(story),
        *_unnamed_only(claims),
        *_unheard(story, actors),
        *_silent(story, claims),
    ]
    return tuple(found)


def _undated(story: Story) -> list[Gap]:
    """Reports without a day of their own, those of one reason in one line."""
    undated: dict[str, list[str]] = {}
    for a in story.reports:
        if a.report.published.basis in ("unknown", "inferred"):
            undated.setdefault(a.report.published.why, []).append(a.report.id)
    out = []
    for why, some in undated.items():
        told = ", ".join(some[:MOST_OF_A_KIND]) + (", …" if len(some) > MOST_OF_A_KIND else "")
        verb = "carries" if len(some) == 1 else f"({len(some)} reports) carry"
        out.append(Gap("no-date", f"{told} {verb} no date of publication{f'; {why}' if why else ''}."))
    return out


def _unnamed_only(claims: Sequence[Claim]) -> list[Gap]:
    out = []
    for claim in claims:
        chains = [m.chain for m in claim.mentions if not m.restates and m.chain]
        worded = any(m.form != "phrase" for m in claim.mentions)
        if worded and len(claim.reports) > 1 and chains and all(_is_unnamed(chain) for chain in chains):
            out.append(Gap("unnamed-source", f"Only unnamed sources stand behind {claim.id}: {claim.gloss}"))
    return out[:MOST_OF_A_KIND]


def _is_unnamed(chain: Sequence[Link]) -> bool:
    """Whether nobody named stands behind words: a body's spokesman, be it without a name, is the body's voice."""
    speaks_for = len(chain) > 1 and chain[-2].kind in ("organisation", "person") and SPOKES.search(chain[-1].name)
    return chain[-1].kind == "unnamed" and not speaks_for


def _unheard(story: Story, actors: Sequence[Actor]) -> list[Gap]:
    """Persons whom most reports name and whose own word none gives; the dead are not asked for theirs."""
    heard = {link.actor for m in story.mentions for link in m.chain[1:] if link.actor}
    texts = {a.report.id: a.report.text for a in story.reports}
    ends = [fold(m.proposition) for m in story.mentions if ENDED.search(m.proposition)]
    out = []
    for actor in actors:
        named_in = {s.report for alias in actor.aliases for s in alias.mentions}
        if (
            actor.kind == "person"
            and actor.id not in heard
            and len(named_in) > max(1, KEY_ACTOR_REPORTS * len(story.reports))
            and not any(fold(actor.name.split()[-1]) in told for told in ends)
            and not _is_assumed(texts, actor)
            and _acts(story, actor)
        ):
            out.append(
                Gap(
                    "not-heard",
                    f"{actor.name} is named in {len(named_in)} reports; none gives a word of theirs.",
                )
            )
    return out[:MOST_OF_A_KIND]


def _acts(story: Story, actor: Actor) -> bool:
    """Whether somebody is the subject of a verb anywhere: a name in "the Reen bakery" is nobody to be asked."""
    by_id = {a.report.id: a for a in story.reports}
    for m in (m for alias in actor.aliases for m in alias.mentions if m.report in by_id):
        tokens = by_id[m.report].tokens
        first = bisect_left(tokens, m.start, key=lambda t: t.start)
        own = (t for t in tokens[first : first + LONGEST_NAME] if t.start < m.end)
        if any(t.deprel.startswith("nsubj") or _stands_beside_subject(tokens, t) for t in own):
            return True
    return False


def _stands_beside_subject(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a name stands beside the noun that is the subject ("the pilot Ada Reen left")."""
    return token.deprel in ("appos", "flat") and tokens[token.head].deprel.startswith("nsubj")


def _is_assumed(texts: Mapping[str, str], actor: Actor) -> bool:
    """Whether a report tells that a name is another person's assumed one."""
    places = (m for alias in actor.aliases for m in alias.mentions)
    return any(ASSUMED.search(texts[m.report][max(0, m.start - 40) : m.start]) for m in places)


def _silent(story: Story, claims: Sequence[Claim]) -> list[Gap]:
    """A report that does not tell what every other report tells."""
    whole = sorted(a.report.id for a in story.reports if a.report.complete)
    stems: dict[str, list[set[str]]] = {}
    out = []
    for claim in claims:
        if claim.origins.unsure:
            continue
        missing = [r for r in whole if r not in claim.reports]
        alone = len(missing) == 1 and len(claim.reports) >= max(3, len(story.reports) - 1)
        if alone and missing[0] not in stems:
            stems[missing[0]] = _sentence_stems(story, missing[0])
        if alone and not _hints_at(stems[missing[0]], claim):
            out.append(
                Gap(
                    "silent",
                    f"{missing[0]} does not tell what all others tell ({claim.id}): {claim.gloss}",
                )
            )
    return out[:MOST_OF_A_KIND]


def _sentence_stems(story: Story, report: str) -> list[set[str]]:
    """The stems of each two sentences of a report that stand side by side: a fact is often told over both."""
    annotated = next(a for a in story.reports if a.report.id == report)
    told = [set(content_stems(annotated.report.text[s.start : s.end])) for s in annotated.sentences]
    return [a | b for a, b in zip(told, [*told[1:], set()], strict=True)]


def _hints_at(sentences: Sequence[set[str]], claim: Claim) -> bool:
    """Whether two sentences of a report have most of the words in which the others tell a claim: it may tell it too."""
    often = Counter(s for m in claim.mentions for s in set(content_stems(m.proposition)))
    core = {s for s, n in often.items() if n > 1}
    return bool(core) and any(len(core & stems) >= HINT * len(core) for stems in sentences)
