"""Syntax on UD English, words and sentences on its raw text, names on CrossNER and UNER."""

from collections import Counter
from pathlib import Path

from benchmarks.quality_attribution import f1
from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.entities import Names
from crossread.annotate.sentences import split
from crossread.annotate.syntax import Syntax
from crossread.annotate.tokens import tokenise
from crossread.model.span import Extent

Rows = list[list[str]]
AT_ONCE = 20
"""Sentences a call, as a report has."""

_KINDS = {
    "person": "person politician writer scientist musicalartist researcher PER",
    "organisation": "organisation politicalparty university band academicjournal magazine ORG",
    "place": "location country LOC",
}
KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
"""Labels of the data sets; every other label is "other"."""


def treebank(path: Path) -> list[tuple[str, bool, Rows]]:
    """Sentences as (text, whether a paragraph begins, rows)."""
    out = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if rows:
            text = next(line[9:] for line in lines if line.startswith("# text = "))
            begins = any(line.startswith(("# newpar", "# newdoc")) for line in lines)
            out.append((text, begins, [r for r in rows if r[0].isdigit()]))
    return out


def syntax(path: Path, graph: SyntaxGraph, every: int = 1) -> dict[str, float]:
    """UPOS, UAS and LAS (full subtypes) on gold words, decoded to trees, one sentence a row."""
    reader, count = Syntax(graph), Counter[str]()
    sentences = [rows for _, _, rows in treebank(path)][::every]
    for i in range(0, len(sentences), AT_ONCE):
        some = sentences[i : i + AT_ONCE]
        for rows, parsed in zip(some, graph([[r[1] for r in rows] for rows in some]), strict=True):
            tokens = reader.tokens(parsed, [Extent(j, j + 1) for j in range(len(rows))], 0)
            for row, token in zip(rows, tokens, strict=True):
                attached = int(row[6]) - 1 == token.head
                count["UPOS"] += row[3] == token.upos
                count["UAS"] += attached
                count["LAS"] += attached and row[7] == token.deprel
                count["words"] += 1
    return {name: 100 * count[name] / count["words"] for name in ("UPOS", "UAS", "LAS")}


def segmentation(path: Path) -> dict[str, float]:
    """F1 of words and of sentences on raw text; gold sentences are joined by a space, paragraphs by a line break."""
    text, sentences = "", set()
    right = made = wanted = 0
    for told, begins, rows in treebank(path):
        text += ("\n" if begins else " ") if text else ""
        sentences.add((len(text), len(text) + len(told)))
        text += told
        gold, at = set(), 0
        for row in rows:
            place = told.find(row[1], at)
            at = place + len(row[1]) if place >= 0 else at
            gold.add((at - len(row[1]), at))
        ours = {(e.start, e.end) for e in tokenise(told, 0, len(told))}
        right, made, wanted = right + len(gold & ours), made + len(ours), wanted + len(gold)
    cut = {(e.start, e.end) for e in split(text)}
    return {"words": f1(right, made, wanted), "sentences": f1(len(cut & sentences), len(cut), len(sentences))}


def tagged(path: Path, word: int, tag: int) -> list[tuple[list[str], list[str]]]:
    """Sentences of a column file as words and tags."""
    out: list[tuple[list[str], list[str]]] = [([], [])]
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("# "):
            continue
        if len(cells) > max(word, tag):
            out[-1][0].append(cells[word])
            out[-1][1].append(cells[tag].strip())
        elif out[-1][0]:
            out.append(([], []))
    return [s for s in out if s[0]]


def gold_names(tags: list[str]) -> set[tuple[int, int, str]]:
    """Spans of BIO tags by our kinds."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            out.append((i, i + 1, KIND_OF.get(tag[2:], "other")))
        elif tag.startswith("I-") and out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return set(out)


def names(sentences: list[tuple[list[str], list[str]]], graph: SyntaxGraph, other: bool = True) -> dict[str, float]:
    """Exact F1 over person, organisation, place and, where the data has them, other names."""
    finder, count = Names(graph), Counter[tuple[str, str]]()
    for i in range(0, len(sentences), AT_ONCE):
        some = sentences[i : i + AT_ONCE]
        for (words, tags), parsed in zip(some, graph([w for w, _ in some]), strict=True):
            wanted = gold_names(tags)
            found = {
                (e.start, e.end, str(e.kind))
                for e in finder.find(parsed, [Extent(j, j + 1) for j in range(len(words))], words)
            }
            made = {s for s in found if other or s[2] != "other"}
            for kind in ("person", "organisation", "place", "other", "all"):
                x, y = ({s for s in spans if kind in (s[2], "all")} for spans in (made, wanted))
                count[kind, "right"] += len(x & y)
                count[kind, "made"] += len(x)
                count[kind, "wanted"] += len(y)
    kinds = ("all", "person", "organisation", "place", *(("other",) if other else ()))
    return {k: f1(*(count[k, part] for part in ("right", "made", "wanted"))) for k in kinds}
