"""Which words and which code does only a page show that is not what was asked for? (tables)"""

from typing import NamedTuple

from tracker.domain.visits import Fault


class Sign(NamedTuple):
    """Words of such pages, and how to say what such a page is.

    ``even_in_news`` says that they count also in a line that announces something.
    """

    words: str
    fault: Fault
    told: str
    even_in_news: bool = False


CHECK, REFUSAL, SIGN_IN, APOLOGY = (
    "a human check",
    "a refusal",
    "a sign-in page",
    "an error page",
)

CODE: tuple[tuple[str, Fault, str], ...] = (
    (
        r"cf-chl|challenge-platform|cdn-cgi/challenge|_cf_chl_opt",
        Fault.BLOCKED,
        "a human check (Cloudflare)",
    ),
    (r"awsWafCookieDomainList|aws-waf-token|AwsWafIntegration", Fault.BLOCKED, CHECK),
    (r"_Incapsula_Resource|Incapsula incident", Fault.BLOCKED, "a wall against robots"),
    (r"captcha-delivery\.com|geo\.captcha|datadome", Fault.BLOCKED, CHECK),
    (r"g-recaptcha|h-captcha|cf-turnstile|geetest|px-captcha|sec-if-cpt", Fault.BLOCKED, CHECK),
    (r"\$_ts\s*=\s*window\[|acw_sc__v2|__jsl_clearance", Fault.BLOCKED, "a wall against robots"),
)
"""Code that only a wall runs; it counts on pages with little text."""

ENGLISH = (
    Sign(
        r"just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?"
        r"you(?:'re| are)|human verification|^\W*(?:security|robot) check\W*$|captcha"
        r"|checking your",
        Fault.BLOCKED,
        CHECK,
        even_in_news=True,
    ),
    Sign(
        r"access (?:to this page (?:has been )?)?denied\b(?! (?:to|for) )"
        r"|request (?:blocked|rejected)|^\W*forbidden|you have been blocked",
        Fault.BLOCKED,
        REFUSAL,
        even_in_news=True,
    ),
    Sign(
        r"^\W*(?:human|bot|robot|browser|security|identity)[ -](?:verification|challenge"
        r"|validation|check)\W*$|^\W*verification (?:required|needed)"
        r"|\bnot an? (?:ro)?bots?\b|\byou (?:are|were) an? (?:ro)?bot\b"
        r"|complete the (?:\w+ )?(?:check|challenge|puzzle|verification)|unusual (?:traffic"
        r"|activity)"
        r"|automated (?:requests|queries|access)|pardon our interruption|\bone more step\b"
        r"|ddos protection|checking (?:if the site|the security of)|enable (?:javascript"
        r"|cookies) and"
        r"|slide to (?:verify|complete)|press (?:and|&) hold",
        Fault.BLOCKED,
        CHECK,
    ),
    Sign(
        r"(?:your (?:ip(?: address)?|request|access|network|device|browser|connection)) (?:has "
        r"|have "
        r"|was |is )?(?:been )?(?:temporarily )?(?:blocked|banned|denied|restricted|rejected"
        r"|limited"
        r"|flagged)|requested url was rejected|web application firewall|too many requests"
        r"|rate limit(?:ed| exceeded)?|^\W*(?:access )?(?:blocked|restricted)\W*$"
        r"|access (?:to this (?:page|site|resource|website|content) )?(?:has been|is) "
        r"(?:denied|restricted|blocked)\b(?! (?:to|for) )",
        Fault.BLOCKED,
        REFUSAL,
    ),
    Sign(
        r"^\W*(?:please )?(?:log|sign)[ -]?in\b|\b(?:log|sign)[ -]?in (?:required|again"
        r"|or subscribe"
        r"|to (?:continue|view|read|access|your))|\b(?:logged|signed) in to\b|session (?:has |is )?"
        r"(?:expired|timed out)|(?:subscribers?|members?) only|authentication (?:is )?required"
        r"|single sign[ -]?on|^\W*(?:member|user|customer|account|subscriber|staff)s?['’]? "
        r"(?:log|sign)[ -]?in\b",
        Fault.LOGIN,
        SIGN_IN,
    ),
    Sign(
        r"\b(?:404|403|500|502|503|504)\b.{0,20}(?:error|not found|forbidden|bad gateway"
        r"|unavailable|gateway)|(?:page|file|document|resource) (?:was |could )?not (?:be )?found"
        r"|^\W*(?:404|500|502|503)\W*$|^\W*not found|internal server error|bad gateway"
        r"|service (?:temporarily )?unavailable|temporarily (?:unavailable|offline|down)"
        r"|under maintenance|^\W*(?:error|http)[ :#-]{0,3}[45]\d\d\b"
        r"|(?:page|file|document) (?:can(?:no|['’])t|could ?n['’]t|cannot) be found"
        r"|(?:can(?:no|['’])t|cannot|could ?n['’]t|could not|unable to) find (?:that|the|this) page"
        r"|page (?:you \w+(?: \w+){0,4} )?(?:no longer exists|does(?: no|n['’])t exist|(?:has|was)"
        r" (?:been )?(?:moved|removed|deleted)|is (?:missing|gone|unavailable|not available))"
        r"|something went wrong|^\W*(?:scheduled|site|system|planned)? ?maintenance\W*$"
        r"|\ban (?:\w+ )?error (?:has )?occurred|be (?:right )?back (?:soon|shortly)",
        Fault.ERROR_PAGE,
        APOLOGY,
    ),
)

CHINESE = (
    Sign(
        r"安全验证|人机验证|验证码|访问验证|滑动验证|请完成验证|访问过于频繁|请稍候",
        Fault.BLOCKED,
        CHECK,
        even_in_news=True,
    ),
    Sign(
        r"访问被拒绝|拒绝访问|访问受限|已被拦截|防火墙", Fault.BLOCKED, REFUSAL, even_in_news=True
    ),
    Sign(
        r"^\W*(?:安全|人机|人機|滑[动塊块動]|访问|訪問|身份|行为|行為)(?:验证|驗證|检测|檢測|检查|檢查|校验)"
        r"(?:中|页面|頁面)?\W*$|(?:安全|人機|訪問)驗證|驗證碼"
        r"|(?:完成|通过|通過|进行|進行|点击|點擊)[^。,，]{0,12}(?:验证|驗證|校验|安全检查|安全檢查)"
        r"|(?:按住|拖动|拖動|滑动|滑動)[^。,，]{0,8}(?:滑块|滑塊|拼图|拼圖|验证)|不是(?:机器|機器)人"
        r"|(?:访问|訪問|请求|請求|操作)(?:过于|過於|太过|太)(?:频繁|頻繁)"
        r"|(?:异常|異常)(?:的)?(?:访问|訪問|流量|行为|行為|请求|請求)",
        Fault.BLOCKED,
        CHECK,
    ),
    Sign(
        r"(?:访问|訪問|请求|請求|IP(?:地址)?)[^。，,]{0,12}(?:拒绝|拒絕|受限|限制|拦截|攔截|阻断|阻斷|封禁|屏蔽)"
        r"|限制访问|限制訪問|(?:设置|設置)(?:拦截|攔截)|安全威胁|安全威脅|不合法参数|不合法參數",
        Fault.BLOCKED,
        REFUSAL,
    ),
    Sign(
        r"(?:用户|用戶|账号|帐号|帳號|账户|会员|會員|欢迎|歡迎|后台|系统|系統)(?:登录|登錄|登入)"
        r"|(?:请|請)(?:先|重新)?(?:登录|登錄|登入)|(?:登录|登錄|登入)(?:后|後)(?:再|查看|访问|阅读|可|方可|继续|才|查閱)"
        r"|未(?:登录|登錄|登入)|(?:会话|會話|登录|登錄)(?:已)?(?:超时|超時|过期|過期|失效)|统一身份认证|統一身份認證",
        Fault.LOGIN,
        SIGN_IN,
    ),
    Sign(
        r"(?:页面|頁面|网页|網頁|内容|內容|文章|链接|鏈接)[^。，,]{0,8}(?:不存在|没有找到|未找到|找不到|走丢|走失"
        r"|删除|刪除|下线|下線|失效|无法(?:访问|显示)|無法)|(?:找不到|没有找到|未找到)[^。，,]{0,8}(?:页|頁|内容)"
        r"|您(?:所|要)?(?:访问|訪問|找|浏览)的|无法访问|(?:网站|網站|系统|系統|服务器?|伺服器)[^。，,]{0,6}"
        r"(?:维护|維護|升级中|升級中|繁忙|错误|錯誤|异常|異常|故障)|内部错误|出错了|出錯了|已被删除",
        Fault.ERROR_PAGE,
        APOLOGY,
    ),
)

JAPANESE = (
    Sign(
        r"ロボットでは(?:ない|ありません)|ボットではない|画像認証|人間(?:である)?(?:こと|か)を?確認"
        r"|セキュリティ(?:の)?(?:確認|チェック|検証)(?:を|中)|(?:表示|画像)[^。]{0,10}文字を入力",
        Fault.BLOCKED,
        CHECK,
    ),
    Sign(
        r"アクセス(?:が|を|は)?(?:拒否|制限|禁止|ブロック|遮断)|(?:多数|大量|頻繁)(?:な|の)?(?:アクセス|リクエスト)"
        r"|不正な(?:アクセス|リクエスト)|閲覧(?:が|を)?制限",
        Fault.BLOCKED,
        REFUSAL,
    ),
    Sign(
        r"^\W*(?:会員|ユーザー?)?ログイン(?:画面|ページ|が必要)?\W*$|ログイン(?:が必要|して(?:ください|下さい))"
        r"|サインイン(?:が必要|して|\W*$)|認証が必要|(?:会員|購読者)(?:限定|専用)",
        Fault.LOGIN,
        SIGN_IN,
    ),
    Sign(
        r"ページ[^。]{0,12}(?:見つかり|見つけ|存在し|ございません|ありません|移動|削除)|お探しの(?:ページ|情報|ファイル)"
        r"|メンテナンス(?:中|のため)|(?:サーバー?|システム|内部)エラー|エラーが発生|アクセスが集中",
        Fault.ERROR_PAGE,
        APOLOGY,
    ),
)

TITLES = (*ENGLISH, *CHINESE, *JAPANESE)
"""Words that stand in the title of such a page, or in the first lines of one with little text."""

STEMS = (
    Sign(
        r"\b(?:ro)?bots?\b|\bhumans?\b|\bjavascript\b|\bcookies?\b|\bverify(?:ing)? your\b"
        r"|\bverification\W*$|\bchallenge\b|真人|机器人|機器人|验证|驗證|人間|ロボット|安全(?:认证|認證|检查)|认证后|依次点击",
        Fault.BLOCKED,
        CHECK,
    ),
    Sign(
        r"\byour? [^.]{0,60}\b(?:blocked|banned|restricted|suspicious)\b|\bpermission to\b"
        r"|\bfirewall\b|has been blocked|无权|無權|权限|權限"
        r"|拦截|攔截|(?:网络|網絡)环境|访问人数|アクセス(?:認証|権限)|許可がありません",
        Fault.BLOCKED,
        REFUSAL,
    ),
    Sign(
        r"\b(?:log|sign)(?:ged)?[ -]?(?:in|on|up)\b|\bauthenticat\w+|\bpasswords?\b|\busernames?\b"
        r"|\bfree account\b|\bto (?:keep|continue) reading\b|\bregister to\b|登录"
        r"|登錄|登入|登陆|密码|密碼|用户名|用戶名|会员|會員|ログイン|パスワード|会員登録",
        Fault.LOGIN,
        SIGN_IN,
    ),
    Sign(
        r"\berrors?\b|\b(?:isn['’]t|not|un)[ ]?available\b|\bgone wrong\b|\btry again\b|\bsorry\b"
        r"|\bmaintenance\b|\bnot be (?:located|found)\b|\badministrator\b|错误"
        r"|錯誤|不可用|无法打开|無法打開|稍后|稍後|抱歉|对不起|對不起|维护|維護|エラー|メンテナンス|ご利用いただけません|公開を終了|申し訳|しばらく",
        Fault.ERROR_PAGE,
        APOLOGY,
    ),
)
"""Words that say enough where a page shows next to nothing else, and no notice."""
