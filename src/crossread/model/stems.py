"""Word stems (Snowball English, Porter 2001), by which wordings of one thing are compared."""

from functools import lru_cache

import snowballstemmer

from crossread.model.words import content_forms, fold

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, folded."""
    form = fold(word).removesuffix("'s")
    return str(_STEMMER.stemWord(form))


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry content, in order."""
    return [stem(form) for form in content_forms(text)]
