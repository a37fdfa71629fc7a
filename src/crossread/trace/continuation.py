"""Accounts that go on: sentences without a source of their own that still stand on a source's word."""

import re
from collections.abc import Sequence

from crossread.model.annotated import Annotated, Sentence
from crossread.model.mention import Link
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.stems import content_stems, stem
from crossread.model.words import WORD, fold
from crossread.trace.cues import cues
from crossread.trace.saying import Saying
from crossread.trace.source import Source

# A source's account goes on for this many sentences at most; longer ones are the report's own again.
LONGEST = 6
# Sentences back to which one that says "I" may go on with somebody's words.
_AWAY = 2
_OWN_WORDS = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur)\b(?!\.)")
# Words with which a sentence sets itself beside what a source has just said, whoever it is.
_CONNECTING = frozenset({"instead", "moreover", "furthermore", "additionally", "also"})
# Words with which a sentence goes on from the one before.
# "Whether that is legal": the report asks, and goes on with nobody's account.
_ASKING = frozenset({"whether", "if", "how", "why", "what"})
_ON = frozenset("he she they it these this those that such such his her its their following".split())


def carried(
    annotated: Annotated, told: Sequence[Saying], sources: Sequence[Source], links: Sequence[tuple[Link, ...]]
) -> dict[int, int]:
    """For each sentence (by index) that goes on with a source's account, the saying (by index) that it goes on from.

    A sentence with a saying of its own can go on too: one of the account's persons speaks in it.
    """
    own = [_main(s, told, sources) for s in annotated.sentences]
    out = _between(annotated, own, told, sources)
    for i, j in _after(annotated, own, told, sources, out).items():
        out.setdefault(i, j)
    for i, j in _bridged(own, sources, links, out).items():
        out.setdefault(i, j)
    out.update(_in_first_person(annotated, own, told, out))
    return out


def _in_first_person(
    annotated: Annotated, own: list[int | None], told: Sequence[Saying], known: dict[int, int]
) -> dict[int, int]:
    """Sentences that say "I" or "we" outside quotation marks right behind somebody's words: a letter that a report
    gives without marks, or whose marks a page has lost. None where the report itself says "I" elsewhere."""
    quoted = [q.extent for q in quotations(annotated.report.text) if q.kind == "speech" and q.depth == 0]
    out: dict[int, int] = {}
    for i, sentence in enumerate(annotated.sentences):
        if own[i] is not None or i in known or _covered(sentence, told) or not _says_i(annotated, sentence, quoted):
            continue
        before = (known.get(j, out.get(j, own[j])) for j in range(i - 1, max(-1, i - 1 - _AWAY), -1))
        account = next((j for j in before if j is not None), None)
        if account is None or not any(_says_i(annotated, c) for c in told[account].content):
            return {}
        out[i] = account
    return out


def _says_i(annotated: Annotated, place: Sentence | Extent, quoted: Sequence[Extent] = ()) -> bool:
    found = _OWN_WORDS.finditer(annotated.report.text, place.start, place.end)
    return any(not any(q.start <= m.start() < q.end for q in quoted) for m in found)


def _bridged(
    own: list[int | None], sources: Sequence[Source], links: Sequence[tuple[Link, ...]], known: dict[int, int]
) -> dict[int, int]:
    """Sentences between an account by an outlet's unnamed sources and the next word of the same outlet."""
    out: dict[int, int] = {}
    start: tuple[int, int] | None = None
    for i, saying in enumerate(own):
        account = known.get(i, saying)
        if account is None:
            continue
        outlets = {k.name for k in links[account] if k.kind == "outlet"}
        if start is not None and i - start[0] <= LONGEST + 1 and _outlets(links[start[1]]) & outlets:
            out.update({j: start[1] for j in range(start[0] + 1, i) if own[j] is None and j not in known})
        start = (i, account) if outlets and (_tells(sources[account]) or start is not None) else None
    return out


def _outlets(links: tuple[Link, ...]) -> set[str]:
    return {k.name for k in links if k.kind == "outlet"}


def _main(sentence: Sentence, told: Sequence[Saying], sources: Sequence[Source]) -> int | None:
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
        speech = _share(sentence, quoted) > 0.5 and any(q.start <= sentence.start < q.end for q in quoted)
        same = before is not None and after is not None and _same(sources[before[1]], sources[after[1]])
        if before is not None and after is not None and same and after[0] - before[0] <= 2:
            spoken = sources[before[1]].speaker.kind in ("person", "unnamed")
            if spoken and _one_block(annotated, before[0], after[0]):
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
        mine = own[i]
        if mine is not None:
            if account is not None and length < LONGEST and _told_within(annotated, told, sources, account, mine, out):
                out[i] = account
                length += 1
            else:
                account, length = mine, 0
            continue
        if i in known:
            continue
        length += 1
        if account is not None and length <= LONGEST and _first(annotated, sentence) in _CONNECTING:
            out[i] = account
        elif account is None or length > LONGEST or not _tells(sources[account]):
            account = None
        elif _goes_on(annotated, sentence, _heard(annotated, told[account], account, out)):
            out[i] = account
        else:
            account = None
    return out


def _tells(source: Source) -> bool:
    """Whether a source is of those who tell what happened behind closed doors."""
    return source.speaker.kind == "unnamed" and bool(source.nouns & cues().tellers)


def _told_within(
    annotated: Annotated,
    told: Sequence[Saying],
    sources: Sequence[Source],
    account: int,
    mine: int,
    out: dict[int, int],
) -> bool:
    """Whether a saying is part of an account: a person of it proposes, refuses, or "allegedly" says something."""
    speaker = sources[mine].speaker
    if not _tells(sources[account]) or speaker.kind != "person":
        return False
    heard = _heard(annotated, told[account], account, out)
    cue = {fold(w) for w in WORD.findall(told[mine].cue.of(annotated.report.text))}
    private = bool(cue & cues().weak) or told[mine].hedges
    return private and bool(set(content_stems(speaker.name)) & heard)


def _heard(annotated: Annotated, saying: Saying, account: int, out: dict[int, int]) -> set[str]:
    """Stems of what an account has told so far."""
    text = annotated.report.text
    told = [c.of(text) for c in saying.content]
    told += [text[s.start : s.end] for i, s in enumerate(annotated.sentences) if out.get(i) == account]
    return {stem for part in told for stem in content_stems(part)}


def _first(annotated: Annotated, sentence: Sentence) -> str:
    found = WORD.search(annotated.report.text, sentence.start, sentence.end)
    return fold(found.group()) if found else ""


def _goes_on(annotated: Annotated, sentence: Sentence, heard: set[str]) -> bool:
    """Whether a sentence's first words take up what was told: a pronoun, or "the" with a noun heard before."""
    text = annotated.report.text
    first = [fold(w) for w in WORD.findall(text[sentence.start : sentence.end])[:4]]
    if not first:
        return False
    if any(w in _ON for w in first[:2]):
        return first[0] not in _ASKING
    return first[0] == "the" and any(stem(w) in heard or w in cues().person for w in first[1:])


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
    heading = any(_is_heading(text, annotated.sentences[i]) for i in range(first, last + 1))
    return not heading and ("\n" not in between or _line_a_sentence(annotated))


def _is_heading(text: str, sentence: Sentence) -> bool:
    return text[sentence.start : sentence.end].rstrip()[-1:].isalnum() and text[sentence.end : sentence.end + 1] == "\n"


def _line_a_sentence(annotated: Annotated) -> bool:
    """Whether most sentences of the text have a line of their own, so that a line's end means little."""
    text = annotated.report.text
    ends = sum(
        "\n" in text[a.end : b.start] for a, b in zip(annotated.sentences, annotated.sentences[1:], strict=False)
    )
    return ends >= 0.5 * max(1, len(annotated.sentences) - 1)
