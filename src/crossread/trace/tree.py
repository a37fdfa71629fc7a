"""The dependency trees of one report (``crossread.model.tree``)."""

from crossread.model.tree import SUBJECTS, Tree

__all__ = ["SUBJECTS", "Tree"]
