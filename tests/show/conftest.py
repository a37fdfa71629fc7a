"""Lets the tests of what is shown import the dossiers they show."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
