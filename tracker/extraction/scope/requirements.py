"""What does a provision demand: a licence, a refusal, a report? The first row that fits decides."""

import re

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.demand_stems import DEMAND_STEMS
from tracker.extraction.scope.demand_words import (
    AS_MADE_OUT,
    CAUGHT,
    IN_CATEGORY,
    LICENCE,
    REASON,
    SENT,
)
from tracker.extraction.scope.demands_chinese import CHINESE_DEMANDS, LAST_CHINESE, OF_THE_OTHERS
from tracker.extraction.scope.demands_english import DEMANDS, left_before
from tracker.extraction.scope.denied import is_denied
from tracker.extraction.scope.exemptions_english import freed_clause, frees_none
from tracker.extraction.scope.licence_bounds import general_licence_beside
from tracker.extraction.scope.requirement_wordings import (
    RequirementWording,
    apart_by_script,
    in_sentence,
)
from tracker.extraction.spelling.regexps import regexp

_A_LICENCE = rf"(?i:{LICENCE})"
"""A licence by whatever name, also where a text writes it large: ``an Export Approval``."""

_WORDINGS: tuple[RequirementWording, ...] = (
    *CHINESE_DEMANDS["liability"],
    *DEMANDS["liability"],
    *CHINESE_DEMANDS["catch_all"],
    RequirementWording(
        requirement="catch_all",
        pattern=in_sentence(
            r"(?:知道|得知|知悉|应知|明知)[^。;]{0,160}?(?:用于|用途)[^。;]{0,120}?(?:无论|不论|即使|虽)[^。;]{0,12}(?:列入|列明|列名|清单|目录)"
            r"|(?:知道|得知|知悉|应知|明知)[^。;]{0,30}?(?:非(?:受)?管制|不受管制|未(?:被)?(?:列管|列入[^,。;]{0,12}(?:清单|目录)|受管制))[^。;]{0,60}?(?:用于|用途)"
            r"|(?:非(?:受)?管制|不受管制|未(?:受|被)管制)的?[^。;]{0,60}?(?:明知|知道|应知|知悉|得知)[^。;]{0,120}?(?:用于|用途|有助于)"
            r"|未(?:被)?(?:列入|列明|在)[^。;]{0,80}?(?:目录|清单|前[条款]|附件|公告|第[^,。;]{1,6}[条款])[^。;]{0,60}?(?:明知|知道|应知|知悉|得知)[^。;]{0,120}?(?:用于|用途)"
            rf"|\b(?:(?:has|have|is|are)\sbeen\sinformed|(?:is|are)\saware|knows?\b|{REASON})"
            r"[^.;]{0,300}?\b(?:used?|intended|destined|serves?|diverted|contribute|employed|assist|support)\b[^.;]{0,300}?"
            rf"\b(?:must|shall|is|are|needs?)\s[^.;]{{0,40}}?\b{LICENCE}\b"
            rf"|{CAUGHT}"
        ),
        examples=(
            "未列入清单的物项，出口经营者明知其将用于军事用途的，不得出口。",
            "出口非管制的货物，出口经营者明知其用于境外开采的，应当申请许可。",
            "物项虽未列入前款，但经营者应当知道其最终用途为武器的，应当申请许可。",
            "Where the exporter has been informed that the goods are likely to be used for "
            "weapons, the exporter must obtain permission.",
            "Where an exporter knows, or has been told by the office, that an item not listed is "
            "intended for enrichment, a permit shall also be applied for.",
            "An authorisation is required for items not listed in the Annex if the exporter has "
            "been informed by the authority.",
        ),
    ),
    *CHINESE_DEMANDS["presumption_of_denial"],
    *DEMANDS["presumption_of_denial"],
    RequirementWording(
        requirement="presumption_of_denial",
        pattern=in_sentence(
            r"原则上不予(?:许可|批准|同意|受理)|推定(?:拒绝|不予)|一般不予(?:许可|批准)"
            r"|\b(?:presumption|policy)\sof\sdenial\b|\b(?:[Ii]n\sprinciple"
            r"|[Aa]s\sa\srule|generally)[^.;]{0,300}?\bnot\s(?:be\s)?(?:granted|approved"
            r"|permitted|issued|allowed|licen[cs]ed)|\bshall\sbe\s(?:denied"
            r"|refused)\sin\sprinciple|\b[Ii]n\sprinciple,?\s(?:be\s)?(?:denied"
            r"|refused)|\bpresumptively\sdenied"
        ),
        examples=(
            "对其出口申请原则上不予许可。",
            "Applications are reviewed under a presumption of denial.",
            "In principle, exports of gallium to that country shall not be permitted.",
            "In principle, export applications for items that are or may be used for the "
            "following end-uses of which the exporter knows will not be approved.",
        ),
    ),
    *CHINESE_DEMANDS["case_by_case"],
    *DEMANDS["case_by_case"],
    RequirementWording(
        requirement="case_by_case",
        pattern=regexp(r"逐案(?:审批|审查|审核|评估)|个案(?:审批|审查)|\bcase[- ]by[- ]case\b"),
        examples=("最终用途为研发逻辑芯片的，逐案审批。", "are reviewed on a case-by-case basis"),
    ),
    *CHINESE_DEMANDS["stricter_review"],
    RequirementWording(
        requirement="stricter_review",
        pattern=in_sentence(
            r"更(?:加|为)?严格[^,。;]{0,20}审[查核]|从严(?:[^,。;]{0,6}?(?:审[查核批]|核[查验]))|审[查核批](?:一律)?从严|加强[^,。;]{0,16}审查|不得申请通用许可|风险评估报告"
            r"|\b(?i:stricter|more\sstringent|more\srigorous|heightened"
            r"|enhanced)\s[^.;]{0,50}?(?:review|examination|scrutiny)"
            r"|\b(?:examined|reviewed|scrutini[sz]ed)\smore\s(?:strictly|closely|rigorously)\b"
        ),
        examples=("实施更严格的最终用户和最终用途审查。", "are subject to stricter end-use review"),
    ),
    *CHINESE_DEMANDS["exemption"],
    *DEMANDS["exemption"],
    RequirementWording(
        requirement="exemption",
        pattern=in_sentence(
            r"免(?:领|办)[^,。;]{0,16}(?:许可|证)|可以?不经许可|免[于予]?(?:逐[单批次])?(?:申请|申领|取得|办理|许可|提交|提供|申报|填报|登记|备案)|(?:无需|不需要?|毋需|无须|不必)(?:(?:申请|取得|申领|办理)[^,。;]{0,12}许可|申领(?=[。;,]))"
            r"|不受(?:前款|前条|上述|本条|(?:本(?:公告|令|办法|规定))?第[^,。;]{1,8}[条款项点])[^,。;]{0,8}(?:限制|约束|管制)|不受本(?:公告|令|办法|规定|决定)(?:所)?的?(?:管制|限制|约束|管辖)|不适用(?:前款|前条|上述|(?:本(?:公告|令|办法|规定))?第[^,。;]{1,8}[条款项点])(?:[^,。;]{0,6}规定)?(?!的?审查)|不(?:需要?|必)许可|(?:可以?|可)不(?:再)?(?:申请|办理|取得|申领)[^,。;]{0,12}许可|豁免[^,。;]{0,12}许可|许可豁免|(?<!继续)(?<!继续暂)不(?:予)?加征(?!本(?:公告|通知))(?=[^,。;]{0,24}关税[。;])"
            rf"|\b[Nn]o\s(?:[a-z-]+\s){{0,4}}?{LICENCE}\s(?:(?:is|are|shall\sbe|will\sbe)\s)?(?:needed|required|necessary)"
            r"|(?:(?<=\n)|(?<=[.):]\s))(?:The\s(?:provisions?|requirements?|prohibitions?)\s(?:of|in|under|laid\sdown\sin|set\sout\sin)\s)?"
            r"(?:[Aa]rticles?|[Ss]ections?|[Rr]egulations?)\s[0-9]{1,3}[^.;\n]{0,40}?\s(?:(?:does|do|shall|will)\snot\sapply|(?:is|are)\snot\sapplicable)\b"
            r"|\bnot\ssubject\sto\s(?:the\scontrols?\s(?:of|under|in)|this)|\bexempt\sfrom\sthis\b|\bexempt(?:ed)?\sfrom\b[^.;]{0,40}?(?:licen"
            r"|authori|permit|requirement)|\b(?:need|needs"
            r"|require[sd]?)\sno\slicen[cs]e|\bnot\s(?:required|need)\sto\s(?:apply"
            r"|obtain)|\bdo(?:es)?\snot\s(?:need|require)\s(?:a|an|to\sapply)"
            r"|(?:(?<=\n)|(?<=[0-9.):]\s))(?:The\s|An?\s)?(?i:(?:export\s)?(?:permission|licen[cs]e|permit|authori[sz]ation|approval))"
            r"\s[^.;\n]{0,100}?\b(?:is|are|shall)\snot\s(?:be\s)?(?:required|needed|necessary)\b"
            r"|\bauthori[sz](?:es|ing),?\s[^.;]{0,40}?without\sa\slicen[cs]e\b"
            r"|\b(?:adds?|adding|creates?|creating|establish(?:es|ing))\s(?:an?\s|the\s)?(?:new\s)?[Ll]icense\s[Ee]xception\b"
            r"|(?:^|(?<=\n)|(?<=[.;:)]\s)|(?<=which\s))(?!(?i:no|none|nothing|neither)\b)[^.;\n]{0,160}?\bmay\sbe\s(?:re-?)?"
            r"(?:exported|shipped|transferred)\s(?:[^.;\n]{0,60}\s)?without\san?\s(?:[a-z]+\s)?licen[cs]e\b"
        ),
        examples=(
            "用于紧急医疗的，免于申请许可。",
            "进入公共领域的技术不受本公告管制。",
            "Such exports are exempt from the licence requirement.",
            "No licence is required for disaster relief.",
            "This rule adds a new license exception for small samples.",
            "Samples of up to 2 kg may be exported without a license to Brazil.",
            "No dual-use item export license is required where the end-use is medical care",
            "no export authorisation shall be required for exports to Norway",
            "Exemption: The provisions of Article 1 do not apply where goods come back.",
        ),
    ),
    *CHINESE_DEMANDS["notice_duty"],
    *DEMANDS["notice_duty"],
    RequirementWording(
        requirement="notice_duty",
        pattern=in_sentence(
            r"合规告知书|(?:告知|通知)[^,。;]{0,16}(?:下一|下游|后续)|向[^,。;]{0,8}(?:进口商|进口人|收货人|买方|受让方|接收方)[^,。;]{0,8}告知|向(?:下一|下游)[^,。;]{0,16}(?:告知|说明|提供)|(?:应当?|[须需])[^,。;]{0,16}书面(?:形式)?告知(?!商务|海关|主管|有关部门|本部|发证)|(?:应当?|[须需])[^。;]{0,48}?告知(?:境外|国外|国内)?(?:用户|使用者|旅客|消费者|购买[者方人]|客户|受让[人方]|收货[人方]|买方)"
            r"|\b(?:inform|notify)\sthe\s(?:next|subsequent|downstream)\b|\b[Cc]ompliance\s[Nn]otice\b|\([Nn]otice\s[Dd]uty\)"
        ),
        examples=(
            "应当以书面形式向买方告知本公告的要求。",
            "应当向下一接收方提供合规告知书。",
            "must notify the next recipient",
        ),
    ),
    RequirementWording(
        requirement="reporting",
        pattern=in_sentence(
            r"履行[^,。]{0,10}报告义务|(?:实行|纳入|实施)[^,。]{0,8}报告(?:制度|管理)|\breporting\s(?:requirement"
            r"|obligation|duty)\b"
        ),
        examples=("经营者应当履行出口报告义务。", "are subject to a reporting obligation"),
    ),
    *CHINESE_DEMANDS["quota"],
    *DEMANDS["quota"],
    RequirementWording(
        requirement="quota",
        pattern=in_sentence(
            r"(?<!不再实行出口)(?<!不再实行)配额(?!证明|外|的(?:企业|经营者|单位)(?!,?不得))|总量(?:控制|调控|指标)|(?:开采|冶炼|分离|生产|出口)[^,。;]{0,10}(?<!性能)(?<!技术)(?<!参数)指标|(?:开采|出口|生产)总量|控制指标|指标(?:总量)?(?:为|共计?)\s?[0-9.]{1,12}\s?万?吨|数量限制|(?<!withdraw\sthe\s)(?<!withdraw\sits\s)(?<!reduce\sthe\s)(?<!cancel\sthe\s)(?<!revoke\sthe\s)(?<!suspend\sthe\s)(?<!revise\sthe\s)\bquotas?\b|\bimport\srights\b"
            r"|\bquantitative\s(?:limit|restriction)s?\b"
            r"|\b[Tt]otal\s(?:annual\s)?(?:quantity|volume|amount|output)\b[^.;]{0,120}?\b(?:is|are|shall\sbe)\s(?:set|fixed|limited|capped)\b"
            r"|\b(?i:exports?|volume|quantity|tonnage)\s[^.;]{0,100}?\b(?:(?:shall|may|must|will)\snot\s(?:in\s(?:total|all)\s)?exceed|(?:is|are|shall\sbe|will\sbe)\s(?:limited|capped)\s(?:to|at)(?:\sa\stotal\sof)?)"
            r"\s[0-9][0-9,.\s]{0,12}(?:metric\s)?(?:tonnes|tons|t|kg|kilograms)\b(?!\sper\s(?:consignment|shipment|order|application|licen))"
        ),
        examples=(
            "对该产品实行出口配额管理。",
            "Exports are subject to an annual quota.",
            "For 2027 the total quantity of ore that may be mined is set at 900 tonnes.",
            "In 2027, exports of cobalt shall not exceed 18,125 tonnes in total.",
            "For 2027, the export of ore is limited to 14,000 tonnes.",
        ),
    ),
    *CHINESE_DEMANDS["registration"],
    *DEMANDS["registration"],
    RequirementWording(
        requirement="registration",
        pattern=in_sentence(
            r"实行[^,。;]{0,8}(?:注册|登记|备案)(?:制度|管理)|未(?:取得|办理|经|[在向经][^,。;]{2,12})(?:注册|登记|备案)的|(?:应当?|[须需])(?:事先|依法)?经[^,。;]{2,16}(?:注册登记|注册|登记|备案)(?=[,。;])|(?:应当?|[须需])[^,。;]{0,36}?(?:办理|完成)[^,。;、]{0,8}?(?<!变更)(?<!注销)(?<!抵押)(?:登记|备案|注册)(?=[,。;]|后方)"
            r"|(?:出口|经营|企业)(?:企业)?(?:资格|资质)|(?<!由)国营贸易(?!管理货物)|(?:备案登记|登记备案|依法登记|申请登记|(?:应当?|[须需])(?:事先|依法)?登记(?=[,。;])|办理登记|(?:主管部门|商务部"
            r"|资源部)登记)|\bregist(?:er|ration)\s(?:with|requirement|as"
            r"|of\s(?:the\s)?exporters?)|\bshall\s(?:be\s)?register(?:ed)?\b"
        ),
        examples=(
            "申请出口资格的企业，应当依法登记。",
            "对供货企业实行注册制度。未取得注册的，其产品不得进口。",
            "Exporters shall register with the Ministry.",
        ),
    ),
    *CHINESE_DEMANDS["licence"],
    *DEMANDS["licence"],
    RequirementWording(
        requirement="licence",
        pattern=in_sentence(
            r"(?<!不)(?:未|非|无|没有)(?:经|取得|获得|获|领取)[^,。;]{0,24}(?:许可|批准|同意)[^。;]{0,160}?不得"
            rf"|\b(?:(?:may|shall|must|can)\snot|cannot)\b[^.;]{{0,160}}?\b(?:without"
            rf"|unless|except\s(?:under|with|on)|otherwise\sthan\sunder)\b[^.;]{{0,60}}?\b{_A_LICENCE}\b"
            rf"|\b(?i:no|nor)\s[^.;]{{0,120}}?\b(?:may|shall|can|is\sto|are\sto)\b[^.;]{{0,160}}?\b(?:without|unless|except)\b"
            rf"[^.;]{{0,60}}?\b{_A_LICENCE}\b"
            rf"|\bmay\s(?:only\sbe\s{SENT}|be\s{SENT}\s(?:[a-z]+\s){{0,4}}?only)\s(?:[^.;]|\.(?=[0-9])){{0,120}}?\b{_A_LICENCE}\b"
            rf"|\b[Ww]ithout\s(?:the\s(?:production|presentation|submission)\sof\s)?(?:an?\s|the\s|such\s|prior\s)?(?:[a-z-]+\s){{0,4}}?{LICENCE}\b"
            r"[^.;]{0,200}?\b(?:(?:shall|may|must)\snot|(?:is|are|shall\sbe)\s(?:prohibited|forbidden|banned|unlawful|not\s(?:permitted|allowed)))\b"
            rf"|\b[Ww]ithout\s(?:an?\s|the\s|such\s|prior\s)?(?:[a-z-]+\s){{0,4}}?{LICENCE}\b[^.;]{{0,120}}?,?\sno\s[^.;]{{3,80}}?\b(?:shall|may|must)\b"
            rf"|\b(?:prohibited|forbidden"
            rf"|banned)\b[^.;]{{0,240}}?\b(?:without|unless|except\sunder"
            rf"|except\swith)\b[^.;]{{0,60}}?\b{LICENCE}\b"
        ),
        examples=(
            "未经许可不得出口。",
            "非经许可，不得出口。",
            "shall not be exported without a licence",
            "No person may export the following items without a licence",
            "Without the production of a valid permit, the export of such goods is prohibited.",
            "Without a licence issued by the Ministry, operators abroad and all of their branches "
            "shall not export to any other country the items listed below",
            "A person must not export the goods except under a permit issued by the Minister",
            "No shipment of ore shall leave a port without a Mineral Ore Export Permit",
            "Export may only be conducted by a company that has obtained an Export Approval",
            "Ilmenite may be exported only if the trader has the written approval of the Ministry",
        ),
    ),
    *CHINESE_DEMANDS["prohibition"],
    *DEMANDS["prohibition"],
    RequirementWording(
        requirement="prohibition",
        pattern=in_sentence(
            r"(?:(?<=\n)|(?<=[。:、]))禁止[^。;\n]{4,140}?出口|(?:(?<=\n)|(?<=[。:、])|(?<=[日起间月年],))暂停(?:进口|出口)(?!许可|管制|退税|配额|关税|限制|措施)[^,。;]{2,40}(?=[,。;])|不得以(?:任何|[^,。;]{2,12}等?)(?:方式|形式|名义)[^,。;]{0,12}(?:进口|出口|提供|转让|转移)|,(?:一律(?:禁止|不准)|禁止)(?=[,。;])|(?<!《)禁止(?!(?:出口|进口)?(?:和|或)?限制)[^,。;》]{0,50}?(?:出口|进口|输入|输华|引进|转移|提供|投资|转让|交易|从事"
            r"|运输)|不得为境外[^,。;]{2,80}?提供|不得再?(?:向|对|从事|出口|进口|将|转移|提供|转让|开展|(?:在[^,。;]{0,8}境内)?(?:新增|新设|扩大)[^,。;]{0,4}投资)|(?<!原则上)(?<!推定)(?<!一般)不予(?:许可|批准)"
            r"|不得为[^,。;]{1,16}?提供|停止[^,。;]{0,10}出口活动|(?:决定|起),?暂停(?:进口|出口|经营|销售)(?!许可|管制|退税|配额|关税)|(?:决定|起|现),?暂停(?:从|自|对)?[^,。;、《》0-9]{1,24}(?:进口|输入|输华)(?=[。;,])|停止(?:生产|销售|进口)(?=[^,。;]{2})|不予签发[^,。;]{0,8}签证|(?:不准|禁止|不得|不允许)[^,。;]{0,30}?入境|冻结[^,。;]{0,30}(?:财产|资产|动产|资金)"
            r"|(?:不再|停止|暂停|暂不|一律不予?)受理[^,。;《》\ue001]{2,24}?(?:采矿权|探矿权|矿业权|新建|新增产能|项目)(?![^,。;《》]{0,16}》)|暂停(?:向|对|从|自)[^,。;\ue001]{1,20}?(?:出口|进口|供应)(?!许可|管制|退税|配额|关税|限制|措施|的)"
            r"|\b(?:is|are|be)\s(?:(?:hereby|[a-z]{5,12}ly|also)\s){0,2}(?:prohibited|banned|forbidden)\b"
            r"|\b(?i:export(?:s|ation)?|re-?exports?)\s(?:[^.;]|\.(?=[0-9])){0,120}?\b(?<!that\s)(?<!which\s)(?<!if\s)(?<!where\s)(?:is|are|shall\sbe|will\sbe)\s(?:no\slonger|not)\s(?:permitted|allowed|authori[sz]ed)\b(?!\s(?:without|unless|except))"
            r"|(?<!on\s)(?<!over\s)(?<!for\s)(?<!on\sthe\s)(?<!over\sthe\s)(?<!for\sthe\s)\b(?i:export(?:s|ation)?)\sof\s(?:[^.;\ue001]|\.(?=[0-9])){2,120}?\b(?:is|are|shall\sbe)\s(?:hereby\s|temporarily\s){0,2}(?:suspended|halted|stopped|paused)\b"
            r"|\bprohibits?\b|\b(?:may|shall|must)\snot\s(?:(?:directly|indirectly|knowingly|or)\s){0,4}(?:be\s)?(?:export|suppl"
            r"|provid|transfer|re-?export|engage|sell|sold|ship|deliver|make\s[^.;]{2,80}?\savailable)|\b(?:No\s(?:person|exporter|operator)\s(?:shall|may)\b(?![^;\n]{0,200}?\b(?:except|unless|without|otherwise)\b)"
            r"|no\s(?:person|exporter|operator)\s(?:shall|may)\b)"
            r"|\b[Aa]pplications?\s(?:for|to)\s[^.;]{3,160}?\b(?:shall|will)\snot\sbe\s(?:approved|granted)\b"
            r"|\bfrom\s['\"\u201c\u2018]?\w+['\"\u201d\u2019]?\sto\s['\"\u201c\u2018]?Prohibited\b|\b(?:is|are|be|stands?)\s['\"\u201c\u2018]?Prohibited\b|\bexport\sban\b|\bban\son\s(?:the\s)?exports?"
        ),
        examples=(
            "禁止出口经营者向上述实体出口两用物项。",
            "决定自本公告发布之日起暂停该国原木进口。",
            "未经准许，不得为境外开采活动提供任何帮助。",
            "The export of unwrought tellurium is prohibited.",
            "The export of beryllium scrap shall be 'Prohibited'.",
            "No person may export resins to a destination in the Schedule.",
            "A person must not directly or indirectly supply valves to that country.",
            "Applications for export to military users shall not be approved.",
            "Export of rare earth concentrates of any grade is not permitted.",
            "Exports of cobalt from the national territory are suspended for four months.",
        ),
    ),
    *DEMANDS["general_licence"],
    RequirementWording(
        requirement="general_licence",
        pattern=in_sentence(
            r"(?<!不适用)(?<!不得[适使]用)(?<!不得申请)(?<!不得凭)(?<!不能申请)通用许可(?!不适用|的[^。;]{0,40}(?:报告|报送|填报|留存|保存))|\b(?:[Oo]pen\s)?[Gg]eneral\s(?:[Ee]xport\s"
            r"|[Tt]rade\s[Cc]ontrol\s)?[Ll]icen[cs]e\b(?!,\sfor\s)"
        ),
        examples=(
            "hereby grants the following Open General Export Licence",
            "符合条件的，可凭通用许可出口。",
        ),
    ),
    RequirementWording(
        requirement="licence",
        pattern=in_sentence(
            r"(?:应当?|[须需])[^。;]{0,80}?(?:申请|取得|申领|领取|办理|获得|(?<![填申])报(?!关|国务院))[^,。;]{0,30}?(?:许可|许可证|批准"
            r"|审核|准许证)|(?:实行|实施|补充实施)[^,。;、]{0,10}许可|(?:须|应当?)(?:向海关)?(?:提交|交验)[^,。;]{0,8}许可证件?(?=[。;:]|\s?$)|列入[^,。;]{0,30}许可证?管理(?:货物|商品)?目录|(?:申请|(?:取得|申领|获得)(?!的)|凭(?!原))[^,。;]{0,24}?(?:出口)?许可(?!证?件?的(?:企业|单位|[^,。;]{0,6}(?:经营者|出口[方商人]|进口[方商人]|组织|主体|个人)))|提出申请"
            r"|(?<!准确)(?<!精准)(?<!有效)实施出口管制|实行出口管制|纳入[^,。;]{0,24}管制|(?<!准确)(?<!精准)(?<!有效)实施[^,。;]{0,20}管制|(?:须|需|应)经[^,。;]{0,16}许可|由[^,。;]{2,20}(?:实施|负责)审批"
            r"|许可证管理(?!目录|办法|条例|规定|货物目录)"
            rf"|\b(?:requires?|requiring|(?:required|needed)(?!\s(?:for|in|by|under)\b)|needs?|must\s(?:have|hold"
            rf"|obtain|apply)|shall\s(?:obtain|apply|hold)|obtain(?:ing)?|apply\sfor(?!\s(?:individual|standard|alternative|replacement|new|another|other)\b)|subject\sto|(?:placed|brought|put|only|is|are|except|than)\sunder)\s(?:[A-Za-z-]+\s){{0,6}}?{LICENCE}\b"
            rf"|\b(?:[Pp]ermission|[Ll]icen[cs]e|[Aa]uthori[sz]ation|[Aa]pproval)\s(?:(?:issued|granted|given)\s)?(?:of|from|by)\s[^.;]{{3,80}}?\s(?:is|are|shall\sbe)\s(?:required|needed|necessary)"
            rf"|\b{LICENCE}(?:,\s[^.;\n]{{3,160}},|\s{AS_MADE_OUT}\s[^.;\n]{{3,160}}?)?\s(?:is|are|shall\sbe|will\sbe)\s(?:required|needed"
            rf"|necessary)|\b{LICENCE}\srequirements?\b"
            r"|\b(?:is|are|shall\sbe)\ssubject\sto\s(?:export\s)?controls?\b"
            r"|\bfrom\s['\"\u201c\u2018]?Free['\"\u201d\u2019]?\sto\s['\"\u201c\u2018]?Restricted\b|\bis\s['\"\u201c\u2018]?[Rr]estricted\b(?!\sto\s)|\b(?:be|stands?)\s['\"\u201c\u2018]?Restricted\b|\b[Rr]evis\w+\s(?:of\s)?the\s[Ee]xport\s[Pp]olicy\b|\bimpos\w+\s(?:export\s)?controls?\b|\b(?i:export)\scontrols?\s(?:are|is|shall\sbe)\s(?:hereby\s)?(?:imposed|implemented|applied|introduced)|\b(?i:implement)\w*\sexport\scontrols?\b|\b(?:is|are|shall\sbe)\splaced\sunder\s(?:export\s)?controls?|\b(?:adds|adding|(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)(?<!has\s)added)\b[^.;]{0,160}?\b(?:ECCNs?|to\sthe\sCommerce\sControl\sList|Entity\sList)\b"
            rf"|{IN_CATEGORY}Restricted\b"
        ),
        examples=(
            "应当向商务部申请许可。",
            "下列商品列入出口许可证管理目录。",
            "纯度超过99.9%的，出口时须提交出口许可证。",
            "决定对该类金属实施出口许可管理。",
            "BIS requires a license for items in 3A090.a.",
            "must obtain permission from the Minister",
            "An export authorisation established in accordance with the form in Annex II shall be "
            "required for the export of the products listed in Annex I.",
            "from Free to Restricted",
        ),
    ),
    *LAST_CHINESE["licence"],
    RequirementWording(
        requirement="catch_all",
        pattern=in_sentence(
            r"(?:明知|知道或者应当知道|知悉)[^。;]{0,120}?(?:用于|协助|支持)|\b(?:knows?|is\saware"
            r"|has\sbeen\sinformed)\b[^.;]{0,160}?\b(?:intended|destined|use)\b"
        ),
        examples=(
            "出口经营者明知其出口的货物将用于境外开采的，",
            "Goods that the exporter knows to be destined for a refinery abroad.",
        ),
    ),
    *CHINESE_DEMANDS["declaration"],
    *DEMANDS["declaration"],
    RequirementWording(
        requirement="declaration",
        pattern=in_sentence(
            r"报关单[^。;]{0,60}?(?:注明|填报|填写|备注|申报|列明|载明)|报关时,?(?:应当?|[须需])[^,。;]{0,6}(?:提供|提交)[^,。;]{0,12}声明|申报(?:出口|进口)[^。;]{2,40}的,(?:应当?|[须需])[^,。;]{0,6}(?:列明|注明|填报|载明)|如实(?:填报|申报)|应当?随附|申报要素|应当[^,。;]{0,24}(?:随附单证|申报(?:时|环节|出口时)|报关(?:时|环节))[^。;]{0,24}(?:上传|提交|提供|注明|填报)|(?:规格型号|备注|许可证号|附加编号)[^。;]{0,6}栏|(?:注明|标注)[^,。;]{0,20}(?:管制物项|两用物项)"
            r"|\b(?:state|declare|indicate)\b[^.;]{0,40}?\bcustoms\s(?:declaration"
            r"|entry)\b"
            r"|\b(?:state|declare|indicate|enter|specify|fill\sin)\b[^.;]{0,80}?\b(?:export|import|goods|shipping)\sdeclarations?\b"
            r"|\b(?:shall|must|is\sto|are\sto)\s(?:also\s)?declare\s(?:the|its|their|whether|them|all|any)\b"
        ),
        examples=(
            "应当在报关单备注栏注明物项属于两用物项。",
            "The consignor shall state in the remarks column of the export declaration whether",
            "An agent must declare the country of origin of the scrap.",
        ),
    ),
    *DEMANDS["reporting"],
    *CHINESE_DEMANDS["reporting"],
    RequirementWording(
        requirement="reporting",
        pattern=in_sentence(
            r"每(?:年|月|季度|半年)[^,。;应须]{0,16}?(?:报告|报送)(?=[^,。;书单期制]{2})|(?:应当|须|应)[^,。;]{0,24}(?:(?<!检测)(?<!评估)(?<!检验)(?<!审计)(?<!分析)报告(?!书|单)|报送|报备|录入)"
            r"|(?:应当|须|应)(?:于|在|自|按|每)[^,。;]{1,30},[^,。;]{0,40}?(?:(?<!检测)(?<!评估)(?<!检验)(?<!审计)(?<!分析)报告(?!书|单)|报送|报备|录入)"
            r"|(?:应当|须|应)[^,。;]{2,30},(?:并(?:应当)?)?(?:于|在|按|每(?![批票份笔次]))[^,。;]{1,40}?(?:报送|报备|录入|填报)|\b(?:shall|must),?\s(?:submit\s(?:a\s"
            r"|an\s)?report|report\s(?!to\s(?:me|the\sPresident)\b)|(?:notify|inform)\s(?:the\s)?(?:Minister|Ministry|Secretary|Director|[Cc]ompetent|[Aa]uthorit)"
            r"|(?:(?:not\s)?(?:later|within|before|by)\b[^.;]{3,90},\s)?(?:send|submit|provide|furnish|make|file|render)\s"
            r"(?:[A-Za-z]+\s){0,6}(?:an?\s|its\s|their\s)(?:[a-z]+\s)?(?:reports?|returns?)\b"
            r"|(?:enter|upload|record)\s[^.;]{3,80}?\s(?:in|to|into|through|via|on)\sthe\s[^.;]{0,40}?\b(?:system|platform|database)\b"
            r"|file\s(?:a\s|an\s)?(?:annual\s|monthly\s"
            r"|quarterly\s)?report)|\b(?:is|are)\s(?:obliged|required|bound)\sto\s(?:report|(?:submit|file|furnish|send)\s(?:an?\s|its\s|their\s)?(?:[a-z]+\s)?reports?)\b|\b[Ee]xporters?\sreports?\s(?:annually|monthly|quarterly|each|every|to\sthe)\b"
        ),
        examples=(
            "应当按月报送出口信息。",
            "Exporters must report each shipment.",
            "A person who uses it must send the bureau a report by the end of each quarter.",
            "A producer must, not later than 30 days after each quarter, send to it a return.",
            "The exporter reports annually the exports carried out.",
            "Smelters shall enter all sales in the tracing system by the end of the month.",
            "Registered exporters are obliged to submit a monthly report on exports.",
        ),
    ),
    *DEMAND_STEMS,
)

REQUIREMENTS = apart_by_script(_WORDINGS)

LICENCE_ROWS = tuple(row for row in REQUIREMENTS if row.requirement == "licence")
"""The rows that put something under licence."""


def requirement_of(flow: Flow, span: Span) -> tuple[str, int, int] | None:
    """Return what a stretch demands and where its words stand, if it demands anything."""
    for row in flow.sieve.rows(REQUIREMENTS):
        found = flow.sieve.search(row.pattern, span.start, span.end)
        while found and _is_none(flow, span, row.requirement, found):
            found = row.pattern.search(flow.flow, found.end(), span.end)
        if found is not None and not left_before(flow, row.requirement, found.start()):
            told = row.requirement, found.start(), found.end()
            if told[0] != "exemption":
                return told
            general = general_licence_beside(flow, found.start(), span)
            return general or _demanded_before(flow, span, *found.span()) or told
    return None


def _is_none(flow: Flow, span: Span, requirement: str, found: re.Match[str]) -> bool:
    """Tell whether the words of a demand, or of a freedom, say that there is none."""
    if requirement == "exemption" and frees_none(flow, span, found):
        return True
    return is_denied(flow, span, requirement, *found.span())


_BINDS_GOODS = frozenset({"licence", "prohibition"})
_BINDS = _BINDS_GOODS | {"presumption_of_denial", "catch_all", "reporting", "registration"}


def _demanded_before(flow: Flow, span: Span, at: int, end: int) -> tuple[str, int, int] | None:
    """Return what a provision demands beside the clause that says for what it does not hold."""
    first = flow.sentence(at).start
    if flow.language == "zh":
        first = max(flow.flow.rfind(stop, span.start, at) for stop in "。;\n") + 1
        others = OF_THE_OTHERS.match(flow.flow, end, span.end)
        after = requirement_of(flow, Span(others.end(), span.end)) if others else None
        if after and after[0] in _BINDS:
            return after
    else:
        clause = freed_clause(flow, span, at, end)
        first = clause.start
        after = requirement_of(flow, Span(clause.end, span.end)) if clause.end < span.end else None
        if after is not None and after[0] in _BINDS_GOODS:
            sentence = flow.sentence(after[1])
            if control_codes(flow, sentence) or customs_codes(flow, sentence):
                return after
    if first <= span.start:
        return None
    before = requirement_of(flow, Span(span.start, first))
    return before if before is not None and before[0] in _BINDS else None
