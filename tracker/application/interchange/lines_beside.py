"""How is a large file read on another core, while its lines are recorded on this one?

`read_file` runs this module as a program of its own. It gets the file as its standard input, and
sends what it has read in frames: it reads one list of lines ahead, and then waits until that is
taken, so memory does not grow with the file.
"""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from tracker.application.interchange.lines import Line, read_lines, unreadable
from tracker.errors import InputError
from tracker.frames import read_frame, write_frame

LARGE = 16_000_000
"""A file of fewer bytes is read before another process has begun."""

_RESTORE = "--restore"


class _Portion(msgspec.Struct, frozen=True, array_like=True):
    """What the reading process says: some lines, or at the end none, and what is wrong if any."""

    lines: list[Line] = []
    reason: str | None = None
    at: int | None = None


def read_file(file: Path, *, restore: bool) -> Generator[list[Line], None, None]:
    """Yield the lines of a file in lists, checked; a large file is read by another process.

    Raises `InputError` with file, line and reason for what cannot be taken.
    """
    try:
        with _opened(file) as stream:
            beside = os.fstat(stream.fileno()).st_size >= LARGE
            read = _read_beside if beside else read_lines
            yield from read(stream, restore=restore)
    except InputError as error:
        raise InputError(error.reason, file=str(file), line=error.line) from None


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    try:
        stream = file.open("rb")
    except OSError as error:
        raise unreadable(error) from None
    with stream:
        yield stream


def _read_beside(stream: IO[bytes], *, restore: bool) -> Iterator[list[Line]]:
    decoder = msgspec.msgpack.Decoder(_Portion)
    with _reader(stream, restore=restore) as process:
        assert process.stdout is not None
        while (frame := read_frame(process.stdout)) is not None:
            portion = decoder.decode(frame)
            if portion.reason is not None:
                raise InputError(portion.reason, line=portion.at)
            if not portion.lines:
                return
            yield portion.lines
        raise InputError(
            f"cannot be read to its end: the process that read it died (exit {process.wait()}), "
            "perhaps for want of memory; nothing of the file was recorded, so import it again"
        )


@contextmanager
def _reader(stream: IO[bytes], *, restore: bool) -> Iterator[subprocess.Popen[bytes]]:
    """Run the process that reads; when this one is done with it, or fails, it is gone."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", __name__, *([_RESTORE] if restore else [])],
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
        )
    except OSError as error:
        raise InputError(
            f"no process can be started to read it ({error}); is this machine out of memory?"
        ) from None
    with process:
        try:
            yield process
        finally:
            process.kill()


def main() -> None:
    """Read standard input to its end, or to the first line that cannot be taken."""
    # Ctrl-C reaches every process of a terminal: the one that asked decides, and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is made here holds no cycles
    encode, out = msgspec.msgpack.Encoder().encode, sys.stdout.buffer
    end = _Portion()
    try:
        for lines in read_lines(sys.stdin.buffer, restore=_RESTORE in sys.argv):
            write_frame(out, encode(_Portion(lines)))
    except InputError as error:
        end = _Portion(reason=error.reason, at=error.line)
    write_frame(out, encode(end))


if __name__ == "__main__":
    main()
