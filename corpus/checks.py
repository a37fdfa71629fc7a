"""What a story must obey. Each check yields faults, "file:line: what is wrong"; `hints` are not fatal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from chains import chain_of
from markup import Mark, Report
from story import (
    CONFLICT_KINDS,
    FIELDS,
    POSITION_KINDS,
    RESPONSES,
    SEVERITIES,
    Story,
)

# Bounds of issue 3: reports a story, words a report.
REPORTS = (4, 8)
WORDS = (150, 1200)
# Words in a row that two reports may share outside quotation marks before it is a copy; the length at which
# news-reuse studies (METER, 2002) begin to find derived text.
SHARED_RUN = 8
# A sentence shorter than this ("He declined to comment.") may stand in two stories.
SENTENCE_WORDS = 6
# Mentions a hundred words in the three real keys: 7 to 9. Below the floor a key is not complete.
DENSITY = 6.0
# Share of claims that several reports tell: 0.40, 0.51, 0.39 in the real keys. Above it a story is too easy.
SHARED_CLAIMS = 0.6
DEBRIS_KINDS = {
    "ad",
    "byline",
    "caption",
    "comment-form",
    "copyright",
    "correction",
    "dateline",
    "editing-slip",
    "empty-evaluation",
    "faq-answer-restates",
    "faq-heading",
    "faq-question",
    "garble",
    "heading",
    "live-stamp",
    "newsletter",
    "paywall",
    "related",
    "repeated-paragraph",
    "repeated-sentence",
    "repeated-title",
    "self-reference",
    "service-notice",
    "share",
    "tags",
    "translation-garble",
}
# What score_dossier.py leaves out of a name; a name of nothing else could not be matched.
EMPTY_WORDS = {"the", "a", "an", "of", "to", "in", "and", "report"}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# Double quotation marks only: single ones are apostrophes too often.
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{3,400}[”\"»]")
_DAY_WORD = re.compile("|".join(d.title() for d in _WEEKDAYS) + r"|\b(?:yesterday|today|tomorrow)\b")
# Words that nearly always attribute; a writer who leaves one outside a wrapper has most likely forgotten it.
_CUE = re.compile(r"\b(?:said|says|told|according to|announced|reported|reports that|shows that|claims|claimed)\b")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def sentences(report: Report) -> Iterator[tuple[int, int, str]]:
    """Start, end and "file:line" of each sentence, cut simply at full stops inside a paragraph."""
    for begin, end, where in report.paragraphs:
        at = begin
        for found in _SENTENCE_END.finditer(report.text[begin:end]):
            yield at, begin + found.start(), where
            at = begin + found.end()
        if at < end:
            yield at, end, where


def check_story(story: Story) -> Iterator[str]:
    yield from _tables(story)
    for report in story.reports:
        yield from _report(story, report)
    yield from _reached(story)
    yield from _copied(story)


def _tables(story: Story) -> Iterator[str]:
    path = story.path
    if story.field not in FIELDS:
        yield f"{path}: field is one of {sorted(FIELDS)}"
    if not REPORTS[0] <= len(story.reports) <= REPORTS[1]:
        yield f"{path}: {len(story.reports)} reports; a story has {REPORTS[0]} to {REPORTS[1]}"
    for i, conflict in enumerate(story.conflicts, 1):
        yield from (f"{path}: conflict {i}: {fault}" for fault in _conflict(story, conflict))
    ids = [p.get("id") for p in story.positions]
    for i, position in enumerate(story.positions, 1):
        yield from (f"{path}: position {i}: {fault}" for fault in _position(story, position, ids))
    for quote, (speaker, _) in story.quotes.items():
        if speaker not in story.sources:
            yield f"{path}: quotes.{quote}: '{speaker}' is no source"
    for source in story.sources.values():
        if not set(words(source.name)) - EMPTY_WORDS:
            yield f"{path}: sources.{source.id}: '{source.name}' names nobody: say which ('laboratory report')"
    for copy in story.copies.values():
        if not story.report(copy.source) and copy.source not in story.sources:
            yield f"{path}: copies.{copy.id}: '{copy.source}' is neither a report nor a source"


def _conflict(story: Story, conflict: dict[str, object]) -> Iterator[str]:
    for name, known in (("kind", CONFLICT_KINDS), ("severity", SEVERITIES)):
        if conflict.get(name) not in known:
            yield f"{name} is one of {sorted(known)}"
    if not conflict.get("why"):
        yield 'wants why = "a sentence a reader can check"'
    claims = conflict.get("claims")
    if not isinstance(claims, list):
        yield 'wants claims = ["one", "other"]'
        return
    yield from (f"'{c}' is no claim" for c in claims if c not in story.claims)
    if len(set(claims)) < 2:
        yield "its sides are one claim: each value is a claim of its own"


def _position(story: Story, position: dict[str, object], ids: list[object]) -> Iterator[str]:
    if ids.count(position.get("id")) != 1:
        yield "wants an id of its own"
    if position.get("kind") not in POSITION_KINDS:
        yield f"kind is one of {sorted(POSITION_KINDS)}"
    if position.get("response", "unknown") not in RESPONSES:
        yield f"response is one of {sorted(RESPONSES)}"
    if not position.get("content"):
        yield "wants content"
    if position.get("answers") and position["answers"] not in ids:
        yield f"answers '{position['answers']}', which is no position"
    for name, known in (("from", story.actors), ("to", story.actors), ("claims", story.claims)):
        value = position.get(name, [])
        if not isinstance(value, list) or (name != "to" and not value):
            yield f"wants {name} = [...]"
            continue
        yield from (f"{name}: '{item}' is unknown" for item in value if item not in known)


def _report(story: Story, report: Report) -> Iterator[str]:
    count = len(report.text.split())
    if not WORDS[0] <= count <= WORDS[1]:
        yield f"{report.path}: {count} words; a report has {WORDS[0]} to {WORDS[1]}"
    if report.title is None:
        yield f"{report.path}: no title: write title: in the header or a first line '# ...'"
    published = report.header["published"]
    if published != "none" and not _is_time(published):
        yield f"{report.path}: published '{published}' is no ISO day or time, nor 'none'"
    for mark in report.marks:
        yield from (f"{mark.where}: {fault}" for fault in _mark(story, report, mark))
    solid = [m for m in report.marks if m.sort in {"claim", "debris"}]
    for begin, end, where in report.paragraphs:
        if not any(m.start < end and m.end > begin for m in solid):
            opening = report.text[begin : begin + 40]
            yield f"{where}: a paragraph with no mention that is not debris: '{opening}...'"


def _is_time(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?", value))


def _mark(story: Story, report: Report, mark: Mark) -> Iterator[str]:
    unknown = [i for i in mark.chain if i not in story.sources]
    if unknown:
        yield f"'{unknown[0]}' is no source of story.toml"
    if mark.sort == "claim":
        yield from _claim(story, mark)
    elif mark.sort == "wrap" and not unknown:
        if not any(m.around is mark and m.sort in {"claim", "quote", "wrap"} for m in report.marks):
            yield f"the attribution '@{mark.name}' holds no mention"
    elif mark.sort in {"source", "cue", "content"}:
        wrapper = mark.around
        if wrapper is None:
            yield f"a {mark.sort} mark outside an attribution {{@source|...}}"
        elif mark.sort == "source" and mark.name and mark.name not in chain_of(wrapper):
            yield f"'{mark.name}' is not in the chain of its attribution"
    elif mark.sort == "quote" and mark.name and mark.name not in story.quotes:
        yield f"'{mark.name}' is not under [quotes]"
    elif mark.sort == "debris" and mark.name not in DEBRIS_KINDS:
        yield f"debris '{mark.name}' is none of {sorted(DEBRIS_KINDS)}"
    elif mark.sort == "passage" and mark.name not in story.copies:
        yield f"'{mark.name}' is not under [copies]"
    elif mark.sort == "time":
        yield from _weekday(report, mark)
    elif mark.sort == "number" and not mark.note:
        yield "a number wants what it counts: {n=12 people killed|...}"


def _claim(story: Story, mark: Mark) -> Iterator[str]:
    if mark.name not in story.claims:
        yield f"'{mark.name}' is no claim of story.toml"
    if mark.origin and (
        any(i not in story.sources for i in mark.origin[:-1])
        or (mark.origin[-1] not in story.sources and not story.report(mark.origin[-1]))
    ):
        yield f"'%{'>'.join(mark.origin)}' is neither a source nor a report"
    if mark.up > sum(m.sort == "wrap" for m in mark.parents):
        yield "'^' leaves more attributions than stand around it"
    told = any(m.sort == "debris" for m in mark.parents)
    if told and "again" not in mark.flags:
        yield "a mention inside debris: only one that repeats its report ('again') may stand there"


def _weekday(report: Report, mark: Mark) -> Iterator[str]:
    if mark.low and mark.high and str(mark.low) > str(mark.high):
        yield f"the interval {mark.low}..{mark.high} runs backwards"
    named = [d for d in _WEEKDAYS if d in words(report.text[mark.start : mark.end])]
    if len(named) == 1 and mark.low and mark.low == mark.high:
        day = _WEEKDAYS[date.fromisoformat(str(mark.low)).weekday()]
        if day != named[0]:
            yield f"{mark.low} is a {day.title()}, the text says {named[0].title()}"


def _reached(story: Story) -> Iterator[str]:
    claims = [(r, m) for r in story.reports for m in r.of("claim")]
    told = {m.name for _, m in claims}
    yield from (f"{story.path}: claim '{c}' is told by no report" for c in story.claims if c not in told)
    named = {i for _, m in claims for i in chain_of(m)} | {i for _, m in claims for i in m.origin}
    named |= {i for r in story.reports for m in r.of("wrap") for i in chain_of(m)}
    named |= {c.source for c in story.copies.values()}
    named |= {story.sources[i].group for i in named if i in story.sources}
    yield from (f"{story.path}: source '{s}' is reached by no chain" for s in story.sources if s not in named)
    spoken = Counter(m.name for r in story.reports for m in r.of("quote"))
    yield from (f"{story.path}: quote '{q}' is marked nowhere" for q in story.quotes if not spoken[q])
    for copy in story.copies.values():
        holders = {r.id for r in story.reports for m in r.of("passage") if m.name == copy.id}
        if len(holders) < 2:
            yield f"{story.path}: copy '{copy.id}' is marked in {len(holders)} report(s): it takes two"
        if story.report(copy.source) and copy.source not in holders:
            yield f"{story.path}: copy '{copy.id}' comes from {copy.source}, which has no such passage"


def _copied(story: Story) -> Iterator[str]:
    """Runs of words that two reports share outside quotations and outside a marked passage."""
    seen: dict[tuple[str, ...], Report] = {}
    for report in story.reports:
        mine: dict[tuple[str, ...], int] = {}
        for start, run in _runs(report):
            mine.setdefault(run, start)
        clash: set[str] = set()
        for run in sorted(mine, key=mine.__getitem__):
            other = seen.get(run)
            if other and other.id not in clash:
                clash.add(other.id)
                yield (
                    f"{report.path}: shares '{' '.join(run)}...' with {other.id}.txt: word it anew, "
                    "or mark both as a passage {p=...|...}"
                )
        for run in mine:
            seen.setdefault(run, report)


def _runs(report: Report) -> Iterator[tuple[int, tuple[str, ...]]]:
    hidden = [(m.start, m.end) for m in report.marks if m.sort in {"quote", "debris", "passage"}]
    found = list(_WORD.finditer(report.text.lower()))
    for i in range(len(found) - SHARED_RUN + 1):
        start, end = found[i].start(), found[i + SHARED_RUN - 1].end()
        if not any(a < end and b > start for a, b in hidden):
            yield start, tuple(m.group() for m in found[i : i + SHARED_RUN])


def check_apart(stories: list[Story]) -> Iterator[str]:
    """Two stories share no sentence (debris apart)."""
    home: dict[str, tuple[str, str]] = {}
    for story in stories:
        for report in story.reports:
            debris = [(m.start, m.end) for m in report.of("debris")]
            for start, end, where in sentences(report):
                text = " ".join(words(report.text[start:end]))
                if text.count(" ") + 1 < SENTENCE_WORDS or any(a <= start and end <= b for a, b in debris):
                    continue
                other, place = home.setdefault(text, (story.name, where))
                if other != story.name:
                    yield f"{where}: the sentence '{report.text[start:end]}' stands in {place} too"


def hints(story: Story) -> Iterator[str]:
    """What is likely forgotten: sentences without a mention, unmarked days, thin reports, an easy story."""
    for report in story.reports:
        claims = report.of("claim")
        debris = report.of("debris")
        count = len(report.text.split()) - sum(len(report.text[m.start : m.end].split()) for m in debris)
        density = 100 * len(claims) / max(1, count)
        if density < DENSITY:
            yield f"{report.path}: {density:.1f} mentions a hundred words; the real keys have 7 to 9"
        for start, end, where in sentences(report):
            silent = not any(m.start < end and m.end > start for m in claims + debris)
            if silent and len(report.text[start:end].split()) > 3:
                yield f"{where}: no mention in '{report.text[start:end]}'"
        yield from _unmarked_days(report)
        yield from _unmarked_quotes(report)
        yield from _before_attribution(report)
        yield from _unmarked_cues(report)
        spans = Counter((m.start, m.end) for m in claims)
        yield from (
            f"{report.path}: two claims on one span: '{report.text[a:b]}'"
            for (a, b), times in spans.items()
            if times > 1
        )
    told = Counter(name for r in story.reports for name in {m.name for m in r.of("claim")})
    shared, of = sum(times > 1 for times in told.values()), len(story.claims)
    if shared > SHARED_CLAIMS * of:
        yield f"{story.path}: {shared} of {of} claims stand in several reports; in real keys four of ten"
    severities = Counter(c.get("severity") for c in story.conflicts)
    if not severities["conflict"]:
        yield f"{story.path}: no conflict of severity 'conflict'"


def _unmarked_quotes(report: Report) -> Iterator[str]:
    covered = [(m.start, m.end) for m in report.marks if m.sort in {"quote", "debris"}]
    for found in _QUOTED.finditer(report.text):
        if found.group().count(" ") > 1 and not any(a < found.end() and b > found.start() for a, b in covered):
            where = next(w for a, b, w in report.paragraphs if a <= found.start() < b)
            yield f"{where}: {found.group()} is not marked as a quotation {{q|...}}"


def _before_attribution(report: Report) -> Iterator[str]:
    """'It fell, she said' with 'It fell' outside: a sentence's content lies inside its attribution."""
    claims = [m for m in report.of("claim") if m.around is None]
    for wrap in report.of("wrap"):
        inside = [m for m in report.marks if m.around is wrap]
        told = [m.start for m in inside if m.sort in {"claim", "quote"} and not m.up]
        voice = [m.start for m in inside if m.sort in {"source", "cue"}]
        if not voice or (told and min(told) < min(voice)) or wrap.around:
            continue
        before = [
            m for m in claims if m.end <= wrap.start and re.fullmatch(r",?\s?,?\s?", report.text[m.end : wrap.start])
        ]
        if before and report.text[before[-1].end : wrap.start].startswith(","):
            said = report.text[wrap.start : wrap.end][:40]
            yield (
                f"{wrap.where}: is '{report.text[before[-1].start : before[-1].end][:50]}' told by '{said}'? "
                "Then it lies inside its attribution"
            )


def _unmarked_cues(report: Report) -> Iterator[str]:
    covered = [(m.start, m.end) for m in report.marks if m.sort in {"wrap", "debris", "quote"}]
    for found in _CUE.finditer(report.text):
        if not any(a <= found.start() and found.end() <= b for a, b in covered):
            where = next(w for a, b, w in report.paragraphs if a <= found.start() < b)
            around = " ".join(report.text[max(0, found.start() - 40) : found.end() + 15].split())
            yield f"{where}: '{found.group()}' lies in no attribution: '...{around}...'"


def _unmarked_days(report: Report) -> Iterator[str]:
    covered = [(m.start, m.end) for m in report.marks if m.sort in {"time", "debris"}]
    for found in _DAY_WORD.finditer(report.text):
        if not any(a <= found.start() and found.end() <= b for a, b in covered):
            where = next(w for a, b, w in report.paragraphs if a <= found.start() < b)
            yield f"{where}: '{found.group()}' is not marked as a time"
