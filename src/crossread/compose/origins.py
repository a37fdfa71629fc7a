"""How many independent origins stand behind a claim, as a range, with the reason for each merge in words.

The rules are those of the dossier format: a person or body is one origin however many reports carry its word; a
report's own voice is its own origin unless its wording is shared with another report outside quotation marks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from crossread.compose import sources
from crossread.model.claim import Claim, Origin, OriginCount
from crossread.model.mention import Mention
from crossread.model.quote import Quote
from crossread.model.report import Report
from crossread.model.sourcing import SourcingEdge
from crossread.model.stems import content_stems

# Content words that two mentions share, and their share of the shorter one, from which the wording is shared.
WORDS = 5
SHARE = 0.8
# Words that two reports share outside quotation marks from which one had the other, or what it was made of, before it:
# the own voices of the two may then be one whatever they tell (DOSSIER.md, "Counting"). Some six sentences; stock
# phrases of one matter alone come to no more than two.
LIFTED = 60


def count(
    mentions: Sequence[Mention],
    edges: Sequence[SourcingEdge],
    origins: Sequence[Origin],
    quotes: Sequence[Quote] = (),
    sure: Sequence[Sequence[Mention]] = (),
) -> OriginCount:
    """The origins behind mentions: ``max`` with only the same words merged, ``min`` with rewritten copy merged too.
    Wordings of one of the ``quotes`` are one utterance, whomever each report gives it to.

    Mentions that restate their own report count for nothing, unless there are no others. ``sure`` are the parts whose
    mentions surely tell one thing, where not all do: then ``min`` is that of the part with the most.
    """
    counted = [m for m in mentions if not m.restates] or list(mentions)
    known = {o.id: o for o in origins}
    ids = _first_order(o for m in counted if (o := m.chain[-1].origin) is not None)
    at_least, at_most = _Groups(ids), _Groups(ids)
    reasons = _carried(counted, known)
    alike = (*sources.joined(counted, edges, known), *_shared(counted, edges, known), *_uttered(counted, quotes))
    for a, b, rewritten, why in alike:
        if at_least.join(a, b):
            reasons.append(why)
        if not rewritten:
            at_most.join(a, b)
    low, unsure = _surely(sure, at_least, at_least.count)
    if unsure:
        reasons.append(f"{', '.join(unsure)} may tell something else: counted in the most only.")
    groups = at_least.sets()
    return OriginCount(max(1, low), max(1, at_most.count), tuple(ids), tuple(reasons), groups, unsure)


def _surely(sure: Sequence[Sequence[Mention]], alike: "_Groups", every: int) -> tuple[int, tuple[str, ...]]:
    """The most origins that one sure part has, and the reports that are not in that part; ``every`` and none where all
    parts together have no more."""
    counts = [
        len({alike.top(o) for m in part if (o := m.chain[-1].origin) is not None and o in alike}) for part in sure
    ]
    low = max(counts, default=every)
    if low >= every:
        return every, ()
    fullest = max(range(len(sure)), key=lambda i: (counts[i], len(sure[i]), -i))
    chosen = {m.report for m in sure[fullest]}
    return low, tuple(sorted({m.report for part in sure for m in part} - chosen))


def firm(mentions: Sequence[Mention], found: OriginCount, sure: Sequence[Sequence[Mention]]) -> Sequence[Mention]:
    """The mentions that surely tell one thing, by whose words a claim is named: those of the fullest part that holds no
    report left out of ``min``; all where none is left out."""
    kept = [part for part in sure if not {m.report for m in part} & set(found.unsure)] if found.unsure else []
    return max(kept, key=len, default=mentions)


def explain(claim: Claim, origins: Sequence[Origin], reports: Sequence[Report] = ()) -> str:
    """The count of a claim's origins in words, one line a step; ``reports`` give their outlets' names."""
    known = {o.id: o for o in origins}
    outlets = {r.id: f"{r.id} ({r.outlet})" for r in reports if r.outlet}
    counted = [m for m in claim.mentions if not m.restates] or list(claim.mentions)
    number = _range(claim.origins)
    telling = len({m.report for m in counted})
    lines = [f"{claim.id}: {claim.gloss}", f"{_plural(telling, 'report')} tell this, on {number}."]
    for id in claim.origins.ids:
        mine = [m for m in counted if m.chain[-1].origin == id]
        origin = known.get(id)
        name = origin.name if origin else id
        told = sorted({f"{outlets.get(m.report, m.report)} at {m.start}-{m.end}, by way of {_path(m)}" for m in mine})
        lines.append(f"- {name} ({origin.kind if origin else 'unknown'}): " + "; ".join(told))
    lines += [f"  {reason}" for reason in claim.origins.reasons]
    restated = len(claim.mentions) - len(counted)
    if restated:
        lines.append(f"{_plural(restated, 'mention')} repeat their own report and count for nothing.")
    return "\n".join(lines)


def _path(mention: Mention) -> str:
    return " ← ".join(link.name for link in mention.chain)


def _range(found: OriginCount) -> str:
    if found.min == found.max:
        return _plural(found.min, "independent origin")
    return f"{found.min} to {_plural(found.max, 'independent origin')}"


def _plural(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


class _Groups:
    """Sets of origins that may be one (union-find)."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._lead = {id: id for id in ids}

    def __contains__(self, id: str) -> bool:
        return id in self._lead

    def top(self, id: str) -> str:
        """The origin that stands for a set."""
        while self._lead[id] != id:
            id = self._lead[id]
        return id

    def join(self, a: str, b: str) -> bool:
        """Whether two sets were made one by this."""
        one, two = self.top(a), self.top(b)
        self._lead[two] = one
        return one != two

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """The sets, in the order of their first origins."""
        out: dict[str, list[str]] = {}
        for id in self._lead:
            out.setdefault(self.top(id), []).append(id)
        return tuple(map(tuple, out.values()))

    @property
    def count(self) -> int:
        """How many sets there are."""
        return sum(id == lead for id, lead in self._lead.items())


def _first_order(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _carried(mentions: Sequence[Mention], known: Mapping[str, Origin]) -> list[str]:
    """Why several reports count once: they stand on one source's word."""
    out = []
    for id in _first_order(o for m in mentions if (o := m.chain[-1].origin) is not None):
        reports = sorted({m.report for m in mentions if m.chain[-1].origin == id})
        if len(reports) > 1:
            name = known[id].name if id in known else id
            out.append(f"{', '.join(reports)} stand on the word of one source, {name}: one origin.")
    return out


def _shared(
    mentions: Sequence[Mention], edges: Sequence[SourcingEdge], known: Mapping[str, Origin]
) -> Iterable[tuple[str, str, bool, str]]:
    """Pairs of origins that may be one, since one report's own voice shares its wording with the other report, or one
    report is a copy of the other: whom it names in other words ("the rail operator", "the train operator") is one."""
    between: dict[frozenset[str], list[SourcingEdge]] = {}
    for edge in edges:
        if edge.kind != "cites" and not edge.quoted:
            between.setdefault(frozenset((edge.source, edge.to)), []).append(edge)
    for i, a in enumerate(mentions):
        for b in mentions[i + 1 :]:
            own = [m for m in (a, b) if _is_own(m, known)]
            one, two = a.chain[-1].origin, b.chain[-1].origin
            if a.report == b.report or one is None or two is None or one == two:
                continue
            if own and _same_words(a, b):
                yield one, two, False, _because(None, a, b, known)
                continue
            shared = between.get(frozenset((a.report, b.report)), [])
            nameless = all(known[o].kind == "unnamed" for o in (one, two) if o in known)
            copied = [e for e in shared if nameless and _over(e, a, b)]
            if copied or (nameless and _same_words(a, b, aloud=True)):
                yield (
                    one,
                    two,
                    True,
                    f"{a.report} and {b.report} give the words of somebody unnamed alike: may be one origin.",
                )
                continue
            for edge in shared:
                if (own or edge.kind == "same-copy") and _over(edge, a, b):
                    yield one, two, edge.rewritten, _because(edge, a, b, known)
                    break
            else:
                voices = len(a.chain) == len(b.chain) == 1
                if voices and (lifted := max(map(_lifted, shared), default=0)) >= LIFTED:
                    why = f"{a.report} and {b.report} share {lifted} words of other passages: may be one origin."
                    yield one, two, True, why


def _uttered(mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Iterator[tuple[str, str, bool, str]]:
    """Pairs of origins behind wordings of one utterance."""
    if len({m.report for m in mentions}) < 2:
        return
    for quote in (q for q in quotes if len(q.variants) > 1):
        told = [
            m for m in mentions if any(v.report == m.report and _overlap(v.start, v.end, m) for v in quote.variants)
        ]
        for a, b in pairwise(told):
            one, two = a.chain[-1].origin, b.chain[-1].origin
            if a.report != b.report and one is not None and two is not None and one != two:
                yield one, two, False, f"{a.report} and {b.report} give wordings of one utterance: one origin."


def _is_own(mention: Mention, known: Mapping[str, Origin]) -> bool:
    origin = known.get(mention.chain[-1].origin or "")
    return origin is not None and origin.kind == "report"


def _lifted(edge: SourcingEdge) -> int:
    """Words of the passages that two reports share, by one of them."""
    return 0 if edge.rewritten else sum(len(span.text.split()) for span in edge.passages[::2])


def _over(edge: SourcingEdge, a: Mention, b: Mention) -> bool:
    """Whether the shared wording covers both mentions; in a copy all wording is shared."""
    if edge.kind == "same-copy":
        return True
    for one, two in zip(edge.passages[::2], edge.passages[1::2], strict=True):
        mine, yours = (one, two) if one.report == a.report else (two, one)
        if _overlap(mine.start, mine.end, a) and _overlap(yours.start, yours.end, b):
            return True
    return False


def _overlap(start: int, end: int, mention: Mention) -> bool:
    shared = min(end, mention.end) - max(start, mention.start)
    return 2 * shared >= min(end - start, mention.end - mention.start)


def _same_words(a: Mention, b: Mention, aloud: bool = False) -> bool:
    """Whether the shorter of two mentions is told in the other's content words; a name with what somebody is, or a
    phrase, is anybody's, and a quotation only with ``aloud`` counted."""
    if ("quoted" in (a.certainty, b.certainty) and not aloud) or {a.form, b.form} & {"role", "phrase"}:
        return False
    one, two = set(content_stems(a.text)), set(content_stems(b.text))
    shared = len(one & two)
    return shared >= WORDS and shared >= SHARE * min(len(one), len(two))


def _because(edge: SourcingEdge | None, a: Mention, b: Mention, known: Mapping[str, Origin]) -> str:
    names = [known[o].name for o in (a.chain[-1].origin or "", b.chain[-1].origin or "") if o in known]
    if edge is None:
        return f"{a.report} and {b.report} tell this in the same words: {' and '.join(names)} are one origin."
    how = "retell the same facts in the same order" if edge.rewritten else "share their wording outside quotation marks"
    sure = "may be one origin" if edge.rewritten else "are one origin"
    return f"{a.report} and {b.report} {how} ({edge.basis}): {' and '.join(names)} {sure}."


__all__ = ["count", "explain"]
