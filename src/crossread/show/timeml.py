"""TimeML 1.2.1: the time expressions of a text marked in it as TIMEX3, so that other scorers can read them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2); each is written as a space, which keeps every offset."""


def render(text: str, dct: str | None, times: Sequence[Mapping[str, object]]) -> str:
    """A TimeML document. ``times`` are rows with start, end, type, value and mod, in order, none overlapping."""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        "<DOCID>text</DOCID>",
        _dct(dct),
        f"<TEXT>{_marked(text, times)}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(out) + "\n"


def _dct(dct: str | None) -> str:
    if dct is None:
        return "<DCT></DCT>"
    timex = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(dct)} functionInDocument="CREATION_TIME">'
    return f"<DCT>{timex}{escape(dct)}</TIMEX3></DCT>"


def _marked(text: str, times: Sequence[Mapping[str, object]]) -> str:
    out: list[str] = []
    at = 0
    for number, time in enumerate(times, 1):
        start, end = int(str(time["start"])), int(str(time["end"]))
        out.append(_plain(text[at:start]))
        out.append(f"<TIMEX3 {_attributes(number, time)}>{_plain(text[start:end])}</TIMEX3>")
        at = end
    return "".join([*out, _plain(text[at:])])


def _attributes(number: int, time: Mapping[str, object]) -> str:
    told = [f'tid="t{number}"', f"type={quoteattr(str(time['type']))}", f"value={quoteattr(str(time['value']))}"]
    if time.get("mod"):
        told.append(f"mod={quoteattr(str(time['mod']))}")
    return " ".join(told)


def _plain(text: str) -> str:
    return escape(FORBIDDEN.sub(" ", text))
