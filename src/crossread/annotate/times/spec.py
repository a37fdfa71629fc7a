"""A time expression as the rules find it: what its words say, with no anchor yet."""

import msgspec


class Spec(msgspec.Struct, frozen=True):
    """Fields told by the words. ``kind`` says how they are read (readings.py has a reading for each).

    ``relation`` is last, this, next (deictic) or previous, following, same, that (anaphoric). ``unit`` is a TIMEX3
    unit code (``min`` for minutes). ``low``/``high`` bound an amount (both None: vague, written X).
    ``offset`` counts days from the day of speaking. ``part`` is START, MID, END, EARLIER or LATER. ``ord`` counts
    within a larger stretch (read as ``base``), -1 being the last. ``sign`` is -1 (earlier), 1 (later);
    ``to`` is now or ref.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    quarter: int | None = None
    half_year: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str = ""
    relation: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    offset: int | None = None
    part: str = ""
    ord: int | None = None
    ord_unit: str = ""
    sign: int = 0
    to: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    daypart: str = ""
    zone: str = ""
    mod: str = ""
    value: str = ""
    quant: str = ""
    freq: str = ""
    base: str = ""
    weak: bool = False


class Found(msgspec.Struct, frozen=True):
    """A spec and where it stands: characters ``start:end``, tokens ``first:last`` (last exclusive)."""

    spec: Spec
    start: int
    end: int
    first: int
    last: int


def join(left: Spec, right: Spec, kind: str) -> Spec:
    """One spec with the fields of both, the left one's first where both have one."""
    told = {f: getattr(right, f) for f in Spec.__struct_fields__}
    told |= {
        f: getattr(left, f)
        for f, default in zip(Spec.__struct_fields__[1:], Spec.__struct_defaults__, strict=True)
        if getattr(left, f) != default
    }
    return Spec(**{**told, "kind": kind, "weak": left.weak and right.weak})
