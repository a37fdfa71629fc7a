"""Name data: CrossNER, wikigold, UNER and GUM brought to person, organisation, place and other.

Where a data set does not say (UNER has no "other", CrossNER labels things that are no names), a word allows
several tags and the partial loss leaves the choice to the model.
"""

import calendar
from pathlib import Path

import msgspec

from training.crf import bio_tags
from training.gum import gum_mentions

KINDS = ("person", "organisation", "place", "other")
TAGS = bio_tags(KINDS)

_CROSSNER = {
    "person": "person politician writer scientist musicalartist researcher",
    "organisation": "organisation politicalparty university band academicjournal magazine",
    "place": "location country",
    "other": "election event misc award book poem album song conference product programlang astronomicalobject",
}
KIND_OF = {name: kind for kind, names in _CROSSNER.items() for name in names.split()} | {
    "PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other",
}  # fmt: skip

_GUM = {"person": "person", "organization": "organisation", "place": "place", "event": "other", "object": "other",
        "abstract": "other", "animal": "other", "plant": "other", "substance": "other"}  # fmt: skip
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lady",
        "lord",
        "president",
        "vice",
        "senator",
        "sen",
        "rep",
        "congressman",
        "congresswoman",
        "governor",
        "gov",
        "mayor",
        "judge",
        "justice",
        "general",
        "gen",
        "colonel",
        "col",
        "captain",
        "capt",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "major",
        "professor",
        "prof",
        "minister",
        "prime",
        "secretary",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "father",
        "reverend",
        "rev",
        "chancellor",
        "chairman",
        "ambassador",
        "representative",
        "speaker",
        "emperor",
        "admiral",
        "commander",
        "detective",
        "officer",
        "inspector",
        "chief",
    ]
)


class Named(msgspec.Struct):
    """A sentence's words and, for each, the tags allowed (indices into ``TAGS``); None leaves all open."""

    words: list[str]
    allowed: list[tuple[int, ...]] | None


_DAYS = frozenset(calendar.month_name[i].lower() for i in range(1, 13)) | frozenset(
    calendar.day_name[i].lower() for i in range(7)
)
"""Capitalised, and no names."""

OPEN = tuple(range(len(TAGS)))
MAYBE_OTHER = (0, TAGS.index("B-other"), TAGS.index("I-other"))


def read_column(path: Path, word: int, tag: int, other_known: bool) -> list[Named]:
    """A file of one word a line with its tag, BIO or IO; ``other_known`` false leaves capitalised O open to other."""
    out, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split(" ")
        if line.startswith("# "):
            continue
        if len(cells) <= max(word, tag):
            if words:
                out.append(Named(words, _allowed(words, tags, other_known)))
            words, tags = [], []
            continue
        words.append(cells[word])
        tags.append(cells[tag].strip())
    return out


def _allowed(words: list[str], tags: list[str], other_known: bool) -> list[tuple[int, ...]]:
    io_only = not any(t.startswith("B-") for t in tags)
    out: list[tuple[int, ...]] = []
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        kind = KIND_OF.get(tag[2:])
        if tag == "O":
            sure = other_known or word == word.lower() or word.lower() in _DAYS
            out.append((0,) if sure else MAYBE_OTHER)
        elif kind is None:
            out.append(MAYBE_OTHER)
        else:
            begins = tag.startswith("B-") or (io_only and (i == 0 or tags[i - 1] != tag))
            out.append((TAGS.index(f"{'B' if begins else 'I'}-{kind}"),))
    return out


def gum_allowed(rows: list[list[str]]) -> list[tuple[int, ...]]:
    """Allowed tags for one GUM sentence (CoNLL-U rows), from mentions that are names."""
    words, upos = [r[1] for r in rows], [r[3] for r in rows]
    allowed = [
        OPEN if u == "PROPN" else MAYBE_OTHER if w != w.lower() else (0,) for w, u in zip(words, upos, strict=True)
    ]
    for start, end, label in gum_mentions(rows):
        if label.endswith("-time"):
            allowed[start:end] = [(0,)] * (end - start)
    taken = [False] * len(rows)
    for start, end, kind in sorted(_mentions(rows), key=lambda m: m[0] - m[1]):
        span = _name_in(words, upos, start, end, kind)
        if span and not any(taken[span[0] : span[1]]):
            begin = TAGS.index(f"B-{kind}")
            for i in range(*span):
                taken[i] = True
                allowed[i] = (begin if i == span[0] else begin + 1,)
            if start < span[0] and words[span[0] - 1].lower().strip(".") in _TITLES:
                allowed[span[0] - 1] = (0,)
    return allowed


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    found = [(start, end, label.split("-")[1]) for start, end, label in gum_mentions(rows)]
    return [(start, end, _GUM[kind]) for start, end, kind in found if kind in _GUM]


def _name_in(words: list[str], upos: list[str], start: int, end: int, kind: str) -> tuple[int, int] | None:
    while start < end and (upos[start] != "PROPN" or (kind == "person" and words[start].lower().strip(".") in _TITLES)):
        start += 1
    while end > start and upos[end - 1] not in ("PROPN", "NUM"):
        end -= 1
    inner = {"PROPN", "ADP", "DET", "NUM", "CCONJ"} if kind != "person" else {"PROPN"}
    fine = (
        start < end
        and upos[start] == "PROPN"
        and all(u in inner or w in "-.&'" for w, u in zip(words[start:end], upos[start:end], strict=True))
    )
    return (start, end) if fine else None


def train_sets(folder: Path) -> list[Named]:
    """All name sentences that weights may learn from."""
    out = []
    for domain in ("politics", "science", "literature", "music", "ai"):
        out += read_column(folder / "ner" / f"crossner_{domain}_train.txt", 0, 1, True)
    out += read_column(folder / "ner" / "wikigold.conll", 0, 1, True)
    out += read_column(folder / "ner" / "uner_ewt_dev.iob2", 1, 2, False)
    return out
