"""Who is named where in a report: people, what stands between quotation marks, and the subjects of sentences."""

from bisect import bisect_right
from typing import NamedTuple

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.genders import PRONOUNS
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.tree import SUBJECTS, Tree
from crossread.model.words import WORD, fold
from crossread.trace.actors import Cast
from crossread.trace.genders import Genders
from crossread.trace.saying import source_phrase
from crossread.trace.source import Source, link

_TOLD = ("obj", "iobj")


class Named(NamedTuple):
    """A person as a report brings them in: the whole phrase with what it says of them, and the name in it."""

    phrase: Extent
    name: Extent


class Subject(NamedTuple):
    """The root of a sentence and the head word of its subject (tokens)."""

    root: int
    word: int


class Scene:
    """One report with its people. Asked whom a person's pronoun means by the build of the sentences around it."""

    def __init__(self, annotated: Annotated, cast: Cast, tree: Tree) -> None:
        self._annotated = annotated
        self._text = annotated.report.text
        self._cast = cast
        self._tree = tree
        self._quoted = [q for q in quotations(self._text) if q.kind == "speech"]
        self.genders = Genders(annotated, cast)

    def people(self, start: int, end: int) -> list[tuple[Extent, Actor]]:
        """The people named in a stretch, in order."""
        named = self._cast.within(self._annotated.report.id, Extent(start, end))
        return [(e, a) for e, a in named if a.kind == "person"]

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands between quotation marks."""
        return any(q.start <= place < q.end for q in self._quoted)

    def is_owned(self, name: Extent) -> bool:
        """Whether a name only tells whose something is ("Olin's lawyer")."""
        return self._text[name.end : name.end + 2] in ("'s", "’s") or name.of(self._text).endswith(("'s", "’s"))

    def told(self, subject: Extent) -> Actor | None:
        """The person named as the object of the verb whose subject stands at a place ("she told Brandt")."""
        at = next(iter(self._tree.inside(subject)), None)
        verb = -1 if at is None else self._tree.tokens[at].head
        if at is None or verb < 0 or self._tree.tokens[at].deprel not in SUBJECTS:
            return None
        told = next((c for c in self._tree.children[verb] if c > verb and self._tree.tokens[c].deprel in _TOLD), None)
        phrase = None if told is None else self._tree.extent(source_phrase(self._tree, told))
        people = [] if phrase is None else self.people(phrase.start, phrase.end)
        return people[0][1] if len(people) == 1 and not self.is_owned(people[0][0]) else None

    def of_other_gender(self, pronoun: Extent, word: str) -> set[str]:
        """Names of those of whom the sentence tells something, up to a pronoun, with one of the other gender."""
        start = self._tree.tokens[self._tree.sentence(pronoun.start).first].start
        out = set()
        for r in self._annotated.references:
            if not start <= r.start < pronoun.start or self.is_quoted(r.start):
                continue
            other = PRONOUNS.get(self._text[r.start : r.end].lower())
            doing = any(self._tree.tokens[t].deprel == "nsubj" for t in self._tree.inside(Extent(r.start, r.end)))
            if doing and other is not None and other != PRONOUNS.get(word, other):
                actor = self._cast.at(self._annotated.report.id, r.antecedent)
                out |= {actor.name} if actor is not None else set()
        return out

    def utterance(self, place: int) -> int:
        """Where the quotation begins that ends right before a place ("…," he said), else the place."""
        for q in self._quoted:
            if q.end <= place and not self._text[q.end : place].strip():
                return q.start
        return place

    def only_one_here(self, pronoun: Extent, word: str) -> Source | None:
        """The one person whom the sentence names before a relative clause with the pronoun ("…, a claim he denies")."""
        if not self._in_relative(pronoun):
            return None
        start = self._annotated.sentences[self._tree.sentence_number(pronoun.start)].start
        people = [(e, a) for e, a in self.people(start, pronoun.start) if self.genders.suits_actor(word, a)]
        free = [(e, a) for e, a in people if not self.is_quoted(e.start)]
        if len({a.id for _, a in free}) != 1 or all(self.is_owned(e) for e, _ in free):
            return None
        e, actor = free[0]
        return Source((link(actor.name, "person", e),))

    def of_oneself(self, pronoun: Extent, word: str) -> Source | None:
        """Who tells of themselves: "Faria will pay, he says", the only person whom the sentence names so far."""
        start = self._annotated.sentences[self._tree.sentence_number(pronoun.start)].start
        people = self.people(start, pronoun.start)
        if not self._text[start : pronoun.start].rstrip().endswith(",") or len({a.id for _, a in people}) != 1:
            return None
        e, actor = people[0]
        own = Source((link(actor.name, "person", e),))
        return own if e.start == start and self.genders.suits(word, own.speaker) else None

    def of_the_sentence(self, pronoun: Extent, word: str) -> Named | None:
        """The person who is the subject of the whole sentence, where a pronoun is that of a clause before it ("Even as
        he accused the ministry, Faria …") or joined to it ("Faria decides, and though she has said …")."""
        if self.is_quoted(pronoun.start):
            return None
        number = self._tree.sentence_number(pronoun.start)
        sentence, found = self._annotated.sentences[number], self.subject(number)
        at = next((t for t in self._tree.inside(pronoun, sentence)), None)
        if found is None or at is None or not self._hangs(at, found.root, before=at < found.word):
            return None
        return self.subject_of(number, word)

    def acted(self, pronoun: Extent, word: str) -> Named | None:
        """Who does what the sentence before a quotation tells, in one paragraph: "Faria backed her. “It is sound,” he
        said."."""
        place = self.utterance(pronoun.start)
        home = self._tree.sentence_number(place)
        if place == pronoun.start or not home or "\n" in self._text[self._annotated.sentences[home - 1].start : place]:
            return None
        found = self.subject_of(home - 1, word)
        told = {fold(w) for w in WORD.findall(self._text[place : pronoun.start])}
        return None if found is None or told & {fold(w) for w in WORD.findall(found.name.of(self._text))} else found

    def subject(self, number: int) -> Subject | None:
        """The subject of a sentence (by index) with the root that it is of, or None."""
        sentence = self._annotated.sentences[number]
        root = self._tree.top(range(sentence.first, sentence.last))
        word = None if root is None else self._tree.subject(root)
        return None if root is None or word is None else Subject(root, word)

    def subject_of(self, number: int, word: str) -> Named | None:
        """The one person who is the subject of a sentence (by index), if a pronoun suits them."""
        found = self.subject(number)
        if found is None:
            return None
        phrase = self._tree.extent(source_phrase(self._tree, found.word))
        people = [(e, a) for e, a in self.people(phrase.start, phrase.end) if not self.is_owned(e)]
        if len(people) != 1 or self.is_quoted(phrase.start) or not self.genders.suits_actor(word, people[0][1]):
            return None
        return Named(phrase, people[0][0])

    def _hangs(self, at: int, root: int, before: bool) -> bool:
        """Whether the clause whose subject a token is hangs on the root: one before it, or one joined to it."""
        owner = before and self._tree.tokens[at].deprel == "nmod:poss"  # "During his attack, Faria …"
        if not self._tree.tokens[at].deprel.startswith("nsubj") and not owner:
            return False
        steps = [self._tree.tokens[at].head, *self._tree.ancestors(self._tree.tokens[at].head)]
        if root not in steps:
            return False
        path = [self._tree.tokens[t].deprel.split(":")[0] for t in steps[: steps.index(root)]]
        if before:
            return path == (["obl"] if owner else ["advcl"])
        return path in (["conj"], ["advcl", "conj"], ["advcl", "parataxis"])

    def _in_relative(self, pronoun: Extent) -> bool:
        tokens = self._annotated.tokens
        found = bisect_right(tokens, pronoun.start, key=lambda t: t.start) - 1
        verb = tokens[found].head if found >= 0 else -1
        return verb >= 0 and tokens[verb].deprel == "acl:relcl"
