"""How does a digest or a page look, in which words?"""

from tracker.rendering.checking import check_templates
from tracker.rendering.digests import render_digest

__all__ = ["check_templates", "render_digest"]
