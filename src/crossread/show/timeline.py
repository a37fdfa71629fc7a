"""Rows of the timeline: each event's dates as lanes of a picture, one lane for each interval that reports give."""

from dataclasses import dataclass

from crossread.model.dossier import Dating, Dossier, TimelineEntry
from crossread.show.axis import Axis, Tick
from crossread.show.days import day, interval

LANE, ABOVE = 14, 14
"""Pixels a lane is high, and that stay free above the first, so that it stands beside the event's first line."""


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


def timeline(dossier: Dossier) -> Picture:
    """Lay out every dated event in order of its earliest possible day."""
    intervals = [(x.earliest, x.latest) for e in dossier.timeline for x in e.dated_by]
    intervals += [(e.earliest, e.latest) for e in dossier.timeline]
    ends = [d for both in intervals for d in map(day, both) if d is not None]
    axis = Axis(ends)
    rows = tuple(_row(e, axis) for e in sorted(dossier.timeline, key=_order))
    return Picture(rows, tuple(axis.ticks()), axis.compressed)


def _order(entry: TimelineEntry) -> tuple[str, str, str]:
    first = entry.earliest or entry.latest or "9999"
    return (first, entry.latest or "9999", entry.id)


def _row(entry: TimelineEntry, axis: Axis) -> Row:
    by_interval: dict[tuple[str | None, str | None], list[Dating]] = {}
    for dating in entry.dated_by:
        by_interval.setdefault((dating.earliest, dating.latest), []).append(dating)
    if not by_interval:
        by_interval[entry.earliest, entry.latest] = []
    ordered = sorted(by_interval, key=lambda i: (i[0] or i[1] or "", i[1] or "9999"))
    lanes = tuple(_lane(low, high, n, axis, tuple(by_interval[low, high])) for n, (low, high) in enumerate(ordered))
    return Row(entry, interval(entry.earliest, entry.latest), lanes, LANE * len(lanes) + 2 * ABOVE)


def _lane(low: str | None, high: str | None, n: int, axis: Axis, dated_by: tuple[Dating, ...]) -> Lane:
    first, last = day(low), day(high)
    left = 0.0 if first is None else axis.at(first)
    right = 100.0 if last is None else axis.at(last)
    y = ABOVE + LANE * n + LANE // 2
    return Lane(
        round(left, 2), round(max(left, right), 2), first is None, last is None, interval(low, high), y, dated_by
    )
