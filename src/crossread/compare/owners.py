"""Owners: whose a figure is, so that the dealers of one firm do not part from those of another."""

import re
from collections import defaultdict
from functools import cache

from crossread.model.story import Story

OWNING = frozenset({"person", "organisation"})
"""Kinds of actors that have what is counted; in a place the same may be counted under another name."""


class Owners:
    """The people and bodies that each mention of a story names, pronouns and subjects restored."""

    def __init__(self, story: Story) -> None:
        self._mentions = story.mentions
        self._named: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
        for actor in (a for a in story.actors if a.kind in OWNING):
            by_report: dict[str, set[str]] = defaultdict(set)
            for alias in actor.aliases:
                for span in alias.mentions:
                    by_report[span.report].add(alias.text)
            for report, names in by_report.items():
                any_of = "|".join(map(re.escape, sorted(names)))
                self._named[report].append((actor.id, re.compile(rf"(?<!\w)(?:{any_of})(?!\w)")))
        self.of = cache(self._of)

    def _of(self, index: int) -> frozenset[str]:
        """The ids of the actors that a mention names."""
        mention = self._mentions[index]
        return frozenset(i for i, name in self._named[mention.report] if name.search(mention.proposition))

    def part(self, i: int, j: int) -> bool:
        """Whether two mentions both name somebody, and nobody in common. Of the guesses and tensions between figures of
        which that is so none is right on corpus dev, the loose and the real stories."""
        mine, theirs = self.of(i), self.of(j)
        return bool(mine and theirs) and mine.isdisjoint(theirs)
