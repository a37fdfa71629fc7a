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
    """The built folders of one part of the corpus ("train", "dev", "test"), built first where need be."""
    split = tomllib.loads((REPOSITORY / "corpus" / "split.toml").read_text(encoding="utf-8"))
    names = [n for n in split[part] if (REPOSITORY / "corpus" / "stories" / n / "story.toml").exists()]
    command = [sys.executable, str(REPOSITORY / "corpus" / "build.py"), *names]
    if names:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return [REPOSITORY / "corpus" / "built" / n for n in names]


def key(story: Path) -> dict[str, Any]:
    """The key of a story."""
    return json.loads((story / "key.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def scorer() -> ModuleType:
    """``score_dossier.py``, which lies beside the repository."""
    spec = importlib.util.spec_from_file_location("score_dossier", SHARED / "score_dossier.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SHARED / 'score_dossier.py'} is needed to score stories")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
