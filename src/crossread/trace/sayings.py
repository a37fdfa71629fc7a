"""Sayings: every place where a report tells that somebody said something, nested ones too.

The annotator's attributions are flat and may miss some; verbs of saying in the syntax add what lies inside them.
"""

import re

import msgspec

from crossread.model.annotated import Annotated, Attribution
from crossread.model.quotation import quotations
from crossread.model.refused import REFUSED
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.withheld import BELIEVING
from crossread.model.words import WORD, fold
from crossread.trace import frames, heard, noun_sayings, reckonings, speakers, tails
from crossread.trace.contents import (
    but_denied,
    cut,
    joined,
    near,
    of_its_clause,
    to_the_end,
    whole_quotations,
    without,
    without_circumstance,
)
from crossread.trace.cues import Cues, cues
from crossread.trace.mute import is_mute, is_no_speaker, names_nobody
from crossread.trace.noun_sayings import CLAUSES, denier, turns_down
from crossread.trace.saying import NOBODY, Saying, source_phrase, subject_in
from crossread.trace.tells import behind_as, concedes, is_accused, says_nothing, tells

# Characters of content: "he told him", "the matter" and other scraps of a wrong parse say nothing.
SHORTEST = 7
# Characters of a source's phrase; a longer one is a clause that the parse took for a noun.
LONGEST_SOURCE = 120
_TELLING = frozenset({"said", "says", "told"})
ACCUSING = frozenset(
    """accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected attribute attributes
    attributed ascribe ascribes ascribed""".split()
)
"""Verbs of which what somebody did stands behind who did it."""
_CLOSERS = frozenset({".", ",", ";", "”", '"', "!", "?"})
_OBJECTS = frozenset({"obj", "obl", "nmod"})


def find(annotated: Annotated, tree: Tree) -> tuple[Saying, ...]:
    """The sayings of a report in order of place."""
    table = cues()
    quoted = [q.extent for q in quotations(annotated.report.text) if q.kind == "speech"]
    aside = list(frames.find(annotated, tree))
    told = [*tails.find(annotated, tree), *aside]
    for attribution in annotated.attributions:
        found = _attributed(annotated, tree, attribution, quoted, table)
        if found is not None:
            told = joined(told, found)
    for i, word in enumerate(tree.lower):
        cue = Extent(tree.tokens[i].start, tree.tokens[i].end)
        inside = any(q.covers(cue) for q in quoted) and word not in _TELLING
        if inside:
            continue  # what a speaker says of saying is the speaker's
        if (word in table.say or word in table.deny) and not any(cue.overlaps(s.cue) for s in told):
            found = _from_syntax(tree, i, quoted, table)
            if found is not None:
                told.append(found)
    for more in (noun_sayings.find(tree, table), reckonings.find(annotated, tree), heard.find(tree, table)):
        told += [s for s in more if not any(s.cue.overlaps(t.cue) or _is_spared(s, t) for t in told)]
    told = [s for s in told if s.size >= SHORTEST and not UNNAMED.match(annotated.report.text, s.content[0].start)]
    told = [s for s in told if not (s.denies and _refuses(annotated.report.text, s))]
    told = [whole_quotations(s, quoted) for s in told if not is_mute(tree, s)]
    told = [s for s in (without(t, aside) for t in told) if s.content]
    told = [without_circumstance(annotated.report.text, s) for s in told]
    told = [but_denied(annotated.report.text, s, told) for s in told]
    told = [cut(to_the_end(annotated, s, told, table, tree), tree, table) for s in told]
    told = [_in_its_part(annotated, tree, s) for s in frames.limited(told, aside, annotated)]
    return tuple(sorted(told, key=lambda s: (s.start, s.cue, s.content)))


def _refuses(text: str, saying: Saying) -> bool:
    """Whether what looks like a denial refuses to grant something: "the judge denied bail"."""
    return REFUSED.match(text, saying.cue.start, saying.content[-1].end) is not None


def _is_spared(saying: Saying, told: Saying) -> bool:
    """Whether what nobody vouches for is on somebody's word anyway, who tells of it."""
    return saying.source is None and any(c.covers(saying.cue) for c in told.content)


def _in_its_part(annotated: Annotated, tree: Tree, saying: Saying) -> Saying:
    """A saying's content within its sentence ends at the semicolon beyond which somebody else speaks."""
    sentence = annotated.sentence_at(saying.cue.start)
    parts = tails.parts(tree, sentence) if sentence is not None else []
    if len(parts) < 2:
        return saying
    n = max((k for k, p in enumerate(parts) if p.start <= saying.cue.start), default=0)
    low = parts[n].start if n > 0 else 0
    high = parts[n].end if n + 1 < len(parts) else len(tree.text)
    content = tuple(
        Extent(max(c.start, low), min(c.end, high)) for c in saying.content if c.start < high and low < c.end
    )
    if not content:
        return saying
    return msgspec.structs.replace(saying, content=content, start=max(saying.start, low))


def _attributed(
    annotated: Annotated, tree: Tree, found: Attribution, quoted: list[Extent], table: Cues
) -> Saying | None:
    """An attribution of the annotator's, where its cue is one of saying or its content a quotation."""
    text = annotated.report.text
    if (behind := behind_as(tree, found, table)) is not None:
        found = msgspec.structs.replace(found, cue=(behind,))
    cue = _whole(found.cue)
    content = near(annotated, found.content, cue, quoted)
    if cue is None or not content:
        return None
    if sum(c.end - c.start for c in content) < SHORTEST and content[0].start >= cue.end:
        content = (Extent(cue.start, content[-1].end),)  # "now confirms it": the telling is what is told
    elif sum(c.end - c.start for c in content) < SHORTEST and fold(content[0].of(text)) in ("which", "that"):
        content = (Extent(content[0].start, cue.end),)  # "which the ministry has denied"
    words = [fold(w) for e in found.cue for w in WORD.findall(e.of(text))]
    if says_nothing(tree, cue, words, table):
        return None
    if any(w in table.deny or w in BELIEVING for w in words) and _is_nobody(tree, found.source):
        return None
    speech = any(c.overlaps(q) for c in content for q in quoted)
    if not speech and not tells(tree, found, cue, content, table):
        return None
    verb = next((i for i in tree.inside(cue) if tree.lower[i] in table.say | table.deny), None)
    if verb is not None and (
        _is_supposed(tree, verb) or _is_kept_from(tree, verb, table) or _is_made_to(tree, found, verb)
    ):
        return None
    if verb is not None and not found.source:
        content = _reported(tree, verb, content)
    if verb is not None and not (content := of_its_clause(tree, verb, content, quoted)):
        return None
    accused = is_accused(tree, cue)
    meant = None if accused else speakers.meant(tree, _whole(found.source))
    source = speakers.of_noun(tree, cue, table) or meant
    if source is not None and (is_no_speaker(tree, source, cue, verb, quoted) or speakers.is_aside(tree, source)):
        source = None
    if source is not None:
        source = speakers.of_a_letter(tree, source, table) or source
    if source is not None and verb is not None:
        source = subject_in(tree, source, verb)
    if source is None and not accused and verb is not None and (subject := speakers.of_verb(tree, verb)) is not None:
        source = tree.extent(source_phrase(tree, subject))
    if source is None:
        source = next((d for i in tree.inside(cue) if (d := denier(tree, i, table)) is not None), None)
    if source is not None:
        source = speakers.plain(text, source)
    if source is not None and (source.overlaps(cue) or names_nobody(tree, source, words, table)):
        return None
    if source is None and not (speech or accused or any(w in table.passives | table.nouns for w in words)):
        return None  # "services are expected to improve": nobody says so
    start = min(e.start for e in (*(() if source is None else (source,)), cue, *content))
    denies = any(w in table.deny for w in words) or _under_denial(tree, cue, table)
    denies = denies or any(turns_down(tree, i, table) for i in tree.inside(cue))
    denies = (denies and not concedes(cue.of(text))) or TAKEN_BACK.search(cue.of(text)) is not None
    hedges, doubts = any(w in table.evidential for w in words), DOUBTING.search(cue.of(text)) is not None
    return Saying(start, source, cue, content, denies, hedges, doubts=doubts)


UNNAMED = re.compile(
    r"(?:not to be (?:named|identified|quoted)|to (?:remain|stay|be kept) (?:anonymous|unnamed|unidentified)"
    r"|anonymity|(?:nothing|little|no more|no word)"
    r"(?= (?:after|before|about|until|when|at all|more|further|to)\b|[.,;]|\Z))\b"
)
"""Who asks for this, or says this, says nothing with it."""
TAKEN_BACK = re.compile(
    r"\b(?:abandon|withdr[ae]w|retract|drop|gave up|giv\w+ up)\w*\s(?:\w+\s){0,2}(?:claim|allegation)", re.I
)
"""Words by which somebody takes back what was said before."""
DOUBTING = re.compile(r"\bdoubt(?:s|ed|ing)?\b|\bstop\w* short of\b", re.I)
"""Words by which somebody leaves open what follows, or holds back from saying it."""


def _is_nobody(tree: Tree, source: tuple[Extent, ...]) -> bool:
    """Whether who would deny something is nobody ("no one disputes that"): nothing is denied then."""
    return next((tree.lower[i] for e in source for i in tree.inside(e)), "") in _NOBODY_AT_ALL


_NOBODY_AT_ALL = frozenset({"no", "nobody", "none", "neither", "few"})
"""Words that begin who does not deny."""


def _is_kept_from(tree: Tree, verb: int, table: Cues) -> bool:
    """Whether "denied" tells that something was not granted, and by nobody ("her tenure had been denied")."""
    passive = tree.child(verb, "aux:pass") is not None and speakers.agent(tree, verb) is None
    subject = tree.subject(verb)
    return passive and tree.lower[verb] == "denied" and subject is not None and tree.lower[subject] not in table.nouns


def _is_made_to(tree: Tree, found: Attribution, verb: int) -> bool:
    """Whether somebody only is to say a thing ("will force Reen to admit"): who is stands right before the "to"."""
    source = tree.inside(found.source[-1]) if found.source else []
    to = source[-1] + 1 if source else verb
    return tree.tokens[verb].deprel in ("xcomp", "ccomp") and to < verb and tree.lower[to] == "to"


def _reported(tree: Tree, verb: int, content: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """What "was reported" by nobody in particular: all of the clause, of which its subject alone says little ("a fault
    was reported on the cable"); any other content as it is."""
    subject = tree.child(verb, "nsubj:pass")
    if tree.lower[verb] != "reported" or subject is None or speakers.agent(tree, verb) is not None:
        return content
    if len(content) > 1 or not tree.extent(tree.subtree(subject)).covers(content[0]):
        return content
    besides = [c for c in tree.children[verb] if tree.tokens[c].deprel in ("advcl", "parataxis", "punct")]
    return (tree.extent(tree.subtree(verb, besides)),)


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Whether a verb is only supposed, its subject behind the auxiliary ("should he agree to go")."""
    subject = tree.subject(verb)
    return subject is not None and any(
        tree.lower[c] in ("should", "had", "were") and c < subject and tree.tokens[c].deprel.startswith("aux")
        for c in tree.children[verb]
    )


def _under_denial(tree: Tree, cue: Extent, table: Cues) -> bool:
    """ "disputed claims that": the noun of saying hangs on a verb of denying."""
    inside = [i for i in tree.inside(cue) if tree.tokens[i].upos == "NOUN"]
    return any(tree.tokens[i].head >= 0 and turns_down(tree, tree.tokens[i].head, table) for i in inside)


def _whole(extents: tuple[Extent, ...]) -> Extent | None:
    return Extent(extents[0].start, extents[-1].end) if extents else None


def _from_syntax(tree: Tree, verb: int, quoted: list[Extent], table: Cues) -> Saying | None:
    """A verb of saying with its subject and what it governs."""
    token, word = tree.tokens[verb], tree.lower[verb]
    if token.upos not in ("VERB", "AUX") and not (word in table.deny and token.upos != "NOUN"):
        return None
    to = next((c for c in tree.children[verb] if tree.lower[c] == "to"), None)
    led = to is not None and tree.tokens[to - 1].upos in ("NOUN", "PROPN", "PRON") and tree.lower[to - 1] != "you"
    if to is not None and (token.deprel in ("advcl", "acl") or (led and token.deprel == "xcomp")):
        return None  # "will go before Congress to explain it", "asked him to explain it": nothing is said yet
    if word in table.clausal and tree.child(verb, "ccomp") is None:
        return None  # 'she showed the “conduct of a guilty person”'
    subject = speakers.of_verb(tree, verb)
    content = _content(tree, verb, quoted, weak=word in table.weak)
    if subject is None or tree.lower[subject] in NOBODY:
        return None
    if sum(c.end - c.start for c in content) < SHORTEST and word in _TELLING:
        content = _rest(tree, verb)
    if not content:
        return None
    source = tree.extent(source_phrase(tree, subject))
    cue = Extent(token.start, token.end)
    if word in table.deny and fold(content[0].of(tree.text)) in ("which", "that") and content[0].start < cue.start:
        content = (Extent(content[0].start, cue.end),)  # "which the ministry denies"
    if word in table.deny | BELIEVING and _is_nobody(tree, (source,)):
        return None
    unsaid = any(tree.lower[c].replace("’", "'") in table.negations for c in tree.children[verb])
    negated = _is_supposed(tree, verb) or (unsaid and word not in BELIEVING)
    long = source.end - source.start > LONGEST_SOURCE
    if negated or long or source.overlaps(cue) or names_nobody(tree, source, [word], table):
        return None
    start = min(source.start, cue.start, content[0].start)
    return Saying(start, source, cue, content, word in table.deny)


def _rest(tree: Tree, verb: int) -> tuple[Extent, ...]:
    """What follows a verb that surely tells something, to the next stop, where the parse shows no clause."""
    end = next((i for i in range(verb + 1, len(tree.tokens)) if tree.lower[i] in _CLOSERS), len(tree.tokens))
    return (tree.extent(range(verb + 1, end)),) if end > verb + 2 else ()


def _content(tree: Tree, verb: int, quoted: list[Extent], weak: bool) -> tuple[Extent, ...]:
    """What a verb of saying governs: a clause, a quotation, the sentence that it stands in, or its object."""
    token = tree.tokens[verb]
    for c in tree.children[verb]:
        if tree.tokens[c].deprel in CLAUSES and not _is_found(tree, verb, c):
            # "Laos maintains the equipment failed": a parse often hangs the clause's subject on the verb above it.
            obj = tree.child(verb, "obj") if tree.tokens[c].deprel == "xcomp" else None
            raised = tree.subtree(obj) if obj is not None and verb < obj < c else []
            return (tree.extent([*raised, *tree.subtree(c)]),)
    if token.deprel == "parataxis" and token.head >= 0:
        cut = set(tree.subtree(verb))
        parts = [t for t in tree.subtree(token.head) if t not in cut]
        return _stretches(tree, parts)
    objects = [c for c in tree.children[verb] if tree.tokens[c].deprel in _OBJECTS]
    for c in objects:
        extent = tree.extent(tree.subtree(c))
        if any(extent.covers(q) for q in quoted):
            return (extent,)
    if weak or any(_is_found(tree, verb, c) for c in tree.children[verb]):
        return ()
    direct = tree.child(verb, "obj")
    if direct is not None:
        behind = (c for c in tree.children[verb] if c > direct)
        charge = (c for c in behind if tree.lower[min(tree.subtree(c))] in ("of", "for", "to"))
        held = next(charge, None) if tree.lower[verb] in ACCUSING else None  # "accused them of planning it"
        return (tree.extent([*tree.subtree(direct), *([] if held is None else tree.subtree(held))]),)
    if token.deprel == "acl:relcl" and token.head >= 0 and tree.subject(verb) is not None:
        return (tree.extent(source_phrase(tree, token.head)),)
    return ()


_FOUND_SO = frozenset(
    """dead alive unconscious unharmed unhurt injured wounded safe lying hiding floating hanged beaten shot stabbed
    buried trapped missing intact empty""".split()
)
"""How people and things are found, by those who come upon them."""


def _is_found(tree: Tree, verb: int, state: int) -> bool:
    """ "Police found two women dead": who comes upon a thing says nothing."""
    return tree.lower[verb] in ("found", "finds", "discovered") and tree.lower[state] in _FOUND_SO


def _stretches(tree: Tree, tokens: list[int]) -> tuple[Extent, ...]:
    out: list[list[int]] = []
    for t in tokens:
        if out and t == out[-1][-1] + 1:
            out[-1].append(t)
        else:
            out.append([t])
    return tuple(tree.extent(run) for run in out)
