"""Whom "he" and "she" cannot mean: persons whose names, titles or nouns in a report tell another gender."""

import re

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.genders import PRONOUNS, Gender, told
from crossread.model.mention import Link
from crossread.model.words import WORD, fold
from crossread.trace.actors import Cast

TITLE = re.compile(r"\b(mr|mrs|ms|miss|sir|dame|lady|lord|prince|princess|king|queen)\.? $", re.I)
"""A title right before a name."""
LONGEST_TITLE = 10
"""Characters before a name in which a title stands."""


class Genders:
    """The genders that one report tells of its persons."""

    def __init__(self, annotated: Annotated, cast: Cast) -> None:
        self._cast = cast
        self._of = {a.id: _gender(a, annotated.report.text) for a in cast.by_id.values() if a.kind == "person"}

    def suits(self, pronoun: str, link: Link) -> bool:
        """Whether a pronoun may mean a source: nothing tells that it is of the other gender."""
        wanted = PRONOUNS.get(pronoun)
        if wanted is None or link.kind not in ("person", "unnamed"):
            return True
        actor = self._cast.named(link.name) if link.kind == "person" else None
        if actor is not None:
            return self.suits_actor(pronoun, actor)
        words = [fold(w) for w in WORD.findall(link.name)]
        return told(set(words), words[0] if words and link.kind == "person" else "") in ("", wanted)

    def suits_actor(self, pronoun: str, actor: Actor) -> bool:
        """The same of an actor."""
        wanted = PRONOUNS.get(pronoun)
        return wanted is None or self._of.get(actor.id, "") in ("", wanted)


def _gender(actor: Actor, text: str) -> Gender:
    """A person's gender by given name, titles before the name and the nouns of roles ("the spokeswoman"); "" where
    they tell none or both."""
    found: set[Gender] = set()
    for alias in actor.aliases:
        words = [fold(w) for w in WORD.findall(alias.text)]
        if len(words) > 1:
            found.add(told(words[:1], words[0]))
        for name in alias.mentions:
            title = TITLE.search(text[max(0, name.start - LONGEST_TITLE) : name.start])
            found.add(told({title[1].lower()}) if title else "")
    for role in actor.roles:
        found.add(told({fold(w) for w in WORD.findall(role.text.split(" of ")[0])[-1:]}))
    found.discard("")
    return found.pop() if len(found) == 1 else ""
