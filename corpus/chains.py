"""The chain of a mark, and a span as keys write it."""

from __future__ import annotations

from typing import Any

from markup import Mark, Report

Row = dict[str, Any]


def span(report: Report, start: int, end: int) -> Row:
    return {"file": f"{report.id}.json", "start": start, "end": end, "text": report.text[start:end]}


def chain_of(mark: Mark) -> list[str]:
    """Source ids of a claim or a wrapper, outermost first, without the report itself."""
    wraps = [m for m in mark.parents if m.sort == "wrap"]
    if mark.up:
        wraps = wraps[: -mark.up]
    outer = chain_of(wraps[-1]) if wraps else []
    return outer + mark.chain
