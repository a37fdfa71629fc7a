"""The days on which a mention puts what it tells."""

import re

from crossread.model.annotated import Annotated
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.stems import content_stems, stem

LONG_AGO = 30
"""Days before publication from which a sentence tells of the past, and the next one may still do."""
THE = re.compile(r"\b[Tt]he\s(\w+)")


def days_of(annotated: Annotated, mention: Mention) -> Interval:
    """The first days that a mention names, else the only ones of its sentence ("nine died when it burned in 1998"),
    else those long ago of the sentence before, where the mention speaks of what it told ("five died in the quake");
    open where none names any."""
    dated = annotated.dated
    inside = [t for t in dated if mention.start <= t.start and t.end <= mention.end]
    if inside:
        return Interval(inside[0].earliest, inside[0].latest)
    number = annotated.sentence_number(mention.start)
    if number is None:
        return Interval()
    own = _of_sentence(annotated, number)
    if own:
        return own[0] if len(own) == 1 else Interval()
    return _told_before(annotated, number)


def _of_sentence(annotated: Annotated, number: int) -> list[Interval]:
    s = annotated.sentences[number]
    return [Interval(t.earliest, t.latest) for t in annotated.dated if s.start <= t.start < s.end]


def _told_before(annotated: Annotated, number: int) -> Interval:
    """The days long ago of the sentence before, where this one goes on with "the" thing that it named."""
    published = annotated.report.published
    before = _of_sentence(annotated, number - 1) if number else []
    told = Interval(published.earliest, published.latest)
    if len(before) != 1 or not told.bounded or told.gap(before[0]) < LONG_AGO or before[0].meets(told):
        return Interval()
    text, s, last = annotated.report.text, annotated.sentences[number], annotated.sentences[number - 1]
    again = {stem(m[1]) for m in THE.finditer(text[s.start : s.end])}
    return before[0] if again & set(content_stems(text[last.start : last.end])) else Interval()
