"""Claim units on corpus dev: spans beside the key's, with plain clauses of the dependency tree as the baseline."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks import keyed
from crossread.annotate.annotator import Annotator
from crossread.model.annotated import Annotated
from crossread.model.tree import Tree
from crossread.read import read
from crossread.trace import units

Spans = list[keyed.Place]


def matched(made: Spans, gold: Spans) -> int:
    """How many spans pair off one to one, the likest first."""
    near = [(keyed.likeness(a, b), i, j) for i, a in enumerate(made) for j, b in enumerate(gold)]
    left, right = set[int](), set[int]()
    for likeness, i, j in sorted(near, reverse=True):
        if likeness and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def clauses(annotated: Annotated, tree: Tree) -> Spans:
    """The baseline: each predicate with what stands around it, up to the next predicate on either side."""
    out = []
    for sentence in annotated.sentences:
        heads = [i for i in range(sentence.first, sentence.last) if tree.is_clause(i)]
        owner = {i: _above(tree, i, heads) for i in range(sentence.first, sentence.last)}
        for head in heads:
            low = high = head
            while low > sentence.first and owner[low - 1] == head:
                low -= 1
            while high + 1 < sentence.last and owner[high + 1] == head:
                high += 1
            out.append((tree.tokens[low].start, tree.tokens[high].end))
    return out


def _above(tree: Tree, i: int, heads: list[int]) -> int:
    """The nearest predicate at or above a token."""
    while i not in heads and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    return i


def measure(annotator: Annotator, folders: Iterable[Path]) -> dict[str, float]:
    """Mean over stories of span F1 in percent."""
    ours, plain, count = 0.0, 0.0, 0
    for folder in folders:
        gold = keyed.gold_places(folder)
        right, made, wanted = [0, 0], [0, 0], sum(map(len, gold.values()))
        for report in read([str(folder / "reports")]).reports:
            annotated = annotator.annotate(report)
            tree, told = Tree(annotated), gold.get(Path(report.path).name, [])
            for k, spans in enumerate((
                [(u.start, u.end) for u in units.find(annotated, tree)], clauses(annotated, tree)
            )):  # fmt: skip
                right[k] += matched(spans, told)
                made[k] += len(spans)
        ours += 200 * right[0] / max(1, made[0] + wanted)
        plain += 200 * right[1] / max(1, made[1] + wanted)
        count += 1
    return {"claim units, span F1": ours / max(1, count), "by tree rules": plain / max(1, count)}
