"""The errors of Crossread, one tree.

::

    CrossreadError
    ├── InputError          an input that cannot be read: names the input, says what is wrong and what to do
    │   └── TooFewReports   fewer than two reports could be read
    ├── SettingsError       a setting that is unknown or out of range
    └── ModelError          shipped weights that are missing or do not match the manifest
"""


class CrossreadError(Exception):
    """The root of the tree."""


class InputError(CrossreadError):
    """An input that cannot be read."""


class TooFewReports(InputError):
    """Fewer than two reports could be read."""


class SettingsError(CrossreadError):
    """A setting that is unknown or out of range."""


class ModelError(CrossreadError):
    """Shipped weights that are missing or do not match the manifest."""
