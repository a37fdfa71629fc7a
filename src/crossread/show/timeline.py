"""Rows of the timeline: each event's dates as lanes of a picture, one lane for each interval that reports give."""

from dataclasses import dataclass

from crossread.model.dossier import Dating, Dossier, TimelineEntry
from crossread.show.axis import Axis, Tick, day
from crossread.show.index import Index, span_of_days

LANE = 14
"""Pixels a lane is high."""


@dataclass(frozen=True)
class Lane:
    """One interval: places in per cent, whether either end is open, and who gives it."""

    left: float
    right: float
    open_left: bool
    open_right: bool
    words: str
    y: int
    dated_by: tuple[Dating, ...]

    @property
    def width(self) -> float:
        """How wide the bar is, in per cent."""
        return round(self.right - self.left, 2)

    @property
    def one_day(self) -> bool:
        """Whether it is drawn as a point."""
        return not (self.open_left or self.open_right) and self.width == 0


@dataclass(frozen=True)
class Row:
    """An event with its lanes."""

    entry: TimelineEntry
    when: str
    lanes: tuple[Lane, ...]
    height: int


@dataclass(frozen=True)
class Picture:
    """The whole timeline."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    compressed: bool


def timeline(dossier: Dossier, index: Index) -> Picture:
    """Lay out every dated event in order of its earliest possible day."""
    ends = [d for e in dossier.timeline for x in (e, *e.dated_by) for d in (day(x.earliest), day(x.latest)) if d]
    axis = Axis(ends)
    rows = tuple(_row(e, axis, index) for e in sorted(dossier.timeline, key=_order))
    return Picture(rows, tuple(axis.ticks()), axis.compressed)


def _order(entry: TimelineEntry) -> tuple[str, str, str]:
    first = entry.earliest or entry.latest or "9999"
    return (first, entry.latest or "9999", entry.id)


def _row(entry: TimelineEntry, axis: Axis, index: Index) -> Row:
    by_interval: dict[tuple[str | None, str | None], list[Dating]] = {}
    for dating in entry.dated_by:
        by_interval.setdefault((dating.earliest, dating.latest), []).append(dating)
    if not by_interval:
        by_interval[entry.earliest, entry.latest] = []
    ordered = sorted(by_interval, key=lambda i: (i[0] or i[1] or "", i[1] or "9999"))
    lanes = tuple(
        _lane(low, high, n, axis, tuple(by_interval[low, high])) for n, (low, high) in enumerate(ordered)
    )
    return Row(entry, span_of_days(entry.earliest, entry.latest), lanes, LANE * len(lanes) + 6)


def _lane(low: str | None, high: str | None, n: int, axis: Axis, dated_by: tuple[Dating, ...]) -> Lane:
    first, last = day(low), day(high)
    left = 0.0 if first is None else axis.at(first)
    right = 100.0 if last is None else axis.at(last)
    y = 3 + LANE * n + LANE // 2
    return Lane(
        round(left, 2), round(max(left, right), 2), first is None, last is None, span_of_days(low, high), y, dated_by
    )
