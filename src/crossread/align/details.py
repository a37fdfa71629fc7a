"""Which details several reports tell alike: the same day, place or figure of what is one claim, or may well be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from crossread.align import sure
from crossread.align.cluster import Pair, average_link
from crossread.model.detail import Detail, Detailed
from crossread.model.story import Story

LEAST_ALIKE = 0.2
"""Mean probability that their mentions tell one claim, from which details of one value are one: less than the join
asks, since the value speaks for it too. Claims F1 on corpus dev (.520 without details) is .523 with .38, .526 with .2
and .1; with .2 precision is .721, with .1 .712."""


def grouped(
    story: Story, pairs: NDArray[np.int64], chances: NDArray[np.float64], barred: NDArray[np.bool_]
) -> tuple[Detailed, ...]:
    """The details that two reports or more tell alike and that say more than their claim does.

    ``pairs`` (n, 2) of the story's mentions, ``chances`` (n,) and ``barred`` (n,) are those of the join: the place of
    an old event is not that of a new one.
    """
    home = {i: group.id for group in story.groups for i in group.members}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), chance, bar in zip(pairs.tolist(), chances.tolist(), barred.tolist(), strict=True):
        near[i][j] = BARRED if bar else chance
    tellers = {g.id: {story.mentions[i].report for i in g.members} for g in story.groups}
    found = []
    for numbers in _by_value(story.details).values():
        hosts = [story.details[n].mention for n in numbers]
        scores, apart = _scores(story, hosts, home, near)
        for cluster in average_link(len(numbers), scores, apart, LEAST_ALIKE):
            members = tuple(numbers[k] for k in cluster)
            if _tells_more(story, members, home, tellers):
                found.append(members)
    found.sort()
    width, known = max(3, len(str(len(found)))), sure.scores(pairs, chances, barred)
    return tuple(
        Detailed(
            f"d{n:0{width}d}",
            _claim(story, members, home),
            story.details[members[0]].kind,
            members,
            sure.parts(members, [story.details[k].mention for k in members], known),
        )
        for n, members in enumerate(found, 1)
    )


BARRED = -1.0
"""In place of the chance of a pair that may not be one claim."""


def _by_value(details: Sequence[Detail]) -> Mapping[tuple[str, str], list[int]]:
    out: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, detail in enumerate(details):
        out[detail.kind, detail.value].append(n)
    return {value: numbers for value, numbers in out.items() if len(numbers) > 1}


def _scores(
    story: Story, hosts: Sequence[int], home: Mapping[int, str], near: Mapping[int, Mapping[int, float]]
) -> tuple[dict[Pair, float], list[Pair]]:
    """How likely the mentions of details (by their places in ``hosts``, in order) tell one claim, and which pairs stay
    apart: those of one report, and whose mentions may not be one claim."""
    place = {host: k for k, host in enumerate(hosts)}
    judged = {(i, j): p for i in hosts for j, p in near.get(i, {}).items() if j in place}
    chances = {(place[i], place[j]): p for (i, j), p in judged.items() if p > 0}
    chances |= dict.fromkeys(_alike([home[i] for i in hosts]), 1.0)
    apart = {(place[i], place[j]) for (i, j), p in judged.items() if p == BARRED}
    apart |= set(_alike([story.mentions[i].report for i in hosts]))
    return {pair: p for pair, p in chances.items() if pair not in apart}, sorted(apart)


def _alike(names: Sequence[str]) -> Iterator[Pair]:
    """The pairs of places that hold one name."""
    places: dict[str, list[int]] = defaultdict(list)
    for k, name in enumerate(names):
        places[name].append(k)
    for some in places.values():
        yield from combinations(some, 2)


def _tells_more(story: Story, members: Sequence[int], home: Mapping[int, str], tellers: Mapping[str, set[str]]) -> bool:
    """Whether some details are told by several reports, and not by just those that tell their claim."""
    hosts = [story.details[n].mention for n in members]
    reports = {story.mentions[i].report for i in hosts}
    claims = {home[i] for i in hosts}
    if len(reports) < 2:
        return False
    return len(claims) > 1 or reports != tellers[claims.pop()]


def _claim(story: Story, members: Sequence[int], home: Mapping[int, str]) -> str:
    """The claim that most of some details are of; the first of several."""
    claims = [home[story.details[n].mention] for n in members]
    return min(set(claims), key=lambda c: (-claims.count(c), c))
