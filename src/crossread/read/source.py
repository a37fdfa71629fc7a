"""One input as bytes: a file or standard input, with its limits."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import msgspec

from crossread.errors import InputError

# A saved news page with its scripts and inline pictures stays under 10 MB; twice that is no news page.
MAX_FILE_BYTES = 20_000_000
# Standard input is named so in reports and failures.
STDIN = "-"


class Source(msgspec.Struct, frozen=True):
    """Where one input's bytes come from. ``label`` names it to the reader; ``path`` is None for standard input."""

    label: str
    path: Path | None = None
    stdin: BinaryIO | None = None

    @property
    def suffix(self) -> str:
        """The file name's suffix in lower case, with its dot."""
        return self.path.suffix.lower() if self.path else ""

    def data(self) -> bytes:
        """All bytes. Raises ``InputError`` where they cannot be had or are more than ``MAX_FILE_BYTES``."""
        with _opened(self) as stream:
            data = _read(stream, MAX_FILE_BYTES + 1)
        if len(data) > MAX_FILE_BYTES:
            raise InputError(too_large(f"more than {MAX_FILE_BYTES // 1_000_000} MB"))
        return data

    def lines(self) -> Iterator[bytes]:
        """The lines one by one, so that a large file can be read; a line is cut after ``MAX_FILE_BYTES`` + 1 bytes."""
        with _opened(self) as stream:
            while line := _read_line(stream, MAX_FILE_BYTES + 1):
                yield line
                while len(line) > MAX_FILE_BYTES and not line.endswith(b"\n"):
                    rest = _read_line(stream, MAX_FILE_BYTES + 1)  # of a line too long, thrown away in pieces
                    if len(rest) <= MAX_FILE_BYTES:
                        break
                    line = rest

    def head(self, size: int = 4096) -> bytes:
        """The first bytes, to tell the format by; standard input must be seekable for this."""
        with _opened(self) as stream:
            data = _read(stream, size)
            if self.path is None:
                stream.seek(0)
            return data


def too_large(what: str) -> str:
    """The message for an input beyond a limit."""
    return f"too large for one report ({what}); split it into one report a file, or JSONL with one report a line"


def sha256(data: bytes) -> str:
    """The hexadecimal digest that names content."""
    return hashlib.sha256(data).hexdigest()


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    if source.path is None:
        if source.stdin is None:
            raise InputError("standard input is not at hand; name a file instead of '-'")
        return nullcontext(source.stdin)  # not ours to close
    try:
        if not stat.S_ISREG(source.path.stat().st_mode):
            raise InputError("no regular file (a pipe, socket or device); name a file, or '-' for standard input")
        return source.path.open("rb")
    except OSError as error:
        raise InputError(explain(error, source.path)) from error


def explain(error: OSError, path: Path) -> str:
    """What an operating system's refusal means and what to do about it."""
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions, for example with chmod u+r"
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return f"a link to {os.readlink(path)}, which does not exist; mend or remove the link"
        return "no such file; check the name"
    if os.path.islink(path):
        return "a link that leads back to itself; mend or remove the link"
    return f"cannot be read ({error.strerror or error}); check the file"


def _read(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error}); check the file") from error


def _read_line(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.readline(size)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error}); check the file") from error
