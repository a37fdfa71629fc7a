"""What a verb joined to another shares with it though it stands before the first: "may have", "has not", "wants to"."""

from crossread.model.tree import NEGATING, Tree

MODAL = frozenset("will would can could may might shall should must 'll ’ll wo ca".split())
HELPING = frozenset("do does did".split())
BE = frozenset("be is are was were been being am 's ’s".split())
CHARGING = frozenset(
    """charged accused convicted arrested jailed sentenced killed wounded injured fined detained suspended sacked
    evacuated hospitalised hospitalized acquitted indicted""".split()
)
"""Participles that tell what is done to somebody also where nothing behind them says so."""
PAST = frozenset(
    """went said took came saw gave made told found got left held brought began kept led lost met paid sent sold built
    spent stood understood won wrote became fell felt grew knew rose ran spoke thought threw caught bought taught fought
    sought broke chose drove drew flew froze hid rode shook stole swore tore wore woke sank sang drank swam struck fed
    bled bred fled slid shot sat heard hung had was were did withdrew overcame underwent forbade""".split()
)
"""Past forms that no ending tells from a bare verb's."""
JOINED = frozenset({"or", "nor"})
"""Words over which a negation reaches: "has not paid or left"."""
UPWARD = frozenset({"xcomp"})


def shared(tree: Tree, head: int) -> list[int]:
    """The tokens before the first of joined verbs that belong to a later one too, in order; [] where it has a subject
    or helping verb of its own or its form does not fit them ("will go and said")."""
    token = tree.tokens[head]
    if token.deprel != "conj" or token.upos != "VERB" or _is_whole(tree, head):
        return []
    first = token.head
    while tree.tokens[first].deprel == "conj" and not _is_whole(tree, first) and tree.tokens[first].head >= 0:
        first = tree.tokens[first].head
    negations = [c for c in tree.children[first] if tree.lower[c] in NEGATING and c < first]
    helping = [c for c in tree.children[first] if tree.tokens[c].deprel in ("aux", "aux:pass") and c < first]
    joining = {tree.lower[c] for c in tree.children[head] if tree.tokens[c].deprel == "cc"}
    if negations and "but" in joining:
        return []  # "did not want to say, but let slip"
    reaches = bool(joining & JOINED)
    if helping:
        if not _fits(tree, head, first, helping) and not (negations and reaches):
            return []
        held = tree.lower[helping[-1]] in HELPING
        return sorted([*helping, *(negations if reaches or held else ())]) if reaches or held or not negations else []
    to = next((c for c in tree.children[first] if tree.lower[c] == "to" and tree.tokens[c].deprel == "mark"), None)
    if to is None or not _is_bare(tree.lower[head]):
        return []
    return [*governing(tree, first), to]


def governing(tree: Tree, head: int) -> list[int]:
    """The verbs over an infinitive or participle whose subject is its own, with their helping verbs and its "to"s, in
    order: "has agreed to" over "close"; [] where none is."""
    out: list[int] = []
    while tree.tokens[head].deprel in UPWARD and tree.tokens[head].head >= 0:
        above = tree.tokens[head].head
        if tree.tokens[above].upos not in ("VERB", "ADJ", "AUX") or tree.child(above, "obj", "iobj") is not None:
            break
        if out:
            out += [c for c in tree.children[head] if tree.lower[c] == "to"]
        out += [above, *(c for c in tree.verb_group(above) if c < above)]
        head = above
    return sorted(out)


def is_controlled(tree: Tree, head: int) -> bool:
    """Whether a verb takes its subject from the one over it: an open complement, or an infinitive that the parse takes
    for a closed one ("told her to stop")."""
    deprel = tree.tokens[head].deprel
    to = any(tree.lower[c] == "to" and tree.tokens[c].deprel == "mark" for c in tree.children[head])
    return deprel == "xcomp" or (deprel == "ccomp" and to and tree.subject(head) is None)


def _is_whole(tree: Tree, head: int) -> bool:
    """Whether a verb has a subject, a helping verb or a "to" of its own."""
    own = ("aux", "aux:pass", "cop", "mark", "nsubj", "nsubj:pass", "csubj", "expl")
    return any(tree.tokens[c].deprel in own for c in tree.children[head])


def _is_bare(word: str) -> bool:
    past = word.endswith("ed") and word not in ("need", "proceed", "succeed", "exceed", "speed", "feed", "heed", "shed")
    third = word.endswith("s") and not word.endswith(("ss", "us", "cus"))
    return not (past or third or word.endswith("ing") or word in PAST)


def _fits(tree: Tree, head: int, first: int, helping: list[int]) -> bool:
    """Whether a joined verb has the form that the first one's helping verbs ask for."""
    word, last = tree.lower[head], tree.lower[helping[-1]]
    if last in MODAL | HELPING:
        return _is_bare(word)
    if tree.lower[first].endswith("ing"):
        return word.endswith("ing")
    passive = tree.tokens[helping[-1]].deprel == "aux:pass"
    if passive:
        told = any(tree.tokens[c].deprel in ("obj", "ccomp", "xcomp") for c in tree.children[head])
        by = tree.lower[head + 1 : head + 2] in (["by"], ["with"])
        return not told and (word in CHARGING or by or word.endswith("en"))
    modal = any(tree.lower[h] in MODAL for h in helping)
    return modal and not word.endswith(("ing", "s"))
