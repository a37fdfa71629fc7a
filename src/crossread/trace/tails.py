"""Sayings by the commonest shape of news English: "…, the ministry said on Friday." at a sentence's end.

All of the sentence before the comma is what is said. The shape is read from the words themselves, since a parse of a
long sentence goes wrong more often than the shape does.
"""

from collections.abc import Iterator
from itertools import takewhile

import msgspec

from crossread.model.annotated import Annotated, Sentence
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues
from crossread.trace.saying import Saying

# Words that a source's phrase between the comma and the verb may have, and words that may follow the verb.
LONGEST_SOURCE = 24
LONGEST_REST = 12
# Words before the verb where a line's end has torn "X said" off.
LONGEST_BROKEN = 6
_BREAKS = frozenset({",", "”", '"', "’", "--", "—", "–"})
_STOPS = frozenset({".", "!", "?"})
# Words with which what is said goes on after "…, say two bankers, though …".
_ON = frozenset({"though", "although", "but", "because", "while", "if", "even", "since", "unless", "and"})
# Words that tell whose or from where a source is: they go on with it.
_OF_WHOM = frozenset({"of", "from", "for", "with"})
# What follows a verb of saying where its content follows it.
_CONTENT = frozenset({"that", "whether", "if", "it", "he", "she", "they", "there", "the", "a", "an", ":"})


def find(annotated: Annotated, tree: Tree) -> Iterator[Saying]:
    """The sayings at the ends of sentences, in order."""
    before: Sentence | None = None
    for sentence in annotated.sentences:
        for part in parts(tree, sentence):
            found = _broken_off(tree, before, part) or _quoting(tree, part)
            found = found or _in_the_middle(tree, part) or _at_end(tree, part)
            if found is not None:
                yield found
                yield from _citing(tree, part, found)
            before = part


def parts(tree: Tree, sentence: Sentence) -> list[Sentence]:
    """A sentence cut at its semicolons, where each part has a verb of saying: "lack of parts, says the firm; money,
    says an engineer". A semicolon inside a quotation cuts nothing."""
    ends = [i for i in range(sentence.first, sentence.last) if tree.lower[i] == ";"]
    if not ends:
        return [sentence]
    quoted = [q.extent for q in quotations(tree.text)]
    ends = [i for i in ends if not any(q.start < tree.tokens[i].start < q.end for q in quoted)]
    bounds = list(zip([sentence.first, *(e + 1 for e in ends)], [*ends, sentence.last], strict=True))
    if not ends or not all(any(tree.lower[i] in cues().say for i in range(a, b)) for a, b in bounds):
        return [sentence]
    return [Sentence(tree.tokens[a].start, tree.tokens[b - 1].end, a, b) for a, b in bounds]


_ASIDE = frozenset({",", "--", "—", "–"})
_TO_WHOM = frozenset({"told", "tells", "tell"})
_RELATIVE = frozenset({"who", "whom", "which", "what", "where", "that", "whose", "when", "while", "how", "why"})
_PARTICIPLES = frozenset({"amod", "acl", "acl:relcl", "compound"})
_MARKS = frozenset({'"', "“", "”", "«", "»", "''", "``"})


def _broken_off(tree: Tree, before: Sentence | None, sentence: Sentence) -> Saying | None:
    """A quotation and its "X said" torn apart by a line's end: the sentence before ends with a comma and a mark."""
    if before is None or tree.text[before.start : before.end].rstrip()[-2:] not in (',"', ",”"):
        return None
    last = min(sentence.last, sentence.first + LONGEST_BROKEN)
    verb = next((i for i in range(sentence.first, last) if tree.lower[i] in cues().say), None)
    if verb is None or verb == sentence.first:
        return None
    source = tree.extent(range(sentence.first, verb))
    rest = Extent(tree.tokens[verb].end, tree.tokens[sentence.last - 1].end)
    content = tree.extent(range(before.first, before.last))
    cue = Extent(tree.tokens[verb].start, tree.tokens[verb].end)
    return Saying(before.start, source, cue, (content, rest) if rest.end - rest.start > 2 else (content,))


def _quoting(tree: Tree, sentence: Sentence) -> Saying | None:
    """ "…, the agency quoted an official as saying": the whole sentence is the agency's, through the official."""
    for i in range(sentence.first + 1, sentence.last - 1):
        if tree.lower[i] in ("quoted", "cited", "quotes", "cites") and "saying" in tree.lower[i : i + LONGEST_SOURCE]:
            first = i
            while first > sentence.first and tree.lower[first - 1] not in _BREAKS:
                first -= 1
            last = tree.lower.index("saying", i)
            end = next((j for j in range(i + 1, last + 1) if tree.lower[j] in ("as", "saying")), last)
            if first == i or end == i + 1 or last >= sentence.last:
                return None
            parts = [range(sentence.first, first - 1), range(last + 1, sentence.last)]
            content = tuple(tree.extent(p) for p in parts if len(p) > 1)
            cue = tree.extent(range(i, last + 1))
            outer = tree.extent(range(first, i))
            through = tree.extent(range(i + 1, end))
            return Saying(content[0].start, outer, cue, content, through=through) if content else None
    return None


def _citing(tree: Tree, sentence: Sentence, outer: Saying) -> Iterator[Saying]:
    """ "…, the paper reported, citing officials": the officials stand behind all that the paper reported."""
    for i in range(sentence.first, sentence.last - 1):
        if tree.lower[i] == "citing" and tree.tokens[i].start > outer.cue.start and outer.source is not None:
            end = next((j for j in range(i + 1, sentence.last) if tree.lower[j] in _BREAKS | _STOPS), sentence.last)
            cue = Extent(tree.tokens[i].start, tree.tokens[i].end)
            if end > i + 1:
                yield Saying(outer.start, tree.extent(range(i + 1, end)), cue, outer.content)


def _in_the_middle(tree: Tree, sentence: Sentence) -> Saying | None:
    """ "Most of it, say diplomats, came from …": verb and source stand between a subject and its verb."""
    for verb in range(sentence.first + 2, sentence.last - 2):
        if tree.lower[verb] not in cues().say - cues().weak - _TO_WHOM or tree.lower[verb - 1] not in _ASIDE:
            continue
        end = next((i for i in range(verb + 1, sentence.last - 1) if tree.lower[i] in _ASIDE), verb)
        clause = next((i for i in range(verb + 1, end) if tree.lower[i] in _RELATIVE), end)
        kinds = {tree.tokens[i].upos for i in range(verb + 1, clause)}
        plain = bool(kinds & {"NOUN", "PROPN"}) and not kinds & {"VERB", "AUX", "SCONJ"}
        plain = plain and "that" not in tree.lower[verb:end]
        opened = tree.tokens[verb + 1].upos in ("DET", "NOUN", "PROPN", "ADJ", "NUM")
        follows = tree.tokens[end + 1].upos in ("VERB", "AUX") and not tree.lower[end + 1].endswith("ing")
        before = range(sentence.first, verb - 1)
        named = all(tree.tokens[i].upos not in ("VERB", "AUX", "SCONJ") for i in before)
        if plain and opened and follows and named and verb < clause <= verb + LONGEST_SOURCE:
            source, rest = tree.extent(range(verb + 1, end)), tree.extent(range(end + 1, sentence.last))
            said = _saying(tree, verb, source, tree.extent(before))
            return msgspec.structs.replace(said, content=(*said.content, rest))
    return None


def _at_end(tree: Tree, sentence: Sentence) -> Saying | None:
    table = cues()
    for verb in range(sentence.last - 1, sentence.first, -1):
        word = tree.lower[verb]
        if tree.tokens[verb].upos != "VERB" or word not in table.say or (word in table.weak and word != "added"):
            continue
        before = _before(tree, verb, sentence)
        if word in ("told", "tells") or (before is not None and _after_mark(tree, before)):
            return before
        return _after(tree, verb, sentence) or before
    return None


def _after_mark(tree: Tree, saying: Saying) -> bool:
    """Whether a source stands right behind a closing quotation mark: "…," X, the minister, said."""
    return saying.source is not None and tree.text[: saying.source.start].rstrip()[-1:] in '”"’'


def _before(tree: Tree, verb: int, sentence: Sentence) -> Saying | None:
    """ "…, X said": the source stands between the comma and the verb."""
    rest = [w for w in tree.lower[verb + 1 : sentence.last] if w not in _STOPS]
    if len(rest) > LONGEST_REST or (rest and rest[0] in _CONTENT):
        return None
    first = verb
    while first > sentence.first and verb - first < LONGEST_SOURCE and tree.lower[first - 1] not in _BREAKS:
        first -= 1
    first = _apposed(tree, first, verb, sentence)
    while first < verb and tree.lower[first] in ("also", "and", "but", "however"):
        first += 1
    inside = range(first, verb)
    comma = first - 1
    if comma <= sentence.first or tree.lower[comma] not in _BREAKS or not inside:
        return None
    last = verb
    while last > first and tree.tokens[last - 1].upos in ("ADV", "AUX"):
        last -= 1
    named = [i for i in range(first, last) if tree.tokens[i].upos in ("NOUN", "PROPN", "PRON", "NUM")]
    opened = tree.tokens[first].upos in ("SCONJ", "CCONJ", "VERB", "AUX", "ADP") or tree.lower[first] in _RELATIVE
    reduced = tree.tokens[verb].deprel == "acl:relcl" and tree.tokens[verb].head in inside
    if not named or opened or (reduced and tree.subject(verb) in inside):
        return None  # "…, a step Tunis denounced"
    clause = next((i for i in range(first, last) if tree.lower[i] in ("who", "which")), last)
    if any(tree.tokens[i].upos == "VERB" and tree.lower[i] in cues().say for i in range(first, clause)):
        return None  # "Keeping her on the line, Holt said she told …"
    if any(tree.tokens[i].upos in ("SCONJ", "AUX") for i in range(first, clause)):
        return None
    return _saying(tree, verb, tree.extent(range(first, last)), tree.extent(range(sentence.first, comma)))


def _apposed(tree: Tree, first: int, verb: int, sentence: Sentence) -> int:
    """Where "X, the minister, said" breaks at its own comma, the start of X."""
    if tree.lower[verb - 1] != "," or first != verb:
        return first
    inner = verb - 1
    while inner > sentence.first and tree.lower[inner - 1] != ",":
        inner -= 1
    outer = inner - 1
    while outer > sentence.first and tree.lower[outer - 1] not in _BREAKS and inner - outer < LONGEST_SOURCE:
        outer -= 1
    return outer if outer > sentence.first else first


def _after(tree: Tree, verb: int, sentence: Sentence) -> Saying | None:
    """ "…," said X: the source follows the verb to the sentence's end."""
    if verb - 1 <= sentence.first or tree.lower[verb - 1] not in _BREAKS:
        return None
    rest = [i for i in range(verb + 1, sentence.last) if tree.lower[i] not in _STOPS]
    if tree.lower[verb].endswith("ing"):
        return None
    if not rest or tree.tokens[rest[0]].upos not in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"):
        return None
    whole = any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(sentence.first, verb - 1))
    if not whole and not _answer(tree, sentence, verb, rest):
        return None  # "X, the minister, said the plan …"
    stop = next((i for i in rest if _goes_on(tree, i)), None)
    source = rest if stop is None else [i for i in rest if i < stop]
    aside = next((i for i in source if i + 1 in source and tree.lower[i] == "," and tree.lower[i + 1] in _ON), None)
    if aside is not None and all(tree.tokens[i].upos not in ("VERB", "AUX") for i in range(aside, sentence.last)):
        aside = None  # "GM's sales, service, and marketing president"
    if aside is not None:
        source = [i for i in source if i < aside]
    quoted = next((i for i in source if tree.words[i] in _MARKS), None)
    if quoted is not None:
        source = [i for i in source if i < quoted]
    while source and tree.lower[source[-1]] in _BREAKS:
        source.pop()
    if not source or any(tree.tokens[i].upos in ("AUX", "SCONJ") for i in source):
        return None
    clause = next((i for i in source if tree.lower[i] in _RELATIVE), source[-1] + 1)
    if any(tree.tokens[i].upos == "VERB" and tree.tokens[i].deprel not in _PARTICIPLES for i in source if i < clause):
        return None  # "the Rescue Board stopped him"
    if not any(tree.tokens[i].upos in ("NOUN", "PROPN", "PRON") for i in source):
        return None
    said = _saying(tree, verb, tree.extent(source), tree.extent(range(sentence.first, verb - 1)))
    if aside is None:
        return said
    return msgspec.structs.replace(said, content=(*said.content, tree.extent(range(aside + 1, sentence.last))))


def _goes_on(tree: Tree, i: int) -> bool:
    """Whether a token after "…, said X" begins what is no part of X: "adding", "on Monday", ", after a day"."""
    if tree.lower[i] in ("adding", "noting", "saying", "citing", "during", "on"):
        return True
    return tree.lower[i - 1] == "," and tree.tokens[i].upos == "ADP" and tree.lower[i] not in _OF_WHOM


def _answer(tree: Tree, sentence: Sentence, verb: int, rest: list[int]) -> bool:
    """Whether what stands before ", says X" is an answer in a word or two ("Sixty per cent, says the company"): it
    names nobody, and X is a plain noun phrase."""
    before = [tree.tokens[i].upos for i in range(sentence.first, verb - 1)]
    source = list(takewhile(lambda i: tree.lower[i] not in (",", ";"), rest))
    names = any(upos in ("PROPN", "PRON") for upos in before)
    plain = tree.tokens[rest[0]].upos in ("DET", "PROPN", "NOUN")
    return plain and not names and not any(tree.tokens[i].upos in ("VERB", "AUX") for i in source)


def _saying(tree: Tree, verb: int, source: Extent, content: Extent) -> Saying:
    token = tree.tokens[verb]
    return Saying(content.start, source, Extent(token.start, token.end), (content,))
