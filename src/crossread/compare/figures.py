"""Whether one number fits two figures: ranges that meet, measures that are rounded or converted."""

from __future__ import annotations

import re
from math import inf

from crossread.model.quantity import Quantity

EXACT_ROUNDING = 0.05
"""Two measures that differ by no more than this share are one figure rounded or converted."""
WORD = re.compile(r"[^\W\d_]+|[€$£]")
SMALL_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
OF_A_DAY, NEXT_DAY = frozenset({"point", "degre", "mark"}), 1
"""Nouns of what rises and falls (indices, polls, heat), which a report tells as of its day; and the days for which
such a figure may still be told."""
MOVES = re.compile(
    r"\b(?:ind(?:ex|ices)|shares|stocks?|traded|trading|(?:dropped|fell|rose|climbed|slid|gained|lost|down|up) "
    r"(?:by |in value by )?(?:about |over |nearly )?[\d.]*|(?:lower|higher) than|in value|polls?)\b",
    re.IGNORECASE,
)
"""Words of what moves from day to day, beside a share in per cent."""
_TOLD = re.compile(r"\d+(?:\.\d+)?|[a-z]+")


def unit_word(q: Quantity) -> str:
    """The last word of a figure: of a measure the unit as it is told ("metres")."""
    return str((WORD.findall(q.text.lower()) or [""])[-1])


def least(q: Quantity) -> float:
    """The least that a figure says."""
    return q.min if q.min is not None else 0.0


def most(q: Quantity) -> float:
    """The most that a figure says."""
    return q.max if q.max is not None else inf


def of_a_day(q: Quantity, sentence: str) -> bool:
    """Whether a figure is of what stands otherwise on another day; a share only where its sentence says so."""
    return q.noun in OF_A_DAY or (q.unit == "%" and MOVES.search(sentence) is not None)


def meets(q: Quantity, p: Quantity, measure: bool) -> bool:
    """Whether one number fits both figures; measures may be rounded or converted."""
    slack = 1 + EXACT_ROUNDING if measure and unit_word(q) != unit_word(p) else 1.0
    if least(q) <= most(p) * slack and least(p) <= most(q) * slack:
        return True
    return measure and (_rounds(q, p) or _rounds(p, q))


def _rounds(q: Quantity, p: Quantity) -> bool:
    """Whether ``q`` is ``p`` rounded to the last digit that ``q`` tells."""
    if q.min is None or p.min is None or q.min != q.max or p.min != p.max or not q.min:
        return False
    told, exact = q.min, p.min
    if unit_word(q) == unit_word(p) and (own := _told(q)) is not None:
        told, exact = own, exact * own / told  # "six miles" and "6.2 miles", which are kilometres here
    digits = f"{told:.6g}"
    mantissa = f"{float(digits):e}".split("e")
    places = len(mantissa[0].rstrip("0").split(".")[1])
    step = 10.0 ** (int(mantissa[1]) - places)
    return abs(told - exact) < step / 2


def _told(q: Quantity) -> float | None:
    """The number that a figure's words begin with; None where it is no small or written one."""
    found = (_TOLD.fullmatch(w) for w in q.text.lower().replace(",", "").split())
    numbers = (m.group() for m in found if m is not None)
    values = (float(SMALL_WORDS[w]) if w in SMALL_WORDS else float(w) if w[0].isdigit() else None for w in numbers)
    return next((v for v in values if v), None)
