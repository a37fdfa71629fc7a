"""Outcomes that part: the same thing told to have happened and not to have happened, or its opposite."""

from crossread.compare.pairs import Wordings, conflict, once, voice
from crossread.model.conflict import Conflict, Severity
from crossread.model.mention import Mention
from crossread.model.story import Story
from crossread.model.stems import stem
from crossread.model.vector import Embed

LEAST_COSINE = 0.55
"""Cosine of two propositions below which they speak of different things."""
LEAST_SHARED = 0.5
"""Share of the shorter proposition's stems, the opposed words aside, that the other must hold."""
FIRM_SHARED = 0.7
"""The same for severity conflict."""
_TABLE = """
accept reject, accept refuse, accept decline, agree refuse, agree decline, approve reject, win lose, won lost, open close,
opened closed, rise fall, rose fell, increase decrease, increase reduce, begin end, start stop, arrive leave, survive die,
survived died, succeed fail, pass fail, guilty innocent, convict acquit, arrest release, allow ban, lift impose, dead alive,
resume suspend, reopen close, intact damaged, safe unsafe, legal illegal, partial full, partially fully, before after,
confirm deny, extend shorten, hire dismiss, keep drop, join quit, raise cut, raise lower, gain lose, buy sell, first last,
present absent, attend boycott, support oppose, backed opposed, public private, voluntary forced, accident attack
"""
OPPOSITES = frozenset(
    frozenset((stem(a), stem(b))) for a, b in (entry.split() for entry in _TABLE.replace("\n", " ").split(",") if entry.strip())
)


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Pairs told with opposite polarity or opposite words. Denials by somebody are told by ``denials``."""
    wordings = Wordings(story, embed)
    found = []
    for i, j, _ in wordings.near(LEAST_COSINE):
        a, b = wordings.mentions[i], wordings.mentions[j]
        if a.report == b.report and a.start < b.end and b.start < a.end:
            continue
        if "denied" in (a.certainty, b.certainty):
            continue
        severity = _severity(a, b, wordings.stems[i], wordings.stems[j])
        if severity:
            told = f"{_told(a)} {_told(b)} The two cannot both hold of one event." if severity == "conflict" else (
                f"{_told(a)} {_told(b)} If both speak of one event, they part."
            )
            found.append(conflict("outcome", severity, (wordings.side(a.text, i), wordings.side(b.text, j)), told))
    return once(found)


def _severity(a: Mention, b: Mention, left: frozenset[str], right: frozenset[str]) -> Severity | None:
    opposed = _opposed(left, right)
    if (a.polarity != b.polarity) == bool(opposed):
        return None
    rest_a, rest_b = left - opposed, right - opposed
    if not rest_a or not rest_b:
        return None
    shared = len(rest_a & rest_b) / min(len(rest_a), len(rest_b))
    if shared < LEAST_SHARED or len(rest_a & rest_b) < 2:
        return None
    certain = {"asserted", "attributed", "quoted"}
    return "conflict" if shared >= FIRM_SHARED and a.certainty in certain and b.certainty in certain and len(rest_a & rest_b) >= 3 else "tension"


def _opposed(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The words of the two that are opposites of each other."""
    out = {s for s in left - right for t in right - left if frozenset((s, t)) in OPPOSITES}
    out |= {t for t in right - left for s in left - right if frozenset((s, t)) in OPPOSITES}
    return frozenset(out)


def _told(mention: Mention) -> str:
    return f"{voice(mention)} tells “{mention.text}”{'' if mention.text.endswith('.') else '.'}"
