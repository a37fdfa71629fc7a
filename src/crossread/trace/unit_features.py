"""What the unit model looks at: where a stretch is cut from its sentence, what is left out, and what it holds.

Every feature is a name that is there or not; names of values are ``what=value``.
"""

from bisect import bisect_right
from collections.abc import Iterator

from crossread.model.annotated import Annotated, Sentence
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.tree import CONTENT, Tree
from crossread.trace.cues import cues
from crossread.trace.unit_candidates import Candidate, Reach, trim

CLOSED = frozenset({"ADP", "SCONJ", "PRON", "DET", "ADV", "PART", "AUX", "CCONJ"})
"""Word classes whose words are features; of the others the class is."""
COUNTED = (
    "advcl", "conj", "ccomp", "xcomp", "acl:relcl", "acl", "appos", "parataxis", "obl", "nmod", "nsubj", "obj", "nummod"
)  # fmt: skip
"""Relations that are counted inside a stretch."""
LENGTHS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 35)
"""Token counts at which a length falls into the next class."""
LAST_LENGTHS = (2, 3, 5, 8, 12)
"""The same for the last dependent alone."""
EVENT_ENDINGS = ("tion", "sion", "ment", "ing", "ance", "al", "ack", "ash", "age")
"""Endings of many nouns of doing."""
ASKING = frozenset("what why how who whom when where which whether if".split())
_KINDS = ("person", "organisation", "place")


class Sight:
    """What is annotated on each token of a report, and where attributed contents and quotations begin and end."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self.tree, self.reach = tree, Reach(tree)
        self.cue, self.source, self.content = (bytearray(len(tree.tokens)) for _ in range(3))
        self.time, self.quantity, self.quoted = (bytearray(len(tree.tokens)) for _ in range(3))
        self.kind = [""] * len(tree.tokens)
        self.contents: set[tuple[int, int]] = set()
        self.quotations: set[tuple[int, int]] = set()
        for a in annotated.attributions:
            for marks, extents in ((self.cue, a.cue), (self.source, a.source), (self.content, a.content)):
                for extent in extents:
                    run = self._mark(marks, extent)
                    if run and marks is self.content:
                        self.contents.add(run)
        for time in annotated.times:
            self._mark(self.time, Extent(time.start, time.end))
        for quantity in annotated.quantities:
            self._mark(self.quantity, Extent(quantity.start, quantity.end))
        for entity in annotated.entities:
            for i in tree.inside(Extent(entity.start, entity.end)):
                self.kind[i] = entity.kind
        for q in quotations(annotated.report.text):
            if q.kind == "speech" and not q.depth and (run := self._mark(self.quoted, q.extent)):
                self.quotations.add(run)
        self.content_starts = {first for first, _ in self.contents}
        self.content_ends = {last for _, last in self.contents}

    def _mark(self, marks: bytearray, extent: Extent) -> tuple[int, int] | None:
        inside = self.tree.inside(extent)
        for i in inside:
            marks[i] = 1
        return trim(self.tree, inside[0], inside[-1] + 1) if inside else None

    def word(self, i: int) -> str:
        """A token as a feature: itself where it is a small word or a mark, else its class."""
        token = self.tree.tokens[i]
        if token.upos == "PUNCT":
            return self.tree.words[i]
        return self.tree.lower[i] if token.upos in CLOSED else token.upos

    def sense(self, i: int) -> str:
        """Whether a word is one of denying or of saying."""
        word, table = self.tree.lower[i], cues()
        if word in table.deny:
            return "deny"
        return "say" if word in table.say else "noun" if word in table.nouns else "-"


def features(sight: Sight, sentence: Sentence, c: Candidate) -> list[str]:
    """The names of the features of a candidate."""
    shape = "C" if sight.tree.is_clause(c.head) else "N"
    out = [
        *(f + shape for f in _head(sight, c)),
        *(f + shape for f in _edges(sight, sentence, c)),
        *(f + shape for f in _inside(sight, sentence, c)),
        *(f + shape for f in _annotated(sight, sentence, c)),
        *_left_out_right(sight, c),
        *_left_out_left(sight, c),
        *_last(sight, c),
    ]
    out.extend(_clause(sight, c) if shape == "C" else _phrase(sight, c))
    return out


def _head(sight: Sight, c: Candidate) -> Iterator[str]:
    """The word that a candidate hangs on, and what that hangs on."""
    tokens = sight.tree.tokens
    token, above = tokens[c.head], tokens[c.head].head
    yield f"deprel={token.deprel}"
    yield f"class={token.upos}"
    yield f"sense={sight.sense(c.head)}"
    yield f"cue={sight.cue[c.head]}"
    yield f"source={sight.source[c.head]}"
    yield f"kind={sight.kind[c.head]}"
    yield f"above={tokens[above].upos if above >= 0 else 'ROOT'} {token.deprel}"
    yield f"above2={tokens[above].deprel if above >= 0 else 'ROOT'} {token.deprel}"
    yield f"above sense={sight.sense(above) if above >= 0 else '-'}"
    yield f"above cue={sight.cue[above] if above >= 0 else 0} {token.deprel}"


def _edges(sight: Sight, sentence: Sentence, c: Candidate) -> Iterator[str]:
    """The words on both sides of both ends."""
    before = sight.word(c.first - 1) if c.first > sentence.first else "["
    after = sight.word(c.last) if c.last < sentence.last else "]"
    first, last = sight.tree.tokens[c.first], sight.tree.tokens[c.last - 1]
    yield f"first={sight.word(c.first)}"
    yield f"first deprel={first.deprel}"
    yield f"last={sight.word(c.last - 1)}"
    yield f"last deprel={last.deprel}"
    yield f"before={before}"
    yield f"after={after}"
    yield f"around={before if len(before) == 1 else 'w'}{after if len(after) == 1 else 'w'}"
    low, high = trim(sight.tree, sight.reach.low[c.head], sight.reach.high[c.head])
    whole = f"{c.first <= low:d}{c.last >= high:d}"
    yield f"whole={whole}"
    yield f"whole={whole} {sight.tree.tokens[c.head].deprel}"


def _left_out_right(sight: Sight, c: Candidate) -> Iterator[str]:
    """The first thing that hangs on the candidate and that its end leaves out."""
    tree, reach = sight.tree, sight.reach
    high = reach.high[c.head]
    rest = (i for i in range(c.last, high) if tree.tokens[i].upos != "PUNCT" and tree.tokens[i].deprel != "cc")
    first = next(rest, None)
    if first is None or c.last >= trim(tree, reach.low[c.head], high)[1]:
        return
    out = _outside(tree, c, first)
    deprel = tree.tokens[out].deprel
    yield f"right={deprel}"
    yield f"right word={sight.word(reach.low[out])}"
    yield f"right near={tree.tokens[out].head == c.head:d} {deprel}"
    yield f"right clause={tree.is_clause(out):d} {deprel}"
    yield f"right mark={tree.tokens[c.last].upos == 'PUNCT':d} {deprel}"
    yield f"right time={any(sight.time[reach.low[out] : reach.high[out]]):d}"
    yield f"right length={bisect_right(LENGTHS, high - c.last)}"


def _left_out_left(sight: Sight, c: Candidate) -> Iterator[str]:
    """The last thing that hangs on the candidate and that its beginning leaves out."""
    tree = sight.tree
    low = sight.reach.low[c.head]
    last = next((i for i in range(c.first - 1, low - 1, -1) if tree.tokens[i].upos != "PUNCT"), None)
    if last is None or c.first <= trim(tree, low, sight.reach.high[c.head])[0]:
        return
    out = _outside(tree, c, last)
    deprel = tree.tokens[out].deprel
    yield f"left={deprel} {tree.is_clause(out):d}"
    yield f"left word={sight.word(last)}"
    yield f"left time={sight.time[last]}"


def _outside(tree: Tree, c: Candidate, i: int) -> int:
    """The topmost word over a left-out one that is left out too."""
    while tree.tokens[i].head >= 0 and not c.first <= tree.tokens[i].head < c.last:
        i = tree.tokens[i].head
    return i


def _inside(sight: Sight, sentence: Sentence, c: Candidate) -> Iterator[str]:
    """What a candidate is made of."""
    tree, span = sight.tree, range(c.first, c.last)
    counts = dict.fromkeys(COUNTED, 0)
    for i in span:
        deprel = tree.tokens[i].deprel
        if i != c.head and deprel in counts and (deprel != "conj" or tree.is_clause(i)):
            counts[deprel] += 1
    for deprel, n in counts.items():
        yield f"{deprel}s={min(n, 2)}"
    classes = [tree.tokens[i].upos for i in span]
    yield f"verbs={min(classes.count('VERB') - (classes[c.head - c.first] == 'VERB'), 4)}"
    yield f"names={min(classes.count('PROPN'), 3)}"
    yield f"numbers={'NUM' in classes:d}"
    yield f"content={min(sum(x in CONTENT for x in classes), 6)}"
    yield f"length={bisect_right(LENGTHS, len(span))}"
    yield f"share={8 * len(span) // (sentence.last - sentence.first)}"
    yield f"opens report={sentence.first == 0:d}"


def _annotated(sight: Sight, sentence: Sentence, c: Candidate) -> Iterator[str]:
    """What is annotated within a candidate and at its ends."""
    a, b = c.first, c.last
    yield f"time={_part(sight.time, a, b)}"
    yield f"last is time={sight.time[b - 1]}"
    yield f"after is time={sight.time[b] if b < sentence.last else 0}"
    yield f"quantity={_part(sight.quantity, a, b)}"
    for kind in _KINDS:
        yield f"{kind}={kind in sight.kind[a:b]:d}"
    yield f"cue in={any(sight.cue[a:b]):d}"
    yield f"source in={any(sight.source[a:b]):d}"
    yield f"said={_share(sight.content, a, b)}"
    yield f"said ends={a in sight.content_starts:d}{b in sight.content_ends:d}"
    yield f"said all={(a, b) in sight.contents:d}"
    yield f"quoted={_share(sight.quoted, a, b)}"
    yield f"quotation={(a, b) in sight.quotations:d}"
    opens = a > 0 and sight.quoted[a - 1] and sight.quoted[a]
    ends = b < len(sight.quoted) and sight.quoted[b] and sight.quoted[b - 1]
    yield f"quoted beyond={bool(opens):d}{bool(ends):d}"


def _part(marks: bytearray, a: int, b: int) -> str:
    """How much of a stretch is marked; all but one word (a preposition) is all."""
    n = sum(marks[a:b])
    return "none" if not n else "all" if n >= b - a - 1 else "some"


def _share(marks: bytearray, a: int, b: int) -> str:
    n = sum(marks[a:b])
    return "none" if not n else "all" if n == b - a else "some"


def _last(sight: Sight, c: Candidate) -> Iterator[str]:
    """The last dependent to the right of the head that the candidate holds."""
    tree, reach = sight.tree, sight.reach
    held = [i for i in tree.children[c.head] if i > c.head and reach.low[i] < c.last and tree.tokens[i].upos != "PUNCT"]
    shape = "C" if tree.is_clause(c.head) else "N"
    yield f"held={min(4, len(held))}{shape}"
    if not held:
        return
    last = held[-1]
    deprel = tree.tokens[last].deprel
    yield f"last held={deprel}{shape}"
    yield f"last held word={sight.word(reach.low[last])}{shape}"
    yield f"last held time={any(sight.time[reach.low[last] : reach.high[last]]):d} {deprel}"
    yield f"last held length={bisect_right(LAST_LENGTHS, reach.high[last] - reach.low[last])} {deprel}"


def _clause(sight: Sight, c: Candidate) -> Iterator[str]:
    """Of a candidate that hangs on a predicate: its subject, what opens it, how finite it is."""
    tree = sight.tree
    deprel = tree.tokens[c.head].deprel
    subject = tree.subject(c.head)
    where = "none" if subject is None else "in" if c.first <= subject < c.last else "out"
    yield f"subject={where}"
    yield f"subject={where} {deprel}"
    if subject is not None:
        yield f"subject word={sight.word(subject)}"
    mark = tree.child(c.head, "mark", "advmod")
    if mark is not None:
        yield f"mark={tree.lower[mark]} {deprel}"
    infinitive = subject is None and any(
        tree.tokens[i].deprel == "mark" and tree.lower[i] == "to" for i in tree.children[c.head]
    )
    yield f"infinitive={infinitive:d} {deprel}"
    yield f"negated={any(tree.lower[i] in cues().negations for i in tree.children[c.head]):d}"
    yield f"asks={deprel == 'ccomp' and tree.lower[sight.reach.low[c.head]] in ASKING:d}"
    relative = tree.tokens[c.first].upos == "PRON" and tree.lower[c.first] in ("who", "which", "that")
    yield f"relative={relative:d} {deprel}"


def _phrase(sight: Sight, c: Candidate) -> Iterator[str]:
    """Of a candidate that hangs on a noun: how it is joined and whether it names an event."""
    tree = sight.tree
    case, determiner = tree.child(c.head, "case"), tree.child(c.head, "det")
    yield f"case={tree.lower[case] if case is not None else '-'}"
    yield f"determiner={tree.lower[determiner] if determiner is not None else '-'}"
    yield f"event={tree.lower[c.head].endswith(EVENT_ENDINGS):d}"
    yield f"capital={tree.words[c.head][0].isupper():d} {tree.tokens[c.head].deprel}"
