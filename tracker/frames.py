"""How does one process hand another a piece of data whole?"""

from typing import IO

HEAD_BYTES = 4


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame; ``None`` at the end of the stream."""
    head = stream.read(HEAD_BYTES)
    if len(head) < HEAD_BYTES:
        return None
    size = int.from_bytes(head, "big")
    frame = stream.read(size)
    return frame if len(frame) == size else None


def write_frame(stream: IO[bytes], frame: bytes) -> None:
    """Send one frame, in one piece: a head that comes alone wakes the other side for nothing."""
    stream.write(len(frame).to_bytes(HEAD_BYTES, "big") + frame)
    stream.flush()
