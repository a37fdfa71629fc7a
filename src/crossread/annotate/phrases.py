"""Phrases that may stand for something: names, noun phrases and pronouns, with what agreement needs."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import msgspec

from crossread.annotate import reference_words as known
from crossread.annotate.lines import paragraph_breaks
from crossread.annotate.pieces import quotation_states
from crossread.model import genders
from crossread.model.annotated import Entity, Sentence, Token

Form = Literal["name", "noun", "pronoun"]

_INSIDE = frozenset(("flat", "compound", "fixed", "goeswith"))
_LEFT_OUT = frozenset(("acl:relcl", "acl", "appos", "conj", "cc", "parataxis", "punct", "cop", "nsubj", "advcl", "aux",
                       "mark", "case", "advmod", "expl", "nsubj:pass", "csubj"))  # fmt: skip


class Phrase(msgspec.Struct, frozen=True):
    """A phrase: characters ``start:end``, head token, what it is and agrees with.

    ``kind``: person, organisation, place, other; ``many``: whether it is plural; ``gender``: male, female or "".
    ``noun`` is its head in lower case (last name for a person), ``nouns`` all nouns said of it (titles, appositions).
    """

    start: int
    end: int
    head: int
    sentence: int
    form: Form
    kind: str
    many: bool
    gender: str
    noun: str
    nouns: frozenset[str]
    definite: bool
    modified: bool
    role: str
    quoted: bool


def phrases_of(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> list[Phrase]:
    """All phrases in order of their head."""
    return _Reader(text, tokens, sentences, entities).read()


class _Reader:
    def __init__(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], entities: Sequence[Entity]
    ) -> None:
        self.text, self.tokens, self.sentences = text, tokens, sentences
        self.children: dict[int, list[int]] = defaultdict(list)
        for i, token in enumerate(tokens):
            if token.head >= 0:
                self.children[token.head].append(i)
        self.quoted = quotation_states(text, paragraph_breaks(text))
        self.name_of: dict[int, Entity] = {}
        at = 0
        for entity in entities:
            while at < len(tokens) and tokens[at].end <= entity.start:
                at += 1
            i = at
            while i < len(tokens) and tokens[i].start < entity.end:
                self.name_of[i] = entity
                i += 1

    def word(self, i: int) -> str:
        return self.text[self.tokens[i].start : self.tokens[i].end].lower()

    def read(self) -> list[Phrase]:
        out, done = [], set()
        for s, sentence in enumerate(self.sentences):
            for i in range(sentence.first, sentence.last):
                name = self.name_of.get(i)
                if self.word(i) in known.PRONOUNS and self.tokens[i].upos == "PRON":
                    out.append(self._pronoun(i, s))
                elif name is not None:
                    if name not in done and self._heads(i, name):
                        done.add(name)
                        out.append(self._name(i, s, name))
                elif self.tokens[i].upos in ("NOUN", "PROPN") and self.tokens[i].deprel not in _INSIDE:
                    out.append(self._noun(i, s))
        return out

    def _heads(self, i: int, name: Entity) -> bool:
        """Whether the token's own head lies outside the name."""
        head = self.tokens[i].head
        return head < 0 or self.name_of.get(head) != name

    def _pronoun(self, i: int, s: int) -> Phrase:
        token = self.tokens[i]
        asks, gender = known.PRONOUNS[self.word(i)]
        return Phrase(
            token.start, token.end, i, s, "pronoun", asks, asks == "many", gender, self.word(i), frozenset(),
            True, False, self._role(i), bool(self.quoted[token.start]),
        )  # fmt: skip

    def _role(self, i: int) -> str:
        """Function of the phrase; a conjunct has its first conjunct's, a name in apposition its own."""
        token = self.tokens[i]
        while token.deprel in ("conj", "flat", "compound") and token.head >= 0:
            token = self.tokens[token.head]
        return token.deprel

    def _said_of(self, i: int) -> set[str]:
        """Nouns that titles, appositions and copulas say of the phrase headed by ``i``."""
        linked = {i}
        head = self.tokens[i].head
        if self.tokens[i].deprel in ("appos", "flat") and head >= 0:
            linked.add(head)
        if (
            self.tokens[i].deprel == "nsubj"
            and head >= 0
            and self.tokens[head].upos == "NOUN"
            and any(self.tokens[c].deprel == "cop" for c in self.children[head])
        ):
            linked.add(head)
        for node in sorted(linked):
            linked |= {c for c in self.children[node] if self.tokens[c].deprel in ("appos", "compound", "flat")}
        words = {self.word(j).rstrip(".") for j in linked}
        return {known.TITLE_NOUNS.get(w, w) for w in words}

    def _name(self, i: int, s: int, name: Entity) -> Phrase:
        words = name_words(self.text[name.start : name.end])
        nouns = frozenset(self._said_of(i) - set(words))
        before = self.word(i - 1).rstrip(".") if i else ""
        gender: genders.Gender = ""
        if name.kind == "person" and words:
            gender = genders.told(nouns | {before, words[0]}, words[0])
        last = (words[-1] if name.kind == "person" else " ".join(words)) if words else ""
        return Phrase(
            name.start, name.end, i, s, "name", name.kind, False, gender, last, nouns,
            True, False, self._role(i), bool(self.quoted[name.start]),
        )  # fmt: skip

    def _noun(self, i: int, s: int) -> Phrase:
        inside = self._subtree(i)
        noun = self.word(i)
        many = _plural(noun)
        single = _singular(noun) if many else noun
        start, end = self.tokens[min(inside)].start, self.tokens[max(inside)].end
        gender = genders.told({single})
        first = self.word(min(inside))
        modified = any(self.tokens[c].deprel in ("acl:relcl", "acl", "nmod", "appos") for c in self.children[i])
        return Phrase(
            start, end, i, s, "noun", noun_kind(single), many, gender, single, frozenset(self._said_of(i)),
            first in known.DEFINITE, modified, self._role(i), bool(self.quoted[start]),
        )  # fmt: skip

    def _subtree(self, i: int) -> list[int]:
        out, queue = [i], [i]
        while queue:
            for c in self.children[queue.pop()]:
                deprel = self.tokens[c].deprel
                if deprel not in _LEFT_OUT or (out != [i] and deprel in ("case", "punct")):
                    out.append(c)
                    queue.append(c)
        last = max(out)
        return [j for j in out if j != last] if self.tokens[last].upos == "PART" and len(out) > 1 else out


def name_words(name: str) -> list[str]:
    """Words of a name in lower case without titles and full stops."""
    words = [w.strip(".,'’\"").lower() for w in name.replace("’s", "").replace("'s", "").split()]
    return [w for w in words if w and w not in ("the", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "jr", "sr")]


def noun_kind(noun: str) -> str:
    """Kind of what a common noun names."""
    if noun in known.PERSON_NOUNS:
        return "person"
    if noun in known.BODY_NOUNS:
        return "organisation"
    if noun in known.PLACE_NOUNS:
        return "place"
    return "person" if noun.endswith(("ist", "ian", "woman")) and len(noun) > 5 else "other"


def _plural(noun: str) -> bool:
    if noun in known.PLURAL_NOUNS:
        return True
    return (
        noun.endswith("s")
        and not noun.endswith(("ss", "us", "is"))
        and noun not in known.SINGULAR_IN_S
        and len(noun) > 3
    )


def _singular(noun: str) -> str:
    irregular = {"men": "man", "women": "woman", "people": "person", "children": "child"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") else noun
