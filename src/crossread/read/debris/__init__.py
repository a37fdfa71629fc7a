"""Debris: page text that is no reporting. Marked with a kind, never deleted.

Most kinds are skipped by the later stages. ``RESTATING`` kinds are not: their content tells again what the same
report tells elsewhere, and is read as mentions that restate.
"""

from crossread.model.report import RESTATING
from crossread.read.debris.mark import debris_of

__all__ = ["RESTATING", "debris_of"]
