"""Bytes to text: byte order mark, UTF-8, what the input declares, then detection; told when it had to guess.

A byte order mark is a signature of the encoding and no part of the text (The Unicode Standard, section 23.8): it is
left out, and offsets hold against the decoded text without it. Newlines stay as they are.
"""

import codecs
import re

import msgspec

from crossread.errors import InputError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Files that are no text, by their first bytes (the formats' own specifications).
_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

# News text holds no control characters but tabs and line ends; a stray one is dirt, one in a hundred is no text.
_MAX_CONTROL_SHARE = 0.01
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
# In UTF-16 text of a Latin script nearly every other byte is NUL.
_WIDE_NUL_SHARE = 0.3
# Share of printable characters that makes decoded bytes text: the complement of the control characters let pass.
_TEXT_SHARE = 1 - _MAX_CONTROL_SHARE
# The encodings of Western European text are one guess: cp1252 holds Latin-1 and the typographic quotes.
_WESTERN = frozenset({"cp1252", "latin_1", "iso8859_15", "cp1250", "cp1254", "cp1257", "cp1258", "mac_roman"})
# Detection reads at most this much; more tells it nothing new.
_DETECT_BYTES = 200_000

# UTF-8 that was once read as cp1252: what its quotes, dashes and accented letters turn into.
_MOJIBAKE = re.compile("\u00e2\u20ac[\u2122\u0153\u009d\u02dc\u00a6\u201c\u201d\u00a2]|[\u00c2\u00c3][\u00a1-\u00bf]")
# One such pair may stand there by chance (a name, a symbol); two do not.
_MIN_MOJIBAKE = 2


class Decoded(msgspec.Struct, frozen=True):
    """A decoded input; ``note`` says what was guessed ("" where nothing was)."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``. ``declared`` is the encoding that the input names for itself.

    Raises ``InputError`` where the bytes are empty, no text, or in no encoding that can be told.
    """
    if not data.strip():
        raise InputError("empty; nothing to read in it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    _refuse_binary(data)
    wide = _wide(data)
    if wide:
        return _marked(data, wide)
    _refuse_control(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _detected(data)


def suspicions(text: str) -> list[str]:
    """What looks as if an earlier program had decoded the text wrongly; the text itself is left as it is."""
    told = []
    if (lost := text.count("\ufffd")) > 0:
        told.append(f"{lost} character{'s' * (lost > 1)} lost before it came here (U+FFFD)")
    if len(found := _MOJIBAKE.findall(text)) >= _MIN_MOJIBAKE:
        told.append(
            f"{len(found)} places look like UTF-8 once read as cp1252 (such as {found[0]!r}); the text is left as it is"
        )
    return told


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"marked as {encoding} but not valid {encoding} at byte {error.start}; save it as UTF-8"
        ) from error
    if not text.strip():
        raise InputError("empty; nothing to read in it")
    if "\x00" in text:
        raise InputError("binary, not text; save the article as text, HTML or JSON")
    return Decoded(text, encoding)


def _refuse_binary(data: bytes) -> None:
    for magic, name in _BINARY:
        if data.startswith(magic):
            raise InputError(f"{name}, which is not read; save the article as text, HTML or JSON")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: NUL is every other byte of its Latin text, and what it decodes to is text."""
    head = data[: _DETECT_BYTES - _DETECT_BYTES % 2]
    half = max(1, len(head) // 2)
    for encoding, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if high.count(0) > _WIDE_NUL_SHARE * half and not low.count(0):
            text = head.decode(encoding, errors="replace")
            return encoding if sum(c.isprintable() or c.isspace() for c in text) > _TEXT_SHARE * len(text) else None
    return None


def _refuse_control(data: bytes) -> None:
    control = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if b"\x00" in data or control > _MAX_CONTROL_SHARE * len(data):
        raise InputError("binary, not text; save the article as text, HTML or JSON")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
        # Browsers read these two names as cp1252 (WHATWG Encoding Standard, section 4.2).
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return None if name == "utf-8" else Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # only met by input that is not UTF-8

    matches = from_bytes(data[:_DETECT_BYTES])
    best = matches.best()
    if best is None:
        raise InputError("in no encoding that can be told; save it as UTF-8")
    names = [best.encoding, *best.could_be_from_charset]
    guess = "cp1252" if _WESTERN.intersection(names) else best.encoding
    for name in (guess, best.encoding, "latin_1" if guess == "cp1252" else best.encoding):
        try:
            return Decoded(data.decode(name), name, f"not UTF-8; read as {name}, which is a guess")
        except UnicodeDecodeError:
            continue
    raise InputError(f"begins like {best.encoding} but is not valid {best.encoding}; save it as UTF-8")
