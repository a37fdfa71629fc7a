"""Copies: two files of the same content are one report; two texts that differ in white space only are told."""

from collections.abc import Sequence

from msgspec.structs import replace

from crossread.model.report import Gap, Report


def without_copies(reports: Sequence[Report]) -> tuple[list[Report], list[Gap]]:
    """The first of each content (``sha256``) in the order given, and a gap for every copy left out."""
    kept: dict[str, Report] = {}
    gaps = []
    for report in reports:
        first = kept.setdefault(report.sha256, report)
        if first is not report:
            gaps.append(Gap("duplicate", f"{report.path} is a copy of {first.path}; the two are one report"))
    return list(kept.values()), gaps


def with_duplicates_marked(reports: Sequence[Report]) -> list[Report]:
    """``duplicate_of`` set on each report whose text an earlier one has too, white space apart."""
    first: dict[str, str] = {}
    out = []
    for report in reports:
        original = first.setdefault(" ".join(report.text.split()), report.id)
        out.append(report if original == report.id else replace(report, duplicate_of=original))
    return out
