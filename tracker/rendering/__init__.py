"""How does a digest or a page look, in which words?"""

from tracker.digests.today import TodayPage
from tracker.rendering.checking import check_templates
from tracker.rendering.digests import render_digest
from tracker.rendering.today import render_today

__all__ = ["TodayPage", "check_templates", "render_digest", "render_today"]
