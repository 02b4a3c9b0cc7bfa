"""What the tests in a browser share."""

from tests.browser.pages import axe, browser, site

__all__ = ["axe", "browser", "site"]
