"""Which pages are not what was asked for?"""

import pytest

from tracker.feeds.impostors import LITTLE, impostor, is_home


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<title>Just a moment...</title>", "blocked"),
        ("<title>Attention Required! | Cloudflare</title>", "blocked"),
        ("<title>安全验证</title><p>请完成安全验证</p>", "blocked"),
        ("<h1>访问过于频繁</h1>", "blocked"),
        ("<title>Access Denied</title><p>You don't have permission", "blocked"),
        ("<script>awsWafCookieDomainList=[]</script>", "blocked"),
        ("<script>$_ts=window['$_ts']</script>", "blocked"),
        ("<div class='g-recaptcha'></div>", "blocked"),
        ("<title>用户登录</title>", "login"),
        ("<form><input name=p type=password></form>", "login"),
        ("<h1>Please sign in to continue</h1>", "login"),
        ("<title>404 Not Found</title>", "error_page"),
        ("<h1>Page not found</h1>", "error_page"),
        ("<h1>您访问的页面不存在</h1>", "error_page"),
        ("<title>系统维护中</title>", "error_page"),
        ("<title>502 Bad Gateway</title>", "error_page"),
    ],
)
def test_walls_sign_ins_and_apologies_are_told_apart(page, fault):
    found = impostor(f"<html>{page}</html>")
    assert found is not None
    assert found[0] == fault


@pytest.mark.parametrize(
    "page",
    [
        "<h1>商务部公告2025年第61号</h1><p>正文</p>",
        "<title>关于出口许可证系统维护的公告</title><p>系统将于周六停机。</p>",
        "<h1>Notice: imports of X are forbidden</h1>",
        "<title>用户登录</title>" + f"<p>{'text ' * LITTLE}</p>",
        "<h1>Order on robots and captcha services</h1><p>" + "text " * LITTLE,
        "",
    ],
)
def test_documents_are_documents_whatever_they_speak_of(page):
    assert impostor(f"<html>{page}</html>") is None


@pytest.mark.parametrize(
    ("asked", "reached", "home"),
    [
        ("https://x.cn/a/b.html", "https://x.cn/", True),
        ("https://x.cn/a/b.html", "https://www.x.cn/index.html", True),
        ("https://x.cn/en/a/1", "https://x.cn/en/", True),
        ("https://x.cn/", "https://www.x.cn/", False),
        ("http://x.cn/feed", "https://x.cn/feed/", False),
        ("https://x.cn/a", "https://x.cn/?id=7", False),
        ("https://x.cn/a", "https://x.cn/b", False),
    ],
)
def test_only_a_way_from_deeper_to_the_front_door_is_a_home_redirect(asked, reached, home):
    assert is_home(asked, reached) is home
