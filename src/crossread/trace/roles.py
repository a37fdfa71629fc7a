"""What a report says a named person is: the title before the name, the apposition after it."""

import re

from crossread.model.annotated import Annotated, Sentence
from crossread.model.span import Extent
from crossread.model.words import fold
from crossread.trace import names
from crossread.trace.source import is_owner

# Words that may stand in a title before a name.
_TITLE_POS = frozenset({"PROPN", "NOUN", "ADJ"})
# What ties a name to the role that it stands in ("aide to X", "widow of X").
_TIED = re.compile(r"\b(?:of|to|for|with|under|from|by|at|in|against)\s[^,]*\Z")
# A longer apposition is a description of something else.
_LONGEST = 120


def head_of(annotated: Annotated, extent: Extent) -> int | None:
    """The token of an extent that hangs on a token outside it: its syntactic head."""
    sentence = annotated.sentence_at(extent.start)
    if sentence is None:
        return None
    inside = [
        i
        for i in range(sentence.first, sentence.last)
        if annotated.tokens[i].start < extent.end and extent.start < annotated.tokens[i].end
    ]
    held = set(inside)
    return next((i for i in inside if annotated.tokens[i].head not in held), None)


def acts(annotated: Annotated, extent: Extent) -> bool:
    """Whether a name is the subject of a verb, as a capital is where it stands for its government."""
    head = head_of(annotated, extent)
    return head is not None and annotated.tokens[head].deprel.split(":")[0] == "nsubj"


def of(annotated: Annotated, name: Extent) -> list[Extent]:
    """Roles of the person named at an extent: title before, apposition after; an age is none."""
    found = [_title(annotated, name), _apposition(annotated, name)]
    return [e for e in found if e is not None and any(c.isalpha() for c in e.of(annotated.report.text))]


def _title(annotated: Annotated, name: Extent) -> Extent | None:
    sentence = annotated.sentence_at(name.start)
    if sentence is None:
        return None
    tokens, text = annotated.tokens, annotated.report.text
    first = next((i for i in range(sentence.first, sentence.last) if tokens[i].end > name.start), sentence.last)
    start = i = first
    while i > sentence.first and tokens[i - 1].upos in _TITLE_POS and _joined(text, tokens[i - 1].end, tokens[i].start):
        i -= 1
        start = i
    words = [fold(text[t.start : t.end]).strip(".") for t in tokens[start:first]]
    while words and names.is_honorific(words[0]):
        words, start = words[1:], start + 1
    if not any(w in names.titles() and not names.is_honorific(w) for w in words):
        # The annotator may have taken the title into the name itself.
        return _inside(text, name)
    return Extent(tokens[_office(annotated, sentence, start)].start, tokens[first - 1].end)


def _office(annotated: Annotated, sentence: Sentence, start: int) -> int:
    """Where a title begins of which only the end stands before a name ("Secretary of | State")."""
    tokens, text = annotated.tokens, annotated.report.text
    of = start - 1
    while of > sentence.first and fold(text[tokens[of].start : tokens[of].end]) == "the":
        of -= 1
    if of <= sentence.first or fold(text[tokens[of].start : tokens[of].end]) != "of":
        return start
    first = of
    while first > sentence.first and tokens[first - 1].upos in _TITLE_POS:
        first -= 1
    words = [fold(text[t.start : t.end]) for t in tokens[first:of]]
    return first if any(w in names.titles() for w in words) else start


def _inside(text: str, name: Extent) -> Extent | None:
    words = name.of(text).split(" ")
    low = 0
    while low < len(words) - 1 and names.is_honorific(fold(words[low].strip(".,"))):
        low += 1
    high = low
    while high < len(words) - 1 and fold(words[high].strip(".,")) in names.titles():
        high += 1
    start = name.start + len(" ".join(words[:low])) + bool(low)
    return Extent(start, name.start + len(" ".join(words[:high]))) if high > low else None


def _joined(text: str, end: int, start: int) -> bool:
    return text[end:start].strip() == "" and "\n" not in text[end:start]


def _apposition(annotated: Annotated, name: Extent) -> Extent | None:
    head = head_of(annotated, name)
    sentence = annotated.sentence_at(name.start)
    if head is None or sentence is None:
        return None
    tokens = annotated.tokens
    for i in range(sentence.first, sentence.last):
        if tokens[i].head == head and tokens[i].deprel == "appos" and tokens[i].start >= name.end:
            found = _subtree(annotated, i, sentence)
            return None if found is None or _names_another(annotated, name, found) else found
    return None


def _names_another(annotated: Annotated, name: Extent, role: Extent) -> bool:
    """Whether what stands behind a name names the next of a list ("Reen, the engineer Luis Olin and two others")."""
    text = annotated.report.text
    people = (Extent(e.start, e.end) for e in annotated.entities if e.kind == "person")
    others = (e for e in people if role.start <= e.start < role.end and e.of(text) != name.of(text))
    return any(not _TIED.search(text, role.start, e.start) and not is_owner(text, e) for e in others)


def _subtree(annotated: Annotated, root: int, sentence: Sentence) -> Extent | None:
    tokens = annotated.tokens
    held = {root}
    grown = True
    while grown:
        grown = False
        for i in range(sentence.first, sentence.last):
            if i not in held and tokens[i].head in held:
                held.add(i)
                grown = True
    kept = [i for i in sorted(held) if tokens[i].upos != "PUNCT"]
    if not kept:
        return None
    extent = Extent(tokens[kept[0]].start, tokens[kept[-1]].end)
    return extent if extent.end - extent.start <= _LONGEST else None
