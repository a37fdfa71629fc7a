"""Glosses: one line that says what a claim tells, in a report's words, with all that is ours in square brackets."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from crossread.model import withheld
from crossread.model.mention import Mention
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.tree import Tree
from crossread.model.words import FUNCTION_WORDS, SPANS, WORD, fold

SENTENCE, FINITE, IN_ONE_PIECE, CUT = 0.15, 0.1, 0.1, 0.1
"""What it is worth, beside shared words (0 to 1), that a mention has a subject and a finite verb of its own, or a
finite verb alone, and that nothing had to be added to it; and what it costs that it ends amid a phrase or runs two
sentences together. An editorial choice."""
_RUN_ON = re.compile(r"[a-z],? (?:This|He|She|It|They|We|The) [a-z]")
"""Where a second sentence begins amid one, as in bad translations."""
LEANING = frozenset(
    "this that these those it its he his she her they their we our i which who if should whether so nor neither".split()
)
"""Opening words that lean on what was told before, or on what follows."""
PERSONAL = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves he's she's it's they're
    they've he'd she'd they'd he'll she'll they'll""".split()
)
"""Words that stay in a gloss, with whom or what they stand for beside them."""
LONGEST_NAME = 6
"""Words in place of a pronoun beyond which they are no name, but what was carried in with it."""
MARKS = '"“”„«»'
SUBORDINATING = frozenset(
    "if unless whether where while how which though although because when as since after before".split()
)
"""Words that make a clause a part of another."""
SUPPOSING_MARKS = frozenset({"if", "unless", "whether"})
"""Words before a clause that nobody says is so."""
OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp"})
"""Relations of what a verb is unfinished without."""
UNFINISHED = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "PART"})
"""Classes of words on which no sentence ends."""
DENIED = "[Denied:] "
"""Before what somebody says is not so: as told, the words claim it."""
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject|disput|dismiss|refut|rebut|disavow|contradict|repudiat|rule[sd]? out|"
    r"false)",
    re.I,
)
"""Words of a mention that tell the denial themselves."""
_ROUND = str.maketrans("[]", "()")
"""A report's own square brackets become round: the square ones are ours."""
_TRAILING = re.compile(r",([\"”»]?)$")
PLACED = frozenset({"located", "situated", "based", "centred", "centered", "set", "called", "named", "known"})
"""Participles that are unfinished without a place or a name."""
LOOSE = frozenset(
    {"advcl", "conj", "parataxis", "cc", "obl", "advmod", "obl:unmarked", "advcl:relcl", "punct", "discourse"}
)
"""Relations of what may follow without having been cut off."""


class Glosses:
    """Writes glosses for mentions of one story."""

    def __init__(self, story: Story) -> None:
        self._reports = {a.report.id: a for a in story.reports}
        self._trees: dict[str, Tree] = {}
        self._quoted: dict[str, list[Extent]] = {}

    def of(self, mentions: Sequence[Mention]) -> str:
        """The mention that shares most words with the others and reads best by itself; the shortest of such.

        A phrase's only where no clause tells it.
        """
        told = [m for m in mentions if m.form != "phrase"] or list(mentions)
        stems = [frozenset(content_stems(m.proposition)) for m in told]
        often = Counter(stems)

        def fitness(i: int) -> float:
            likeness = sum(n * len(stems[i] & s) / max(1, len(stems[i] | s)) for s, n in often.items()) / len(stems)
            whole = SENTENCE if self._is_sentence(told[i]) else FINITE if self._is_finite(told[i]) else 0.0
            return likeness + whole + IN_ONE_PIECE * in_one_piece(told[i])

        def cost(i: int) -> float:
            return CUT * (self._is_cut(told[i]) + (_RUN_ON.search(told[i].text) is not None))

        best = min(
            range(len(told)),
            key=lambda i: (-round(fitness(i) - cost(i), 6), len(told[i].proposition), told[i].proposition),
        )
        return self.line(told[best])

    def line(self, mention: Mention) -> str:
        """One mention as a line that ends in a stop, or in dots where its clause goes on."""
        words = mention.proposition.replace(" is ", " [is] ", 1) if mention.form == "role" else marked(mention)
        words = self.condition(mention) + words
        denied = mention.certainty == "denied" and mention.polarity == "affirmed" and not DENYING.search(mention.text)
        words = _TRAILING.sub(r"\1", _closed(" ".join(words.split()).strip(" ,;:–—-")))
        if self._is_quoted(mention) and not any(m in words for m in MARKS):
            words = f"“{words}”"
        elif (
            mention.form not in ("role", "quote") and words[:1] not in ("[", *MARKS) and not self._is_sentence(mention)
        ):
            words = f"… {words}"
        if words[:1] != "…":
            first = next((i for i, c in enumerate(words) if c.isalnum()), 0)
            words = words[:first] + words[first : first + 1].upper() + words[first + 1 :]
        words = DENIED + words if denied else words
        if words.rstrip(MARKS).endswith((".", "!", "?", "…")):
            return words
        return words + (" …" if self._is_cut(mention) else ".")

    def condition(self, mention: Mention) -> str:
        """The "if" before a mention, or before a clause that it is joined to ("if he stays and [they act]"), or the
        words over it that take it back ("[no evidence that] they met"), without which it would tell what nobody
        says."""
        tree, inside = self._inside(mention)
        head = tree.top(inside)
        if head is None:
            return ""
        above = withheld.over(tree, inside)
        if above is not None:
            told = {fold(w) for w in WORD.findall(mention.proposition)}
            if fold(tree.words[above[0]]) in told and above[1] - above[0] <= 2 + ("from" in told):
                return ""
            first = above[0] - (tree.lower[above[0]] in ("n't", "n’t"))
            return "[" + " ".join(tree.extent(range(first, above[1])).of(tree.text).split()) + "] "
        before = inside[0] - 1
        if before >= tree.sentence(mention.start).first and tree.lower[before] in SUPPOSING_MARKS:
            return f"{tree.lower[before]} "
        while True:
            marks = (c for c in tree.children[head] if tree.tokens[c].deprel == "mark" and c not in inside)
            found = next((tree.lower[c] for c in marks if tree.lower[c] in SUPPOSING_MARKS), None)
            if found is not None:
                return f"{found} "
            if tree.tokens[head].deprel != "conj" or tree.tokens[head].head < 0:
                return ""
            head = tree.tokens[head].head

    def _inside(self, mention: Mention) -> tuple[Tree, list[int]]:
        tree = self._trees.get(mention.report)
        if tree is None:
            tree = self._trees[mention.report] = Tree(self._reports[mention.report])
        return tree, tree.inside(Extent(mention.start, mention.end))

    def _is_sentence(self, mention: Mention) -> bool:
        """Whether a mention has a subject of its own, which is no relative, and a finite verb."""
        tree, inside = self._inside(mention)
        head = tree.top(inside)
        subject = tree.subject(head) if head is not None else None
        if head is None or subject not in inside or tree.lower[subject] in ("which", "who", "that", "whom"):
            return False
        opening = [tree.lower[i] for i in inside[:2]]
        if opening[0] in SUBORDINATING or (opening[0] in ("only", "even") and opening[-1] in SUBORDINATING):
            return False
        return _has_finite_verb(tree, head, inside)

    def _is_finite(self, mention: Mention) -> bool:
        """Whether a mention's head is a finite verb, whoever its subject is."""
        tree, inside = self._inside(mention)
        head = tree.top(inside)
        return head is not None and _has_finite_verb(tree, head, inside)

    def _is_cut(self, mention: Mention) -> bool:
        """Whether what follows a mention belongs to a phrase of it ("on December | 31", "the only country | hit")."""
        tree, inside = self._inside(mention)
        if not inside or is_completed(mention):
            return False
        following, end = inside[-1] + 1, tree.sentence(tree.tokens[inside[-1]].start).last
        if following >= end:
            return False
        if _breaks_off(tree, inside):
            return True
        top = following
        while (over := tree.tokens[top].head) >= 0 and over not in inside:
            top = over
        owed = any(tree.tokens[t].head in inside and tree.tokens[t].deprel in OBJECTS for t in range(following, end))
        spent = tree.lower[inside[-1]] in SPANS and tree.lower[following] in (
            "after",
            "before",
            "later",
            "ago",
            "earlier",
        )
        if owed or spent or tree.tokens[inside[-1]].upos in UNFINISHED:
            return True
        beside = over == inside[-1] and tree.tokens[top].deprel == "obl" and tree.tokens[over].upos == "ADJ"
        beside = beside or (over == inside[-1] and self._leaves_open(tree, over, following))
        loose = tree.tokens[top].deprel in LOOSE and not beside
        return tree.tokens[following].upos != "PUNCT" and over >= 0 and not loose

    def _leaves_open(self, tree: Tree, verb: int, following: int) -> bool:
        """Whether a passive says little without what comes right after it: who did it, or where something lies."""
        passive = any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[verb])
        return passive and (tree.lower[following] == "by" or tree.lower[verb] in PLACED)

    def _is_quoted(self, mention: Mention) -> bool:
        """Whether a mention gives words from between quotation marks and nothing else."""
        if mention.certainty == "hedged":
            return False
        quoted = self._quoted.get(mention.report)
        if quoted is None:
            found = quotations(self._reports[mention.report].report.text)
            quoted = self._quoted[mention.report] = [q.extent for q in found if q.kind == "speech"]
        return any(q.start <= mention.start and mention.end <= q.end for q in quoted)


def _has_finite_verb(tree: Tree, head: int, inside: list[int]) -> bool:
    below = [c for c in tree.children[head] if c in inside]
    helped = any(tree.tokens[c].deprel in ("aux", "aux:pass", "cop") for c in below)
    infinite = tree.lower[head].endswith("ing") or any(tree.lower[c] == "to" for c in below)
    return helped or (tree.tokens[head].upos == "VERB" and not infinite)


def _breaks_off(tree: Tree, inside: list[int]) -> bool:
    """Whether a mention ends in a clause that has only begun ("near the house where Ada Reen")."""
    opening = next((n for n in range(len(inside) - 1, 0, -1) if tree.lower[inside[n]] in BEGINNING), 0)
    begun = inside[opening + 1 :] if opening else []
    verbal = any(tree.tokens[t].upos in ("VERB", "AUX") for t in begun)
    return bool(begun) and not verbal and tree.tokens[inside[opening]].upos in ("ADV", "SCONJ")


BEGINNING = frozenset({"where", "when", "while", "because", "although", "though"})
"""Words that open a clause."""


def is_completed(mention: Mention) -> bool:
    """Whether a proposition goes on behind its mention, with what completes it."""
    own, told = (WORD.findall(t) for t in (mention.text, mention.proposition))
    return bool(own and told) and fold(own[-1]) != fold(told[-1]) and fold(own[-1]) not in PERSONAL


def in_one_piece(mention: Mention) -> bool:
    """Whether a report's own words stand alone: no subject carried in, no pronoun replaced, none that opens it."""
    words = WORD.findall(mention.text)
    return bool(words) and words == WORD.findall(mention.proposition) and words[0].lower() not in LEANING


def marked(mention: Mention) -> str:
    """A mention's own words, with what its proposition adds in square brackets: "[The company] closed", "He [Reen]
    resigned". What the proposition drops at the beginning is dropped, what it drops amid them is dots."""
    own, told = (t.translate(_ROUND).split() for t in (mention.text, mention.proposition))
    matcher = SequenceMatcher(None, [_key(w) for w in own], [_key(w) for w in told], autojunk=False)
    out: list[str] = []
    for how, a, b, c, d in matcher.get_opcodes():
        out += _step(how, own[a:b], told[c:d], out)
    return " ".join(out)


def _step(how: str, own: list[str], told: list[str], before: list[str]) -> Iterator[str]:
    """The words of one step of the comparison, behind those written ``before``."""
    if how == "equal":
        yield from (_cased(mine, other) for mine, other in zip(own, told, strict=True))
        return
    pronouns = [w for w in own if fold(w.strip(MARKS + ".,;:!?")) in PERSONAL]
    if how == "replace" and pronouns:
        yield from own
        if told[-1:] in (["is"], ["has"]) and any(c in pronouns[-1] for c in "'’"):
            told = told[:-1]  # "It's" for "the firm is"
        if len(pronouns) > 1 or len(told) > LONGEST_NAME or not _is_name(told):
            return  # which is whose cannot be told
        if _name(told) in {_name([w]) for w in before}:
            return  # who that is stands in the line
    elif how == "delete" and before and any(map(_key, own)):
        yield "…"
    if told:
        kept = [w for n, w in enumerate(told) if n == 0 or _name([w]) != _name([told[n - 1]])]
        yield "[" + " ".join(kept).strip(",") + "]"


def _is_name(told: list[str]) -> bool:
    """Whether words are a name and nothing else: each with a capital or a figure, small words apart."""
    words = [w for t in told if (w := t.strip(MARKS + "'‘’.,;:!?()")) and fold(w) not in FUNCTION_WORDS]
    return any(w[0].isupper() for w in words) and all(w[0].isupper() or w[0].isdigit() for w in words)


def _key(word: str) -> str:
    """A word as it is compared: no case, marks or points."""
    return fold(word.strip(MARKS + "'‘’.,;:!?()–—-"))


def _name(told: list[str]) -> str:
    """The last word of a name, as it is compared."""
    return _key(re.sub(r"['’]s?$", "", told[-1].strip("[].,;")))


def _cased(own: str, told: str) -> str:
    """The report's word; its capital goes where the proposition has none, as amid a sentence."""
    at = next((i for i, c in enumerate(own) if c.isalpha()), 0)
    first = next((c for c in told if c.isalpha()), "")
    return own[:at] + first + own[at + 1 :] if first and own[at : at + 1].lower() == first.lower() else own


def _closed(words: str) -> str:
    """Words with their quotation marks paired: a mark whose mate lies outside gets one."""
    if words.count('"') % 2:
        words = words.replace('"', "") if words.endswith('"') or words.startswith('"') else words + '"'
    opened, closed = words.count("“"), words.count("”")
    return words + "”" * (opened - closed) if opened > closed else "“" * (closed - opened) + words
