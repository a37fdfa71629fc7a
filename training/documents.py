"""Reports as words with their mentions: keyed stories, event chains, and the corpus' wordings as made-up reports."""

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from benchmarks import keyed
from corpus.wordings import Situation

from crossread.annotate.encoder import tokenizer
from crossread.annotate.pieces import Words, words_of
from crossread.read import read

EVENT_BEFORE, EVENT_AFTER = 3, 4
"""Words beside an event's trigger that stand for its clause."""
SEPARATORS = ("\n\n", "\n", " ")
"""Between two made-up sentences: a wording must be known whether it is a paragraph or stands in one."""


class Place(NamedTuple):
    """A mention: words ``low:high`` of a document, and what it is a mention of."""

    low: int
    high: int
    claim: str


class Document(msgspec.Struct):
    """One report's words and mentions."""

    words: Words
    places: list[Place]


def document(text: str, spans: list[tuple[int, int, str]]) -> Document:
    """A text with its mentions by character offsets."""
    words = words_of(tokenizer(), text)
    places = []
    for start, end, claim in spans:
        low, high = words.within(start, end)
        if low < high:
            places.append(Place(low, high, claim))
    return Document(words, places)


def story(folder: Path) -> list[Document]:
    """The reports of a keyed story with the key's mentions."""
    spans = defaultdict(list)
    for claim in keyed.key(folder)["clusters"]:
        for m in claim["members"]:
            spans[m["file"]].append((m["start"], m["end"], claim["id"]))
    reports = sorted(read([str(folder / "reports")]).reports, key=lambda r: r.path)
    return [document(r.text, spans[Path(r.path).name]) for r in reports]


def events(path: Path) -> list[list[Document]]:
    """Documents by topic, with the surroundings of each event's trigger as its mention."""
    topics = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, at = "", {}
        for number in sorted(row["sents"], key=int):
            ends = np.cumsum([len(w) + 1 for w in row["sents"][number].split(" ")]) + len(text)
            at[number] = [len(text), *ends.tolist()]
            text += row["sents"][number] + " "
        spans = []
        for e in row["events"]:
            ends = at.get(str(e["sent"]), [])
            if e["tok"][-1] + 1 < len(ends):
                low, high = max(0, e["tok"][0] - EVENT_BEFORE), min(len(ends) - 1, e["tok"][-1] + 1 + EVENT_AFTER)
                spans.append((ends[low], ends[high] - 1, e["chain"]))
        topics[row["topic"] + row.get("subtopic", "")].append(document(text, spans))
    return [documents for documents in topics.values() if len(documents) > 2]


def worded(situation: Situation, rng: random.Random) -> list[Document]:
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
