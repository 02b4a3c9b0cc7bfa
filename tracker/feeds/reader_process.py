"""How is a body read where it can do no harm? (the program of a reader process)

It takes tasks from standard input, one frame each, and writes a frame back. Before each task it
gives itself a few seconds of computing time; when they are over, or memory is, it dies, and the
parent says so. It has no network, no database and no settings.
"""

import gc
import os
import signal
import sys
from typing import Any

import msgspec

from tracker.extraction.pages.text import printable
from tracker.extraction.spelling.regexps import compile_all
from tracker.feeds.tasks import Answers, GetReady, Questions, Reply, Task, done
from tracker.feeds.text_tasks import answered
from tracker.frames import read_frame, write_frame

try:
    import resource
except ImportError:  # pragma: no cover - not on Windows, where only the parent's clock ends it
    resource = None  # type: ignore[assignment]

MEMORY_BYTES = 1_500_000_000
"""Address space, of which the program itself takes about a tenth."""

CPU_SECONDS = 3.0
READY_SECONDS = 60.0
READY = b"ready"
COLLECT_AFTER = 50_000
"""Tasks make much and keep little: looking for cycles after every 700 objects costs a tenth."""


def main() -> None:
    """Read until the parent closes the stream."""
    tasks, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    _limit_memory()
    gc.set_threshold(COLLECT_AFTER)
    decoder = msgspec.msgpack.Decoder(Task | Questions | GetReady)
    write_frame(replies, READY)
    while (frame := read_frame(tasks)) is not None:
        _grant_time(CPU_SECONDS)
        write_frame(replies, _answer(decoder.decode(frame)))


def _answer(task: Task | Questions | GetReady) -> bytes:
    if isinstance(task, GetReady):
        _grant_time(READY_SECONDS)
        compile_all()
        return READY
    return encoded(answered(task) if isinstance(task, Questions) else done(task))


def encoded(reply: Reply | Answers) -> bytes:
    """Return the frame of a reply; half letters (lone surrogates) become blanks."""
    try:
        return msgspec.msgpack.encode(reply)
    except UnicodeEncodeError:
        told = msgspec.to_builtins(reply, builtin_types=(bytes,))
        return msgspec.msgpack.encode(_whole_letters(told))


def _whole_letters(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _whole_letters(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole_letters(item) for item in value]
    return value


def _limit_memory() -> None:
    if resource is None:  # pragma: no cover
        return
    sys.setrecursionlimit(800)
    for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, hard))


def _grant_time(seconds: float) -> None:
    """Start the clock of computing time; when it runs out, the signal ends the process."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    main()
