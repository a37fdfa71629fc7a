"""Subjects: who or what does what a clause tells, also where the clause leaves it to another to say so."""

from itertools import pairwise

from crossread.model.shared import is_controlled
from crossread.model.tree import NEGATING, Tree
from crossread.trace.cues import cues
from crossread.trace.relatives import RELATIVE, RELATIVE_CLAUSES

LONGEST_SUBJECT = 14
"""Tokens of a subject that are carried into a clause that lacks one; a longer one is cut to its head phrase."""
HEAVY = ("acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "punct", "case", "advcl")
"""Relations of what a noun is told without where it is only named again."""
OF_ANOTHER = frozenset({"of", "into", "from", "against"})
"""Words before a gerund that tells what the object did or is to do: accuse of, talk into, keep from, warn against."""
BLAMING = frozenset(
    """blame blames blamed blaming criticise criticises criticised criticize criticizes criticized fault faults faulted
    thank thanks thanked praise praises praised punish punishes punished fine fines fined sue sues sued arrest arrests
    arrested jail jails jailed indict indicts indicted sanction sanctions sanctioned fire fires fired""".split()
)
"""Verbs after which "for" and a gerund tell what the object did: "blamed the bank for hiding it"."""
CHARGING = frozenset("charge charges charged charging credit credits credited crediting".split())
"""Verbs after which "with" and a gerund tell what the object did: "charged her with stealing it"."""
SPEAKING = frozenset(
    """speaking talking writing addressing answering replying responding testifying citing quoting referring announcing
    commenting appearing""".split()
)
"""What people do as they say something."""
WITHHELD = frozenset("name identify say comment elaborate disclose specify confirm release reveal give provide".split())
"""What people would not do with what they know."""
SUBJECT_CONTROL = frozenset("promise promises promised promising vow vows vowed threaten threatens threatened".split())
"""Verbs whose own subject does what their infinitive tells, whatever their object."""


class Subjects:
    """The subjects of the clauses of one report, as tokens."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, head: int) -> list[int]:
        """The subject of a clause, its own or the one that it takes from above; [] where there is none."""
        tree = self._tree
        own = tree.subject(head)
        over = tree.tokens[head].head
        if own is not None and not (tree.lower[own] in RELATIVE and tree.tokens[head].deprel in RELATIVE_CLAUSES):
            return self.noun_phrase(own)
        if over < 0 or not tree.is_clause(head):
            return []
        if tree.tokens[head].deprel in ("acl", "acl:relcl"):
            return self.noun_phrase(self._besides(head) or over)
        if (other := self.done_by(head)) is not None:
            return self.noun_phrase(other)
        if self._may_be_anothers(head):
            return []
        if (speaker := self._withholds(head)) is not None:
            return self.noun_phrase(speaker)
        if tree.tokens[head].deprel in ("conj", "advcl") or is_controlled(tree, head):
            near = True
            for below, above in pairwise((head, *tree.ancestors(head))):
                near = near and (tree.tokens[below].deprel == "conj" or is_controlled(tree, below))
                if near and tree.subject(above) is None and (other := self.done_by(above)) is not None:
                    return self.noun_phrase(other)  # "told her to stop and get out", "of trying to seize it"
                if (subject := tree.subject(above)) is not None:
                    return self.of(above) if tree.lower[subject] in RELATIVE else self.noun_phrase(subject)
                if tree.tokens[above].deprel in ("acl", "acl:relcl"):
                    return self.noun_phrase(tree.tokens[above].head)
        return []

    def _may_be_anothers(self, head: int) -> bool:
        """Whether a participle before a verb of saying tells what the one did of whom it is said, as likely as who
        says it: "After shooting Reen, the sergeant said Olin walked out"; nobody then has done it."""
        tree = self._tree
        over = tree.tokens[head].head
        fronted = tree.tokens[head].deprel == "advcl" and head < over and tree.lower[head].endswith("ing")
        if not fronted or tree.lower[over] not in cues().say or tree.lower[head] in SPEAKING:
            return False
        clause = tree.child(over, "ccomp")
        doer = tree.subject(clause) if clause is not None else None
        timed = tree.child(head, "mark") is not None
        return timed and doer is not None and tree.tokens[doer].upos in ("PROPN", "PRON")

    def _withholds(self, head: int) -> int | None:
        """Who keeps something to themselves behind what they say ("Police said a man was held but would not name
        him"), which the parse joins to what is said."""
        tree = self._tree
        over = tree.tokens[head].head
        told = tree.tokens[head].deprel == "conj" and tree.tokens[over].deprel == "ccomp"
        says = tree.tokens[over].head if told else -1
        if says < 0 or tree.lower[says] not in cues().say or tree.lower[head] not in WITHHELD:
            return None
        unsaid = any(tree.lower[c] in NEGATING for c in tree.children[head])
        return tree.subject(says) if unsaid and tree.subject(head) is None else None

    def _besides(self, head: int) -> int | None:
        """Who says something besides what they do, where the parse hangs the participle on a thing ("led a parade,
        accusing …"): the subject of the clause."""
        tree = self._tree
        noun = tree.tokens[head].head
        table = cues()
        says = tree.lower[head] in table.say and tree.lower[head].endswith("ing") and tree.words[head - 1] == ","
        thing = tree.tokens[noun].upos == "NOUN" and tree.lower[noun] not in table.person | table.unnamed
        if not says or not thing or tree.lower[noun] in table.organisation | table.documents:
            return None
        above = (tree.subject(a) for a in tree.ancestors(head))
        return next((s for s in above if s is not None and s != noun and tree.lower[s] not in RELATIVE), None)

    def done_by(self, head: int) -> int | None:
        """The object that does what an infinitive or gerund below its verb tells ("accused the bank of hiding it",
        "told him to go"); None where that is the verb's subject ("promised him to go")."""
        tree = self._tree
        over = tree.tokens[head].head
        obj = tree.child(over, "obj", "iobj") if over >= 0 else None
        if obj is None or tree.lower[obj] in RELATIVE or tree.lower[over] in SUBJECT_CONTROL:
            return None
        marks = {tree.lower[c] for c in tree.children[head] if tree.tokens[c].deprel in ("mark", "case")}
        if "that" in marks:
            return None  # "told the paper that the plane would stay"
        infinitive = is_controlled(tree, head)
        gerund = marks & OF_ANOTHER or (tree.lower[over] in BLAMING and "for" in marks)
        gerund = gerund or (tree.lower[over] in CHARGING and "with" in marks)
        return obj if infinitive or (tree.tokens[head].deprel == "advcl" and gerund) else None

    def noun_phrase(self, head: int, heavy: tuple[str, ...] = HEAVY) -> list[int]:
        """A noun with what stands close to it: no clauses, no appositions."""
        tree = self._tree
        if head < 0:
            return []
        named = next(filter(self._names, tree.children[head]), None)  # "the carmaker General Motors"
        cut = [c for c in tree.children[head] if tree.tokens[c].deprel in heavy and c != named]
        if named is not None:
            cut += [c for c in tree.children[named] if tree.tokens[c].deprel in heavy]
        tokens = tree.subtree(head, cut)
        if len(tokens) > LONGEST_SUBJECT:
            cut += [c for c in tree.children[head] if tree.tokens[c].deprel == "nmod"]
            tokens = tree.subtree(head, cut)
        return tokens

    def _names(self, token: int) -> bool:
        """Whether an apposition is the name right behind its noun, without a comma."""
        tree = self._tree
        if tree.tokens[token].deprel != "appos" or tree.tokens[token].upos != "PROPN":
            return False
        first = min(tree.subtree(token))
        return first > 0 and tree.tokens[first].upos != "PUNCT" and tree.tokens[first - 1].upos in ("NOUN", "PROPN")
