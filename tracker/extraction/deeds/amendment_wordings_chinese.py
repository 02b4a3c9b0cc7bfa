"""In which Chinese wordings does an act change the words of another?

A change is put together of a verb of one or two characters (``改``, ``调整``), and of what makes
it lead to the new words (``为``, ``成``); where old and new words stand quoted side by side, any
few words between them will do that end so.
"""

import re

from tracker.extraction.deeds.amendment_wording import AmendmentWording

_TURN = r"(?:[修调变替换改订转][改整更订正换代写述列称名用设定印]?|更[改正换名新替订])"
"""The verbs that make one thing another."""
_UP_OR_DOWN = (
    r"(?:提高|降低|放宽|收紧|上调|下调|提升|调[高低升降整]|下降|上升|压[减缩低]|收窄|[扩缩]大|缩小|缩减"
    r"|增加|减少|[降升提增减调])"
)
"""The verbs that move a value."""
_CHANGED_TEXT = (
    r"(?:(?:(?:修改|调整|修订|更正|变更|修正|更新)后|(?<!不)正确)的?"
    r"(?:内容|表述|条文|规定|指标|文本|文字|写法|数值|编[号码]|名称)?|新的?(?:表述|条文|指标|文本|限值))"
)
_TURNED_AROUND = (
    r"(?:误[写印作排录植刊载标]?[为成作]|不|未|非|拟|可|是?指|简称|下称|理解|解释|视|等同|即|适用)"
)
"""What between two quoted words says that the second are no new ones, or even the old ones."""
_PLACE = (
    r"(?:本|该|原)?(?:公告|通知|办法|令)?(?:的?第[一二三四五六七八九十0-9(]{1,4}|附(?:件|表|录)|“)"
)

CHINESE_AMENDMENTS: tuple[AmendmentWording, ...] = (
    AmendmentWording(
        name="becomes",
        does="replace",
        pattern=re.compile(
            rf"(?<![不未]){_TURN}\s?[为成]\s?:?|应(?:当)?(?:[改读写]?[为作]|是)|(?<=”)(?:改|更正|订正)作"
            r"|(?:以|用|由)(?=“[^”\n]{1,240}”\s?来?(?:取代|替代|代替|替换))|代之以|(?<=,)代以|改按"
            rf"|{_UP_OR_DOWN}[至到为](?!\s?[0-9]{{4}}年)|{_CHANGED_TEXT}(?:应)?(?:为|是|:)\s?:?"
        ),
        examples=(
            "将第一条中的“纯度大于99.9%”修改为“纯度大于等于99.99%”。",
            "第二条所列编号更换为2827399010。",
            "第二条误作“粒径小于5微米”，应作“粒径小于0.5微米”。",
            "第二条中，以“纯度不低于99.99%”取代“纯度大于99.9%”。",
            "删去第二条中的“纯度大于99.9%”，代之以“纯度不低于99.99%”。",
            "第二条的指标由大于99.9%提高至不低于99.99%。",
            "第二条的数量上限由500吨调减至200吨。",
            "第二条修改后的表述为：“纯度不低于99.99%”。",
            "第二条的正确内容为：“纯度不低于99.99%”。",
        ),
    ),
    AmendmentWording(
        name="old words beside new ones",
        does="replace",
        pattern=re.compile(
            rf"(?<=”)(?:(?!{_TURNED_AROUND})[^“”。;\n《]){{0,20}}?(?:[为成作是至到用:→]|[-—]{{1,2}}>)\s?(?=“[^”\n]{{1,240}}”)"
            r"|(?<=”)[,\s]{0,2}按照?(?=“[^”\n]{1,240}”\s?(?:执行|掌握|办理|实施|适用))"
        ),
        examples=(
            "第一条第（三）项“熔点高于1800℃”，正确表述为“熔点高于或等于1850℃”",
            "第一条“大于5毫米”→“大于3毫米”",
            "第一条所称“纯度不低于99.995%”按“纯度不低于99.99%”执行",
        ),
    ),
    AmendmentWording(
        name="a code for a code",
        does="replace",
        behind=re.compile(r"[0-9]{8}(?:[0-9]{2})?[”)]{0,2}[^。;\n]{0,40}$"),
        pattern=re.compile(
            r"(?:[拆分合归并转改换移][分拆并入归换列用到至]{0,2}|对应|停用后?)[为成]?(?:的?新)?(?:的?(?:商品)?(?:编[号码]|税号))?:?"
            r"(?=\s?“?[0-9]{8}(?:[0-9]{2})?(?![0-9]))"
        ),
        examples=(
            "“2710199320”拆分为“2710199321”“2710199329”。",
            "3403990010停用，相关商品归入3403990090。",
            "第三条所列“8708999910”改列“8708999930”。",
        ),
    ),
    AmendmentWording(
        name="set anew",
        does="replace",
        behind=re.compile(
            r"(?:指标|门槛|限值|阈值|标准|数值|[上下]限|数量|比例|含量|纯度|税率|配额|总量|期限|范围)[^,。;“”]{0,10}$"
        ),
        pattern=re.compile(r"(?:重新|一律|统一|改)?(?:核?定|确定|设定|设|规定)为"),
        examples=("第二条第（一）项的管制门槛定为纯度不低于99.99%。",),
    ),
    AmendmentWording(
        name="taken out",
        does="delete",
        pattern=re.compile(
            r"删[去除掉]|剔除|去[除掉]|移除|[撤抽]去|取消(?=第)|(?<=[条款项点目])(?:予以|全部|一并|均|整[条款项])?取消"
            r"|(?<!申请)[移调]出(?=管制(?:物项|范围|清单)|清单|目录|附(?:件|表)|\s?[,。;])"
            r"|不再(?:保留|列入|列管|管制|实施管制|纳入)"
        ),
        examples=(
            "删去第二条第（一）项。",
            "第二条第（一）项予以取消。",
            "将附件序号7所列物项剔除。",
        ),
    ),
    AmendmentWording(
        name="put in",
        does="add",
        pattern=re.compile(
            r"增[加列补设写添订编录入]|[添加]加|[添加续插补][入列写设]|补[充录增]|追加|扩充(?=[一二两三0-9])|新[增设列立]"
            rf"|[写列编并]入(?={_PLACE})|纳入(?={_PLACE})"
            r"|(?<=[后末尾])(?:再)?[加添](?=[一二两三0-9]{1,2}[条款项点])"
        ),
        examples=(
            "在第一条中增加一项，作为第（三）项：“1C931.c”。",
            "第二条的末尾增写一项，内容是：“1C963.d”。",
            "在第二条中补入第（三）项",
            "将铪的卤化物（1C931.c）列入第一条。",
        ),
    ),
)
