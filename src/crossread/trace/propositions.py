"""What a unit tells, as words that stand alone: the subject restored, relative and personal pronouns resolved."""

from crossread.model.annotated import Annotated, Reference
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.units import Unit

RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
LONGEST_SUBJECT = 14
"""Tokens of a subject that are carried into a clause that lacks one; a longer one is cut to its head phrase."""
_TIGHT = frozenset({",", ".", ";", ":", "!", "?", "%", ")", "]", "'s", "'"})
"""Words that stand close to the one before them, where the text between was left out."""
_MARKS = frozenset({'"', "“", "”", "„", "«", "»"})


class Propositions:
    """Writes propositions for the units of one report."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self._tree = tree
        self._text = annotated.report.text
        self._antecedent = {
            Extent(r.start, r.end): r.antecedent for r in annotated.references if _sure(annotated, r, tree)
        }

    def of(self, unit: Unit) -> str:
        """The unit's proposition; quotation marks and line breaks do not belong to it."""
        if unit.kind == "role":
            return self._role(unit)
        tokens = [t for t in unit.tokens if self._tree.words[t] not in _MARKS]
        relative = self._relative(unit)
        line = _Line(self._tree)
        if unit.kind != "quote":
            self._write(line, self._missing_subject(unit))
        for t in tokens:
            self._write(line, self._antecedent_of_clause(unit) if t == relative else [t])
        return line.text or unit.extent.of(self._text)

    def _role(self, unit: Unit) -> str:
        """ "Ada Reen is finance minister", whichever way round the report has it."""
        name, role = _Line(self._tree), _Line(self._tree)
        for t in unit.name:
            name.token(t)
        rest = [t for t in unit.tokens if t not in unit.name]
        while rest and self._tree.tokens[rest[0]].upos == "PUNCT":
            rest = rest[1:]
        while rest and self._tree.tokens[rest[-1]].upos == "PUNCT":
            rest = rest[:-1]
        self._write(role, rest)
        return f"{name.text} is {role.text}"

    def _write(self, line: "_Line", tokens: list[int]) -> None:
        """Add tokens to a line, a pronoun replaced by what it stands for."""
        for t in tokens:
            token = self._tree.tokens[t]
            antecedent = self._antecedent.get(Extent(token.start, token.end))
            if antecedent is None or token.upos not in ("PRON", "DET"):
                line.token(t)
                continue
            line.words(" ".join(antecedent.of(self._text).split()))
            if token.deprel == "nmod:poss":
                line.words("'" if line.text.endswith("s") else "'s")

    def _relative(self, unit: Unit) -> int | None:
        if self._tree.tokens[unit.head].deprel not in RELATIVE_CLAUSES:
            return None
        return next(
            (t for t in unit.tokens if self._tree.lower[t] in RELATIVE and self._tree.tokens[t].upos == "PRON"),
            None,
        )

    def _antecedent_of_clause(self, unit: Unit) -> list[int]:
        return self._noun_phrase(self._tree.tokens[unit.head].head)

    def _missing_subject(self, unit: Unit) -> list[int]:
        """The subject that a coordinated, participial or relative clause takes from above; [] where it has one."""
        tree = self._tree
        head = unit.head
        if tree.subject(head) is not None or tree.tokens[head].head < 0 or not tree.is_clause(head):
            return []
        token = tree.tokens[head]
        if token.deprel in ("acl", "acl:relcl"):
            return [] if self._relative(unit) is not None else self._noun_phrase(token.head)
        if token.deprel in ("conj", "advcl", "xcomp"):
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


IMPERSONAL = frozenset({"it", "its", "this", "that", "they", "them", "their"})
"""Pronouns that as often stand for a clause or a thing as for a body."""
SUBJECT_LIKE = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})


def _sure(annotated: Annotated, reference: Reference, tree: Tree) -> bool:
    """Whether a pronoun may be replaced: an impersonal one only as a subject or possessive, by a person or body."""
    here = Extent(reference.start, reference.end)
    if here.of(tree.text).lower() not in IMPERSONAL:
        return True
    named = any(
        e.kind in ("person", "organisation")
        and e.start < reference.antecedent.end
        and reference.antecedent.start < e.end
        for e in annotated.entities
    )
    return named and any(tree.tokens[t].deprel in SUBJECT_LIKE for t in tree.inside(here))


class _Line:
    """A line of prose in the making: neighbours in the text keep the space, or none, that stood between them."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._last: int | None = None
        self.text = ""

    def token(self, t: int) -> None:
        """Add a token of the report."""
        tokens = self._tree.tokens
        beside = self._last is not None and t == self._last + 1 and tokens[self._last].end == tokens[t].start
        self._add(" ".join(self._tree.words[t].split()), beside)
        self._last = t

    def words(self, words: str) -> None:
        """Add words from elsewhere."""
        self._add(words, False)
        self._last = None

    def _add(self, words: str, beside: bool) -> None:
        close = beside or not self.text or words in _TIGHT
        self.text += words if close else " " + words
