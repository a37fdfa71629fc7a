"""Stories with keys: those that lie beside the repository, and the corpus."""

import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
REAL = ("seeds", "dev_cables", "dev_sestak")


def real() -> list[Path]:
    """The folders of the real stories; none where they do not lie beside the repository."""
    return [p for name in REAL if (p := SHARED / "stories" / name).is_dir()]


def corpus(part: str) -> list[Path]:
    """The built folders of one part of the corpus ("train", "dev", "test", "loose"), built first.

    ``corpus/split.toml`` lists them.
    """
    split = tomllib.loads((REPOSITORY / "corpus" / "split.toml").read_text(encoding="utf-8"))
    names = split[part]
    for name in names:
        built = subprocess.run([sys.executable, str(REPOSITORY / "corpus" / "build.py"), name], capture_output=True)
        if built.returncode:
            raise SystemExit(f"corpus story {name} does not build: {built.stderr.decode()}")
    return [REPOSITORY / "corpus" / "built" / n for n in names]


def key(story: Path) -> dict[str, Any]:
    """The key of a story."""
    return json.loads((story / "key.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


Place = tuple[int, int]
"""First character and one past the last."""
COVERS, LIKE = 0.5, 0.25
"""As DOSSIER.md has it: one stretch stands for another when it holds half of the shorter one and their intersection
over union is so large."""


def likeness(a: Place, b: Place) -> float:
    """Intersection over union of two stretches of one text; 0 where neither stands for the other."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    if shared <= 0 or shared / min(a[1] - a[0], b[1] - b[0]) < COVERS:
        return 0.0
    share = shared / (max(a[1], b[1]) - min(a[0], b[0]))
    return share if share >= LIKE else 0.0


def gold_places(story: Path) -> dict[str, list[Place]]:
    """Where the members of the key's claims stand, by file."""
    out: dict[str, list[Place]] = {}
    for claim in key(story)["clusters"]:
        for m in claim["members"]:
            out.setdefault(m["file"], []).append((m["start"], m["end"]))
    return out


def scorer() -> ModuleType:
    """``score_dossier.py``, which lies beside the repository."""
    spec = importlib.util.spec_from_file_location("score_dossier", SHARED / "score_dossier.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SHARED / 'score_dossier.py'} is needed to score stories")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
