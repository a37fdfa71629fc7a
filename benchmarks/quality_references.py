"""Pronouns and descriptions on GUM, beside the nearest fitting name."""

from training.gum import Document, gold_of

from crossread.annotate.phrases import Phrase, phrases_of
from crossread.annotate.references import find, wants


def nearest_name(phrases: list[Phrase], i: int) -> Phrase | None:
    """The baseline: the nearest earlier name of a fitting kind."""
    for other in reversed(phrases[:i]):
        person = other.kind == "person"
        if other.form == "name" and (phrases[i].kind == "person") == person and other.end <= phrases[i].start:
            return other
    return None


def measure(documents: list[Document]) -> dict[str, float]:
    """Accuracy over pronouns with an earlier phrase in their chain; precision and recall of descriptions."""
    right = total = base = made = good = wanted = reached = 0
    for d in documents:
        phrases = phrases_of(d.text, d.tokens, d.sentences, d.entities)
        gold = gold_of(d, phrases)
        at = {(p.start, p.end): i for i, p in enumerate(phrases)}
        found = {
            (r.start, r.end): at[r.antecedent.start, r.antecedent.end]
            for r in find(d.text, d.tokens, d.sentences, d.entities)
        }
        for i, phrase in enumerate(phrases):
            hit = found.get((phrase.start, phrase.end))
            earlier = [j for j in range(i) if gold[i] and gold[j] == gold[i] and phrases[j].form != "pronoun"]
            if phrase.form == "pronoun" and earlier:
                total += 1
                right += hit is not None and gold[hit] == gold[i]
                near = nearest_name(phrases, i)
                base += near is not None and gold[phrases.index(near)] == gold[i]
            elif phrase.form == "noun" and wants(phrase):
                made += hit is not None
                good += hit is not None and gold[i] is not None and gold[hit] == gold[i]
                wanted += bool(earlier)
                reached += bool(earlier) and hit is not None and gold[hit] == gold[i]
    return {
        "pronouns": total, "accuracy": round(100 * right / max(1, total), 1),
        "nearest name": round(100 * base / max(1, total), 1), "descriptions": wanted,
        "precision": round(100 * good / max(1, made), 1), "recall": round(100 * reached / max(1, wanted), 1),
    }  # fmt: skip
