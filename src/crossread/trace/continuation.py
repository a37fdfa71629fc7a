"""Accounts that go on: sentences without a source of their own that still stand on a source's word."""

from collections.abc import Sequence

from crossread.model.annotated import Annotated, Sentence
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.words import WORD, fold
from crossread.trace.saying import Saying
from crossread.trace.sources import Source

# A source's account goes on for this many sentences at most; longer ones are the report's own again.
LONGEST = 6
# Words with which a sentence goes on from the one before.
_ON = frozenset("he she they it these this those that such such his her its their following".split())  # noqa: SIM905
# Sources whose accounts of what happened are retold; outlets and persons heard in public are quoted, not retold.
_TELLERS = frozenset({"unnamed", "document", "outlet", "organisation", "person"})


def carried(annotated: Annotated, told: Sequence[Saying], sources: Sequence[Source]) -> dict[int, int]:
    """For each sentence (by index) that goes on with a source's account, the saying (by index) that it goes on from."""
    own = [_main(annotated, s, told, sources) for s in annotated.sentences]
    out = _between(annotated, own, told, sources)
    out.update({i: j for i, j in _after(annotated, own, told, sources, out).items() if i not in out})
    return out


def _main(annotated: Annotated, sentence: Sentence, told: Sequence[Saying], sources: Sequence[Source]) -> int | None:
    """The saying that most of a sentence belongs to."""
    extent = Extent(sentence.start, sentence.end)
    best: tuple[int, int] | None = None
    for i, s in enumerate(told):
        if s.source is None or not extent.overlaps(s.cue) or sources[i].speaker.name == "unknown":
            continue
        inside = sum(max(0, min(c.end, extent.end) - max(c.start, extent.start)) for c in s.content)
        if best is None or inside > best[0]:
            best = (inside, i)
    return best[1] if best else None


def _between(
    annotated: Annotated, own: list[int | None], told: Sequence[Saying], sources: Sequence[Source]
) -> dict[int, int]:
    """Sentences between two of one source, and quotations beside a source's sentence."""
    out: dict[int, int] = {}
    quoted = [q.extent for q in quotations(annotated.report.text) if q.kind == "speech" and q.depth == 0]
    for i, sentence in enumerate(annotated.sentences):
        if own[i] is not None or _covered(sentence, told):
            continue
        before = _near(own, i, -1)
        after = _near(own, i, 1)
        speech = _share(sentence, quoted) > 0.5
        same = before is not None and after is not None and _same(sources[before[1]], sources[after[1]])
        if before is not None and after is not None and same and after[0] - before[0] <= 3:
            if _one_block(annotated, before[0], after[0]):
                out[i] = before[1]
        elif speech and (before is not None or after is not None):
            nearest = before if before is not None and i - before[0] <= 2 else after
            if nearest is not None:
                out[i] = nearest[1]
    return out


def _after(
    annotated: Annotated,
    own: list[int | None],
    told: Sequence[Saying],
    sources: Sequence[Source],
    known: dict[int, int],
) -> dict[int, int]:
    """Sentences that begin with a word for what the source's account just named, within one paragraph."""
    out: dict[int, int] = {}
    account: int | None = None
    length = 0
    for i, sentence in enumerate(annotated.sentences):
        if i and not _one_block(annotated, i - 1, i):
            account, length = None, 0
        if own[i] is not None:
            account, length = own[i], 0
            continue
        if i in known:
            continue
        length += 1
        retold = account is not None and sources[account].speaker.kind == "unnamed"
        if account is not None and length <= LONGEST and (retold or _goes_on(annotated, sentence)):
            out[i] = account
        else:
            account = None
    return out


def _goes_on(annotated: Annotated, sentence: Sentence) -> bool:
    first = WORD.search(annotated.report.text, sentence.start, sentence.end)
    return first is not None and fold(first.group()) in _ON


def _covered(sentence: Sentence, told: Sequence[Saying]) -> bool:
    return any(s.holds(Extent(sentence.start, sentence.end)) for s in told)


def _share(sentence: Sentence, quoted: list[Extent]) -> float:
    inside = sum(max(0, min(q.end, sentence.end) - max(q.start, sentence.start)) for q in quoted)
    return inside / max(1, sentence.end - sentence.start)


def _near(own: list[int | None], i: int, step: int) -> tuple[int, int] | None:
    j = i + step
    while 0 <= j < len(own):
        found = own[j]
        if found is not None:
            return j, found
        j += step
    return None


def _same(a: Source, b: Source) -> bool:
    return a.speaker.name == b.speaker.name


def _one_block(annotated: Annotated, first: int, last: int) -> bool:
    """Whether sentences stand in one paragraph, or one after the other in a text with a sentence a line."""
    text = annotated.report.text
    between = text[annotated.sentences[first].end : annotated.sentences[last].start]
    return "\n" not in between or _line_a_sentence(annotated)


def _line_a_sentence(annotated: Annotated) -> bool:
    """Whether nearly every sentence of the text has a line of its own, so that a line's end means nothing."""
    text = annotated.report.text
    ends = sum("\n" in text[a.end : b.start] for a, b in zip(annotated.sentences, annotated.sentences[1:], strict=False))
    return ends >= 0.9 * max(1, len(annotated.sentences) - 1)
