"""Small stories made by hand, one sentence a mention, with vectors of shared words instead of a model."""

import numpy as np

from crossread.annotate import quantities, times
from crossread.model.annotated import Annotated, Sentence, Token
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.stems import content_stems
from crossread.model.story import Grouped, Story


def embed(texts):
    """Unit rows whose cosine is the share of content stems in common."""
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    for i, text in enumerate(texts):
        for stem in content_stems(text) or ["-"]:
            rows[i, sum(ord(c) * 31**k for k, c in enumerate(stem)) % 384] = 1.0
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def flat(text):
    """A crude parse: "took"/"fell"-like second words aside, every time hangs on the first verb after the subject."""
    tokens, at = [], 0
    words = text.rstrip(".").split()
    verb = next(i for i, w in enumerate(words) if w.startswith("_"))
    for i, raw in enumerate(words):
        word = raw.lstrip("_")
        start = text.replace("_", "").index(word, at)
        at = start + len(word)
        if i == verb:
            tokens.append(Token(start, at, "VERB", -1, "root"))
        elif i == verb - 1:
            tokens.append(Token(start, at, "NOUN", verb, "nsubj"))
        else:
            tokens.append(
                Token(
                    start,
                    at,
                    "NOUN" if i < verb else "ADV",
                    verb - 1 if i < verb else verb,
                    "compound" if i < verb else "obl",
                )
            )
    return text.replace("_", ""), tuple(tokens)


def story(*told: str, days=None, groups=None):
    """Reports of one sentence each; the verb is marked with an underscore. ``days`` are their publication days."""
    reports, mentions = [], []
    for number, sentence in enumerate(told):
        text, tokens = flat(sentence)
        day = (days or {}).get(number, "2024-05-16")
        published = Published(day, day, "metadata", "") if day else Published()
        name = f"r{number:02d}"
        dated = times.find(text, published)
        marked = (Sentence(0, len(text), 0, len(tokens)),)
        report = Report(name, f"{number}.txt", "0", text, "en", published)
        counted = quantities.find(text, (), (), dated)
        reports.append(Annotated(report, marked, tokens, times=dated, quantities=counted))
        mentions.append(Mention(name, 0, len(text), text, text, "affirmed", "asserted", (Link(name, "report"),)))
    parts = groups or [(i,) for i in range(len(told))]
    return Story(
        tuple(reports), tuple(mentions), groups=tuple(Grouped(f"c{n:03d}", tuple(p)) for n, p in enumerate(parts))
    )
