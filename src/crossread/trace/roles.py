"""What a report says a named person is: the title before the name, the apposition after it."""

from crossread.model.annotated import Annotated, Sentence
from crossread.model.span import Extent
from crossread.model.words import fold
from crossread.trace import names

# Words that may stand in a title before a name.
_TITLE_POS = frozenset({"PROPN", "NOUN", "ADJ"})
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
    """Roles of the person named at an extent: title before, apposition after."""
    found = [_title(annotated, name), _apposition(annotated, name)]
    return [e for e in found if e is not None]


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
    if not any(w in names.titles() for w in words):
        # The annotator may have taken the title into the name itself.
        return _inside(text, name)
    return Extent(tokens[start].start, tokens[first - 1].end)


def _inside(text: str, name: Extent) -> Extent | None:
    words = name.of(text).split(" ")
    taken = 0
    while taken < len(words) - 1 and fold(words[taken].strip(".,")) in names.titles():
        taken += 1
    return Extent(name.start, name.start + len(" ".join(words[:taken]))) if taken else None


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
            return _subtree(annotated, i, sentence)
    return None


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
