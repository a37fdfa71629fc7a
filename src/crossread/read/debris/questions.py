"""Questions as headings, and blocks of questions and answers that restate the report above them."""

import re

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block
from crossread.read.debris.rules import Table, fold
from crossread.read.debris.words import content_of, facts_of, names_of

# A question set as a heading is one line; a longer one is an argument.
MAX_QUESTION_WORDS = 25
# One question may be rhetoric; from two on it is a list.
MIN_QUESTIONS = 2
# Share of an answer's words of content that the report used above. The other words of an answer that restates are
# those that turn a question round.
RESTATED_SHARE = 0.6

_QUOTES = "\"“”‘'"
# The end of a sentence inside a line; one or two letters before the full stop are an abbreviation ("U.S. troops").
_SENTENCE = re.compile(r"(?:\w{3}|\d)[\"'”’)]?[.!?…][\"'”’)]?\s")


def questions(blocks: list[Block], table: Table) -> list[Debris]:
    """Question headings as "question", headings of question blocks as "heading", answers as "restatement"."""
    out = [Debris(b.start, b.end, "question") for b in blocks if is_question(b)]
    heads = [n for n, b in enumerate(blocks) if n and table.question_head.fullmatch(fold(b.text))]
    out += [Debris(blocks[n].start, blocks[n].end, "heading") for n in heads]
    first = _first(blocks, heads)
    if first is None:
        return out
    above = "\n".join(b.text for b in blocks[:first])
    known, facts = content_of(above), facts_of(above)
    taken = {d.start for d in out}
    answers = [b for b in blocks[first + 1 :] if b.start not in taken]
    return out + [Debris(b.start, b.end, "restatement") for b in answers if _restates(b.text, known, facts)]


def is_question(block: Block) -> bool:
    """Whether a block is one bare question: it tells no claim. A question that somebody is quoted with is speech."""
    text = block.text
    if not text.endswith("?") or block.words > MAX_QUESTION_WORDS or text[0] in _QUOTES:
        return False
    return ": " not in text and _SENTENCE.search(text) is None


def _restates(passage: str, known: set[str], facts: set[str]) -> bool:
    """Whether ``passage`` brings no name, figure or day that the report lacks above it, and hardly a new word."""
    content = content_of(passage)
    if not content or facts_of(passage) - facts or names_of(passage) - known:
        return False
    return len(content & known) >= RESTATED_SHARE * len(content)


def _first(blocks: list[Block], heads: list[int]) -> int | None:
    """Where the questions and answers begin: after their heading, or else with the first of several questions.

    A report that is made of questions from its first paragraphs on is an interview or an explainer: its answers
    are the reporting, and there is nothing above to restate.
    """
    if heads:
        return heads[0]
    asked = [n for n, b in enumerate(blocks) if is_question(b)]
    if len(asked) < MIN_QUESTIONS or asked[0] * 2 < len(blocks):
        return None
    return asked[0]
