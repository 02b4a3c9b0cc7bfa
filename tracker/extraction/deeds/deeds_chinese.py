"""In which Chinese wordings does one act do something to another?"""

from tracker.extraction.deeds.deed_wording import PAUSE_OF_THINGS, DeedWording
from tracker.extraction.deeds.deed_words_chinese import (
    ACT,
    AFTERWARDS,
    AS_BEFORE,
    CHANGED,
    DO,
    END,
    FEW,
    INSTEAD,
    ITS_ANNEX,
    LAST_DAY,
    LATER,
    LONGER,
    NOUN,
    OF_AN_ACT,
    OPEN,
    OWN_ANNEX,
    PAUSE,
    PAUSED,
    RULES,
    RUNS_OUT,
    SOME,
    STARTS,
    TERM,
)
from tracker.extraction.prose.flow import FROM_DAY
from tracker.extraction.spelling.regexps import regexp

CHINESE_DEEDS: tuple[DeedWording, ...] = (
    DeedWording(
        name="end of a repeal",
        kind="revive",
        pattern=regexp(
            r"(?:撤销|取消|撤回|收回)[^,。;]{0,200}?(?:废止|停止执行|失效)"
            r"的?(?:决定|宣告|宣布|规定)"
        ),
        examples=(("撤销商务部公告2026年第5号对商务部公告2026年第3号的废止决定。", True),),
    ),
    DeedWording(
        name="end of a suspension",
        kind="resume",
        pattern=regexp(
            rf"(?:终止|结束|解除|取消|停止|不再|撤销|撤回|收回|废止)(?:[^,。;:]{{0,90}}?){PAUSED}{DO}?"
            rf"|{PAUSED}(?:[^,。;]{{0,40}}?)(?:予以|即行|提前){{0,2}}(?<!\ue000)(?:解除|结束|取消|终止|撤销|撤回|收回)(?!后)"
            rf"|(?<=的){PAUSED}(?:安排)?,?(?:{FROM_DAY})?[^,。;]{{0,40}}?(?:不再|停止){DO}"
            rf"|{PAUSED}状态{FROM_DAY}(?:予以|即行|提前)?(?:解除|结束|取消|终止)(?!后)"
            rf"|{PAUSED}[^,。;]{{0,12}}(?:决定|措施|规定)[^,。;]{{0,30}}?(?:不再|停止){DO}"
        ),
        examples=(
            ("决定解除对商务部公告2026年第3号的暂停实施。", True),
            ("商务部公告2026年第3号的暂停状态自即日起解除。", True),
        ),
    ),
    DeedWording(
        name="resumption",
        kind="resume",
        pattern=regexp(
            rf"(?<!何时)(?<!是否)(?<!如何)恢复(?!:)(?:对)?{FEW}(?:{ACT}[^,。;()]{{0,30}}?)?的?(?:正常)?{DO}"
            r"(?!的?(?:(?:时间|日期|之日)(?!(?:确?定)?[为于是:]{1,2} ?\ue000)|安排)"
            r"|之?前(?![款述项列])|以前|之?时[,起]|之?后,)"
            rf"|(?<=的){DO},?{FROM_DAY}[^,。;\ue000\ue001]{{0,6}}?恢复(?=[,。;])"
            rf"|(?:重新|再次)对[^,。;\ue000\ue001]{{1,40}}?{DO}(?!{DO}?的)"
            r"|(?:现|决定|全部|一并)(?:即|全部|一并)?(?:予以?)?恢复(?=[,。;])|予以恢复(?=[,。;])"
        ),
        examples=(
            ("商务部公告2026年第3号自即日起恢复实施。", True),
            ("商务部公告2026年第3号恢复执行的时间为2026年6月1日。", True),
            ("商务部公告2026年第3号恢复执行的时间另行通知。", False),
            ("商务部公告2026年第3号恢复实施之日，本公告同时失效。", False),
            ("决定恢复商务部公告2026年第3号的执行。", True),
            ("商务部公告2026年第3号所定措施自2026年6月1日起重新对甲公司适用。", True),
            ("恢复正常贸易往来。", False),
        ),
    ),
    DeedWording(
        name="shorter suspension",
        kind="resume",
        pattern=regexp(rf"{PAUSED}[^,。;]{{0,60}}?(?:缩短|提前)(?:至|到|为)(?= ?\ue000)"),
        examples=(("决定将商务部公告2026年第3号的暂停期缩短至2027年1月1日。", True),),
    ),
    DeedWording(
        name="moved pause",
        kind="suspend",
        pattern=regexp(
            rf"{PAUSED}[^,。;\ue000]{{0,16}}?(?:期限?|期间|时间|日期?)[^,。;\ue000]{{0,6}}?,?"
            r"(?:由|从|自)[^,。;\ue000]{0,4}?\ue000{4,44}[^,。;\ue000]{0,4}?"
            r"(?:调整|变更|更改|修改|改|提前|缩短|延长|延)(?:为|至|到) ?\ue000{4,44}"
        ),
        examples=(("商务部公告2026年第3号的暂停期限由2027年1月1日调整为2026年8月1日。", True),),
    ),
    DeedWording(
        name="longer suspension",
        kind="suspend",
        pattern=regexp(
            rf"{PAUSED}{SOME}(?:(?:期限?|期间|时间|到期|期?届满),[^,。;\ue001不]{{0,54}}?|(?:期限?|时间)?[^,。;]{{0,16}}?){LONGER}(?:至|到)?"
        ),
        examples=(
            ("将商务部公告2026年第3号的暂停实施期限延长至2027年1月1日。", True),
            ("商务部公告2026年第3号的暂停期间，自2026年6月1日起再顺延一年。", True),
        ),
        needs="suspension",
    ),
    DeedWording(
        name="longer suspension, verb first",
        kind="suspend",
        pattern=regexp(
            rf"(?:延长|延续){SOME}{PAUSED}{SOME}(?:期限?|期间|措施)|(?:延续|续期|展期|继续延长){PAUSED}{DO}?(?!{NOUN})"
        ),
        examples=(
            ("决定延长商务部公告2026年第3号的暂停实施期限90天。", True),
            ("商务部公告2026年第3号规定的措施延续暂停180天。", True),
        ),
        needs="suspension",
    ),
    DeedWording(
        name="suspension",
        kind="suspend",
        pattern=regexp(
            rf"(?<![曾已])(?<!目前)(?<!正在)(?<!上述)(?<!前述)(?<!此次)(?<!本次)(?:(?:继续|再次|再|予以|一并|同时|进入)\s?){{0,3}}{PAUSE}(?!{OF_AN_ACT})(?!{PAUSE_OF_THINGS}){DO}?(?!{NOUN})"
            r"(?!(?<=的暂停)(?![^。;]{0,30}(?:至|到|期限|为期|[一二三两半0-9]\s?(?:年|个月|日|天)))[^。;]{0,20}\ue000)"
            r"(?![^,。;]{0,12}?不(?:再|予|作)(?:延长|延续|续期|展期|顺延))"
            rf"(?!{RUNS_OUT})"
            rf"(?!期限?[^,。;]{{0,16}}?(?:延长|届满|到期))(?!{FEW}至原)(?!{AS_BEFORE})|进入{PAUSED}状态"
        ),
        examples=(
            ("商务部公告2026年第3号暂停实施。", True),
            ("暂时停止执行商务部公告2026年第3号。", True),
            ("2027年第三季度内不执行商务部公告2026年第3号。", True),
            ("继续暂停上述相关措施90天。", True),
            ("已暂停实施的公告", False),
            ("2026年5月暂停的商务部公告2026年第3号", False),
            ("商务部公告2026年第3号继续暂停实施至原定期限。", False),
            ("商务部公告2026年第3号第一条的暂停仍按商务部公告2026年第5号执行。", False),
            ("暂停期为一年", False),
            ("对商务部公告2026年第3号的暂停自2026年6月1日起告终。", False),
            ("商务部公告2026年第3号暂停实施期间，企业应当报送信息。", False),
        ),
    ),
    DeedWording(
        name="longer life",
        kind="extend",
        pattern=regexp(
            rf"{LONGER}[^,。;]{{0,60}}?{TERM}|{TERM}(?:(?!不[因随会得])[^,。;]){{0,60}}?(?:{LONGER}|(?:调整|变更|改|修改|更改)(?:为|至|到))"
            rf"|{LAST_DAY}[^,。;]{{0,40}}?(?:推迟|推后|延后|延迟|延期|押后|提前|(?:调整|变更|改|修改|更改)(?:为|至|到))(?!后)"
            rf"|(?:延长|延续)[^,。;]{{0,40}}?期限|期限[^,。;不]{{0,8}}?(?:延长|延续|延展|延至|(?<![项款条目号])顺延|展期)|(?:延长|延续|延展){DO}"
        ),
        examples=(
            ("商务部公告2026年第3号的有效期延长至2027年12月31日。", True),
            ("决定延长商务部公告2026年第3号的实施期限。", True),
            ("商务部公告2026年第3号的适用期限展期至2027年12月31日。", True),
            ("许可证件的有效期不因本公告顺延。", False),
        ),
    ),
    DeedWording(
        name="controls go on longer",
        kind="extend",
        pattern=regexp(
            rf"(?:管制|管控|措施|控制|许可要求|限制)[^,。;()《》\ue000\ue001]{{0,16}}?(?:{LONGER})"
            rf"|(?:到期|期满|届满)后?[^,。;\ue000\ue001]{{0,6}}?{LONGER}(?=,)"
        ),
        needs="end",
        examples=(
            ("商务部公告2026年第3号规定的临时管制延长至2027年12月31日。", True),
            ("商务部公告2026年第3号的施行日期延至2027年12月31日。", False),
        ),
    ),
    DeedWording(
        name="goes on",
        kind="extend",
        pattern=regexp(
            rf"继续(?:有效|{DO}|(?:暂)?不(?:予)?加征|予以排除|免[征予于])(?!,其?(?:第|附))"
        ),
        needs="end",
        examples=(
            ("商务部公告2026年第3号到期后继续执行至2027年12月31日。", True),
            ("商务部公告2026年第3号继续执行，其第四条自2027年4月1日起改为按月报告。", False),
        ),
    ),
    DeedWording(
        name="start left open",
        kind="postpone",
        pattern=regexp(
            rf"{STARTS}(?:[^,。;\ue000]{{0,6}}?|,?(?:将|待|视)?[^,。;\ue000]{{0,12}}由[^,。;\ue000]{{2,24}}?){OPEN}"
            rf"|不再[^,。;\ue000]{{0,8}}\ue000{{4,44}}[^,。;]{{0,4}}?{DO},?[^,。;]{{0,8}}(?:时间|日期){OPEN}"
            rf"|不再?[^,。;\ue000]{{0,8}}\ue000{{4,44}}[^,。;]{{0,4}}?{DO},?(?:而是|改为|现)?(?:推迟|延后|暂缓)[^,。;\ue000]{{0,6}},?"
            rf"(?:何时|[^,。;\ue000]{{0,8}}(?:时间|日期))[^,。;]{{0,16}}{OPEN}"
            rf"|何时(?:正式|开始|恢复|起){{0,2}}{DO}[^。;\ue000\ue001]{{0,20}}?{OPEN}"
            rf"|{STARTS}(?:另定|待定|未定|待[^,。;\ue000]{{0,12}}(?:确定|明确))"
        ),
        examples=(
            ("商务部公告2026年第3号第二款的实施日期另行公告。", True),
            ("商务部公告2026年第3号第二款的启用时间，由商务部会同海关总署另行公告。", True),
            ("商务部公告2026年第3号何时开始适用，由商务部另行通知。", True),
            (
                "第3号公告不再按原定的2026年6月10日实施，而是推迟实施，何时实施由商务部另行公布。",
                True,
            ),
        ),
    ),
    DeedWording(
        name="later start",
        kind="postpone",
        pattern=regexp(
            rf"{LATER}{DO}?(?!期(?:间|内|满|限)|的(?:期间|原因|情况))|{STARTS}(?!起)[^,。;]{{0,60}}?(?:\ue000?,现?)?{CHANGED}(?!后)(?:为|至|到|于|自)?"
            rf"|(?:(?<!修)改自|(?<!修)(?<!更)改(?:为|由|在|于|至|到)(?:自|于|由)?) ?(?=\ue000)"
            rf"|(?<=\ue001)[^,。;:\ue001]{{0,24}}?的{STARTS}(?:确?定|明确)(?:为|于|在) ?(?=\ue000)"
            r"|(?:(?<=现)(?:决定)?|(?<=[\ue001)]))"
            rf"提前(?:至|到|于) ?(?=\ue000{{4,44}}起?(?:正式|开始)?{DO})"
        ),
        examples=(
            ("现决定推迟实施上述公告，具体实施日期另行公告。", True),
            ("商务部公告2026年第3号暂不按期施行。", True),
            ("商务部公告2026年第3号的实施日期调整为2026年6月1日。", True),
            ("商务部公告2026年第3号的施行日期由2026年5月1日调整为2026年6月1日。", True),
            ("原定于2026年5月1日施行的商务部公告2026年第3号，改为自2026年6月1日起施行。", True),
        ),
    ),
    DeedWording(
        name="a new annex",
        kind="amend",
        pattern=regexp(
            rf"{ITS_ANNEX}[^。;“\ue001不未]{{0,40}}?(?:{OWN_ANNEX}[^,。;“\ue001不未程手]{{0,30}}?(?:{INSTEAD}|执行)"
            rf"|{INSTEAD}[^。;“\ue001不未]{{0,16}}?{OWN_ANNEX})"
            rf"|{OWN_ANNEX}[^,。;“\ue001不未]{{0,16}}?(?:替换|取代|代替|替代)[^,。;“\ue001]{{0,14}}{ACT}的?{ITS_ANNEX}"
        ),
        examples=(
            ("将商务部公告2026年第3号附件调整为本公告附件。", True),
            ("商务部公告2026年第3号的附件以本公告附件代替。", True),
            ("商务部公告2026年第3号附件2由本公告附件整体替换。", True),
            ("商务部公告2026年第3号所附《清单》停止使用，代之以本公告所附清单。", True),
            ("本公告附件取代商务部公告2026年第3号附件1。", True),
            ("商务部公告2026年第3号附件中的名称以本公告附件对照表为准。", True),
            ("附件第三行修改为“十吨”。", False),
        ),
    ),
    DeedWording(
        name="end",
        kind="repeal",
        pattern=regexp(
            rf"(?<!启)停用(?!的)|(?<!日期)(?<!时间)(?:停止|终止|不再|不予|取消|废除){DO}(?!{OF_AN_ACT})(?!之?前(?![款述项列])|以前)(?!(?<=不再适用)于)|(?:停止|终止|不再)对[^,。;\ue001]{{2,80}}?{DO}(?=[^,。;\ue001]{{0,12}}\ue001)|(?:停止|终止|取消|解除|不再(?:采取|实施))(?:对(?:其|(?:该|上述|前述)[0-9一二三四五六七八九十]{{0,3}}家?(?:企业|公司|实体|机构|单位)))?(?:所?(?:实施|采取|执行|适用)的?)?(?:上述|有关|相关|前述|该|不可靠实体清单|管控名单|(?<=的)(?:各项|全部|一切)|(?<=[施取行])(?:各项|全部|一切))(?:有关|相关)?(?:管控|管制|处理|限制|禁止性)?措施"
        ),
        reason="repealed",
        until="suspend",
        examples=(
            ("海关总署公告2019年第9号同时停止执行。", True),
            ("应当立即停止相关出口活动。", False),
        ),
    ),
    DeedWording(
        name="no more force",
        kind="repeal",
        pattern=regexp(
            r"(?:不再|失去|丧失)(?:具有|有)?(?:法律)?(?:效力|有效|效)"
            r"|自始(?:无效|不(?:发生|具有|产生)(?:法律)?效力)|收回(?=[^,。;\ue001]{0,14}\ue001)"
            r"|(?:的|其)(?:法律)?效力(?:,(?=[于自从]))?[^,。;不]{0,40}?(?:终止|停止|消灭)|终止(?:其)?(?:法律)?效力"
        ),
        reason="repealed",
        examples=(
            ("商务部公告2026年第3号自2026年6月1日起不再有效。", True),
            ("商务部公告2026年第3号的效力自2026年6月1日起终止。", True),
        ),
    ),
    DeedWording(
        name="repeal",
        kind="repeal",
        pattern=regexp(
            rf"(?:同时|一并|相应|即行|予以|自行)?(?<![(\[])(?<!\(已)(?:废止|失效|作废|撤销|废除|撤回)(?!{OF_AN_ACT})(?!的?(?:日期|时间)|状态|{AFTERWARDS})"
            r"|(?:由|被|以)本(?:公告|办法|令|决定|通知)[^,。;附]{0,6}?(?:替代|取代|代替|替换)"
            rf"|(?:替代|取代|代替)(?=[^,。;]{{0,12}}{ACT})"
        ),
        reason="repealed",
        examples=(
            ("《登记暂行办法》（商务部令2012年第9号）同时废止。", True),
            ("商务部公告2026年第3号由本公告取代。", True),
        ),
    ),
    DeedWording(
        name="the rules of an act lifted",
        kind="repeal",
        pattern=regexp(
            rf"{END}(?![^\ue001]{{0,40}}{PAUSED})[^,。;\ue001]{{0,36}}?{ACT}[^,。;]{{0,40}}?{RULES}(?!的?(?:公告|{PAUSED}))"
            rf"|{END}(?:上述|前述)[^,。;\ue001]{{0,4}}(?:公告|通知|办法)[^,。;]{{0,14}}?{RULES}(?!的?{PAUSED})"
        ),
        reason="repealed",
        until="suspend",
        examples=(
            ("自即日起解除商务部公告2026年第3号实施的出口管制。", True),
            ("停止3月4日公告（不可靠实体清单工作机制公告〔2026〕3号）相关措施。", True),
        ),
    ),
    DeedWording(
        name="controls lifted",
        kind="repeal",
        pattern=regexp(
            r"(?:取消|解除|终止|停止)对该(?:公告|通知|办法|令)[^,。;]{0,60}?(?:临时)?(?:出口|进口)?(?:管制|管控)(?:措施)?(?=[。;,]|$)|"
            r"(?:取消|解除|终止|停止|不再)(?:实施|实行|执行)?(?:对其|上述|有关|相关|前述|该)?(?:的)?(?:临时)?(?:出口|进口)?(?:管制|管控)(?:措施)?(?=[。;,]|$)"
            r"|(?:管制|管控|许可要求|限制|措施)(?:措施)?(?:(?:自|于|从)\ue000{4,44}[^,。;]{0,4}?)?(?:同日起)?(?:予以|全部|一并|同时|随之|即行|就此|至此|即)?"
            r"(?:取消|解除|终止|撤销)(?=[,。;]|$)"
            rf"|(?:停止|终止|不再)对[^,。;\ue001]{{0,12}}{ACT}[^,。;]{{0,24}}?(?:采取|实施|执行|适用)"
        ),
        reason="repealed",
        until="suspend",
        examples=(
            (
                "商务部公告2026年第3号第三条所列物项期满后不再延长，自2027年5月1日起取消临时管制。",
                True,
            ),
            ("取消管制后的贸易安排", False),
            ("第3号公告涉及的企业,相关措施予以取消。", True),
            ("不再对商务部公告2026年第3号所列实体采取管控措施。", True),
        ),
    ),
    DeedWording(
        name="off the list",
        kind="repeal",
        pattern=regexp(
            r"(?:移出|移除|撤出|剔除|删除出|调出|不再列[入于])(?=[^,。;]{0,30}(?:名单|实体清单))|除名(?=[,。;])"
            r"|从[^,。;]{0,60}(?:名单|附件|清单|附表)[^,。;]{0,6}(?:移出|移除|删除"
            r"|删去|剔除)"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(
            ("将甲公司移出出口管制管控名单。", True),
            ("甲公司不再列入出口管制管控名单。", True),
        ),
    ),
    DeedWording(
        name="no longer bound",
        kind="repeal",
        pattern=regexp(
            r"不再受(?=[^,。;\ue001]{0,12}\ue001)|(?<=实体)不再包[括含]|(?<=名单)不再包[括含]"
        ),
        reason="withdrawn",
        needs="parties",
        until="suspend",
        examples=(("甲公司不再受商务部公告2026年第3号约束。", True),),
    ),
    DeedWording(
        name="not applied to named parties for a time",
        kind="suspend",
        pattern=regexp(
            r"(?<!是)(?<!即)不(?:再)?(?=对[^,。;]{2,80}?(?:执行|适用|采取|实施)[^,。;\ue001]{0,12}\ue001)"
        ),
        needs="end",
        examples=(("90天内,不对甲公司执行商务部公告2026年第3号规定的措施。", True),),
    ),
    DeedWording(
        name="not for named parties",
        kind="repeal",
        pattern=regexp(r"(?<!本公告)(?<!本办法)(?<!本令)不(?:再适用于|适用(?:于|以下|下列))"),
        reason="withdrawn",
        needs="parties",
        until="suspend",
        examples=(("商务部公告2026年第3号不适用于以下企业:", True),),
    ),
    DeedWording(
        name="force again",
        kind="revive",
        pattern=regexp(
            rf"恢复{FEW}(?:{ACT}[^,。;]{{0,20}}?)?(?:其)?的?(?:法律)?效力|重新(?:{DO}|启用)"
        ),
        examples=(
            ("自即日起恢复商务部公告2026年第3号的法律效力。", True),
            ("商务部公告2026年第3号重新施行。", True),
            ("重新启用商务部公告2026年第3号。", True),
            ("商务部公告2026年第3号（已由商务部公告2026年第5号宣布废止）重新施行。", True),
        ),
    ),
)
"""Of two rows that read the same words the first one wins."""

ON_CONDITION = regexp(
    r"\s{0,4}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|第[一二三四五六七八九十]{1,4}条)?\s{0,4}"
    r"(?:如果|如(?![下上前期实次何此图表])|若(?!干)|假如|倘若?|一旦|万一|除非)[^,。;:]{3,60},"
)
"""How a sentence begins that only says what would be done in some event."""
