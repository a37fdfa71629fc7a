"""Time expressions: found by rule tables, read by publication, tense and what was told before.

TIMEX3 as in TimeML 1.2.1 and ISO 24617-1. ``find`` is the stage; ``document`` the annotations of any text as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.annotate.times.detect import detect
from crossread.annotate.times.ranges import with_ranges
from crossread.annotate.times.resolve import Domain, resolve
from crossread.model.annotated import Sentence
from crossread.model.report import Published
from crossread.model.time import TimeExpression

__all__ = ["Domain", "document", "find"]


def find(
    text: str,
    published: Published | None,
    sentences: Sequence[Sentence] = (),  # noqa: ARG001 - every annotation is called alike
    *,
    domain: Domain = "news",
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order.

    ``domain`` is "news" (a month without a year is near the publication) or "narrative" (it is of the year last told).
    A range ("between December and January") is given once more as one expression with the value ``A/B``;
    apart from those none overlap. ``sentences`` are not needed: the rules find their own bounds.
    """
    found, tokens = detect(text, domain)
    return tuple(with_ranges(resolve(text, found, tokens, published, domain), text))


def document(text: str, dct: str | None, *, domain: Domain = "news") -> dict[str, list[dict[str, object]]]:
    """``{"times": [{start, end, text, type, value, …}]}`` for a text whose creation time is ``dct`` (ISO day or None).

    Ranges are left out: TimeML marks their two ends.
    """
    published = Published(dct[:10], dct[:10], "metadata", "given") if dct else None
    rows = []
    for t in find(text, published, domain=domain):
        if "/" in t.value:
            continue
        rows.append(
            {f: getattr(t, f) for f in t.__struct_fields__ if f != "candidates"}
            | {"candidates": [{"earliest": c.earliest, "latest": c.latest, "why": c.why} for c in t.candidates]}
        )
    return {"times": rows}
