"""Which line breaks end a paragraph, and which only wrap it."""

import re

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_TERMINAL = frozenset(".!?:;\"”’'»)]…")
_WRAPPED_FROM, _WRAPPED_TO = 50, 100
"""Lengths, in characters, of the lines of hard-wrapped text (mail and wire copy wrap at 60 to 80 columns)."""
_WRAPPED_LINES = 3
"""A text wraps when at least so many of its breaks, and most of them, are inside a sentence."""


def paragraph_breaks(text: str) -> list[int]:
    """Offsets of the line breaks that end a paragraph, in order; breaks that only wrap a line are left out."""
    breaks = [(m.start(), m.end()) for m in _BREAK.finditer(text)]
    soft = [_mid_sentence(text, breaks, i) for i in range(len(breaks))]
    if sum(soft) < _WRAPPED_LINES or 2 * sum(soft) < len(breaks):
        return [start for start, _ in breaks]
    return [start for i, (start, _) in enumerate(breaks) if not _wraps(text, breaks, i)]


def _line(breaks: list[tuple[int, int]], i: int) -> tuple[int, int]:
    return (breaks[i - 1][1] if i else 0, breaks[i][0])


def _mid_sentence(text: str, breaks: list[tuple[int, int]], i: int) -> bool:
    start, end = _line(breaks, i)
    after = breaks[i][1]
    return (
        _WRAPPED_FROM <= end - start <= _WRAPPED_TO
        and text[end - 1] not in _TERMINAL
        and after < len(text)
        and not text[after].isspace()
    )


def _wraps(text: str, breaks: list[tuple[int, int]], i: int) -> bool:
    start, end = _line(breaks, i)
    after = breaks[i][1]
    return _WRAPPED_FROM <= end - start <= _WRAPPED_TO and after < len(text) and not text[after].isspace()
