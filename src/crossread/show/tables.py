"""Claims and conflicts as CSV for spreadsheets: one row a mention, ISO days, offsets as in the dossier.

A cell that a spreadsheet would take for a formula gets an apostrophe before it
(OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from crossread.model.dossier import Dossier
from crossread.show.index import Index

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters that spreadsheets read as the start of a formula, their full-width forms among them."""

Value = str | int | float | bool | None

CLAIM_COLUMNS = (
    "claim", "gloss", "kind", "status", "origins_min", "origins_max", "origins",
    "report", "outlet", "published_earliest", "published_latest", "certainty", "polarity", "restates", "chain",
    "start", "end", "words", "detail", "detail_of",
)  # fmt: skip

CONFLICT_COLUMNS = (
    "conflict", "kind", "severity", "explanation", "side", "value", "claim",
    "report", "outlet", "start", "end", "words",
)  # fmt: skip


def claims(dossier: Dossier) -> str:
    """One row for each mention of each claim, claims of most weight first, and the details of each behind it."""
    return _csv(CLAIM_COLUMNS, _claim_rows(dossier))


def conflicts(dossier: Dossier) -> str:
    """One row for each mention on each side of each conflict."""
    return _csv(CONFLICT_COLUMNS, _conflict_rows(dossier))


TABLES: dict[str, Callable[[Dossier], str]] = {"claims.csv": claims, "conflicts.csv": conflicts}
"""Every table by the name of its file."""


def _claim_rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    index = Index(dossier)
    for c in (each for claim in index.ranked for each in (claim, *index.details.get(claim.id, ()))):
        names = "; ".join(index.origins[o].name if o in index.origins else o for o in c.origins.ids)
        head = (c.id, c.gloss, c.kind, c.status, c.origins.min, c.origins.max, names)
        for m in c.mentions:
            published = index.reports[m.report].published
            chain = " ← ".join(name for _, name in index.chain(m))
            when = (published.earliest, published.latest)
            how = (m.certainty, m.polarity, m.restates, chain)
            yield (*head, m.report, index.label(m.report), *when, *how, m.start, m.end, m.text, c.detail, c.detail_of)


def _conflict_rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    index = Index(dossier)
    for x in dossier.conflicts:
        for n, side in enumerate(x.sides, 1):
            head = (x.id, x.kind, x.severity, x.explanation, n, side.value, side.claim)
            for m in side.mentions:
                yield (*head, m.report, index.label(m.report), m.start, m.end, m.text)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = value.replace("\x00", "\ufffd")
    return f"'{text}" if text.lstrip(" ")[:1] in FORMULA_STARTS and text.strip(" ") else text
