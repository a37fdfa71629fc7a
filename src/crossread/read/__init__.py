"""``read``: folders, files, globs and standard input → reports, with everything that could not be read told."""

from crossread.read.reading import Reading, read, read_source

__all__ = ["Reading", "read", "read_source"]
