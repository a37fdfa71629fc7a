"""Credit lines: the agency or outlet that a report names as the maker of its text."""

import re
from typing import Literal

import msgspec

from crossread.model.report import Report
from crossread.model.span import Extent
from crossread.trace.outlets import HEAD, Outlet, Outlets

CreditKind = Literal["whole", "part"]

# How much of a report's foot can hold its credit lines.
FOOT = 500

_NAME = r"([A-Z][\w'’.&/-]*(?: [A-Z&/(][\w'’.&/)-]*){0,4})"
# "HAVANA (AP) —", "(Reuters) - ": the whole text is the agency's.
_DATELINE = re.compile(rf"\(\s*{_NAME}\s*\)\s*[-–—:]")
_COPYRIGHT = re.compile(rf"(?:©|[Cc]opyright)\s*(?:\(c\)\s*)?(?:\d{{4}}\s*)?(?:by\s+)?(?:[Tt]he\s+)?{_NAME}")
_SOURCE = re.compile(rf"^\s*(?:[Ss]ource|SOURCE|[Vv]ia): ?(?:[Tt]he )?{_NAME}\s*$", re.M)
_BYLINE = re.compile(rf"^\s*(?:[Bb]y |[Ss]ource: ?)(?:[Tt]he )?{_NAME}\s*$", re.M)
# "Reuters contributed to this report", "With reporting by AFP": a part is the agency's.
_TEXT = r"(?:report|story|article)"
_CONTRIBUTED = re.compile(rf"(?:[Tt]he )?{_NAME} (?:also )?contributed to this {_TEXT}")
_ADDED = r"(?:[Ww]ith (?:additional )?|[Aa]dditional )"
_WITH = re.compile(rf"{_ADDED}(?:reporting|material|files|input) (?:by|from) {_NAME}")
_USED = re.compile(rf"[Tt]his {_TEXT} (?:includes|uses|contains) (?:\w+ ){{0,3}}from (?:the )?{_NAME}")
_END = re.compile(rf"[-–—(]\s*{_NAME}\s*\)?\s*$")
_STOP = re.compile(r"\.\s.*$", re.S)


class Credit(msgspec.Struct, frozen=True, order=True):
    """Who is credited, for the whole text or a part of it, and where; metadata has no place in the text."""

    name: str
    kind: CreditKind
    extent: Extent | None = None


def credit_lines(report: Report, outlets: Outlets) -> tuple[Credit, ...]:
    """Agencies and other outlets that a report credits, whole texts first; never the report's own outlet."""
    own = own_outlet(report, outlets)
    found: dict[str, Credit] = {}
    for credit in [*_from_metadata(report, outlets), *_from_text(report.text, outlets)]:
        if own is None or credit.name != own.name:
            found.setdefault(credit.name, credit)
    return tuple(sorted(found.values(), key=lambda c: (c.kind != "whole", c.name)))


def own_outlet(report: Report, outlets: Outlets) -> Outlet | None:
    """The row of the report's own outlet, by its name or its address."""
    return (report.outlet and outlets.named(report.outlet)) or outlets.at(report.url) or None


def _from_metadata(report: Report, outlets: Outlets) -> list[Credit]:
    named = [*report.credits, *report.authors]
    rows = [row for name in named if (row := outlets.named(name) or outlets.at(name)) is not None]
    return [Credit(row.name, "whole") for row in rows]


def _from_text(text: str, outlets: Outlets) -> list[Credit]:
    out = []
    foot = max(0, len(text) - FOOT)
    for pattern, kind, start, end in (
        (_DATELINE, "whole", 0, min(HEAD, len(text))),
        (_BYLINE, "whole", 0, min(HEAD, len(text))),
        (_SOURCE, "whole", foot, len(text)),
        (_COPYRIGHT, "whole", foot, len(text)),
        (_END, "whole", foot, len(text)),
        (_CONTRIBUTED, "part", foot, len(text)),
        (_WITH, "part", foot, len(text)),
        (_USED, "part", foot, len(text)),
    ):
        for match in pattern.finditer(text, start, end):
            # A name's pattern runs over the full stop of a notice ("Associated Press. All rights …").
            row = outlets.named(match.group(1)) or outlets.named(_STOP.sub("", match.group(1)))
            # Only agencies sign at the very end or in a dateline; "(CNN)" there is the outlet itself.
            if row is not None and (kind == "part" or row.kind == "agency" or pattern in (_BYLINE, _SOURCE)):
                place = Extent(match.start(1), match.end(1))
                out.append(Credit(row.name, "whole" if kind == "whole" else "part", place))
    return out
