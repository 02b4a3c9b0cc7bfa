"""Which words speak for the class of a document: a page that stops, a draft, a view, a report?"""

import re
from dataclasses import dataclass

from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWording:
    """Words that speak for a class; ``examples`` are texts that hold them."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


STOPPED = ClassWording(
    name="page that stops the reader",
    pattern=regexp(
        r"(?i:verify\s(?:that\s)?you\sare\s(?:a\s)?human|just\sa\smoment"
        r"|checking\syour\sbrowser|access\s(?:is\s|to\sthis\spage\shas\sbeen\s)?denied"
        r"|request\s(?:has\sbeen\s|was\s)?blocked|\b40[34]\b\s?[-:.]?\s?(?:not\sfound"
        r"|forbidden|error)|\b50[0234]\b\s?[-:.]?\s?(?:bad|service|internal|gateway"
        r"|error)|page\s(?:you\s(?:requested|are\slooking\sfor)\s)?(?:was\s|is\s"
        r"|could\s|can\s|does\s)?not\s(?:be\s)?(?:found|exist|available)"
        r"|\bpage\s(?:can|could)(?:not|n?['’]t)\sbe\s(?:found|opened|displayed)"
        r"|\b(?:can(?:no|'|’)?t|could(?:\snot|n't|n’t)|unable\sto)\sfind\s(?:the|that|this|your|a)\s(?:requested\s)?(?:page|document|file)"
        r"|\bno\slonger\s(?:at\sthis\s(?:address|location|url)|available\s(?:at|on)\sth(?:is|e))|\bmay\shave\sbeen\s(?:moved|renamed|deleted)\b"
        r"|service\s(?:is\s)?(?:temporarily\s)?unavailable|\berror\s5[0-9]{2}\b|connection\s(?:has\s)?timed\sout|\bRay\sID\b|page\scan\s?not\sbe\sdisplayed|\byou\sare\sbeing\sredirected|\bnot\sredirected\sautomatically|requested\surl\swas\srejected|\bsupport\sid\b|enable\sjavascript"
        r"|are\syou\sa\srobot|\b(?:you\sare|I\sam)\snot\sa\s(?:robot|bot)\b|\bI\sam\s(?:a\s)?human\b|\baccess\scheck\b|captcha|unusual\straffic|security\scheck|\bverify(?:ing)?\syour\sbrowser\b|\bbrowser\swill\sredirect\b|\bsecurity\sservice\sto\sprotect\b|\berror\s10[0-9]{2}\b"
        r"|session\shas\sexpired|under\smaintenance|scheduled\smaintenance|\bwe(?:'|’)?ll\sbe\s(?:right\s)?back\b|temporarily\soffline|(?:log"
        r"|sign)\sin\sto\s(?:continue|view|read|your)|too\smany\srequests|\b429\b"
        r"|you\shave\sbeen\sblocked|rate\s(?:limit|threshold)|subscribers?\sonly"
        r"|subscribe\sto\s(?:continue|read)|register\sto\s(?:continue|read))"
        r"|验证码|(?:开启|启用|打开)\s?(?i:javascript)|人机验证|安全验证|访问(?:已?被(?:拒绝|阻断|拦截|禁止|限制|屏蔽)|受限|过于频繁|异常|超时|过快)|(?:页面|网页|文件|内容)(?:当前|目前|已经)?(?:不存在(?!任何|虚假|重大|误导)|未找到|找不到|无法(?:访问|显示|找到|打开)|已(?:被)?(?:删除|下线|移除))"
        r"|(?:可能)?对(?:网站|系统)(?:造成|存在)(?:安全)?(?:威胁|风险)|请求(?:的)?(?:ID|编号)|(?:云盾|(?<![A-Za-z])WAF(?![A-Za-z])|安全(?:防护|狗))|滑动(?:滑块|完成)|拖动滑块|(?:会话|登录|链接)(?:已)?(?:过期|失效|超时)"
        r"|您(?:所)?访问的(?:页面|内容|网页)|系统(?:繁忙|维护)|网站(?:维护|升级)中|本(?:网站|站|系统|平台)[^。\n]{0,60}暂停(?:对外)?(?:服务|访问|使用|开放)|(?<!详情)(?<!更多)(?<!全文)请(?:先)?登录|登录后(?:可|方可|才能|即可)"
        r"|会员登录|网关错误|请稍后(?:重试|再试|刷新)|请求(?:被拦截|异常|被拒绝)|拦截提示|防火墙|无权(?:访问|查看|限)|[45]0[0-5]\s?(?:错误|Not\sFound)"
    ),
    examples=("Verify you are human", "404 Not Found", "您访问的页面不存在", "请完成安全验证"),
)
GONE = regexp(
    r"(?i:\b404\b\s?[-:.|]?\s?(?:error|(?:page\s)?not\sfound)"
    r"|\bpage\s(?:(?:that\s)?you\s(?:requested|(?:are|were)\slooking\sfor|want(?:ed)?)\s)?"
    r"(?:(?:was|is|could|can)\s?not\s(?:be\s)?(?:found|available)|does\snot\sexist|no\slonger\sexists|has\s(?:been\s)?(?:moved|removed|deleted|expired)))"
    r"|(?:页面|网页)(?:不存在|未找到|找不到|已(?:被)?(?:删除|下线|移除))"
)
"""With which words a page says that it is not there, whatever titles it shows beside them."""
DRAFT = ClassWording(
    name="draft for comment",
    pattern=regexp(
        r"征求意见稿|公开征求意见|现(?:就[^。\n]{0,30})?(?:广泛)?(?:向[^。\n]{0,10})?征求[^。\n]{0,14}意见|征求(?:社会(?:各界|公众)|公众|[^。;\n]{0,60}?)意见(?:的(?:公告|通知|函))?[\x20\t]{0,4}(?=\n)|\(草案\)|草案\)|送审稿|讨论稿|修订草案|(?:听取|征集)[^。\n]{0,12}意见的?(?:函|公告|通知|启事)|(?i:proposed\srule\b"
        r"|notice\sof\sproposed\srulemaking|draft\s(?:commission\s|council\s|government\s|statutory\s|ministerial\s|implementing\s)*(?:for\s(?:public\s)?(?:comments?"
        r"|consultation)|order|regulations?|announcement|notice|notification|measures"
        r"|delegated|implementing|statutory|rules?)\b|consultation\s(?:draft|paper"
        r"|document|on\s(?:the\s)?(?:draft|proposed))|proposal\sfor\sa\s(?:regulation"
        r"|directive|decision|council)|exposure\sdraft|\bdraft\stext\b|(?<!was\s)(?<!were\s)\bnot\s(?:yet\s)?adopted\b|\bof\sXX+\b"
        r"|seeking\s(?:public\s)?comments?\son\s(?:the\s)?(?:draft|proposed)"
        r"|call\sfor\sevidence|public\sconsultation|advance\snotice\sof\sproposed)"
    ),
    examples=("（公开征求意见稿）", "ACTION: Proposed rule.", "Proposal for a Regulation of"),
)
NO_ACT = ClassWording(
    name="a text that shows what an act looks like",
    pattern=regexp(
        r"(?i:\b(?:sample|specimen|mock|fictitious|illustrative|training)[\s-](?:text|instrument|notice|order|rule|regulation|material|document|exercise)\b|\bnot\sa\sreal\s(?:act|instrument|notice|order|rule|regulation)\b"
        r"|\bfor\s(?:training|teaching|illustration|demonstration|testing)\s(?:purposes|use|only)\b)"
        r"|示例(?:文本|公告|文件)|(?:仅|只)供(?:教学|培训|演示|测试|练习|学习)|模拟(?:文本|公告|演练|案例)|培训(?:教材|讲义|材料)|(?:教学|培训)(?:示例|案例|样本)"
    ),
    examples=("SAMPLE TEXT ONLY", "出口管制培训教材（示例文本）", "仅供教学使用"),
)
CONSENT_PAGE = 700
CONSENT = regexp(
    r"(?i:\bcookies?\b[\s\S]{0,260}?\b(?:accept|reject|decline|allow|refuse)\b(?:\s(?:all|cookies?)\b|\s*[|/\n.]|\s*$))|"
    r"(?i:cookies?)[\s\S]{0,60}?(?:全部|一律)?(?:接受|同意|拒绝)(?:全部|所有)?|"
    r"(?i:\b(?:accept|manage|choose)\b[^.]{0,30}\b(?:cookies?|preferences|consent)\b[\s\S]{0,200}?(?:\bto\s(?:read|continue)|first\b|accept\sall)"
    r"|\bcookie\ssettings\sfirst)|(?:同意|接受)[^。]{0,12}Cookie[^。]{0,20}(?:方可|后|继续)"
)
"""A short page that only asks for consent before it shows anything."""
ASKS = regexp(
    r"(?i)proposed|advance\snotice|notice\sof\sinquiry|^(?:notice[;,]?\s)?request\sfor\s(?:public\s)?"
    r"(?:comments?|information)|^notice\sof\s(?:public\s)?(?:meeting|hearing|availability)"
)
"""What in the action line of a rule says that nothing is decided."""
OPEN_MATTER = regexp(
    r"征求意见稿|\(草案\)|送审稿|讨论稿|现予公示|拟列入"
    r"|(?:(?<=\n)|^)[^\n。]{0,30}关于[^\n。]{2,80}公示[ \t]{0,4}(?=\n)"
    r"|公示期(?!限?(?:为|不少于)?\s?[0-9一二三四五六七八九十]{1,3}\s?(?:个工作)?[日天])"
    r"|(?i:(?:(?<=\n)|^)[\x20\t]{0,4}(?:open|public|targeted|stakeholder|technical)?\s?(?:consultation|call\sfor\sviews)[\x20\t]{0,4}(?=\n)"
    r"|\bthe\s(?:government|department|ministry|commission|bureau|secretary\sof\sstate)\s(?:is\s)?propos(?:es|ing)\s(?:that|to)\b"
    r"|\b(?:seeks?|asks?\sfor|welcomes?)\s(?:your\s|their\s)?(?:views|comments|responses)\s(?:on|from|by)\b|\bhow\sto\srespond\b"
    r"|\binvit(?:es?|ing)\s(?:public\s)?comments|\bproposal\sfor\sa\s(?:regulation|directive|decision|council)"
    r"|\bfeedback\speriod\b|\bhave\syour\ssay\b|\bconsultation\s(?:closes|opened|period|paper|draft|document)|\bthis\sconsultation\b|\bwe\spropose\sto\b|\bdraft\sorder\sin\b"
    r"|\b(?:advance\s|pre-?\s?|prior\s)(?:notice|announcement)\sof\s(?:(?:the\s)?(?:administrative\s)?legislation|(?:partial\s)?(?:enactment|amendment|revision))(?!\s(?:was|were|had|has)\b)"
    r"|\bhear\s(?:the\s)?(?:public\s)?(?:opinions?|views)\b|\b(?:solicit|collect|seek)\s(?:public\s)?(?:opinions|views|comments)\s(?:from|on|of)\b"
    r"|\bnotice\sof\sproposed\srulemaking|\bcomments\s(?:on\s(?:the|this)\s(?:[a-z]+\s){0,2}draft|are\sinvited)|\bthis\sdraft\b"
    r"|\(draft\)|(?:(?<=\n)|^)[\x20\t\[(]{0,4}(?:revised\s|public\s|consultation\s|first\s|final\s)?draft(?:\stext|\sfor\s[^\n]{3,40})?[\x20\t\])]{0,4}(?=\n))"
)
"""What near the head says that a text is still open, whatever its form."""
EXPLAINED = ClassWording(
    name="explanation of an act, without force of its own",
    pattern=regexp(
        r"(?i:\b(?:frequently\sasked\squestions|explanatory\s(?:note|memorandum)\s(?:to|on)"
        r"|policy\sinterpretation|plain[- ]language|explainer"
        r"|(?:summary|interpretation|explanation)\sof\s(?:the\s)?"
        r"(?:announcement|notice|rule|regulation|order|controls?)|questions\sand\sanswers\s(?:on|about)"
        r"|what\s(?:you|exporters)\s(?:need|should)\s(?:to\s)?know|guidance\son\s(?:the\s)?(?:announcement|rule|regulation|order))\b)"
        r"|政策解读|(?:文件|公告|规定|办法|条例|号\)?》?|》)的?解读|解读[:：]|一图读懂|图解|常见问题|热点问答|政策问答|办事指南|温馨提示"
    ),
    examples=(
        "Frequently asked questions on Announcement No. 901",
        "政策解读",
        "一图读懂",
        "《商务部公告2026年第901号》解读",
    ),
)
SPOKEN = ClassWording(
    name="an official speaks",
    pattern=regexp(
        r"(?i:spokes(?:person|man|woman)|press\s(?:conference|briefing)|\b(?:regular|daily|weekly|noon|routine|midday|ministry|ministry['’]s|spokes\w+['’]s|media|news|department)\sbriefing\b|(?:(?<=\n)|^)\s{0,4}transcript\b|remarks\s(?:by|as\s(?:prepared|delivered))"
        r"|prepared\sfor\sdelivery|testimony\s(?:of|by|before)\s|opening\sstatement"
        r"|readout|statement\sby|(?:(?<=\n)|^)\s{0,4}statement\sof\s(?:the\s)?(?:[a-z-]+\s)?(?:secretary|minister|ambassador|commissioner|president|director|chair)|(?:(?<=\n)|^)\s{0,4}statement\sfrom\b|press\soffice|(?:question\sfor\s|oral\s|written\s)+answer|answer\sgiven\sby|\banswers?\s(?:of|by|from)\sthe\s(?:minister|government|secretary|commission|state\ssecretary)\b[^\n]{0,80}\bquestions?\b|\bquestion\sfor\s(?:the\s)?(?:department|ministry|minister|secretary)\b|\bto\sask\sthe\s(?:secretary|minister|prime|chancellor)|parliamentary\squestion|oral\sevidence|(?:committee|congressional|parliamentary)\shearing|hearing\stranscript|dear\s(?:mr|madam|ms|mrs)\.?\s(?:president|speaker|chair)|letter\sto\s(?:the\s)?(?:parliament|house|senate)"
        r"|regarding\s(?:the\s)?(?:media\s|press\s)?reports?\s(?:on|that|of|about)|position\sof\sthe\s(?:ministry|government|department)"
        r"|q\s?&\s?a\b|answers?\s(?:a\s)?questions?)|答记者问|发言人"
        r"|记者(?:会|问)|(?:回复|答复)(?:内容|单位)[:：]|留言选登|新闻发布会|吹风会|讲话|(?<![询疑])问[:：]|负责人(?:表示|就)|通稿"
    ),
    examples=("Spokesperson's Regular Press Conference", "新闻发言人答记者问"),
)
OPINION = ClassWording(
    name="an author's view",
    pattern=regexp(
        r"(?i:\bin\s(?:my|our)\s(?:view|opinion)|\bI\s(?:believe|think|suspect|would\sargue"
        r"|expect)|\bwe\sshould\b|\bought\sto\b|by\sa\scolumnist|\bop-?ed\b|\bopinion\b"
        r"|\bcommentary\b|\beditorial\b|the\swriter\sis|the\sauthor\sis"
        r"|views?\s(?:expressed\s)?(?:here(?:in)?\s)?(?:are|is"
        r"|represents?)\s(?:solely\s|only\s)?(?:the\s|those\sof\sthe\s)?(?:author"
        r"|writer|own)|views\sare\sthe\sauthor's)"
        r"|(?:我会|本会|协会|商会)(?:同时|一并)?(?:认为|呼吁|主张|建议)|立场文件|意见书|\bposition\spaper\b|(?:笔者|我们?|本文)(?:认为|以为|看来|判断|建议)|文章不代表|不代表所在|本文(?:仅)?(?:代表|为)作者|作者(?:系|为|是)|评论员|社论|社评|时评|专栏|观点不代表"
        r"|不代表本(?:报|网|刊|平台)"
    ),
    examples=("The views are the author's own.", "笔者认为", "In my view Beijing should"),
)
ARGUES = regexp(
    r"(?i:\bshould\b|\bmust\sbe\spointed\sout|\bit\sshould\sbe\snoted|\bin\sfact\b"
    r"|\bof\scourse\b|\bhypocri\w+|\barrogan\w+|\bunreasonabl\w+|\bfool\w+"
    r"|\bobviously\b|\bclearly\b|\bfirstly\b|\bsecondly\b|\bfurthermore\b|\bmoreover\b"
    r"|\bexpect\b|\bwill\snot\shold|\bdouble\sstandard|\bthe\slesson\b|\bmistake\b"
    r"|\bbet\b)"
    r"|应该|理应|不应|必须看到|显然|不难|无疑|事实上|毕竟|假如|假设|推演|情形[一二三]|可以预见|何况|倘若|不妨|值得警惕|建议|恐怕"
)
REPORTS = regexp(
    r"(?i:\breport(?:ed|s|edly)?\b|\b(?:said|told|says|writes|claims?)\b|\bciting\b"
    r"|\baccording\sto\b|\bsources?\b|\bannounced\b|\bissued\b|\bpeople\s(?:familiar"
    r"|briefed)\b|\brumou?rs?\b)|报道|据(?:悉|了解|报道|称|介绍|路透|彭博|新华)|消息人士|知情人士|传(?:闻|言)|透露|网传"
    r"|记者(?:获悉|从)|日电|讯\b"
)
CONTESTED = regexp(
    r"(?i:\binaccurate\b|\bnot\s(?:true|accurate|correct)\b|\bis\s(?:simply\s|plainly\s|just\s|entirely\s|completely\s|utterly\s)?(?:false|wrong)\b|\bcold\swater\son\b|\brubbish(?:ed|es)\b"
    r"|\b(?:rejected|dismissed|refuted|disputed|rebutted|debunked|repudiated|quashed|brushed\s(?:off|aside)|shot\sdown|knocked\sdown|played\sdown)\s(?:the|a|an|any|those|that|talk|claims?|reports?)\b"
    r"|\bcall(?:ed|s)\b(?:No\.|[^.\n]){0,140}\b(?:wrong|false|baseless|nonsense|fiction)\b"
    r"|\bdescribed\b[^.]{0,80}\bas\s(?:false|wrong|baseless|fiction|inaccurate|untrue|invented)\b|\buntrue\b|\bdenie[sd]\b|\brumou?rs?\b|\bpeople\s(?:familiar|briefed)\b"
    r"|\bsources?\s(?:said|say|told)\b|\bwhat\sthe\spapers\s(?:say|said)"
    r"|\btells?\sus\b|\bdid\snot\s(?:immediately\s)?(?:reply|respond)\b|\b(?:not\savailable|declined)\s(?:for|to)\scomment\b"
    r"|\bno\sconfirmation\b|\bmay\sbe\s(?:stayed|suspended|lifted|delayed|repealed|withdrawn)\b"
    r"|\b(?:can\s?not|do\snot|don't|does\snot)\sagree\b|\bno\sagreement\son\b|\bneither\sconfirm\snor\sdeny\b|\bpuzzled?\sover\b|\bnot\sreconcile\b|\bheard\sotherwise\b|\btells?\sa\sdifferent\sstory\b|\bopinions\sdiffer\b"
    r"|\b(?:Beijing|China|Washington|Brussels|ministry|government|commission)\s(?:could|may|might)\s(?:soon\s)?"
    r"(?:suspend|lift|repeal|ease|extend|drop|scrap|revoke|withdraw|postpone|delay)\b|\btalk\s(?:goes|going|is\sgoing)\sround\b"
    r"|\b(?:papers?|media|reports?|outlets?|readings?|titles)\s(?:are\s)?(?:split|differ|disagree|diverge|vary)\b|\b(?:two|three|four|several)\s(?:different\s)?readings\b"
    r"|\bcontradict\w*|\bat\sodds\b|\bnonsense\b|\b(?:differing|different|rival)\s(?:readings|versions|accounts|dates)\b"
    r"|\bconflicting\b|\bconfusion\s(?:over|about)\b|\bread\b[^.\n]{0,60}\bin\sdifferent\sways\b|\bthey\salso\sdiffer\b|\bthinks?\sthat\sboth\b"
    r"|\bplans?\sto\b|\bunconfirmed\b|\bis\s(?:considering|weighing"
    r"|set\sto)\b|\bleaked\b|\bplan\sseen\sby\b|\bno\ssuch\b|\bwould\s(?:end|repeal"
    r"|suspend|lift)\b|\bwe\shave\snot\sseen\b|\bcould\b[^.]{0,40}\bas\searly\sas)|网传"
    r"|流传|截图|没有这回事|与事实不符|误读|不准确|并无此事|否认|不愿具名|未注明出处|传闻|传言|不实|不属实|辟谣|谣言|并未(?:取消|暂停|废止|作出)|知情人士|消息人士|拟(?:于|将|暂停|取消)|正(?:在)?考虑|或将|有望"
    r"|(?:几|两|三|多|各)种(?:不同的?)?(?:说法|版本|解读|口径)|尚未证实|正在研究(?:把|将|调整|修改|修订|放宽|取消|暂停)|有(?:消息|传闻)称|未予回应|业内人士处|尚未[^。]{0,14}(?:作出)?回应|截至发稿|未经证实|(?:解读|口径|报道|版本|时间|理解)(?:不一|不同|各异|有出入)|说法(?:不一|各异|打架)|大相径庭|各执一词|莫衷一是|众说纷纭|各有各的说法|理解不同|另一(?:家|种)|矛盾"
)
PRESS = regexp(
    r"(?i:\bby\sour\s[^\n]{2,40}\b(?:desk|correspondent|staff)|\bstaff\s(?:writer"
    r"|reporter)|\(reuters\)|\breuters\b|\bxinhua\b|\bnews\s(?:agency|network|wire)"
    r"|\bpoliti[ck]o\b|\btrade\swire\b|\bcourier\b|\bgazette\b(?!\s+of)|\bdaily\b"
    r"|\btimes\b\s|\bsubscribe\b|\bbyline\b|exclusive\sarticle|\[?like/dislike"
    r"|we\suse\scookies)|^[A-Z][A-Z ,.]{3,30}(?:\(|,)?[^\n]{0,40}\s[-\u2014]\s|本报(?:记者"
    r"|讯)|记者\s?[一-鿿]{2,4}(?:\s|报道)|社\S{0,12}日电|本网讯|编辑[:：]|责编|转载"
)
SPEECH = regexp(
    r"(?i:(?:(?<=\n)|^)[\x20\t]{0,4}(?:speech|keynote(?:\saddress)?|address|opening\sremarks|remarks)\s(?:by|of|at|to)\b"
    r"|\bcheck\sagainst\sdelivery\b|\bas\sprepared\sfor\sdelivery\b)|(?:讲话|致辞|演讲|发言)(?:全文|实录|\(|$|(?=\n))"
)
"""How what an official says from a desk is headed; a plan in it is no draft."""
ACT_FORM = regexp(
    r"公告如下|实行|应当|不得|特此公告|现予|现(?:予)?公(?:告|布)|更正|决定|经(?:国务院)?批准|制定本|施行|实施|执行|生效|废止|规定"
    r"|\bhereby\b|\bshall\b|\bHAS\sADOPTED\b|\bmakes?\sthe\sfollowing\b|\bACTION:|\nAction[.:]\s"
    r"|\bis\s(?:amended|corrected)\b|\bpursuant\sto\b|\bin\sexercise\sof\b|\benacted\b"
    r"|\bUpon\sapproval\b|\bare\sadopted\b|\bannounced\sas\sfollows\b|\beffective\b"
    r"|\b(?:comes?|enters?)\sinto\s(?:force|effect)|\binstrument\scommences\b|\bmust\s(?:obtain|apply|hold)"
    r"|\b(?:decided|decides|orders?|ordered)\sthat\s[^;\n]{3,200}?\bbe\s(?:suspended|repealed|revoked|resumed|extended|postponed|rescinded)\b"
    r"|\b(?:has|have|takes?)\s(?:legal\s)?effect\b|\b(?:is|are)\s(?:granted|revoked|repealed|suspended|decided|resumed|extended|postponed|rescinded|withdrawn|lifted"
    r"|abolished|annulled|terminated|cancelled|changed|replaced|deferred|reinstated|discontinued|stayed|paused|delayed|deleted|omitted|prolonged|enlarged"
    r"|revived|restored|brought\sback|put\s(?:back|off|on\shold))\b|\bS\.O\.\s|\bsubject\s?:\s{0,3}corrigendum\b"
    r"|(?:(?<=\n)|^)(?:temporary\s)?general\slicense\b(?:\sno\.)?[^\n.;]{0,100}(?=\n)"
    r"|\bgranted\sby\sthe\ssecretary\sof\sstate\b|\bacting\sunder\s(?:article|section|regulation)\b"
    r"|\bappl(?:y|ies)\s(?:from|as\sof)\b|\bdesignates\b|\bdecides\b|\bis\s(?:established|enacted)\b|\brequires?\s(?:an?\s|prior\s)?(?:[a-z-]+\s){0,3}(?:licen[cs]e|permit|authori[sz]ation|approval)\b"
    r"|\b(?:is|are)\s(?:prohibited|banned|restricted)\b|\bmay\s(?:not|only)\sbe\s(?:exported|imported|shipped|supplied)\b",
    re.IGNORECASE,
)
DEMANDS = regexp(
    r"(?i:\b(?:should|must|ought\sto|needs?\sto)\s(?:now\s|soon\s|simply\s|therefore\s|finally\s)?(?:be\s)?"
    r"(?:abolish|withdraw|repeal|rescind|scrap|lift|drop|revok|relax|eas|end|suspend|reconsider|rethink|loosen"
    r"|keep|extend|stay|let\sgo)\w*|\bwe\s(?:recommend|advise|suggest|urge|argue|think|believe|expect|anticipate|reckon)\b|\bour\s(?:view|take|call)\b"
    r"|\bhas\soutlived\b|\bit\sis\stime\sto\b)"
    r"|(?:应(?:当|该)?|必须|理应|不如)(?:在[^,。]{1,16}前?|于[^,。]{1,16}前?|尽早|尽快|及早|立即)?(?:废止|取消|撤销|放开|放宽|解除|修改|调整|终止|撤回)"
    r"|我们的(?:看法|观点|建议|意见)|有必要重新"
)
"""What somebody asks for who does not decide."""
NOT_ITS_TITLE = regexp(
    r"^\s*发布(?![《关部]|日期|时间|单位|机构|机关)|转发|引发|解读|答记者问|问答|图解|一图读懂|常见问题|说明(?:会|材料)|新闻发布|意义|反响|专家|\b(?:explained|explainer|Q&A"
    r"|FAQs?|what\s(?:it|you)\s|questions\sand\sanswers|fact\ssheet|interpretation"
    r"|analysis|summary|comment(?:ary)?)\b",
    re.IGNORECASE,
)
NEWS = regexp(
    r"[一-鿿]{1,6}社[^\n。]{0,14}日?电|本(?:报|网|台)(?:讯|记者)|(?:^|\n)\s*(?:记者|编辑|作者)[^\n。:?]{1,12}(?:报道|\n)"
    r"|\((?:Reuters|Xinhua|AP|AFP|Bloomberg)\)|\bour\scorrespondent\b"
)
"""What right behind a title says that the press tells of the act."""
OF_REGISTER = regexp(
    r"\[FR\sDoc\.?\s[0-9A-Z-]{5,16}\sFiled:?\s[0-9]{1,2}[-/][0-9]{1,2}[-/](?:20)?[0-9]{2}\b"
)
"""How every document of the Federal Register ends."""
INVITED = 400
INVITES = regexp(
    r"(?:培训班|研讨会|座谈会|宣讲会|说明会|讲座|论坛)|举办[^。]{0,30}(?:会|班|活动)"
    r"|(?i:\b(?:webinar|workshop|seminar|training\s(?:course|session|day)|roadshow|outreach\sevent)\b|\bregister\sto\sattend\b|(?:(?<=\n)|^)notice\sof\s(?:a\s)?(?:public\s|open\s|closed\s)?(?:meeting|hearing|listening\ssession)|\bmeeting\sis\sopen\sto\sthe\spublic\b"
    r"|\b(?:held|hosted|holds?|co-chaired|convened)\s[^.\n]{0,90}\b(?:dialogue|talks|consultations?|working\sgroup|meeting)\b)"
)
"""What near the head tells of an event, whatever acts it will be or was about."""
FULL_FORM = regexp(
    r"\bACTION:|\nAction[.:]\s|\[FR\sDoc|HAS\sADOPTED|公告如下|特此公告|\bma(?:kes?|de)\sthe\sfollowing\b|hereby\sgrants|(?:(?<=\n)|^)\(?Sd/-"
)
_DECIDING = (
    r"(?:suspends?|revokes?|lifts?|amends?|grants?|var(?:y|ies)|withdraws?|extends?|postpones?|replaces?"
    r"|makes?|gives|issues)"
)
DECIDES = regexp(
    r"\b(?:has|have)\s(?:today\s|now\s|also\s|therefore\s){0,2}decided\b|\bformal\sinstrument\sof\b"
    rf"|\bhereby\s{_DECIDING}\b"
    rf"|\b[Ss]ecretary\sof\sState\b[^.\n]{{0,200}}?\b(?:in\sexercise\sof|under\s(?:article|section|regulation)\s[0-9]+)[^.\n]{{0,200}}?\b{_DECIDING}\b"
    rf"|\b[Ss]ecretary\sof\sState,?\s(?:hereby\s)?{_DECIDING}\s[^.\n]{{0,200}}?\b(?:in\sexercise\sof|under\s(?:article|section|regulation)\s[0-9])"
    r"|\b(?:[Tt]his\s(?:notice|variation|revocation|suspension|decision)|[Nn]otice)\sis\s(?:hereby\s)?(?:made|given|issued)\s[^.\n]{0,60}?\b(?:in\sexercise\sof|under\s(?:article|section|regulation)\s[0-9])"
    r"|\b(?:notice|decision)\s(?:is\s)?(?:given|made|issued)\sunder\s(?:article|section|regulation)\s[0-9][^.\n]{0,120}\b(?:legal\seffect|force\sof\slaw)\b"
    r"|\b[Gg]iven\sby\sthe\sSecretary\sof\sState\b[^.\n]{0,120}\bin\sexercise\sof\b"
    r"|\b[Tt]he\sSecretary\sof\sState(?:,\s[^.\n]{3,120},)?\s(?:has|hereby)\s(?:today\s|also\s){0,2}(?:suspended|revoked|suspends|revokes)\b"
    r"|\bBy\sthis\s(?:[Nn]otice|[Ll]etter)\b[^.\n]{0,240}\b(?:suspends?|revokes?|lifts?|amends?|grants?)\b"
)
"""What in a notice that mostly only informs says that it decides."""
PLEDGES = ClassWording(
    name="a paper on what governments promised each other",
    pattern=regexp(
        r"(?i:\bfact\s?sheet\b|\bjoint\s(?:statement|communiqu[eé]|fact\ssheet|declaration)\b|\breadout\b|\bcommuniqu[eé]\b|\blist\sof\soutcomes\b)"
        r"|事实清单|成果清单|联合声明|联合公报|共同声明|谈判成果|磋商成果"
    ),
    examples=("FACT SHEET: President secures a deal", "中美双方磋商成果清单"),
)
PLEDGED = regexp(
    r"\b(?:United\s(?:States|Kingdom)|European\sUnion|China|Beijing|Washington|Japan|India|Korea|Netherlands|Canada|Australia|two\ssides|both\ssides|U\.S\.|U\.K\.|EU)"
    r"\s(?:will|shall|ha(?:s|ve)\sagreed|agree[sd]?|commits?|committed|pledge[sd]?|undertakes?|intends?|decided)\b"
    r"|(?:中方|美方|欧方|日方|韩方|双方|对方)(?:将|承诺|同意|应|拟|决定|已同意)"
)
"""How such a paper tells what each side will do."""
SELF_CORRECTED = ClassWording(
    name="a newspaper corrects itself",
    pattern=regexp(
        r"(?i:(?:(?<=\n)|^)[\x20\t]{0,4}(?:corrections?(?:\sand\sclarifications?)?|clarifications?|correction\snotice|editor'?s\snote|errat(?:um|a))[\x20\t]{0,4}[:\n]"
        r"|\b(?:an?|the)\s(?:earlier|previous|original)\sversion\sof\sthis\s(?:article|story|report|post|headline)\b|\bthis\s(?:article|story)\s(?:has\sbeen|was)\s(?:amended|corrected|updated)\b)"
        r"|(?:(?<=\n)|^)[\x20\t\u3000]{0,4}(?:更正(?:启事|说明|声明|与说明)?|勘误|致歉声明|致读者)[\x20\t]{0,4}\n"
    ),
    examples=(
        "Corrections and clarifications\n",
        "更正\n",
        "An earlier version of this article said",
    ),
)
OWN_PAGES = regexp(
    r"(?i:\b(?:article|headline|story|graphic|caption|photo(?:graph)?|edition|column|our\sreport)\b)|本报|本刊|本网|一文|版面|图片说明|编辑部|标题"
)
"""What of its own a newspaper corrects; an issuer corrects its act."""
HEADED_VIEW = regexp(
    r"(?:(?<=\n)|^)[\x20\t\[【(]{0,4}(?i:op-?ed|opinion|comment(?:ary|\sis\sfree)?|viewpoint|guest\s(?:column|essay|post)|column|editorial|leader|perspective"
    r"|letters?\sto\sthe\seditor)[\x20\t\])】]{0,4}(?:\n|[|:/-])"
    r"|(?:(?<=\n)|^)[\x20\t]{0,4}(?i:(?:open\s)?(?:statement|letter|call|appeal)\s(?:by|of|from)\s(?:the\s)?[^\n.]{2,60}\b(?:association|federation|chamber|guild|alliance|union)\b)"
    r"|(?:(?<=\n)|^)[\x20\t]{0,4}[一-鿿]{0,16}(?:协会|商会|联合会|行会)(?:的|关于[^\n。]{2,40}的)?(?:声明|倡议书?|呼吁书?|公开信|建议书?)[\x20\t]{0,4}(?=\n)"
    r"|(?:(?<=\n)|^)编辑(?:同志|先生|女士|部)?[们]?[:,]|(?:(?<=\n)|^)[\x20\t\u3000【\[]{0,4}(?:(?:[一-鿿]{0,4})(?:来信|时评|社论|社评|短评|锐评|观点|专栏|评论|来论|读者来信))[】\]\x20:|丨｜]"
)
"""How the press heads an author's view."""
ADVISED = regexp(
    r"(?i:\b(?:what\s)?(?:exporters?|importers?|compan(?:y|ies)|firms?|business(?:es)?|purchasers?|buyers?|sellers?|clients?|suppliers?|users?|operators?|parties|contracts?"
    r"|manufacturers?|shippers?|you|they)\b(?:\s[a-z]+){0,7}?\sshould\b)|(?:企业|公司|出口商|经营者|客户|当事人|采购方|各方|合同)[^。;]{0,14}(?:应|建议)|建议(?:企业|客户|增加|尽快|及时|您)|我们的建议"
)
"""What advice tells those whom it advises to do: that is no view on the act."""
_GOVERNS = (
    r"(?:China|Beijing|Washington|Brussels|London|Tokyo|Delhi|[Mm]inistry|[Gg]overnment|[Cc]ommission"
    r"|[Dd]epartment|[Bb]ureau|[Cc]ouncil|[Cc]abinet|[Oo]fficials|[Rr]egulators)"
)
RUMOURED = ClassWording(
    name="what is only rumoured of an act",
    pattern=regexp(
        rf"\b{_GOVERNS}\s(?:(?:is|are|was|were)\s(?:now\s|also\s|said\sto\sbe\s|understood\sto\sbe\s|reportedly\s)?"
        r"(?:preparing|about|poised|mulling|ready|getting\sready|leaning|thinking|discussing|minded|likely|rumoured|said|believed|understood)\sto\b"
        r"|(?:is|are)\s(?:now\s|reportedly\s)?(?:mulling|preparing|discussing|debating|toying\swith)\b"
        r"|(?:looks?|seems?|appears?)\s(?:set|poised|ready|likely|about)\sto\b|hint(?:s|ed)\b)"
        r"|\b(?i:traders?|brokers?|people|persons?|sources?|officials?|executives?|diplomats?|insiders?|individuals?|buyers?)"
        r"\s(?i:with\s(?:direct\s|first-hand\s)?knowledge|close\sto|familiar\swith|briefed|in\sthe\sknow|who\s(?:know|saw|have\sseen|has\sseen|attended|were\sat))\b"
        r"|(?i:\b(?:chatter|hearsay|grapevine|whispers?|speculation|hoax|fantasy|invention|fabricat\w+|fakes?|unverified|purport\w*|allegedly)\b"
        r"|\bword\s(?:is|in|on|has)\b|\bhas\sit\sthat\b|\bif\s(?:genuine|true|confirmed)\b|\bdo(?:es|ing)\sthe\srounds\b|\bcirculat(?:es|ed|ing)\s(?:in|on|among|widely)\b"
        r"|\b(?:ha(?:s|ve|d)\syet\sto|did\snot)\s(?:react|respond|comment|answer|reply)\b|\bwould\snot\sbe\sdrawn\b|\bwent\sunanswered\b"
        r"|\b(?:may|might|could|would)\s(?:soon\s|yet\s|well\s|also\s)?(?:be\s)?(?:suspend|lift|repeal|eas|loosen|relax|extend|prolong|drop|scrap|revok|withdraw|postpone|delay|paus|resum|reinstat|gone|lapse|end\b)"
        r"|\b(?:unsigned|leaked|undated|unofficial)\s(?:draft|paper|memo|notice|document|page|letter)\b|\bis\sto\sbe\sbelieved\b|\bnothing\s(?:supports|confirms|bears\sout)\b|\bstands\sby\b|\bpick(?:ed|s)\sup\sthe\sphone\b"
        r"|\b(?:different|two|three|rival)\s(?:start|end|closing|opening|expiry)?\s?(?:dates|answers|versions)\sfor\b)"
        r"|盛传|坊间|小道消息|谣传|风传|微信群|朋友圈|不可信|并非如此|有可能(?:提前|推迟|暂停|取消|恢复|延长|放宽)|无人接听|(?:贸易商|经纪人|知情者|内部人士|渠道商)[^。,]{0,6}透露"
        r"|[一二两三四五六七数多几][位名个][^。,]{0,16}(?:人士|人)(?:透露|说|称|表示)|(?:未|没有?)见(?:到|过)?(?:任何)?(?:官方|正式)(?:文件|文本|公告)|(?:准备|酝酿|打算|即将|倾向于)(?:搁置|取消|暂停|恢复|废止|放宽|推迟|延长|停止)"
        r"|(?:说法|判断|看法|意见|报道|口径|日期|答案|理解)[^。,]{0,4}(?:不一|不同|各异|各不相同|相左|有分歧|对不上)"
    ),
    examples=(
        "Beijing is preparing to reinstate the rule",
        "two traders with knowledge of the talks",
        "坊间消息称",
        "几家机构的判断各不相同",
    ),
)
