"""Tells: whether an attribution of the annotator's tells a saying, by its cue, its place and who speaks."""

import re

from crossread.model.annotated import Attribution
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.withheld import BELIEVING
from crossread.model.words import WORD, fold
from crossread.trace.cues import Cues
from crossread.trace.heard import hears

_CONCEDING = re.compile(
    r"\b(?:not|n['’]t|never)\s(?:\w+\s)?(?:dispute|deny|contest|contradict|quarrel with|object to)\b", re.I
)
"""Words by which somebody lets stand what others say."""
_BY_WHOM = re.compile(r"(?:as )?per|courtesy of|on the word of", re.I)
"""Cues without a verb that name whose account a sentence gives …"""
_WHOSE = re.compile(
    r"(?:own )?(?:judge?ment|opinion|view|version|account|telling|count|reckoning|estimate|calculations?)", re.I
)
"""… and those behind its owner: "by its own account"."""
_LISTING = frozenset(
    """show shows showed list lists listed give gives gave record records recorded contain contains contained
    name names named indicate indicates indicated detail details detailed mention mentions mentioned""".split()
)
"""What a document does with what stands in it."""
_SEEING = frozenset({"sees"})
"""Verbs of seeing that tell a view, where somebody has one: "Caracas sees another motive"."""
_EXPECTING = frozenset("hope hopes hoped fear fears feared expect expects expected".split())
"""What came "as they had hoped" is not on their word."""
NEAR = 6
"""Tokens of a cue and of what is above it in which a word of facing is looked for."""
_RELATIVE = frozenset({"who", "whom", "which", "what", "that", "whose", "where"})


def behind_as(tree: Tree, found: Attribution, table: Cues) -> Extent | None:
    """The verb of saying of "…, as the police reported", of which the annotator's cue has the "as" alone, or None."""
    if len(found.cue) != 1 or not found.source or fold(found.cue[0].of(tree.text)) != "as":
        return None
    speaker = tree.inside(found.source[0])
    verb = next((i for i in range(speaker[-1] + 1, len(tree.lower)) if tree.tokens[i].upos != "AUX"), None)
    if verb is None or tree.lower[verb] not in table.say - table.everyday - _EXPECTING:
        return None
    return Extent(tree.tokens[verb].start, tree.tokens[verb].end)


CHARGES = frozenset(
    """accusation accusations allegation allegations criticism criticisms complaint complaints suspicion suspicions
    charge charges claim claims rumour rumours rumor rumors""".split()
)
"""Nouns of what others hold against somebody."""
UNVOUCHED = CHARGES | frozenset(
    """report reports speculation suggestion suggestions fear fears concern concerns warning warnings belief beliefs
    assumption assumptions prediction predictions""".split()
)
"""Nouns whose clause nobody vouches for, though it is not said who says so ("reports that a boat sank")."""
_FACING = frozenset(
    """face faces faced facing draw draws drew drawn drawing attract attracts attracted attracting prompt prompts
    prompted prompting weather weathered open subject hit rocked dogged plagued stung shaken embroiled battling
    investigated investigation fire pressure trial""".split()
)
"""Words by which somebody is told to have them held against them."""


def is_accused(tree: Tree, cue: Extent) -> bool:
    """Whether a cue tells of whom others hold something against ("faces allegations"), and not of who says so."""
    for i in tree.inside(cue):
        if tree.lower[i] in CHARGES and tree.tokens[i].upos == "NOUN":
            above = [tree.lower[t] for t in (*tree.ancestors(i), *tree.inside(cue)) if t != i][:NEAR]
            return any(w in _FACING for w in above)
    return False


def says_nothing(tree: Tree, cue: Extent, words: list[str], table: Cues) -> bool:
    """ "Did not disclose", "declined to comment": nothing is said; but "does not believe" tells what is not so, and who
    does not dispute a thing lets it stand."""
    negated = any(w in table.negations or w.endswith(("n't", "n’t")) for w in words)
    fails = any(w in table.failing - table.deny for w in words)
    return fails or (negated and not any(w in BELIEVING for w in words) and not concedes(cue.of(tree.text)))


def concedes(cue: str) -> bool:
    """Whether a cue's words let stand what others say ("does not dispute")."""
    return _CONCEDING.search(cue) is not None


def tells(tree: Tree, found: Attribution, cue: Extent, content: tuple[Extent, ...], table: Cues) -> bool:
    """Whether a cue is one of saying: a verb that always is, one that can be with a clause after it, one that stands
    behind all of what is told, or a document's."""
    words = [fold(w) for e in found.cue for w in WORD.findall(e.of(tree.text))]
    if "according" in words or any(w in table.nouns or w in table.documents for w in words):
        return True
    if any((w in table.deny or w in table.say) and w not in table.everyday for w in words):
        return True
    if any(w in table.weak for w in words) and content[0].of(tree.text).split(" ", 1)[0] in ("that", "whether"):
        return True
    if not found.source:
        return _views(tree, cue, words, table)
    if _BY_WHOM.fullmatch(cue.of(tree.text)) is not None:
        return True
    if hears(tree, found.source[0], cue, table):
        return any(tree.tokens[i].upos in ("VERB", "AUX") for c in content for i in tree.inside(c))
    before = tree.text[: found.source[0].start].rstrip().lower()
    if _WHOSE.fullmatch(cue.of(tree.text)) is not None:
        return before.endswith(("by", "in", "on", "to"))
    if _trails(tree, found, cue, content, table) or _lists(tree, found, words, table):
        return True
    return _opens(tree, found, cue, content)


def _opens(tree: Tree, found: Attribution, cue: Extent, content: tuple[Extent, ...]) -> bool:
    """ "The union goes further: everything stood still": a colon between who speaks and what they say."""
    text = tree.text
    colon = text[cue.start : content[0].start].rstrip().endswith(":")
    clause = any(tree.tokens[i].upos in ("VERB", "AUX") for i in tree.inside(content[0]))
    return colon and clause and found.source[-1].end <= content[0].start


def _trails(tree: Tree, found: Attribution, cue: Extent, content: tuple[Extent, ...], table: Cues) -> bool:
    """ "…, the company maintains": a clause stands whole before who tells it and how, behind a comma."""
    first = min(found.source[0].start, cue.start)
    verbs = [i for i in tree.inside(cue) if tree.tokens[i].upos == "VERB" or tree.lower[i] in table.say]
    speaker = tree.inside(found.source[0])
    if not verbs or not speaker or content[-1].end > first or tree.lower[speaker[0]] in _RELATIVE:
        return False
    if tree.child(verbs[-1], "aux:pass") is not None:
        return False  # "…, has been answered by a countersuit"
    clause = any(tree.tokens[i].upos in ("VERB", "AUX") for c in content for i in tree.inside(c))
    return clause and tree.text[content[-1].end : first].strip(" \"”'’") in (",", "–", "—", "--")


def _lists(tree: Tree, found: Attribution, words: list[str], table: Cues) -> bool:
    """ "The log shows a call at nine", "Caracas sees another motive": what stands in a document, or is a view."""
    speaker = tree.top(tree.inside(found.source[0]))
    if speaker is None:
        return False
    word = tree.lower[speaker]
    if word in table.documents:
        return any(w in _LISTING for w in words)
    return any(w in _SEEING for w in words) and _has_view(tree, speaker, table)


def _views(tree: Tree, cue: Extent, words: list[str], table: Cues) -> bool:
    """ "Caracas, however, sees another motive", of which the annotator has missed who has the view."""
    inside = tree.inside(cue)
    subject = tree.subject(inside[-1]) if inside else None
    return any(w in _SEEING for w in words) and subject is not None and _has_view(tree, subject, table)


def _has_view(tree: Tree, speaker: int, table: Cues) -> bool:
    return tree.tokens[speaker].upos == "PROPN" or tree.lower[speaker] in table.organisation
