"""The language of a text, by py3langid (Lui and Baldwin 2012, the langid.py model retrained)."""

import re

# Languages that the later stages can read.
READ = frozenset({"en"})
# Below this many letters the model's guess is no better than chance between related languages: "und" (BCP 47).
MIN_LETTERS = 25
# The model's verdict does not change after the first pages.
_MAX_CHARACTERS = 10_000
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """The BCP 47 code of the language, or "und" where the text is too short to tell."""
    head = text[:_MAX_CHARACTERS]
    if len(_LETTER.findall(head)) < MIN_LETTERS:
        return "und"
    import py3langid  # loads its model at the first text

    (first, score), (_, next_score) = py3langid.rank(head)[:2]
    return str(first) if score > next_score else "und"  # all alike where the model knows no part of the text
