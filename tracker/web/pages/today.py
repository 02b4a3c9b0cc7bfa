"""What is in force today, what turned lately, what comes next, what needs verifying?"""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from tracker.application.charts.busy_day import BUSY_FROM, busy_day
from tracker.application.desk.waits import waits
from tracker.digests.today import build_today
from tracker.rendering.pages.records.sources import reach_of
from tracker.rendering.pages.today.busy_day import busy_day_view
from tracker.rendering.pages.today.page import today_view
from tracker.web.frame import Frame
from tracker.web.services import Services


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/``."""
    router = APIRouter()

    @router.get("/", response_class=HTMLResponse)
    def today(request: Request) -> HTMLResponse:
        words, addresses = frame.words(request), frame.addresses(request)
        head = services.log.head()
        with services.library.reading() as register:
            page = None
            if len(register.measures) <= BUSY_FROM:
                reach = reach_of(register.coverage)
                page = build_today(
                    register,
                    now=services.clock(),
                    field=services.field,
                    head=(head.position, head.hash),
                )
        if page is None:
            day = busy_day(services.queries)
            request.state.measures = day.standing
            return frame.page(request, "busy-day.html.j2", busy_day_view(words, day, addresses))
        request.state.measures = tuple(
            line.measure.id for group in (*page.in_force, *page.unverified) for line in group.rules
        )
        waiting = waits(services.library, services.queries.clocks())
        view = today_view(words, page, addresses, waiting=waiting, reach=reach)
        return frame.page(request, "today.html.j2", view)

    return router
