"""Passages that a report tells twice: later copies of a paragraph, also with small edits, and of a sentence."""

from collections import Counter, defaultdict

from rapidfuzz.distance import LCSseq

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block
from crossread.read.debris.words import content_of, facts_of, names_of, sentences_of, words_of

# Shorter passages come back by chance ("He declined to comment.").
MIN_WORDS = 8
MIN_SENTENCE_WORDS = 6
# A paragraph this short that brings a name is another thing told in the same words ("The Osk index fared badly too.").
SHORT_WORDS = 15
# Share of a paragraph's words found again, in order, in one earlier paragraph. From looking at paragraphs of news
# pages: second copies that an editor or a translation tool changed lie above 0.5, different paragraphs of one story
# below 0.4.
COPY_SHARE = 0.55
# Each sentence of a copy is found again too, if less closely; one that is not tells something new.
SENTENCE_SHARE = 0.4
# A copy also shares its words of content, not only "the", "of" and "said".
CONTENT_SHARE = 0.5
# Earlier paragraphs compared closely with each one: those that share most words.
_CANDIDATES = 5


def repeated_paragraphs(blocks: list[Block]) -> list[Debris]:
    """Later copies among ``blocks``, as "repeated-paragraph". One that brings a new figure or day, or a short one
    that brings a new name, is no copy."""
    out: list[Debris] = []
    index: dict[str, list[int]] = defaultdict(list)
    words = [words_of(b.text) for b in blocks]
    facts: set[str] = set()
    for number, block in enumerate(blocks):
        content = content_of(block.text)
        names = names_of(block.text) if len(words[number]) <= SHORT_WORDS else set()
        new = facts_of(block.text) - facts or any(name not in index for name in names)
        if len(words[number]) >= MIN_WORDS and not new and not _ends_quotation(block.text):
            shared = Counter(n for w in sorted(content) for n in index[w])
            nearest = sorted(shared, key=lambda n: (-shared[n], n))[:_CANDIDATES]
            if any(_copies(block.text, words[n], shared[n], len(content)) for n in nearest):
                out.append(Debris(block.start, block.end, "repeated-paragraph"))
        facts |= facts_of(block.text)
        for word in content:
            index[word].append(number)
    return out


def _ends_quotation(text: str) -> bool:
    """Whether a paragraph ends a quotation that another began: who says so is told only here."""
    return text.count("”") > text.count("“") or text.count('"') % 2 == 1


def repeated_sentences(sentences: list[Block]) -> list[Debris]:
    """Those of ``sentences`` that were told before word for word, as "restatement"."""
    out: list[Debris] = []
    seen: set[tuple[str, ...]] = set()
    for sentence in sentences:
        words = tuple(words_of(sentence.text))
        if len(words) < MIN_SENTENCE_WORDS:
            continue
        if words in seen:
            out.append(Debris(sentence.start, sentence.end, "restatement"))
        seen.add(words)
    return out


def _copies(later: str, earlier: list[str], shared: int, content: int) -> bool:
    """Whether ``later`` follows ``earlier`` as a whole, and no sentence of it is new."""
    if shared < CONTENT_SHARE * content:
        return False
    if _share(words_of(later), earlier) < COPY_SHARE:
        return False
    sentences = [words_of(later[s:e]) for s, e in sentences_of(later)]
    return all(_share(s, earlier) >= SENTENCE_SHARE for s in sentences if len(s) >= MIN_SENTENCE_WORDS)


def _share(later: list[str], earlier: list[str]) -> float:
    return float(LCSseq.similarity(later, earlier)) / len(later)
