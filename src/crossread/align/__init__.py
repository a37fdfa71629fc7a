"""align: mentions to claims, the same proposition across reports."""

from crossread.align.join import Aligner

__all__ = ["Aligner"]
