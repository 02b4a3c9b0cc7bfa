"""How is a digest left in a folder, whole or not at all?"""

from pathlib import Path

from tracker.errors import TrackerError


def leave(folder: Path, name: str, text: str) -> Path:
    """Write ``text`` (UTF-8) as ``name`` into the folder and return its path.

    A reader never sees half a file. Raises `TrackerError` where the folder cannot be written.
    """
    path = folder / name
    part = folder / f".{name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise TrackerError(f"cannot write {path}: {error.strerror}") from None
    return path
