"""What a unit tells, as words that stand alone: the subject restored, relative and personal pronouns resolved."""

from collections.abc import Iterable

from crossread.model.annotated import Annotated
from crossread.model.span import Extent
from crossread.trace.tree import Tree
from crossread.trace.units import Unit

RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
LONGEST_SUBJECT = 14
"""Tokens of a subject that are carried into a clause that lacks one; a longer one is cut to its head phrase."""
_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", "%", ")", "]", "’s", "'s", "n't", "n’t", "'", "’", "”"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€", "“"})


class Propositions:
    """Writes propositions for the units of one report."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self._tree = tree
        self._text = annotated.report.text
        self._antecedent = {Extent(r.start, r.end): r.antecedent for r in annotated.references}

    def of(self, unit: Unit) -> str:
        """The unit's proposition; quotation marks and line breaks do not belong to it."""
        tree = self._tree
        relative = self._relative(unit)
        words: list[str] = []
        subject = [] if unit.kind in ("quote", "role") else self._missing_subject(unit)
        if subject:
            words += self._resolved(subject)
        for t in unit.tokens:
            words += self._resolved(self._antecedent_of_clause(unit) if t == relative else [t])
        return join(w for w in words if w not in {'"', "“", "”"}) or tree.text[unit.start : unit.end]

    def _resolved(self, tokens: list[int]) -> list[str]:
        """The words of tokens, a pronoun replaced by what it stands for."""
        tree = self._tree
        out: list[str] = []
        for t in tokens:
            here = Extent(tree.tokens[t].start, tree.tokens[t].end)
            antecedent = self._antecedent.get(here)
            if antecedent is None or tree.tokens[t].upos not in ("PRON", "DET"):
                out.append(tree.words[t])
                continue
            out.append(" ".join(antecedent.of(self._text).split()))
            if tree.tokens[t].deprel == "nmod:poss":
                out.append("'s")
        return out

    def _relative(self, unit: Unit) -> int | None:
        if self._tree.tokens[unit.head].deprel not in RELATIVE_CLAUSES:
            return None
        return next((t for t in unit.tokens if self._tree.lower[t] in RELATIVE and self._tree.tokens[t].upos == "PRON"), None)

    def _antecedent_of_clause(self, unit: Unit) -> list[int]:
        return self._noun_phrase(self._tree.tokens[unit.head].head)

    def _missing_subject(self, unit: Unit) -> list[int]:
        """The subject that a coordinated, participial or relative clause takes from its governor; [] where it has one."""
        tree = self._tree
        head = unit.head
        if tree.subject(head) is not None or tree.tokens[head].head < 0 or not tree.is_clause(head):
            return []
        token = tree.tokens[head]
        if token.deprel in ("acl", "acl:relcl"):
            return [] if self._relative(unit) is not None else self._noun_phrase(token.head)
        if token.deprel in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
            for above in tree.ancestors(head):
                subject = tree.subject(above)
                if subject is not None:
                    return self._noun_phrase(subject)
                if tree.tokens[above].deprel in ("acl", "acl:relcl"):
                    return self._noun_phrase(tree.tokens[above].head)
        return []

    def _noun_phrase(self, head: int) -> list[int]:
        """A noun with what stands close to it: no clauses, no appositions."""
        tree = self._tree
        if head < 0:
            return []
        heavy = ("acl", "acl:relcl", "appos", "conj", "cc", "parataxis", "punct", "case", "advcl")
        cut = [c for c in tree.children[head] if tree.tokens[c].deprel in heavy]
        tokens = tree.subtree(head, cut)
        if len(tokens) > LONGEST_SUBJECT:
            cut += [c for c in tree.children[head] if tree.tokens[c].deprel == "nmod"]
            tokens = tree.subtree(head, cut)
        return tokens


def join(words: Iterable[str]) -> str:
    """Words to a line of text with the spacing of prose."""
    out = ""
    for word in words:
        glue = not out or word in _NO_SPACE_BEFORE or out[-1] in _NO_SPACE_AFTER or word.startswith(("’", "'", "n't"))
        out += word if glue else " " + word
    return " ".join(out.split())
