"""The corpus' wordings as small made-up reports: each wording of a claim in another one, in any order."""

import random

from corpus.wordings import Situation

from training.mentions import Document, document

SEPARATORS = ("\n\n", "\n", " ")
"""Between two sentences: a wording must be known whether it is a paragraph or stands in one."""


def reports(situation: Situation, rng: random.Random) -> list[Document]:
    """As many documents as the claim with most wordings has, each claim at most once in each."""
    told: list[list[tuple[str, int, int, str]]] = [[] for _ in range(max(len(c.wordings) for c in situation.claims))]
    for claim in situation.claims:
        homes = rng.sample(range(len(told)), len(claim.wordings))
        for home, w in zip(homes, claim.wordings, strict=True):
            told[home].append((w.text, w.start, w.end, f"{situation.name} {claim.id}"))
    return [_report(rows, rng) for rows in told if rows]


def _report(rows: list[tuple[str, int, int, str]], rng: random.Random) -> Document:
    separator, text, spans = rng.choice(SEPARATORS), "", []
    for sentence, start, end, claim in rng.sample(rows, len(rows)):
        spans.append((len(text) + start, len(text) + end, claim))
        text += sentence + separator
    return document(text, spans)
