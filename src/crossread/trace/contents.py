"""What a saying holds: content grown to whole quotations and the sentence's end, cut where the report goes on."""

import re

import msgspec

from crossread.model.annotated import Annotated
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.words import fold
from crossread.trace.cues import Cues
from crossread.trace.saying import APART, Saying

# Characters that a sentence may go on for after what the annotator took for the whole content.
LONGEST_REST = 120


def joined(told: list[Saying], found: Saying) -> list[Saying]:
    """A list with one more saying; where its cue is there already, that one takes over what else it says."""
    for i, known in enumerate(told):
        if known.cue.overlaps(found.cue):
            more = [c for c in found.content if not any(c.overlaps(k) for k in known.content)]
            content = tuple(sorted((*known.content, *more)))
            told[i] = msgspec.structs.replace(known, content=content, hedges=known.hedges or found.hedges)
            return told
    return [*told, found]


def without(saying: Saying, aside: list[Saying]) -> Saying:
    """A saying's content up to an "according to …" set after it: that one stands outside."""
    content = []
    for part in saying.content:
        if any(a.source is not None and a.cue != saying.cue and a.cue.start == part.start for a in aside):
            continue  # the "according to A" itself
        cut = min((a.cue.start for a in aside if part.covers(a.cue) and part.start < a.cue.start), default=part.end)
        content.append(Extent(part.start, cut))
    return msgspec.structs.replace(saying, content=tuple(content))


OPENING = '"“«„'
"""Marks behind a colon that open the denial's own words, which are read with it."""


def but_denied(text: str, saying: Saying, told: list[Saying]) -> Saying:
    """A saying's content without the relative clause by which another denies it (", which Tunis denies"), and of a
    denial without what is told after a colon: that stands against what is denied."""
    content = list(saying.content)
    for other in (t for t in told if t.denies and t.cue != saying.cue and t.content[0].covers(t.cue)):
        clause = other.content[0]
        content = [Extent(c.start, min(c.end, clause.start)) if c.covers(clause) else c for c in content]
    if saying.denies:
        colon = text.find(": ", max(saying.cue.end, content[-1].start), content[-1].end)
        free = '"' not in text[saying.start : max(colon, saying.start)] and text[colon + 2 : colon + 3] not in OPENING
        if colon >= 0 and free and saying.source is not None and saying.source.start < saying.cue.start:
            content[-1] = Extent(content[-1].start, colon)
    content = [c for c in content if c.end > c.start and text[c.start : c.end].strip(" ,")]
    return msgspec.structs.replace(saying, content=tuple(content)) if content else saying


def to_the_end(annotated: Annotated, saying: Saying, told: list[Saying], table: Cues, tree: Tree) -> Saying:
    """ "X said that A, and B": what follows in the sentence is said too, unless another speaks in it."""
    home = annotated.sentence_number(saying.cue.start)
    last = saying.content[-1]
    cue = fold(saying.cue.of(annotated.report.text).split(" ")[-1].strip(",:"))
    if home is None or last.start < saying.cue.end or cue in table.weak or cue not in table.say:
        return saying
    end = annotated.sentences[home].end
    rest = Extent(last.end, end)
    if any(_leans_on(tree, verb, rest) for verb in tree.inside(saying.cue)):
        return saying
    if not 0 < rest.end - rest.start <= LONGEST_REST or any(s.cue.overlaps(rest) for s in told):
        return saying
    if not annotated.report.text[last.end : last.end + 2].strip(" \"”'’").startswith((",", "b", "a")):
        return saying
    return msgspec.structs.replace(saying, content=(*saying.content[:-1], Extent(last.start, end)))


def _leans_on(tree: Tree, verb: int, rest: Extent) -> bool:
    """Whether a verb of saying only opens a sentence whose own clause follows ("Now that X has claimed A, B", "Reen,
    who said A, B")."""
    over = tree.tokens[verb].head
    if any(tree.lower[c] == "as" for c in tree.children[verb]):
        return False  # "As the ministry says, …"
    if tree.tokens[verb].deprel == "acl:relcl":
        return any(rest.start <= tree.tokens[t].start < rest.end for t in tree.ancestors(verb))
    return tree.tokens[verb].deprel == "advcl" and over >= 0 and rest.start <= tree.tokens[over].start < rest.end


def whole_quotations(saying: Saying, quoted: list[Extent]) -> Saying:
    """A saying whose content holds every quotation whole that it holds a part of."""
    content = []
    for part in saying.content:
        over = [q for q in quoted if q.overlaps(part) and not q.covers(saying.cue)]
        content.append(Extent(min([part.start, *(q.start for q in over)]), max([part.end, *(q.end for q in over)])))
    return msgspec.structs.replace(saying, content=tuple(dict.fromkeys(content)))


def near(
    annotated: Annotated, content: tuple[Extent, ...], cue: Extent | None, quoted: list[Extent]
) -> tuple[Extent, ...]:
    """The content as far as it lies in the cue's own sentence, and quotations in the sentences beside it.

    The annotator's linking reaches over to contents of other sayings at times.
    """
    home = annotated.sentence_number(cue.start) if cue is not None else None
    if cue is None or home is None:
        return content
    out: list[Extent] = []
    for i in (home - 1, home, home + 1):
        if not 0 <= i < len(annotated.sentences):
            continue
        s = annotated.sentences[i]
        parts = [c for c in content if c.start < s.end and s.start < c.end]
        if i != home:
            if any(a.cue and s.start <= a.cue[0].start < s.end for a in annotated.attributions):
                continue
            parts = [q for q in quoted if any(q.overlaps(c) for c in parts)]
        out += [Extent(max(c.start, s.start), min(c.end, s.end)) for c in parts if c.start < s.end and s.start < c.end]
    return tuple(out)


def cut(saying: Saying, tree: Tree, table: Cues) -> Saying:
    """ "X said no and went on to win", "X accuses Y, offering a reward": what X does besides saying is the report's."""
    if saying.source is None:
        return saying
    own = [c for v in tree.inside(saying.cue) for c in tree.children[v] if _does(tree, v, c, saying, table)]
    if not own:
        return saying
    first = min(min(tree.subtree(c)) for c in own)
    place = tree.tokens[first].start
    content = [Extent(c.start, min(c.end, place)) if c.start < place else c for c in saying.content]
    kept = tuple(c for c in content if c.start < place and c.end > c.start)
    return msgspec.structs.replace(saying, content=kept) if kept else saying


LATER = re.compile(
    r",\s(?:just |only |barely |less than |more than )?(?:(?:an?|two|three|four|five|six|several|a few|\d+) )?"
    r"(?:minute|hour|day|week|month|year)s? (?:after|before)\s",
)
"""Where a report goes on to tell when it was in regard to what else happened: its own words, not those of who spoke."""


def of_its_clause(tree: Tree, verb: int, content: tuple[Extent, ...], quoted: list[Extent]) -> tuple[Extent, ...]:
    """Content less what stands before the clause in which its verb is only a circumstance ("it is at odds with them
    since June, when the Union accused them of …") or an aside to a noun ("…, a step that Tunis denounced")."""
    clause = tree.subtree(verb)
    content = _in_relative(tree, verb, clause, content, quoted)
    opening = {tree.lower[c] for c in tree.children[verb] if tree.tokens[c].deprel in ("mark", "advmod")}
    deprel, over = tree.tokens[verb].deprel, tree.tokens[verb].head
    first = clause[0]
    if deprel == "acl:relcl" and over >= 0 and tree.tokens[over].deprel in ("appos", "parataxis"):
        first = min(tree.subtree(over))
    elif not (deprel in ("advcl", "acl:relcl", "advcl:relcl") and opening & APART):
        return content
    place = tree.tokens[first].start
    return tuple(c for c in content if c.start >= place or any(c.overlaps(q) for q in quoted))


def _in_relative(
    tree: Tree, verb: int, clause: list[int], content: tuple[Extent, ...], quoted: list[Extent]
) -> tuple[Extent, ...]:
    """Content within the relative clause of its verb, where a comma ends that ("the bridge, which engineers said was
    safe, | collapsed")."""
    after = clause[-1] + 1
    ends = after < len(tree.words) and tree.words[after] in (",", "—", "–")
    if tree.tokens[verb].deprel != "acl:relcl" or not ends or clause[-1] <= verb:
        return content
    end = tree.tokens[clause[-1]].end
    if any(c.overlaps(q) for c in content for q in quoted) or content[0].start >= end:
        return content
    return tuple(Extent(c.start, min(c.end, end)) for c in content if c.start < end)


def without_circumstance(text: str, saying: Saying) -> Saying:
    """A saying's content up to where the report tells what had happened hours or days before or after."""
    last = saying.content[-1]
    found = LATER.search(text, last.start, last.end)
    if found is None or '"' in last.of(text) or "“" in last.of(text) or found.start() <= last.start:
        return saying
    return msgspec.structs.replace(saying, content=(*saying.content[:-1], Extent(last.start, found.start())))


def _does(tree: Tree, verb: int, child: int, saying: Saying, table: Cues) -> bool:
    """Whether a clause joined to a verb of saying tells another act of its subject's, after what is said."""
    token = tree.tokens[child]
    if token.upos != "VERB" or tree.lower[child] in table.say | table.deny or tree.tokens[verb].upos != "VERB":
        return False
    joined = token.deprel == "conj" and tree.subject(child) is None
    beside = token.deprel == "advcl" and tree.lower[child].endswith("ing") and tree.child(child, "mark") is None
    return (joined or beside) and token.start > saying.cue.end
