"""The days on which a mention puts what it tells."""

from crossread.model.annotated import Annotated
from crossread.model.interval import Interval
from crossread.model.mention import Mention


def days_of(annotated: Annotated, mention: Mention) -> Interval:
    """The first days that a mention names, else the only ones of its sentence ("nine died when it burned in 1998");
    open where neither names any."""
    dated = annotated.dated
    inside = [t for t in dated if mention.start <= t.start and t.end <= mention.end]
    if not inside:
        sentence = annotated.sentence_at(mention.start)
        inside = [t for t in dated if sentence and sentence.start <= t.start < sentence.end]
        inside = inside if len(inside) == 1 else []
    return Interval(inside[0].earliest, inside[0].latest) if inside else Interval()
