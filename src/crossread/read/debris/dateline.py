"""What opens a report or an entry of a live page: "CAIRO, 3 March 2024 (AP) - ", "08:41 - "."""

import re

import msgspec

_PLACE = r"[A-Z][\w.'’/-]{1,25}(?: [A-Z][\w.'’-]{0,25}| (?:de|del|la|al|of|upon|sur|am)){0,4}"
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]{0,6}\.?"
)
_DATE = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:[0-3]?\d {_MONTH}|{_MONTH} [0-3]?\d)(?:,? (?:1[6-9]|20)\d\d)?"
)
_AGENCY = r"\((?P<agency>[A-Z][\w.&'’/ -]{1,40})\)"
_DASH = r"\s{0,2}(?:--|—|–|-|:)\s{1,2}"
_BARE = r"(?P<bare>AP|AFP|Reuters|REUTERS|UPI|dpa)"
_FORM = re.compile(
    rf"(?P<place>{_PLACE})(?:, {_PLACE})?(?:,? \(?(?P<date>{_DATE})\)?)?(?: ?[,/]? ?(?:{_AGENCY}|{_BARE}))?{_DASH}"
)
_SLASHED = re.compile(rf"(?P<place>{_PLACE}), (?P<date>{_DATE})\. ?/(?P<agency>[A-Z][\w.&'’ -]{{1,40}})/\.?\s{{1,2}}")
"""As Russian agencies write it: "Varde, 8 April. /Quay Line/. "."""
_AGENCY_FIRST = re.compile(rf"{_AGENCY}{_DASH}")


_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_STAMP = re.compile(
    rf"(?:{_WEEKDAY},? )?[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT))?"
    rf"(?:,? {_WEEKDAY})?\s{{0,2}}[-–—:|]?\s{{1,2}}(?=[A-Z\"'“‘])"
)


class Dateline(msgspec.Struct, frozen=True):
    """``length`` characters at the start of a block, its dash included; what it dates and credits."""

    length: int
    date: str | None
    agency: str | None


def dateline_of(block: str) -> Dateline | None:
    """The dateline that opens ``block``, or None.

    A place alone is one only in capitals: "Tomas Brandt - the chairman" opens a sentence.
    """
    match = _FORM.match(block) or _SLASHED.match(block) or _AGENCY_FIRST.match(block)
    if match is None or match.end() >= len(block):
        return None
    groups = match.groupdict()
    agency = groups.get("agency") or groups.get("bare")
    place = groups.get("place") or ""
    if not (groups.get("date") or agency or (len(place) > 2 and place.upper() == place)):
        return None
    if match[0].rstrip().endswith(":") and not agency:
        return None  # "LONDON: ..." opens datelines in some papers, and labels ("UPDATE: ...") in all
    return Dateline(match.end(), groups.get("date"), agency)


def stamp_of(block: str) -> int:
    """The length of the time of day that opens an entry of a live page ("08:41 - The ferry ..."), 0 where none does."""
    match = _STAMP.match(block)
    return match.end() if match else 0
