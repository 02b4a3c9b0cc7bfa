"""How are bodies from outside read without risk to the program? (a small pool of processes)"""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from functools import cache

import msgspec

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.feeds.reader_process import CPU_SECONDS
from tracker.feeds.tasks import GetReady, Reading, Reply, Task
from tracker.frames import read_frame, write_frame

WALL_SECONDS = 4.0
"""After so long a reader is killed, whatever it does."""

LOOK_SECONDS = 0.1
"""So often it is looked whether a reader is late: a timer for each task would be a thread each."""

TASKS_PER_PROCESS = 2_000
"""Then a fresh process takes over: parsers leak."""

_GET_READY = msgspec.msgpack.encode(GetReady())
_PASSED_ON = ("PATH", "SYSTEMROOT", "TZ", "LD_LIBRARY_PATH")


class Readers:
    """A pool of reader processes; may be shared between threads.

    A process is started when one is needed, serves many tasks, and ends with this process.
    ``size`` is how many work at once, ``wall_seconds`` how long one task may take.
    """

    def __init__(self, size: int | None = None, *, wall_seconds: float = WALL_SECONDS) -> None:
        self._free = threading.BoundedSemaphore(size or max(2, min(4, os.cpu_count() or 2)))
        self._lock = threading.Lock()
        self._idle: list[_Process] = []
        self._wall = wall_seconds
        self._watch = _Watch()

    def read(self, task: Task) -> Reading:
        """Do one task in a reader process.

        Raises `FetchError` for what cannot be read, and with the fault ``limits`` for what took
        too much time or memory; then the process is gone, and the next task gets another.
        """
        answer = self.exchange(msgspec.msgpack.encode(task))
        reply = answer if isinstance(answer, Reply) else msgspec.msgpack.decode(answer, type=Reply)
        if reply.reading is None:
            raise FetchError(reply.words, url=task.url, fault=reply.fault)
        return reply.reading

    def exchange(self, frame: bytes, *, texts: bool = False) -> bytes | Reply:
        """Give a reader process a frame and return its answer, or why there is none.

        ``texts`` is true of questions about texts, for which a process first gets ready. Raises
        `FetchError` where no process can be started.
        """
        with self._free:
            process = self._take()
            if texts:
                process.get_ready()
            answer = process.ask(frame, seconds=self._wall, watch=self._watch)
            self._give_back(process)
        return answer

    def close(self) -> None:
        """End every idle process."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def _take(self) -> "_Process":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        try:
            return _Process()
        except OSError as error:
            raise FetchError(
                f"no reader process can be started ({error}); is this machine out of memory?",
                url="",
                fault=Fault.LIMITS,
            ) from error

    def _give_back(self, process: "_Process") -> None:
        if process.usable:
            with self._lock:
                self._idle.append(process)
        else:
            process.end()


class _Process:
    """One reader process, asked by one thread at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tracker.feeds.reader_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        self._left = TASKS_PER_PROCESS
        self._ready = False
        if self._receive() is None:
            self._left = 0

    @property
    def usable(self) -> bool:
        """Tell whether another task may be given to it."""
        return self._left > 0 and self._process.poll() is None

    def get_ready(self) -> None:
        """Let it prepare for texts, once and outside of the time of a task."""
        if not self._ready:
            self._ready = self._send_and_receive(_GET_READY) is not None

    def ask(self, task: bytes, *, seconds: float, watch: "_Watch") -> bytes | Reply:
        """Give it the frame of a task and wait for the answer, at most so long."""
        self._left -= 1
        watch.begin(self, seconds=seconds)
        try:
            frame = self._send_and_receive(task)
        finally:
            late = watch.end(self)
        if frame is None:
            self._left = 0
            return Reply(fault=Fault.LIMITS, words=self._why(late=late, seconds=seconds))
        return frame

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()

    def _send_and_receive(self, frame: bytes) -> bytes | None:
        assert self._process.stdin is not None
        try:
            write_frame(self._process.stdin, frame)
        except OSError:
            return None
        return self._receive()

    def _receive(self) -> bytes | None:
        assert self._process.stdout is not None
        try:
            return read_frame(self._process.stdout)
        except OSError:
            return None

    def _why(self, *, late: bool, seconds: float) -> str:
        code = self._process.wait()
        if late:
            return f"reading it took more than {seconds:g} seconds; it was stopped"
        if code == -getattr(signal, "SIGPROF", 0):
            return f"reading it took more than {CPU_SECONDS:g} seconds of computing; it was stopped"
        return f"the reader died of it (exit {code}); most likely it needs too much memory"

    def end(self) -> None:
        """Let it go and wait for its end."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue
        self._process.wait()


class _Watch:
    """Kills the processes that take too long; one thread looks after all of a pool."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: dict[_Process, float] = {}
        self._late: set[_Process] = set()
        self._busy = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, process: _Process, *, seconds: float) -> None:
        """Give a process so long from now."""
        with self._lock:
            self._until[process] = time.monotonic() + seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._look, daemon=True)
                self._thread.start()
            if not self._busy.is_set():
                self._busy.set()

    def end(self, process: _Process) -> bool:
        """Leave a process alone from now on; tell whether it was killed."""
        with self._lock:
            self._until.pop(process, None)
            late = process in self._late
            self._late.discard(process)
        return late

    def _look(self) -> None:
        while self._busy.wait():
            time.sleep(LOOK_SECONDS)
            with self._lock:
                now = time.monotonic()
                for process in [one for one, until in self._until.items() if until <= now]:
                    del self._until[process]
                    self._late.add(process)
                    process.kill()
                if not self._until:
                    self._busy.clear()


def _environment() -> Mapping[str, str]:
    """Return what a reader may know: where the program lies, no settings and no secrets."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def shared_readers() -> Readers:
    """Return the readers of this process; starting them anew for each use would cost seconds."""
    return _readers_of(os.getpid())


@cache
def _readers_of(_pid: int) -> Readers:
    readers = Readers()
    atexit.register(readers.close)
    return readers
