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


WALLS = {
    "blocked": (
        "<title>Security Verification</title><p>Slide to complete the puzzle</p>",
        "<title>Bot Verification</title><p>Please complete the challenge below</p>",
        "<title>Verification required</title><body>Please verify you are not a robot</body>",
        "<h1>Verify that you are not a bot</h1>",
        "<h1>One more step</h1><p>Please complete the security check to access example.org</p>",
        "<title>Pardon Our Interruption</title><p>Your browser made us think you were a bot.</p>",
        "<h1>Unusual traffic from your computer network</h1>",
        "<p>Our systems have detected unusual traffic</p>",
        "<title>Please wait...</title><p>We are checking your browser. DDoS protection by X</p>",
        "<h1>Sorry, you have been blocked</h1>",
        "<title>Blocked</title><p>Your IP address has been blocked</p>",
        "<title>Error</title><p>Your request was rejected by the web application firewall.</p>",
        "<p>The requested URL was rejected. Your support ID is: 123</p>",
        "<h1>Too many requests</h1><p>rate limit exceeded</p>",
        "<h1>Please enable JavaScript and cookies to continue</h1>",
        "<title>访问验证</title><p>请拖动滑块完成拼图</p>",
        "<title>安全检测</title><p>请按住滑块，拖动到最右边</p>",
        "<h1>请输入验证码后继续访问</h1>",
        "<h1>为确认您不是机器人，请完成以下验证</h1>",
        "<h1>您的访问过于频繁，请稍后再试</h1>",
        "<h1>您的IP已被限制访问</h1>",
        "<title>网站防火墙</title>您的请求带有不合法参数，已被网站管理员设置拦截！",
        "<p>您的请求可能存在威胁，已被拦截</p>",
        "<title>405</title><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>",
        "<h1>检测到异常访问行为</h1>",
        "<h1>正在进行安全检查，请稍候……</h1>",
        "<h1>點擊完成人機驗證</h1>",
        "<title>アクセスが拒否されました</title>",
        "<h1>アクセスが制限されています</h1>",
        "<h1>ロボットではないことを確認してください</h1>",
        "<h1>画像認証</h1><p>表示されている文字を入力してください</p>",
        "<p>短時間に多数のアクセスがあったため、アクセスを制限しています</p>",
        "<h1>セキュリティ確認を行っています</h1>",
        "<h1>私はロボットではありません</h1>",
    ),
    "login": (
        "<title>Member sign-in</title><p>Your session has expired. Sign in again.</p>",
        "<h1>Sign in to your account</h1>",
        "<h1>You must be logged in to view this page</h1>",
        "<h1>This content is for subscribers only. Log in or subscribe</h1>",
        "<title>Single Sign-On</title><p>Enter your username</p>",
        "<h1>Authentication required</h1>",
        "<title>欢迎登录</title><p>账号 密码</p>",
        "<h1>登录后查看全文</h1>",
        "<h1>您尚未登录，请登录后再访问</h1>",
        "<h1>会话已超时，请重新登录</h1>",
        "<title>账号登录</title>",
        "<h1>會員登入</h1>",
        "<title>会員ログイン</title>",
        "<h1>このページを閲覧するにはログインが必要です</h1>",
        "<h1>サインインしてください</h1>",
        "<h1>認証が必要です</h1>",
    ),
    "error_page": (
        "<h1>Oops! That page can’t be found.</h1>",
        "<h1>Sorry, we can't find that page</h1>",
        "<h1>We couldn't find the page you were looking for</h1>",
        "<h1>The page you requested no longer exists</h1>",
        "<title>Error 404</title>",
        "<title>HTTP 500</title>",
        "<h1>Something went wrong</h1>",
        "<h1>Scheduled maintenance</h1><p>We will be back soon</p>",
        "<h1>Website temporarily offline</h1>",
        "<h1>An error occurred while processing your request</h1>",
        "<h1>抱歉，您要找的页面走丢了</h1>",
        "<h1>对不起，您访问的内容不存在或已删除</h1>",
        "<h1>网站正在升级维护中</h1>",
        "<h1>404，页面没有找到</h1>",
        "<h1>该页面已下线</h1>",
        "<h1>系统错误，请联系管理员</h1>",
        "<h1>網頁不存在</h1>",
        "<h1>お探しのページは見つかりませんでした</h1>",
        "<h1>指定されたページは存在しません</h1>",
        "<h1>ただいまメンテナンス中です</h1>",
        "<h1>ページは移動または削除された可能性があります</h1>",
        "<h1>サーバーエラーが発生しました</h1>",
        "<h1>ただいまアクセスが集中しております</h1>",
    ),
}
"""What walls, sign-ins and apologies say in three languages, each in words of its own."""

OTHERS = (
    "<title>Robot Check</title><p>Type the characters you see in this image</p>",
    "<h1>Please confirm you are not a robot</h1>",
    "<h1>Let's confirm you are human</h1>",
    "<h1>Performing security verification</h1>",
    "<h1>Access to this resource has been blocked for security reasons</h1>",
    "<title>Request Rejected</title>",
    "<h1>You don't have permission to access this resource</h1>",
    "<h1>429 Too Many Requests</h1>",
    "<h1>Client challenge</h1><p>JavaScript is disabled in your browser.</p>",
    "<h1>请证明您是真人</h1>",
    "<h1>系统检测到您的网络环境存在异常</h1>",
    "<h1>当前访问人数过多，请稍后再试</h1>",
    "<h1>请进行安全认证后访问</h1>",
    "<h1>请依次点击图中文字</h1>",
    "<h1>您无权访问该页面</h1>",
    "<h1>ただいまアクセス認証中です</h1>",
    "<h1>あなたは人間ですか</h1>",
    "<h1>アクセス権限がありません</h1>",
    "<h1>Log on to your account</h1>",
    "<h1>Please authenticate</h1>",
    "<h1>Create a free account to keep reading</h1>",
    "<h1>Register to read this article</h1>",
    "<h1>本页面仅限会员浏览，请登陆</h1>",
    "<h1>输入用户名和密码</h1>",
    "<h1>ユーザーIDとパスワードを入力してください</h1>",
    "<h1>会員登録が必要です</h1>",
    "<h1>This page isn’t available</h1>",
    "<h1>We're sorry, but something has gone wrong</h1>",
    "<h1>The requested resource could not be located</h1>",
    "<h1>Database connection error</h1>",
    "<h1>This site is undergoing maintenance</h1>",
    "<h1>该信息不存在或已被删除！</h1>",
    "<h1>服务暂时不可用</h1>",
    "<h1>网页无法打开</h1>",
    "<h1>404错误</h1>",
    "<h1>该ページは公開を終了しました</h1>",
    "<h1>URLが間違っているか、ページが削除されています</h1>",
    "<h1>現在サイトをご利用いただけません</h1>",
)
"""Pages that say next to nothing."""


@pytest.mark.parametrize(
    ("fault", "page"), [(fault, page) for fault, pages in WALLS.items() for page in pages]
)
def test_a_wall_is_told_in_english_chinese_and_japanese(fault, page):
    found = impostor(f"<html><body>{page}</body></html>")
    assert found is not None
    assert found[0] == fault or {found[0], fault} == {"blocked", "error_page"}


@pytest.mark.parametrize("page", OTHERS)
def test_a_page_that_shows_next_to_nothing_is_told_by_a_single_word(page):
    assert impostor(f"<html><body>{page}</body></html>") is not None


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Notice on access</h1><p>Access is denied to exporters without a licence.</p>",
        "<h1>关于停止受理网上登录申请的公告</h1>",
        "<h1>输入密码产品的出口许可</h1>",
        "<h1>輸出貿易管理令の一部を改正する政令について</h1><p>令和8年1月5日公布</p>",
        "<h1>Scheduled maintenance of the licensing system: notice to exporters</h1>",
        "<h1>Verification of end users: a guide</h1><p>Please verify whom you sell to.</p>",
        "<h1>Blocked persons list updated</h1><p>Five names were added.</p>",
        "<h1>Security checks of cargo begin in May</h1><p>So the customs office says.</p>",
        "<h1>系统升级：许可证管理系统上线公告</h1>",
        "<h1>Firewall products need a licence from 2026</h1>",
    ],
)
def test_a_short_notice_is_a_notice(page):
    assert impostor(f"<html><body>{page}</body></html>") is None
