"""With which words does Chinese say that a rule begins to hold, and that it ends by itself?

They are told apart by what they are made of: what is done with the rule (``施行``, ``启动``), or
what it then has (``具有法律效力``, ``产生约束力``).
"""

DONE = r"(?:施行|实施|执行|实行|试行|推行|遵行|适用|启用|启动|落实|运行)"
"""What is done with a rule from its first day on."""
HAS = (
    r"(?:(?:具有|具备|[发产]生)(?:法律)?(?:效力|效果|效用|约束力)"
    r"|生效|起效|起始|起算|有效(?!期|果|性))"
)
"""What a rule then has."""
FORCE = rf"(?:{DONE}|{HAS})"
HOW = (
    r"(?:正式|全面|开始|起|始行|始|先行|率先|即?已经?|[即方]告|即行|[即便就也亦]|予以?|统一|付诸|交付|投入|落地|遵照|照此|一律|均|全部|同步|才|方|得以"
    r"|对[^,。;对]{2,12}?(?=具有|具备|[发产]生)){0,4}"
)
"""How it begins, between the day and the verb: ``起正式``, ``才付诸``, ``对经营者``."""
FIRST_DAY = rf"{FORCE}(?:的|之)?(?:起?始?(?:日期|时间|时刻|之? ?日)|开始之日|之?始|起点|首日)"
"""The first day of a rule, as a name: ``施行日期``, ``生效日``, ``实施之始``."""
IS = r"(?:(?:即|就|便|也|亦|则)?(?:为|是|系)|作为|即|:|另?定[为于在]|[设选]在|确定为|安排在){1,2}"
"""What joins the name of a first day and the day."""
OVER = (
    r"(?:失效|废止|终止|停止(?:执行|施行|实施|适用)"
    r"|不再(?:有效|执行|施行|实施|适用|具有(?:法律)?效力))"
)
"""What a rule does when its last day is over."""
TURNED = (
    r"拟(?!定|订)|建议|提议|主张|请求|希望|期望|考虑|计划|打算|预计|可能|争取|尚未|[能可是]否|最早|至早|不[早晚迟](?:于|$)|并?非(?!经)|[并从]?未(?!经|来|尽|列|明确|规定)"
    r"|不(?:是|会|应|得)?$|不再(?=自|从|于|以|把|将|按|在|$)|不(?:以|把|将|按|宜|必)|原[定先本拟]|本[应来拟该]|曾|(?:如果?(?!无|有)|若(?!无)|倘若?|一旦|假如|只要)(?!下|上)|待[^,。;\ue000]{2,16}(?:后|时)"
)
"""What before a day says that nothing begins on it yet, or ever: wished, planned, denied."""
