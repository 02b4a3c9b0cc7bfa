"""How does the service run: scheduler, pages, one instance, a clean stop?"""

import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import structlog
import uvicorn
from fastapi import FastAPI

from tracker import __version__
from tracker.delivery.folder import leave
from tracker.digests.digest import Digest
from tracker.errors import TrackerError
from tracker.facade import Tracker
from tracker.rendering.digests import render_digest
from tracker.scheduler import Scheduler
from tracker.upkeep import (
    ALERT_SECONDS,
    HEARTBEAT_SECONDS,
    RENEW_SECONDS,
    Upkeep,
    shown_health,
)
from tracker.web.app import create_app
from tracker.web.health import Health
from tracker.web.metrics import Measured
from tracker.web.outlets import outlet_routes
from tracker.web.readers import reader_routes

DIGEST_SECONDS = 60
DELIVERY_SECONDS = 20
FOLDED_AT_ONCE = 25
"""So many measures are folded ahead before the questions have their turn again."""
BREATH_SECONDS = 0.02
GRACE_SECONDS = 3
"""How long answers under way may take after a stop was asked for."""


def serve(
    tracker: Tracker, *, host: str | None, port: int | None, told: Callable[[str], None]
) -> None:
    """Run until SIGTERM or SIGINT; raise `AlreadyRunning` if another service has this database."""
    _log_as_json()
    upkeep = Upkeep(tracker)
    server = _Server(_config(application(tracker, health=upkeep.health, measured=upkeep.measured)))
    with (
        _stopped_by_signals(server),
        tracker.lease().held(),
        _bound(tracker, host, port) as listener,
    ):
        tracker.follow_described()
        address = "http://{}:{}/".format(*listener.getsockname()[:2])
        upkeep.scheduler = scheduler = _scheduler(tracker, upkeep)
        scheduler.start()
        structlog.get_logger("service").info("started", address=address, version=__version__)
        told(f"tracker runs at {address}")
        try:
            with _warming(tracker):
                server.run(sockets=[listener])
        finally:
            scheduler.stop()
            structlog.get_logger("service").info("stopped")


def show(
    tracker: Tracker, *, host: str | None, port: int | None, told: Callable[[str], None]
) -> None:
    """Answer pages and API until SIGTERM or SIGINT; polls nothing and needs no lease.

    Works beside a running service on the same database, and any number of times.
    """
    _log_as_json()
    server = _Server(_config(application(tracker, health=lambda: shown_health(tracker))))
    with _stopped_by_signals(server), _bound(tracker, host, port) as listener:
        address = "http://{}:{}/".format(*listener.getsockname()[:2])
        told(f"tracker serves at {address} (it polls nothing; tracker run does)")
        with _warming(tracker):
            server.run(sockets=[listener])


@contextmanager
def _warming(tracker: Tracker) -> Iterator[None]:
    """Read and fold the log beside the answers, so that the first of them need not wait for it."""
    stop, log = threading.Event(), structlog.get_logger("service")

    def work() -> None:
        began = time.monotonic()
        try:
            if not tracker.library.warm(tracker.clock(), stopped=stop.is_set):
                return
            log.info("warm", seconds=round(time.monotonic() - began, 1))
            for done in tracker.library.fold_ahead():
                if stop.is_set():
                    return
                if done % FOLDED_AT_ONCE == 0:
                    time.sleep(BREATH_SECONDS)
        except TrackerError as error:
            log.error("the log cannot be read ahead", error=str(error))

    thread = threading.Thread(target=work, name="warming", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(GRACE_SECONDS)


class _Server(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the server cleanly, however early they come."""

    def stop(number: int, frame: FrameType | None) -> None:
        server.should_exit = True

    previous = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


@contextmanager
def _bound(tracker: Tracker, host: str | None, port: int | None) -> Iterator[socket.socket]:
    service = tracker.settings.service
    place = (host or service.host, service.port if port is None else port)
    family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(place)
            listener.listen()
        except OSError as error:
            raise TrackerError(
                f"cannot answer on {place[0]}:{place[1]}: {error.strerror}; give another --port"
            ) from None
        yield listener


def application(
    tracker: Tracker, *, health: Health, measured: Callable[[], Measured] | None = None
) -> FastAPI:
    """Return everything that is answered over HTTP."""
    return create_app(
        tracker,
        health=health,
        measured=measured,
        others=(
            reader_routes(**tracker.mailroom.doors()),
            outlet_routes(tracker.mailroom.feed),
        ),
    )


def _config(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        proxy_headers=False,  # whose are believed stands in the settings: web.trusted_proxies
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def _scheduler(tracker: Tracker, upkeep: Upkeep) -> Scheduler:
    log = structlog.get_logger("poll")

    def poll(source: str) -> None:
        for result in tracker.poll(source):
            log.info(
                "polled",
                source=result.source,
                new=result.new,
                revised=result.revised,
                unchanged=result.unchanged,
                error=result.error,
            )

    def digest() -> None:
        service = tracker.settings.service
        for name in tracker.publisher.write_due(
            service.digests,
            hour=service.digest_hour,
            zone_name=service.digest_zone,
            write=lambda name, made: _write(tracker, name, made),
        ):
            structlog.get_logger("digest").info("written", digest=name)

    def deliver() -> None:
        _deliver(tracker, upkeep)

    return Scheduler(
        states=upkeep.states,
        poll=poll,
        clock=tracker.clock,
        held_back=upkeep.held_back,
        upkeep=(
            (RENEW_SECONDS, upkeep.renew),
            (DIGEST_SECONDS, digest),
            (DELIVERY_SECONDS, deliver),
            (ALERT_SECONDS, upkeep.alert),
            (HEARTBEAT_SECONDS, upkeep.heartbeat),
        ),
        pollers=tracker.settings.service.pollers,
    )


def _deliver(tracker: Tracker, upkeep: Upkeep) -> None:
    """Send readers what is due; only the service that leads does."""
    log = structlog.get_logger("delivery")
    if not upkeep.leading:
        return
    done = tracker.mailroom.deliver(
        told=lambda parcel: log.warning(
            "not delivered", parcel=parcel.id, state=parcel.state, error=parcel.error
        )
    )
    if done.sent:
        log.info("delivered", parcels=done.sent)


def _write(tracker: Tracker, name: str, digest: Digest) -> None:
    folder, templates = tracker.settings.digests(), tracker.template_folder
    html = render_digest(digest, format="html", template_folder=templates)
    leave(folder, f"{name}.html", html)
    text = render_digest(digest, format="text", template_folder=templates)
    leave(folder, f"{name}.txt", text)


def _log_as_json() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # it tells whole addresses, keys and all
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(),
    )
