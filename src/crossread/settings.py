"""Settings: one frozen record, read from one TOML file. ``docs/settings.md`` describes each; a test holds that."""

import tomllib
from pathlib import Path

import msgspec

from crossread.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a user may choose. Every default is what the figures in the documentation were measured with."""

    as_of: str | None = None
    """The day the dossier is made for (ISO): reports published later are left out. None: all."""
    outlets: str | None = None
    """A TOML file with outlets and agencies of the user's own, added to the shipped table."""
    jobs: int = 1
    """How many processes annotate reports; the dossier is the same whatever the number."""

    def check(self) -> "Settings":
        """Itself, or SettingsError where a value is out of range."""
        if self.jobs < 1:
            raise SettingsError(f"jobs must be at least 1, not {self.jobs}")
        return self

    def told(self) -> dict[str, str | int | float | bool | None]:
        """What the dossier says of them: all that can change its content (``jobs`` cannot)."""
        return {"as_of": self.as_of, "outlets": self.outlets and Path(self.outlets).name}


def load(path: Path | None) -> Settings:
    """Settings from a TOML file; the defaults where ``path`` is None.

    Raises SettingsError, naming the file, for an unknown setting, a wrong type or broken TOML.
    """
    if path is None:
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings).check()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; see docs/settings.md") from error
