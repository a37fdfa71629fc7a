"""The outlet's name as a line of its own above or below the title, where no metadata names it."""

from crossread.model.words import without_aside
from crossread.read.debris.blocks import Block
from crossread.read.debris.words import word_set

# A masthead stands in one of the first blocks.
_FIRST_BLOCKS = 3
_MAX_WORDS = 6
# What newspapers, broadcasters and agencies call themselves; a short line that ends in one names an outlet.
_NAMES = word_set(
    """
    advertiser advocate argus bulletin chronicle courier daily dispatch echo enquirer examiner express gazette
    globe guardian herald independent inquirer journal ledger mail mercury messenger mirror monitor news
    observer online post press record register reporter review sentinel standard star sun telegraph times today
    tribune voice weekly wire radio television tv live newsline
    """
)
# … or begin with.
_FIRST = word_set("daily weekly radio")
# Words that stand in capitals in a name though they are no initials.
_SMALL = frozenset({"of", "and", "the", "for", "in", "on"})


def masthead(blocks: list[Block]) -> Block | None:
    """The block that names the outlet, or None: a short line of capitalised words that ends in a newspaper's word."""
    return next((b for b in blocks[:_FIRST_BLOCKS] if _names_outlet(b)), None)


def outlet_of(block: Block) -> str:
    """The outlet's name without what is set behind it; a line in capitals is set in title case."""
    name = without_aside(block.text)
    words = name.split()
    if not name.isupper():
        return " ".join(words)
    cased = [w.lower() if n and w.lower() in _SMALL else w.capitalize() for n, w in enumerate(words)]
    return " ".join(cased)


def _names_outlet(block: Block) -> bool:
    name = without_aside(block.text)
    words = name.split()
    if block.ends_sentence or not words or len(words) > _MAX_WORDS:
        return False
    first = words[1:] if words[0].lower() == "the" else words
    named = len(words) > 1 and (words[-1].lower() in _NAMES or (len(first) > 1 and first[0].lower() in _FIRST))
    if not named and "translated" not in block.text[len(name) :].lower():
        return False
    return all(w[0].isupper() or w.lower() in _SMALL for w in words) and all(w.isalpha() for w in words)
