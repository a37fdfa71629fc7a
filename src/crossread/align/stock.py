"""What almost every story tells in ever other words: that the cause of what happened is not known.

"Still unclear how it started", "no word on what caused it", "remains a mystery": such tellings share no word, and lie
far apart for every model of likeness. They are always shown to the pair model, which then decides.
"""

import re

from crossread.align import candidates
from crossread.model.mention import Mention

OPEN = re.compile(
    r"\b(?:unclear|not (?:yet |immediately )?(?:been )?(?:known|clear|certain|determined|established|explained)|"
    r"unknown|unexplained|(?:is|are|was|were)n['’]t (?:clear|known|sure|certain)|(?:not|un)[ -]?(?:sure|certain)|"
    r"(?:do|does|did)(?:n['’]t| not) (?:yet )?know|no (?:word|explanation|indication|idea|clue|answer)|mystery|"
    r"yet to (?:determine|establish|say|explain|find|learn|identify)|(?:nobody|no one) knows|"
    r"(?:cannot|can['’]t|could not|couldn['’]t|unable to) (?:yet )?(?:say|tell|explain)|"
    r"nothing (?:is|was) (?:yet )?known)\b",
    re.I,
)
"""Words by which something is left open."""
CAUSE = re.compile(
    r"\b(?:cause[sd]?|why|how(?! (?:many|much|long|far|often|soon|big|large|serious|badly|quickly|fast))|"
    r"what (?:had |has )?(?:happened|caused|led|set|started|brought|went|made|triggered|sparked|was behind|is behind)|"
    r"reasons?|origins?|motives?)\b",
    re.I,
)
"""Words for a cause."""
ODDS = 0.5
"""Log odds that two of them tell one claim, before the pair model is asked. In 16 situations of the corpus' wordings
that were written to mislead (``open_*``) 12 of 14 right pairs are then joined and 3 of 5 wrong ones; with 0 9 and 1."""


def leaves_cause_open(mention: Mention) -> bool:
    """Whether a mention tells that a cause is not known."""
    return OPEN.search(mention.text) is not None and CAUSE.search(mention.text) is not None


def pairs(mentions: tuple[Mention, ...]) -> set[tuple[int, int]]:
    """Pairs i < j of mentions in two reports that both leave a cause open."""
    return set(candidates.across(mentions, [i for i, m in enumerate(mentions) if leaves_cause_open(m)]))
