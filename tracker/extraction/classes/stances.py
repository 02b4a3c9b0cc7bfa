"""How does a speaker stand to what is said: asserting, denying, refusing to say?"""

import re
from dataclasses import dataclass

from tracker.extraction.extracted import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWording:
    """Words that show a stance; ``examples`` are sentences in which they stand."""

    stance: Stance
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


STANCES: tuple[StanceWording, ...] = (
    StanceWording(
        stance="no_comment",
        pattern=re.compile(
            r"不(?:掌握|了解|清楚)[^。]{0,20}没有(?:可以|能够)?(?:提供|公布|分享|透露)的(?:信息|消息|情况)"
        ),
        examples=("我不掌握你说的情况，没有可以提供的信息。",),
    ),
    StanceWording(
        stance="not_confirmed",
        pattern=re.compile(
            r"(?i:\b(?:am|was|is|are|were|not)\s(?:not\s)?(?:aware|familiar)\s(?:of"
            r"|with)\b|\b(?:not|un)\s?(?:able\sto\s)?confirm|\bhave\snot\s(?:seen"
            r"|heard)\b[^.]{0,40}\breports?|\bhas\snot\sbeen\sconfirmed"
            r"|\bnot\sin\sa\sposition\sto\sconfirm|\b(?:has|have|had)\snot\s(?:yet\s)?been\s(?:informed|notified|told)\b|\bno\s(?:formal|official)\s(?:notice|notification|word)\b"
            r"|\b(?:has|have|had)\snot\s(?:yet\s)?received\s(?:any\s)?(?:formal\s|official\s)?(?:notice|notification|word)\b"
            r"|\b(?:I|we|they|she|he|official|ministry)\s(?:have|has|had)\s(?:seen|heard|received|read)\s(?:no\s(?:such\s)?(?:information|reports?|word|news|notice|confirmation)|nothing\sof)\b"
            r"|\bcannot\sconfirm\b|\bcould\snot\s(?:be\s)?confirm(?:ed)?\b|\bnews\sto\s(?:me|us|him|her|them)\b|\bfirst\s(?:that\s)?(?:I|we)(?:'ve|\shave)?\s(?:ever\s)?heard\b"
            r"|\b(?:has|have|had)\snot\s(?:yet\s)?(?:been\s)?seen\b(?:\sby\s(?:me|us)\b)?|\b(?:did|do|does)\snot\sknow\s(?:of|about)\b|\b(?:has|have|had)\sno\sknowledge\sof\b|\bunaware\sof\b|\b(?:had|has|have|with)\s(?:had\s)?no\sconfirmation\b)|不(?:了解|掌握|知晓|清楚)(?:你|您|相关|有关|具体|这)"
            r"|没有?(?:看到|听说|听到)过?[^。,]{0,14}(?:报道|消息|情况|说法|的事)|(?:未|没有?)从[^。,]{2,16}(?:获悉|获知|得知|听说)|(?:未曾?|没有?)(?:获悉|得知)|不(?:了解|清楚)(?:相关|有关)?情况|无法证实|尚未(?:接到|收到|获得)[^。,;暂取延废解]{0,12}(?:通报|通知|消息|确认)"
            r"|(?:消息|情况|说法|报道)[^。,]{0,4}(?:我|我们|我方|中方)?(?:并)?不(?:掌握|了解|知情)|(?:我|我们)(?:并)?不(?:掌握|知情)"
        ),
        examples=(
            "I am not aware of the specific reports you mentioned.",
            "我不了解你提到的具体情况。",
        ),
    ),
    StanceWording(
        stance="denies",
        pattern=re.compile(
            r"(?i:(?<!heard\s)(?<!seen\s)\bnothing\sof\s(?:the|that)\s(?:kind|sort)\b|\bthere\s(?:is|was)\snothing\s(?:to\sit|in\s(?:it|th(?:e|at|is|ese|ose)\s(?:reports?|story|stories|rumou?rs?|talk)))\b|\b(?:is|was|were|are)\s(?:entirely\s|simply\s)?(?:made\sup|invented|concocted)\b|\bwithout\s(?:any\s)?(?:foundation|basis|substance)\b|\b(?:reject(?:ed|s)|denie[sd]|dismiss(?:ed|es))\s(?:any\s)?talk\b"
            r"|\bno\s(?:[a-z]+\s){0,2}(?:has|have)\sbeen\s(?:suspended|lifted|repealed|withdrawn|postponed|revoked|eased|granted|promised)\b|\b(?:none|nothing)\s(?:will\sbe|has\sbeen|is)\b"
            r"|\b(?:is|was|were|are)\s(?:simply\s|entirely\s|completely\s)?[\"“'‘]?(?:untrue|wrong|mistaken|misleading|unfounded"
            r"|false|inaccurate|incorrect|not\s(?:true|accurate|correct|so|in\sline\swith\sthe\sfacts)|baseless|fabricated|groundless)\b"
            r"|(?<!\bbe\s)(?<!\bare\s)(?<!principle\s)(?<!generally\s)(?<!normally\s)(?<!usually\s)(?<!presumptively\s)"
            r"\bdenie[sd]\b(?!\s(?:in\sprinciple|entry|access|boarding))|\bno\s(?:such\s)?(?:decision|plan|announcement|measure|document|proposal)s?\b(?!\sfor)"
            r"|\b(?:reject(?:ed|s)|refute[sd]|rebutted|disputed|contradict(?:ed|s)|debunk(?:ed|s)|repudiate[sd]|quash(?:ed|es)|brush(?:ed|es)\s(?:off|aside)|sho(?:t|ots)\sdown"
            r"|knock(?:ed|s)\sdown|bat(?:ted|s)\saway|rubbish(?:ed|es)|(?:pour(?:ed|s)|thr(?:ew|ows))\scold\swater\son)\s(?:(?:the|a|an|any|those|that|these)\s)?(?:[\w-]+\s){0,3}?"
            r"(?:reports?|claims?|story|stories|talk|rumou?rs?|suggestions?|accounts?|assertions?)\b|\bdismissed\b"
            r"|\bcall(?:ed|s)\b(?:No\.|[^.\n]){0,160}\b(?:wrong|false|untrue|inaccurate|incorrect|baseless|nonsense|fiction|unfounded)\b"
            r"|\bdescribed\b(?:No\.|[^.\n]){0,100}\bas\s(?:false|wrong|untrue|baseless|fiction|inaccurate|incorrect|unfounded|invented)\b"
            r"|\b(?:that|this|it)\sis\snot\s(?:so|true|correct|the\scase)\b|\b(?:pure|mere|idle|wild)\sspeculation\b"
            r"|\b(?:is|was|are|were)\s(?:an?\s|all\s)?(?:pure\s|sheer\s|mere\s|complete\s|plain\s)?(?:invention|fiction|fantasy|hoax|fabrication|hearsay|fake|fairy\stale)s?\b|\b[Nn]ot\sso\b[,.]|^[\"“](?:fantasy|nonsense|fiction|rubbish|invention|untrue|false|hot\sair)[,.!]"
            r"|(?:^|:\s)No\.\s(?:It|We|They|There|That|This|I|The|Nothing)\b|\b(?:has|have)\snot\s(?:yet\s)?decided\b|\b(?:has|have)\snot\s(?:taken|made)\s(?:a|any)\sdecision\b|\bno\s(?:[a-z]+\s){1,6}(?:is|are)\s(?:being\s(?:prepared|considered|planned|drafted|drawn\sup)|under\s(?:preparation|consideration))\b|\bthere\s(?:is|was)\sno\s(?:ban|truth|suspension|such)\b|\b(?:is|was)\s(?:pure\s|complete\s|utter\s|sheer\s|total\s)?nonsense\b|\b(?:inconsistent|not\sconsistent)\swith\sthe\sfacts\b"
            r"|\b(?:does|do|did)\snot\s(?:square|accord|tally|agree|conform|correspond)\s(?:with|to)\s(?:the\s)?(?:facts|reality|truth)\b|\bat\s(?:odds|variance)\swith\sthe\sfacts\b"
            r"|\b(?:it|he|she|they|we|ministry|department|agency)\s(?:has\s|had\s|have\s)?never\s(?:issued|written|wrote|sent|made|said|published|signed|promised|agreed|existed)\b"
            r"|\b(?:rule|notice|announcement|order|controls?|licen[cs]e)\s(?:has|have)\snot\sbeen\s(?:suspended|lifted|repealed|withdrawn|postponed|revoked|scrapped)\b"
            r"|\bhave\snot\sproposed\b|\bpure\s(?:speculation|fiction|invention)\b|\bno\ssuch\s(?:promise|commitment|instruction|rule|order)\b)|(?:不|并不|纯)属(?:实|子虚乌有)|并非事实|并无(?:此|其)事"
            r"|不(?:是事实|实(?:信息|报道|消息))|否认|谣言|(?:没有|并未|未)(?:作出|做出)[^。]{0,12}决定|子虚乌有|没有这回事"
            r"|没有的事|未(?:被)?(?:暂停|取消|废止|推迟|中止)(?:执行|实施|施行|适用)?(?=[,。;]|$)|(?:没有|从未|从没|并未|未曾|未)(?:发布|印发|出台|签发|公布|下发|制发)过|一[天直]也?(?:没有?|未)停|从(?:来)?(?:没有|没|未)(?:暂停|停止|取消|废止|中断|停过)|(?:没有|并无|尚无|无)(?:这方面|这样|此类|相关|任何|上述|有关|该|这种)的?[^。,]{0,6}(?:计划|打算|安排|考虑|决定|说法)|无此(?:计划|安排|打算|事)"
            r"|(?:没有|并无)[^。,]{2,24}的(?:计划|打算|安排|考虑)|(?:毫无|没有|缺乏)(?:事实)?(?:根据|依据)|无中生有|空穴来风|一派胡言|谣传|并非如此|不可信|(?:不要|切勿|请勿)(?:相信|轻信)|凭空捏造|捏造|不存在[^。,]{0,20}(?:情况|问题|情形|一说)"
            r"|(?:虚假|不实|失实)(?:信息|报道|消息|传言|说法)|(?:报道|消息|说法|传[言闻]|信息)[^。,]{0,6}(?:有误|失实|不[实真]|不符合事实|不确)|与事实不符|(?:系|属于?|纯属)?误读|不准确|纯属(?:谣言|猜测)"
            r"|(?:完全|纯粹|都|全)?是?编(?:造)?出来的|(?:系|属|为)?(?:伪造|编造|杜撰|假冒)|(?:没有|未)(?:收到|接到|见到)过?(?:此|这|该)类的?(?:通知|要求|指令|文件)|(?:没有|未)(?:收到|接到|见到)过?(?:任何)?[^。,;]{0,12}?(?:推迟|取消|暂停|延期|放开|废止|解除|调整|恢复|修改)[^。,;]{0,8}的(?:通知|消息|指令|文件|信息)"
        ),
        examples=(
            "The official said the report was untrue.",
            "该报道不属实。",
            "我们没有收到任何暂停执行的通知。",
        ),
    ),
    StanceWording(
        stance="no_comment",
        pattern=re.compile(
            r"(?i:\b(?:I|we|it|they|he|she|spokes\w+|ministry|department|commission|officials?)\s(?:do(?:es)?|did|will|would|can|could|shall)(?:\snot|n't|not)\s(?:publicly\s|currently\s|normally\s)?(?:speak|talk|comment|answer|discuss|elaborate)\s(?:about|on|of|to|for|such|that|any|further)\b"
            r"|\b(?:I|we)(?:\swould|'d|\swill)?\s(?:rather|prefer)\s(?:to\s)?not\s(?:to\s)?(?:say|comment|speak|answer|go)\b|\b(?:I|we)\s(?:can(?:not|'t)|could\snot|am\sunable\sto|are\sunable\sto|am\snot\sable\sto|are\snot\sable\sto)\s(?:give|tell|say|offer|share|provide|answer|predict|foresee|prejudge|name)\b"
            r"|\b(?:turn|speak|talk|write|go|apply|look)\sto\s(?:the\s|your\s|our\s|its\s)?(?:[a-z]+\s){0,2}(?:departments?|authorit(?:y|ies)|ministry|body|bodies|agency|colleagues|website)\b|\b(?:keep|kept|remains?|stays?|are|is)\s(?:[a-z]+\s){0,4}under\s(?:constant\s|regular\s|close\s)?review\b"
            r"|\bno\scomments?\b|\bhave\snothing\b|\bno\s(?:comment"
            r"|(?:further\s)?information\sto\s(?:share|offer|provide|release)"
            r"|further\sdetails)|\bnothing\s(?:(?:more|further|new)\s)?to\s(?:share|add"
            r"|announce|offer|say)|\brefer\syou\sto\b|\b(?:put|address|direct)\s(?:that|this|the|your|those|these)\squestions?\s(?:directly\s)?to\b|\bquestions?\s(?:[a-z]+\s){0,4}(?:are|is|would\sbe|should\sbe)\s(?:best\s|better\s)?(?:put|addressed|directed|asked)\s(?:to|of)\b|\b(?:leave\s(?:it|that|this)\sto|(?:that|this)\sis\sa\squestion\sfor|(?:ask|suggest|advise)\s(?:that\s)?you\s(?:put|address|direct|ask)|are\s(?:a\smatter\s)?for\sthe\s(?:competent|relevant)\s(?:departments?|authorit(?:y|ies))|is\sa\shypothetical\squestion|speaks?\sfor\s(?:itself|themselves)|would\s(?:not\sgo\sbeyond|leave\sit\sat)|have\s(?:no\smore|nothing\smore)\sto\s(?:say|add))\b|\btoo\s(?:early|soon)\sto\s(?:say|tell|comment)\b|\bdeclin(?:e|ed"
            r"|es)\sto\s(?:comment|say|elaborate|discuss|answer|confirm|provide)|\b(?:do(?:es)?\snot|don't|never)\s(?:speculate|comment)\b"
            r"|\bdid\snot\s(?:immediately\s)?(?:respond|reply)|\bwill\snot\scomment"
            r"|\bnot\sgoing\sto\s(?:comment|give|speculate|get\s(?:into|ahead)|go\sinto|discuss|negotiate|confirm)"
            r"|\b(?:cannot|can't|could\snot|won't|will\snot|would\snot)\s(?:comment|speculate|anticipate|get\sinto|go\sinto|disclose|say\smore)\b"
            r"|\bneither\sconfirm(?:ed|s)?\snor\sden(?:y|ied|ies)\b|\b(?:if|when|once|as\ssoon\sas)\s(?:there\s(?:is|are)|we\shave)\s[^.]{0,20}\b(?:news|information|updates?|developments?|anything)\b[^.]{0,40}\bwill\b"
            r"|\b(?:do(?:es)?|did|will|would)\snot\s(?:discuss|be\sdrawn|elaborate|say\smore|take\squestions|answer\s(?:calls|questions))\b"
            r"|\bdeclin(?:e|ed|es)\sto\s(?:name|explain|give|identify|be\sdrawn|speculate)\b|\bhave\s(?:just\s|already\s)?answered\sthat\b"
            r"|\ball\sI\s(?:can|will)\ssay\b|\b(?:not\s|in)appropriate\sto\s(?:disclose|comment|discuss)\b"
            r"|\b(?:will|to)\s(?:be\s)?(?:announced?|released?|published?|disclosed?|shared?|made\spublic)\b[^.]{0,40}\bin\s(?:due\s(?:course|time)|a\stimely\smanner)"
            r"|\bplease\s(?:stay\stuned|(?:follow|refer\sto|wait\sfor|pay\sattention\sto)\b[^.]{0,30}\b(?:official|authoritative|competent|announcements?|releases?))"
            r"|\breferred\s(?:questions|queries|inquiries|reporters|us|requests)\b|\bgave\sno\s(?:comment|details|reply)|\bcould\snot\s(?:immediately\s)?be\sreached)"
            r"|请(?:大家|各位|你|您)?(?:继续|及时|密切)?(?:关注|留意|查阅|以)[^。]{0,20}(?:发布|公布|信息|消息|通知|公告|为准)"
            r"|(?:如)?有(?:进一步|新的?|更多|最新|相关|任何|具体)?的?[^。,]{0,4}(?:消息|信息|情况|进展|安排|结果|结论|决定|变化|动向),?[^。]{0,6}(?:会|将)[^。]{0,10}(?:公布|发布|通报|披露|告知|对外)"
            r"|(?:暂|目前)?(?:无|没有|未有)(?:可|更多|最新|进一步|其他|任何|新的?)[^。,]{0,8}(?:信息|消息|回应|评论|情况|内容)"
            r"|(?:我|我们|本部|我部|暂|目前|现在|一律|概)(?:都|还|也)?(?:不|不能|无法|没法|难以)(?:作|做|予|便|宜|能)?(?:任何|具体|进一步)?(?:评论|回答|答复|猜测|推测|预测|评价|预判|透露|置评)|(?:问题|现在|目前|暂时)[^。,]{0,6}(?:不能|无法|没法|难以)(?:回答|答复|透露)|假设性"
            r"|(?:会|将|正在?|还在|仍在|继续)(?:综合|认真|进一步|继续|深入|统筹|抓紧)?(?:进行)?(?:研究|评估|论证|考虑)(?=[,。;]|$)"
            r"|不(?:便|方便|宜)(?:评论|透露|回应|披露|多说)|无法(?:提供|透露|评论|回应)|截至发稿[^。]{0,16}(?:未|没有)[^。]{0,6}(?:回复|回应|置评)"
            r"|没有(?!主动)(?:可以|更多|进一步|新的)?[^。,]{0,8}(?:公布|提供|分享|补充"
            r"|发布)的?(?:信息|消息|内容)?|没有(?:新的|更多的?|进一步的?)(?:信息|消息|情况)|不(?:对"
            r"|就)[^。,]{0,20}(?:作|做|发表|予)?(?:评论|回应|置评|作答|回答)|(?:尚|仍)?未[^。,]{0,16}(?:作出|做出|予以)(?:回应|答复|回复|置评)|无可奉告|不予?(?:置评|评论)|建议(?:你|您|大家|各位|企业)?(?:查阅|关注|参阅|访问|登录|查看)|(?:建议|请)(?:你"
            r"|您)?(?:向|询问)[^。]{0,16}(?:主管部门|了解|询问)|(?:拒绝|婉拒|谢绝)了?(?:接受)?(?:本报|本刊|本台|记者|媒体)?的?(?:置评|采访|回应|透露|评论|作答|回答|说明)|不愿(?:评论|透露|多谈|回应)|未(?:能)?(?:立即|即时|及时|马上)?(?:予以?|作出)?(?:回复|回应|答复|置评|评论)"
        ),
        examples=(
            "For anything specific I would refer you to the competent authorities.",
            "目前没有可以公布的信息。",
        ),
    ),
    StanceWording(
        stance="practice",
        pattern=re.compile(
            r"(?i:\b(?:has|have|had)\s(?:already\s|so\sfar\s|duly\s)?(?:examined|reviewed|assessed|processed|considered|checked)\sand\s(?:approved|granted|issued|cleared)\b[^.]{0,60}\b(?:applications?|licen[cs]es?)"
            r"|\b(?:gets?|got|receive[sd]?|wait(?:s|ed|ing)?|obtain(?:s|ed)?)\b[^.;]{0,30}\b(?:in|within|after|for)\s(?:[\w-]+\s){0,3}(?:days|weeks|months)\b"
            r"|\b(?:has|have|had)\s(?:already\s|so\sfar\s|been\s)?(?:reviewed\sand\s"
            r"|legally\s)?(?:approv(?:ed|ing)|grant(?:ed|ing)|issu(?:ed|ing))\b[^.]{0,60}\b(?:applications?"
            r"|licen[cs]es?)|\b(?:processed|handled|cleared|decided|approved|granted|received|reviewed|issued)\s"
            r"(?:some\s|about\s|over\s|around\s|more\sthan\s|nearly\s){0,2}(?:[0-9][0-9,]*|[a-z]{1,9}(?:ty|een|teen|dred|en|ne|wo|ree|our|ive|ix|ight)|dozens\sof|hundreds\sof|several)\b"
            r"[^.]{0,40}?\b(?:applications?|licen[cs]es?|authori[sz]ations?)"
            r"|\b[0-9][0-9,]*\s(?:licen[cs]e\s|export\s)?applications?\s(?:were|have\sbeen)\s(?:received|processed|granted|approved)"
            r"|\b(?:work|working|go|going)\sthrough\sthem\scase[ -]by[ -]case\b"
            r"|\b(?:number|batch|some|several|many|part|most)\sof\s(?:them|these|those|which|the\s(?:applications?|requests?))\b[^.]{0,60}\b(?:has|have)\sbeen\s(?:approved|granted|issued)\b"
            r"|\bthose\s(?:that|which)\s(?:comply|conform|meet|are\scompliant)\b[^.]{0,60}\b(?:has|have|are|were)\s(?:all\s)?(?:been\s)?(?:approved|granted)\b"
            r"|\bprocess(?:ed|es)\s[^.]{0,60}\bapplications?\b[^.]{0,40}\bwithin\b|\bin\spractice\b[^.]{0,80}\b(?:applications?|licen[cs]es?)\b"
            r"|\bapproved\sa\s(?:certain\s)?number\b|\b(?:applications?|licen[cs]es?|authori[sz]ations?)\b[^.?]{0,60}\b(?:has|have)\s(?:already\s|been\s)+(?:(?:examined|reviewed|assessed|checked)\sand\s)?(?:approved|granted|issued)\b"
            r"|\b(?:applications?|orders?|requests?|licen[cs]es?)\s(?:that\s[a-z]+\s[^.;]{3,40}\s|for\s[a-z][^.;]{2,40}\s)?(?:are|is)\s(?:now\s)?being\s(?:approved|granted|issued|processed)\b|\blicen[cs]es?\s(?:now\s)?(?:takes?|comes?\sthrough)\s(?:about\s|some\s|roughly\s|around\s)?[0-9]+\s(?:days|weeks|months)\b)|(?:已"
            r"|依法)[^。]{0,10}(?:批准|许可|核准)[^。]{0,16}(?:申请|许可)|批准了?(?:一定数量|一些|部分)|(?:申请|许可证?)(?:[^。,]{0,10}|,(?:都|均|一般|通常)[^。,]{0,3})(?:获得|得到|获)(?:了)?(?:批准|许可|核准)"
            r"|对符合条件[^。,]{0,12}(?:予以|给予)豁免|(?:做法|政策|安排)(?:没有|未)(?:发生)?(?:任何)?(?:变化|改变)|(?:已"
            r"|已经)(?:依法)?(?:予以|给予)?(?:了)?(?:批准|许可|核准)|依法(?:予以)?批准|依法依规(?:开展|进行)?(?:审查|审批|审核|办理|处理)[^。]{0,16}(?:申请|许可)|(?:及时|均|都会?)(?:依法)?(?:予以|给予)(?:了)?(?:批准|许可)|(?:已|已经)[^。,]{0,10}适用了?通用许可|(?:申请|许可)[^。,;]{0,8}(?:正在|都在|均在|陆续|逐步|正常)(?:陆续|逐步|正常|依法)?(?:获批|批准|办理|办结|审批)|(?:拿到|取得|获得|等到)(?:出口)?许可(?:证)?(?=[,。;]|$)|一(?:直|贯|向)(?:依法)?(?:予以|给予)?(?:批准|许可|核准)|(?:实践|实务|实际操作)中[^。;]{0,30}(?:申请|许可|办结|办理|审批)"
        ),
        examples=(
            "The authorities have approved a certain number of applications.",
            "We review them by law, and those that comply have been approved.",
            "已依法批准一定数量的合规申请。",
        ),
    ),
    StanceWording(
        stance="comment",
        pattern=re.compile(
            r"(?i:\b(?:firmly|strongly|resolutely)\s(?:opposes?|rejects?|objects?|requests?|protests?|urges?|regrets?)\b|\b(?:common|standard|accepted|international)\s(?:international\s)?practices?\b"
            r"|\bnot\s(?:aimed|targeted|directed)\sat\b|\bdoes\snot\starget\b|\bdiscriminatory\b|\bnational\ssecurity\sconcept|\boverstretch\w*|\bdouble\sstandards?\b"
            r"|\b(?:have|has)\s(?:taken\snote|noted)\b|\bwill\snot\shesitate\b|\burge[sd]?\s(?:the|all)\b|\bconsistent\sand\sclear\b|\bwill\s(?:be\s)?(?:grant|approv|facilitat)\w*\s[^.]{0,40}\b(?:applications?|licen[cs]es?|eligible|compliant))"
            r"|坚决反对|强烈不满|国际通行|通行做法|国际惯例|不针对(?:任何)?(?:特定|第三)|一贯立场|多次(?:表明|阐明|说明)|(?:将|会)(?:依法)?(?:予以|给予)(?:许可|批准)|另行(?:公布|通知|发布|公告)"
            r"|敦促|(?:美方|对方|欧方|日方|对方国家)应(?:当|该)?(?:立即|尽快|停止|纠正|取消|撤销)|泛化国家安全|滥用出口管制|双重标准|促进合规"
        ),
        examples=(
            "China firmly opposes the abuse of export controls.",
            "实施出口管制是国际通行做法。",
        ),
    ),
    StanceWording(
        stance="asserts",
        pattern=re.compile(
            r"(?:将|会)(?:如期|按期|按计划|按时)[^。,;]{0,6}(?:实施|施行|生效|执行)|(?:目前|仍|依然|继续)(?:然)?(?:没有变化|有效)"
            r"|\bremains?\s(?:fully\s)?in\s(?:force|place|effect)\b|\b(?:will|shall)\s(?:take\seffect|apply|start|enter\sinto\sforce)\sas\s(?:planned|scheduled|announced)\b"
            r"|管制(?:并)?(?:不是|不等于|不意味着)[^。,;]{0,6}(?:禁止|全面|切断)|(?:将|会)(?:继续)?采取(?:一切)?必要措施"
            r"|(?:不必|无需|不用|毋须)担[心忧]|(?:民用|正常)[^。,]{0,12}不受(?:任何)?影响"
        ),
        examples=("从事正常民用贸易的各方完全不必担心。",),
    ),
)

ATTRIBUTION = re.compile(
    r"(?i:(?:^|[.;,]\s|\b(?:and|but|while|that)\s)(?:[-\u2022]\s?)?(?:the\s|a\s|an\s"
    r"|one\s|two\s)?(?P<en>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,6}?)(?:\s(?:on|in|late"
    r"|earlier|also)\s\w+|\sreached\sby\stelephone\son\s\w+)?,?\s(?:has\s|have\s|had\s"
    r"|also\s)?(?:said|says?|told|writes|wrote|claims?|claimed|reported|reports|added"
    r"|noted|announced|stated|confirmed|denied|argued|insist(?:s|ed)|maintains?|maintained|thinks?|believes?|expects?|reckons?|warned|called|refuted|rejected|dismissed|described|declined|refused|referred|referring|did\snot\s(?:respond|reply|comment)|could\snot\s(?:immediately\s)?be\sreached)\b)"
    r"|(?i:\baccording\sto\s(?:the\s|a\s)?(?P<according>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,5}))"
    r"|(?P<zh>[一-鿿《》“”A-Za-z0-9]{2,20}?)(?:在[^,。]{0,14})?(?:表示|(?<![简所下名])称(?!号)|说(?![法明])|指出|回应|强调|透露|报道|写道|认为|宣布|否认|证实|告诉|预计|估计|坦言|直言|介绍|判断)"
)
"""Who says it."""

QUOTED_BY = re.compile(
    r"[\"”],?\s(?:said|says)\s(?:one\s|a\s|an\s|the\s)?(?P<who>[\w'&.-]+(?:\s[\w'&.-]+){0,5})"
)
