"""Is this page what was asked for, or a wall, a sign-in, the home page or an apology?

A 200 proves nothing. Each row of `SIGNS` is a fault with words that only such pages show in their
title, in their code, or in the little text that they have.
"""

import re
from urllib.parse import urlsplit

from tracker.domain.visits import Fault
from tracker.errors import FetchError
from tracker.extraction.text import html_to_text

LITTLE = 1_200
"""A page with more visible text than this is a page, whatever words it holds."""

LONG_LINE = 160
"""Longer lines are prose, which may speak of anything."""

_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,400}?)</title", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(r"<input\b[^>]{0,400}\btype\s*=\s*[\"']?password", re.IGNORECASE)

CODE: tuple[tuple[str, Fault, str], ...] = (
    (
        r"cf-chl|challenge-platform|cdn-cgi/challenge|_cf_chl_opt",
        Fault.BLOCKED,
        "a human check (Cloudflare)",
    ),
    (r"awsWafCookieDomainList|aws-waf-token|AwsWafIntegration", Fault.BLOCKED, "a human check"),
    (r"_Incapsula_Resource|Incapsula incident", Fault.BLOCKED, "a wall against robots"),
    (r"captcha-delivery\.com|geo\.captcha|datadome", Fault.BLOCKED, "a human check"),
    (
        r"g-recaptcha|h-captcha|cf-turnstile|geetest|px-captcha|sec-if-cpt",
        Fault.BLOCKED,
        "a human check",
    ),
    (r"\$_ts\s*=\s*window\[|acw_sc__v2|__jsl_clearance", Fault.BLOCKED, "a wall against robots"),
)
"""Code that only a wall runs; it counts on pages with little text."""

TITLES: tuple[tuple[str, Fault, str], ...] = (
    (
        r"just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?"
        r"you(?:'re| are)|human verification|^\W*(?:security|robot) check\W*$|captcha|checking your"
        r"|安全验证|人机验证|验证码|访问验证|滑动验证|请完成验证|访问过于频繁|请稍候",
        Fault.BLOCKED,
        "a human check",
    ),
    (
        r"access (?:to this page (?:has been )?)?denied|request (?:blocked|rejected)|^\W*forbidden"
        r"|you have been blocked|访问被拒绝|拒绝访问|访问受限|已被拦截|防火墙",
        Fault.BLOCKED,
        "a refusal",
    ),
    (
        r"^\W*(?:please )?(?:log|sign)[ -]?in\b|\blog ?in (?:required|to continue)|用户登录|请登录"
        r"|请先登录|统一身份认证|ログイン",
        Fault.LOGIN,
        "a sign-in page",
    ),
    (
        r"\b(?:404|403|500|502|503|504)\b.{0,20}(?:error|not found|forbidden|bad gateway"
        r"|unavailable|gateway)|(?:page|file|document|resource) (?:was |could )?not (?:be )?found"
        r"|^\W*(?:404|500|502|503)\W*$|^\W*not found|internal server error|bad gateway"
        r"|service (?:temporarily )?unavailable|temporarily unavailable|under maintenance"
        r"|页面不存在|找不到(?:页面|该页)|页面未找到|您访问的页面|无法访问|系统维护|系统繁忙"
        r"|服务器错误|内部错误|出错了|已被删除|文章不存在|ページが見つかりません",
        Fault.ERROR_PAGE,
        "an error page",
    ),
)
"""Words that stand in the title of such a page, or in the first lines of one with little text."""

_TITLE_SIGNS = tuple((re.compile(sign, re.IGNORECASE), fault, told) for sign, fault, told in TITLES)
_CODE_SIGNS = tuple((re.compile(sign), fault, told) for sign, fault, told in CODE)
_NOTICE = re.compile(r"公告|通知|通告|令第|\bnotice\b|\bannouncement\b", re.IGNORECASE)
_HOME = re.compile(r"/?(?:(?:index|default|home|main)(?:\.\w{1,5})?)?/?", re.IGNORECASE)
_LANGUAGE_HOME = re.compile(r"/(?:en|zh|cn|web|portal|html)/?", re.IGNORECASE)


def impostor(page: str) -> tuple[Fault, str] | None:
    """Return what a page is instead of a document, and how to say so; ``None`` for a document."""
    titled = _TITLE.search(page)
    title = html_to_text(titled.group(1)) if titled else ""
    shown = html_to_text(page)
    if len(shown) > LITTLE:
        return None
    for sign, fault, words in _CODE_SIGNS:
        if sign.search(page):
            return fault, words
    if _PASSWORD.search(page):
        return Fault.LOGIN, "a sign-in page"
    opening = "\n".join((title, *shown.splitlines()[:4]))
    for line in opening.splitlines():
        for sign, fault, words in _TITLE_SIGNS:
            if len(line) <= LONG_LINE and sign.search(line) and not _is_news(line, fault):
                return fault, words
    return None


def _is_news(line: str, fault: Fault) -> bool:
    """Tell whether a line announces something, such as the upkeep of a licensing system."""
    return fault is not Fault.BLOCKED and _NOTICE.search(line) is not None


def refuse_impostor(page: str, *, url: str) -> None:
    """Raise `FetchError` for a page that is no document."""
    found = impostor(page)
    if found is not None:
        fault, words = found
        raise FetchError(f"the page is {words} and not what was asked for", url=url, fault=fault)


def is_home(asked: str, reached: str) -> bool:
    """Tell whether a request for something deeper was led to a home page."""
    if asked == reached:
        return False
    before, after = urlsplit(asked), urlsplit(reached)
    if before.path.rstrip("/") == after.path.rstrip("/") or after.query:
        return False
    if _HOME.fullmatch(before.path):
        return False
    shallow = _HOME.fullmatch(after.path) or _LANGUAGE_HOME.fullmatch(after.path)
    return bool(shallow)
