"""Errors of the taggers and of what is built on their spans, for ``benchmarks.errors``: (weight, kind, text)."""

import json
from collections.abc import Iterator
from pathlib import Path

from training.gum import gold_of, read

from benchmarks import keyed, quality_attribution, quality_syntax, quality_units
from crossread.annotate.annotator import Annotator
from crossread.annotate.attributions import Attributions
from crossread.annotate.encoder import AttributionGraph, SyntaxGraph, tokenizer
from crossread.annotate.entities import Names
from crossread.annotate.phrases import phrases_of
from crossread.annotate.pieces import words_of
from crossread.annotate.references import find
from crossread.annotate.syntax import Syntax
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.read import read as read_reports
from crossread.trace import units as unit_stage

Errors = Iterator[tuple[float, str, str]]
Spans = set[tuple[int, int, str]]
AROUND = 40
"""Characters of context shown."""


def _parted(made: Spans, gold: Spans, text: str) -> Errors:
    """Spans (characters, kind) that only one side has, each told once: how they part and what they are."""
    missed, false = gold - made, made - gold
    for start, end, kind in sorted(missed):
        near = [s for s in sorted(false) if s[0] < end and start < s[1]]
        same = [s for s in near if s[2] == kind]
        hit = (same or near)[:1]
        false -= set(hit)
        if not near:
            how = "not found"
        elif not same:
            how = f"told as {near[0][2]}"
        else:
            starts, ends = same[0][0] == start, same[0][1] == end
            how = "ends elsewhere" if starts else "begins elsewhere" if ends else "begins and ends elsewhere"
        ours = f" | told: {text[hit[0][0] : hit[0][1]]}" if hit else ""
        yield end - start, f"{kind} {how}", f"[{text[start:end]}]{ours}"
    for start, end, kind in sorted(false):
        around = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
        yield end - start, f"{kind} where the data has none", around


def attribution(data: Path) -> Errors:
    """Sources, cues and contents of PolNeAR dev."""
    graph = AttributionGraph(1)
    finder = Attributions(graph)
    for line in (data / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = words_of(tokenizer(), row["text"])
        gold = {s for parts in quality_attribution.gold(row, words) for part in parts for s in part}
        found = set(finder.spans(graph(words), words))
        for kind in ("source", "cue", "content"):
            ours, theirs = (
                {(int(words.start[a]), int(words.end[b - 1]), kind) for a, b, k in spans if k == kind}
                for spans in (found, gold)
            )
            yield from _parted(ours, theirs, row["text"])


def syntax(data: Path) -> Errors:
    """Words of EWT dev that hang wrongly, by the relation they should have; whole sentences are shown."""
    graph = SyntaxGraph(1)
    reader = Syntax(graph)
    for text, _, rows in quality_syntax.treebank(data / "ud_ewt" / "dev.conllu"):
        parsed = graph([[r[1] for r in rows]])[0]
        tokens = reader.tokens(parsed, [Extent(j, j + 1) for j in range(len(rows))], 0)
        wrong = [
            (row, token)
            for row, token in zip(rows, tokens, strict=True)
            if int(row[6]) - 1 != token.head or row[7] != token.deprel
        ]
        for row, token in wrong:
            attached = int(row[6]) - 1 == token.head
            kind = f"{row[7]} " + (f"told as {token.deprel}" if attached else "hung elsewhere")
            yield len(wrong), kind, f"({len(wrong)} wrong) “{row[1]}” in: {text}"


def names(data: Path) -> Errors:
    """Names of CrossNER politics dev."""
    graph = SyntaxGraph(1)
    finder = Names(graph)
    for words, tags in quality_syntax.tagged(data / "ner" / "crossner_politics_dev.txt", 0, 1):
        text = " ".join(words)
        starts = [0]
        for w in words:
            starts.append(starts[-1] + len(w) + 1)
        places = [Extent(j, j + 1) for j in range(len(words))]
        made = {(e.start, e.end, str(e.kind)) for e in finder.find(graph([words])[0], places, words)}
        ours, theirs = (
            {(starts[a], starts[b] - 1, kind) for a, b, kind in spans}
            for spans in (made, quality_syntax.gold_names(tags))
        )
        yield from _parted(ours, theirs, text)


def references(data: Path) -> Errors:
    """Pronouns of GUM dev that are given another antecedent, the farthest first."""
    for d in read(data / "gum" / "dev.conllu", SyntaxGraph(1)):
        phrases = phrases_of(d.text, d.tokens, d.sentences, d.entities)
        gold = gold_of(d, phrases)
        at = {(p.start, p.end): i for i, p in enumerate(phrases)}
        found = {(r.start, r.end): r.antecedent for r in find(d.text, d.tokens, d.sentences, d.entities)}
        for i, phrase in enumerate(phrases):
            earlier = [j for j in range(i) if gold[i] and gold[j] == gold[i] and phrases[j].form != "pronoun"]
            hit = found.get((phrase.start, phrase.end))
            if phrase.form != "pronoun" or not earlier or (hit and gold[at[hit.start, hit.end]] == gold[i]):
                continue
            word = d.text[phrase.start : phrase.end].lower()
            right = phrases[earlier[-1]]
            wanted = d.text[right.start : right.end]
            ours = d.text[hit.start : hit.end] if hit else "nothing"
            said = d.text[max(0, phrase.start - 2 * AROUND) : phrase.end + AROUND]
            yield phrase.start - right.end, f"“{word}”", f"…{said}… is {wanted}, told: {ours}"


def units(_: Path) -> Errors:
    """Claim units of corpus dev: what the key tells and the program does not, and the other way round."""
    annotator = Annotator(1)
    for folder in keyed.corpus("dev"):
        gold = keyed.gold_places(folder)
        for report in read_reports([str(folder / "reports")]).reports:
            annotated = annotator.annotate(report)
            made = [(u.start, u.end) for u in unit_stage.find(annotated, Tree(annotated))]
            told = gold.get(Path(report.path).name, [])
            for spans, others, kind in ((told, made, "not told"), (made, told, "told, not in the key")):
                for span in spans:
                    if not quality_units.matched([span], others):
                        near = "overlapping" if any(a < span[1] and span[0] < b for a, b in others) else "alone"
                        yield span[1] - span[0], f"{kind}, {near}", report.text[slice(*span)]
