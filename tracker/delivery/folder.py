"""How is a digest left in a folder, whole or not at all?"""

from pathlib import Path

from tracker.application.subscriptions.readership import Letter, Parcel
from tracker.digests.subscription import Subscription
from tracker.errors import DeliveryError, TrackerError


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


class FolderCarrier:
    """Leaves digests in the folder that a subscription names, under the parcel's own name."""

    def carry(self, subscription: Subscription, parcel: Parcel, letter: Letter | None) -> None:
        """Leave a digest as HTML and as text; doing it twice leaves it once."""
        if letter is None:
            raise DeliveryError("there is nothing to leave", permanent=True)
        name = f"{parcel.made_at:%Y-%m-%dT%H%M%SZ}-{parcel.id[:12]}"
        forms = {"html": letter.html, "txt": letter.text}
        try:
            for ending, text in forms.items():
                if text:
                    leave(Path(subscription.target), f"{name}.{ending}", text)
        except TrackerError as error:
            raise DeliveryError(str(error)) from None

    def rest(self) -> None:
        """Nothing is held open."""
