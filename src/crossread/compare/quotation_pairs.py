"""How likely two wordings give one utterance: a logistic model over what they share.

Its weights (``quotation_pairs.toml``) are learned by ``python -m training.quotation_pairs`` on the pairs of quotations
of corpus train; indirect speech is weighed by the same ones against a higher bar.
"""

import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from crossread.compare.utterances import Wording
from crossread.model.stems import content_stems
from crossread.model.words import words

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("quotation_pairs.toml").read_text("utf-8"))
WEIGHTS: dict[str, float] = _TABLE["weights"]
JOINED: float = _TABLE["threshold"]["joined"]
"""Least log odds that join two quotations: the lowest of the best by F1 on corpus train, each tenth left out once."""
RETOLD = 0.0
"""The same for a quotation with indirect speech of the same speaker, where fewer words are the speaker's own. The keys
of the corpus list no indirect wordings, so this stands where even odds are."""
NAMES = ("contained", "alike", "claimed", "speaker", "unnamed", "in_order", "words_in_order")
"""The features, in the order in which they are learned."""
VERBATIM = 0.4
"""Share of the shorter one's words in one order that the wordings of two named speakers must have to be one utterance.
On corpus train precision is 0.924 (without 0.909) at an F1 of 0.935 (0.937); to read X's words as Y's is the worse."""
NEAR = 0.25
"""Least cosine of two wordings that are weighed: of the true pairs of corpus train 1 in 160 lies below."""
REMEMBERED = 32768
"""Wordings and speakers whose folded words are kept."""


def features(a: Wording, b: Wording, alike: float) -> dict[str, float]:
    """What speaks for one utterance: the share of the shorter one's content words that the other has, the cosine of the
    two texts, one claim that tells both, one speaker (or nobody named on a side), and the words that stand in both in
    one order, as a share of the shorter and as a number."""
    same = same_speaker(a, b)
    share, number = in_order(a, b)
    told = (
        len(a.stems & b.stems) / max(1, min(len(a.stems), len(b.stems))),
        alike,
        float(a.claim is not None and a.claim == b.claim),
        float(same is True),
        float(same is None),
        share,
        math.log1p(number),
    )
    return dict(zip(NAMES, told, strict=True))


def odds(a: Wording, b: Wording, alike: float) -> float:
    """Log odds that two wordings, the cosine of whose texts is ``alike``, are of one utterance."""
    told = features(a, b, alike)
    least = min(len(a.stems), len(b.stems))
    if least == 1 and not told["speaker"] and forms(a) != forms(b) and 1 in (len(forms(a)), len(forms(b))):
        return -math.inf  # one word is anybody's
    if not (told["speaker"] or told["unnamed"]) and told["in_order"] < VERBATIM:
        return -math.inf
    return WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in told.items())


def near(i: int, others: Sequence[int], vectors: NDArray[np.float32]) -> Iterator[tuple[int, float]]:
    """The others that are worth weighing beside one wording, with their cosines."""
    alike = vectors[list(others)] @ vectors[i]
    for n in np.flatnonzero(alike >= NEAR).tolist():
        yield others[n], float(alike[n])


def same_speaker(a: Wording, b: Wording) -> bool | None:
    """Whether two wordings have one speaker; None where one names nobody."""
    if not a.speaker or not b.speaker:
        return None
    if a.actor is not None and a.actor == b.actor:
        return True
    one, two = _stems(a.speaker), _stems(b.speaker)
    alike = 2 * len(one & two) >= max(1, min(len(one), len(two)))
    if a.person and b.person:
        return alike  # two people of one body, which is one origin, say two things
    return alike or (a.origin is not None and a.origin == b.origin)


def in_order(a: Wording, b: Wording) -> tuple[float, int]:
    """The words that stand in both in one order: their share of the shorter one's, and their number."""
    one, two = forms(a), forms(b)
    number = LCSseq.similarity(one, two)
    return number / max(1, min(len(one), len(two))), number


def forms(wording: Wording) -> list[str]:
    """The words of a wording, folded."""
    return _forms(wording.text)


@lru_cache(maxsize=REMEMBERED)
def _stems(speaker: str) -> frozenset[str]:
    return frozenset(content_stems(speaker))


@lru_cache(maxsize=REMEMBERED)
def _forms(text: str) -> list[str]:
    return [w.form for w in words(text)]
