"""What a unit tells, as words that stand alone: the subject restored, relative and personal pronouns resolved."""

import re
from collections.abc import Mapping

from crossread.model import withheld
from crossread.model.annotated import Annotated
from crossread.model.demanded import demanded
from crossread.model.quotation import MARKS
from crossread.model.shared import shared
from crossread.model.span import Extent
from crossread.model.tree import NEGATING, Tree
from crossread.model.words import SPANS, fold
from crossread.trace import relatives
from crossread.trace.complements import complement
from crossread.trace.cues import cues
from crossread.trace.names import is_honorific, titles
from crossread.trace.phrases import Phrases, are
from crossread.trace.relatives import RELATIVE
from crossread.trace.subjects import OF_ANOTHER, Subjects
from crossread.trace.units import Unit

TYING = frozenset("that and but or when while as because after before since although though whereas however".split())
"""Words that only tie a clause to what stands before it."""
OPEN = frozenset("if unless whether to without instead rather lest until".split())
"""Words without which a clause would tell more than it does."""
MEASURING = frozenset({"NUM", "ADV", "DET", "ADJ", "ADP"})
"""Classes of words that tell how long a span is."""
SPAN_OPENS = 5
"""Tokens in which how long stands before its "after"."""
POSSESSIVE = frozenset({"his", "her", "its", "their", "whose"})
"""Pronouns of an owner."""
WHOLE = {"'ll": "will", "'ve": "have", "'re": "are"}
"""Helping verbs in short, in full."""
ASIDE = 5
"""Tokens of an aside at the most: a party and a state, an age, a rank."""
OWNER = re.compile(r"['’]s?$")
"""The end of a name that owns something."""
_TIGHT = frozenset({",", ".", ";", ":", "!", "?", "%", ")", "]", "'s", "'", "n't", "n’t"})
"""Words that stand close to the one before them, where the text between was left out."""


class Propositions:
    """Writes propositions for the units of one report."""

    def __init__(self, annotated: Annotated, tree: Tree, antecedents: Mapping[Extent, Extent]) -> None:
        self._tree = tree
        self._subjects = Subjects(tree)
        self._text = annotated.report.text
        self._people = [tuple(tree.inside(Extent(e.start, e.end))) for e in annotated.entities if e.kind == "person"]
        self._phrases = Phrases(tree, self._subjects, frozenset(t for tokens in self._people for t in tokens))
        self._antecedent = dict(antecedents)
        for pronoun, antecedent in antecedents.items():
            if self._of_its_own_subject(pronoun, antecedent):
                del self._antecedent[pronoun]

    def _of_its_own_subject(self, pronoun: Extent, antecedent: Extent) -> bool:
        """Whether a pronoun beside a verb would stand for that verb's subject, which only "himself" may."""
        tree = self._tree
        for t in tree.inside(pronoun):
            token = tree.tokens[t]
            if token.head < 0 or token.deprel not in BESIDE or tree.lower[t].endswith(("self", "selves")):
                continue
            subject = tree.top(self._subjects.of(token.head))
            if subject not in (None, t) and self._names(subject) == self._last_word(antecedent):
                return True
        return False

    def _names(self, subject: int) -> str:
        """The last word of whom a subject names, its pronoun resolved."""
        token = self._tree.tokens[subject]
        antecedent = self._antecedent.get(Extent(token.start, token.end))
        if antecedent is not None:
            return self._last_word(antecedent)
        name = [c for c in self._tree.children[subject] if self._tree.tokens[c].deprel == "flat"]
        return self._tree.lower[max([subject, *name])]

    def _last_word(self, extent: Extent) -> str:
        return (extent.of(self._text).casefold().split() or [""])[-1].strip(",;:.")

    def of(self, unit: Unit) -> str:
        """The unit's proposition; quotation marks and line breaks do not belong to it."""
        if unit.kind == "role":
            return self._role(unit)
        told = relatives.told_of(self._tree, list(unit.tokens)) if unit.kind == "clause" else None
        if told is not None:
            return self._told_of(*told)
        line = _Line(self._tree)
        tokens = [t for t in unit.tokens if self._tree.words[t] not in MARKS]
        if unit.kind == "clause":
            tokens = self._opened(unit.head, tokens)
            tokens += complement(self._tree, unit.head, list(unit.tokens))
            above = self._above(unit.head, tokens)
            self._write(line, above)
            if above and tokens and self._tree.lower[tokens[0]] == "nor" and self._helped(above):
                tokens = tokens[1:]
                if not any(self._tree.lower[t] in NEGATING for t in above):
                    line.words("not")
            if above and withheld.is_instead(self._tree, tokens[0]):
                line.words(" ".join(self._tree.lower[tokens[0] - 2 : tokens[0]]))
            elif above and (word := self._being(unit.head, tokens, above) or self._tie(unit.head, tokens, above)):
                line.words(word)
        elif unit.kind == "phrase":
            frame, word = self._phrases.frame(unit.head, tokens)
            self._write(line, frame)
            if word:
                line.words(word)
        relative = self._relative(unit)
        wanted = demanded(self._tree, unit.head) if unit.kind == "clause" else None
        holder = None if relative is None else self._holder(unit, relative)
        held = [] if holder is None else self._subjects.noun_phrase(holder)
        noun, behind = relatives.owed(self._tree, unit, tokens)
        owed = [] if noun is None else [t for t in self._subjects.noun_phrase(noun) if t not in tokens]
        if relative is not None and holder is not None:
            after = relatives.behind(self._tree, relative, holder, tokens)
            if after is not None:
                tokens, owed, behind = [t for t in tokens if t != relative], held, after
        for t in tokens:
            if t == wanted:
                line.words("should")
            self._write(line, held if t == relative else [t])
            if t == behind:
                for o in owed:
                    line.words(self._tree.lower[o]) if self._tree.tokens[o].upos == "DET" else self._write(line, [o])
        return line.text or unit.extent.of(self._text)

    def _told_of(self, says: int, tokens: list[int], behind: int) -> str:
        """What somebody says of the noun that a relative clause belongs to."""
        line = _Line(self._tree)
        noun = self._subjects.noun_phrase(self._tree.tokens[says].head)
        if behind < 0:
            self._write(line, noun)
        for t in tokens:
            if self._tree.words[t] not in MARKS:
                self._write(line, [t])
            if t == behind:
                self._write(line, noun)
        return line.text

    def _opened(self, head: int, tokens: list[int]) -> list[int]:
        """A clause's tokens without the word that ties it to another: what it tells it tells alone."""
        tree = self._tree
        tokens = self._measured(head, tokens)
        while len(tokens) > 1 and tokens[0] != head:
            token = tree.tokens[tokens[0]]
            ties = token.head == head and (token.deprel == "mark" or tree.lower[tokens[0]] in TYING)
            ties = ties or (
                token.head == head and tree.lower[tokens[0]] in OF_ANOTHER and self._subjects.done_by(head) is not None
            )
            ties = ties and not self._phrases.is_asked(head, tokens)
            if not (ties and tree.lower[tokens[0]] not in OPEN) and token.upos != "PUNCT":
                break
            tokens = tokens[1:]
        return tokens

    def _measured(self, head: int, tokens: list[int]) -> list[int]:
        """A clause's tokens without how long after another thing it was: "minutes after | she had left"."""
        tree = self._tree
        opening = tokens[:SPAN_OPENS]
        ties = (
            n for n, t in enumerate(opening) if tree.tokens[t].head == head and tree.lower[t] in ("after", "before")
        )
        at = next(ties, 0)
        before, after = opening[:at], tokens[at + 1 :]
        measures = all(tree.lower[t] in SPANS or tree.tokens[t].upos in MEASURING for t in before)
        spans = any(tree.lower[t] in SPANS for t in before)
        whole = tree.subject(head) in after and set(after) <= set(tree.subtree(head))
        return after if measures and spans and whole else tokens

    def _above(self, head: int, tokens: list[int]) -> list[int]:
        """What a clause needs before it: its subject where the unit lacks it, or what governs an infinitive."""
        tree = self._tree
        subject = tree.subject(head)
        if tokens and (governed := self._phrases.governed(head, tokens)):
            return governed
        if subject is not None and subject in tokens:
            there = tree.child(head, "expl")  # "[there] was a fire"
            return [there] if there is not None and there == tokens[0] - 1 else []
        over = tree.tokens[head].head
        if subject is None and tree.tokens[head].deprel == "xcomp" and over >= 0 and over not in tokens:
            return [t for t in self._phrases.core(over) if t not in tokens]
        relative = any(tree.lower[t] in RELATIVE and tree.tokens[t].upos == "PRON" for t in tokens[:2])
        if relative:
            return []
        found = self._subjects.of(head)
        first = min(tokens, default=0)
        negated = subject is not None and first > 0 and tree.lower[first - 1] in NEGATING
        helping = [t for t in tree.verb_group(head) if negated and t < first]  # "[Reen did not] answer"
        joined = [t for t in shared(tree, head) if subject is None and not helping]  # "[Reen may have] left"
        return [t for t in (*found, *(helping or joined)) if t not in tokens]

    def _helped(self, above: list[int]) -> bool:
        return self._tree.tokens[above[-1]].upos == "AUX" or self._tree.lower[above[-1]] in NEGATING

    def _being(self, head: int, tokens: list[int], above: list[int]) -> str | None:
        """What makes a passive participle on a noun a sentence ("a letter [was] signed by her"); else None."""
        tree = self._tree
        token = tree.tokens[head]
        by = any(tree.lower[g] == "by" for c in tree.children[head] for g in tree.children[c])
        passive = tree.lower[head].endswith("ed") or (by and not tree.lower[head].endswith("ing"))
        if not tokens or tokens[0] != head or token.upos != "VERB" or token.deprel != "acl" or not passive:
            return None
        noun = tree.top(above)
        return "were" if noun is not None and are(tree, noun) else "was"

    def _tie(self, head: int, tokens: list[int], above: list[int]) -> str | None:
        """The "to" or "of" right before a unit, without which an infinitive or gerund hangs loose ("a plan [to] …")."""
        tree = self._tree
        before = tokens[0] - 1 if tokens else -1
        ties = before >= 0 and tree.tokens[before].head == head and tree.tokens[before].deprel in ("mark", "case")
        word = tree.lower[before] if ties else ""
        if before in above:
            return None
        top = tree.first_joined(head)
        if top != head and tree.tokens[top].deprel == "acl" and above[-1] == tree.tokens[top].head:
            of = any(tree.lower[c] == "of" and c < top for c in tree.children[top])
            return "of" if of and tree.lower[head].endswith("ing") and tokens[0] == head else None
        return word if word == "to" or (word == "of" and tree.tokens[head].deprel == "acl") else None

    def _role(self, unit: Unit) -> str:
        """ "Ada Reen is finance minister", whichever way round the report has it."""
        name, role = _Line(self._tree), _Line(self._tree)
        for t in unit.name:
            name.token(t)
        rest = [t for t in unit.tokens if t not in unit.name]
        while (at := unit.name[0] - 1) in rest and is_honorific(self._tree.lower[at]):
            rest.remove(at)
        while rest and (self._tree.tokens[rest[0]].upos == "PUNCT" or self._tree.tokens[rest[0]].deprel == "case"):
            rest = rest[1:]  # "including | Gov. Reen"
        while rest and self._tree.tokens[rest[-1]].upos == "PUNCT":
            rest = rest[:-1]
        role.amid = bool(rest) and self._tree.tokens[rest[0]].upos == "DET"
        self._write(role, rest)
        return f"{name.text} is {_PLURAL_TITLE.sub(_of_one, role.text)}"

    def _write(self, line: "_Line", tokens: list[int]) -> None:
        """Add tokens to a line, a pronoun replaced by what it stands for."""
        for t in tokens:
            token = self._tree.tokens[t]
            antecedent = self._antecedent.get(Extent(token.start, token.end))
            itself = self._tree.lower[t].endswith(("self", "selves"))  # "he himself", "she had herself reported it"
            if antecedent is None or itself or token.upos not in ("PRON", "DET"):
                line.token(t)
                continue
            named = OWNER.sub("", " ".join(antecedent.of(self._text).split()).strip(",;:"))
            own = line.is_of(named) or line.is_of(
                named.split(",", 1)[0]
            )  # "The provider, Stratoform" is "the provider"
            if self._tree.lower[t] in POSSESSIVE and own:
                line.token(t)
                continue
            line.words(named)
            if token.deprel == "nmod:poss" and self._tree.lower[t] in POSSESSIVE:
                line.words("'" if line.text.endswith("s") else "'s")

    def _holder(self, unit: Unit, relative: int) -> int:
        """The noun that a relative pronoun stands for: "who" is a person, the one named right before it, be it not the
        one that the parser has chosen."""
        tree = self._tree
        noun = tree.tokens[relatives.clause_of(tree, unit.head) or unit.head].head
        if tree.lower[relative] not in ("who", "whom") or noun < 0:
            return noun
        before = next((t for t in range(relative - 1, -1, -1) if tree.tokens[t].upos != "PUNCT"), -1)
        named = next((tokens for tokens in self._people if before in tokens), None)
        named = named or self._named_before_aside(before)
        if named is not None and before not in tree.subtree(noun):
            return tree.top(named) or noun
        path = [noun]
        while tree.tokens[path[-1]].deprel.split(":")[0] in ("nmod", "obl", "acl", "obj"):
            path.append(tree.tokens[path[-1]].head)
        found = next(filter(self._is_person, path), None)
        if found is not None:
            return found
        several = before >= 0 and tree.tokens[before].upos == "PROPN" and tree.lower[before].endswith("s")
        return before if several else noun  # "consternation among Democrats who …"

    def _named_before_aside(self, last: int) -> tuple[int, ...] | None:
        """The person named right before a short aside that ends at a token: "Ada Reen, R-Calif., who"."""
        comma = next((t for t in range(last, max(-1, last - ASIDE), -1) if self._tree.words[t] == ","), -1)
        return next((tokens for tokens in self._people if comma - 1 in tokens), None)

    def _is_person(self, token: int) -> bool:
        """Whether a noun is a person's name, or one for people; whether it may be is not known of most nouns."""
        known = cues().person | cues().unnamed | titles()
        stemmed = {self._tree.lower[token], self._tree.lower[token].removesuffix("s")}
        return any(token in tokens for tokens in self._people) or bool(stemmed & known)

    def _relative(self, unit: Unit) -> int | None:
        tree = self._tree
        clause = relatives.clause_of(tree, unit.head)
        if clause is None:
            return None
        pronouns = (t for t in unit.tokens if tree.lower[t] in RELATIVE and tree.tokens[t].upos == "PRON")
        own = (t for t in pronouns if clause == unit.head or tree.tokens[t].head == unit.head)
        return next(own, None)


BESIDE = frozenset({"obj", "iobj", "obl"})
"""Relations of what stands beside its verb's subject and is somebody else."""


_PLURAL_TITLE = re.compile(r"\A([A-Z]\w+)s(\.?)\Z")


def _of_one(title: re.Match[str]) -> str:
    """A title that stands before several names, for one of them ("Sens. Reen and Olin"); other words as they are."""
    return title.group(1) + title.group(2) if fold(title.group(1)) in titles() else title.group()


class _Line:
    """A line of prose in the making: neighbours in the text keep the space, or none, that stood between them.

    A token that opens its sentence loses its capital amid a line; ``amid`` says so of a line that something precedes.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._last: int | None = None
        self.text = ""
        self.amid = False

    def token(self, t: int) -> None:
        """Add a token of the report."""
        tokens = self._tree.tokens
        beside = self._last is not None and t == self._last + 1 and tokens[self._last].end == tokens[t].start
        word = " ".join(self._tree.words[t].split())
        if self._last is None and self.text and word in ("'s", "’s") and tokens[t].upos == "AUX":
            word = "has" if self._tree.lower[t + 1 : t + 2] in (["been"], ["had"]) else "is"
        elif self._last is None and self.text and (whole := WHOLE.get(word.replace("’", "'"))):
            word = whole  # behind a name in place of a pronoun
        opens = self.text and not self._follows(t) and tokens[t].upos != "PROPN" and self._opens(t)
        if self.amid or opens:
            word = word[0].lower() + word[1:]
        self.amid = False
        self._add(word, beside)
        self._last = t

    def _follows(self, t: int) -> bool:
        """Whether a token comes next in the text, marks apart."""
        last = self._last
        return last is not None and last < t and all(self._tree.tokens[i].upos == "PUNCT" for i in range(last + 1, t))

    def _opens(self, t: int) -> bool:
        tree = self._tree
        first = tree.sentence(tree.tokens[t].start).first
        return all(tree.tokens[i].upos == "PUNCT" for i in range(first, t)) and not tree.words[t].isupper()

    def is_of(self, named: str) -> bool:
        """Whether the line opens with a name or noun phrase, so that "his", "its" behind it are plainly its own."""
        return self.text.casefold().startswith(named.casefold()) and self.text[len(named) : len(named) + 1] in (
            " ",
            ",",
        )

    def words(self, words: str) -> None:
        """Add words from elsewhere."""
        self._add(words, False)
        self._last = None

    def _add(self, words: str, beside: bool) -> None:
        close = beside or not self.text or words in _TIGHT
        self.text += words if close else " " + words
