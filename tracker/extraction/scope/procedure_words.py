"""Which words of a point only say how a demand of another one is met?"""

from tracker.extraction.spelling.regexps import regexp

PROCEDURE = regexp(
    r"(?:提交|提供)(?:以下|下列)(?:文件|材料)|提出质疑|不予放行|追究(?:其)?(?:法律|刑事)责任|予以处罚|给予[^,。;]{0,8}处罚|依法处理"
    r"|办理海关手续|海关[^,。;]{0,10}凭[^,。;]{0,12}许可证[^。;]{0,12}(?:验放|放行)|验放手续|使用中文|中文(?:填写|提交)"
    r"|(?:准予|予以)许可的,[^,。;]{0,10}颁发|未(?:取得|经)[^,。;]{0,10}许可[^。;]{0,40}行政处罚|(?:向海关)?(?:出具|交验|提交)[^,。;]{0,12}许可证件?,|材料(?:清单|要求)"
    r"|(?:商务(?:部|主管部门)|发证机关|主管部门|海关)(?:应当?|会同|依法)[^。;]{0,30}?(?:进行|开展|作出)[^。;]{0,20}?(?:审查|决定)"
    r"|自(?:受理|收到)[^。;]{0,40}?(?:审查|决定)|(?:通过|经由?|由|向)[^,。;]{0,14}省级商务主管部门"
    r"|作出(?:准予|是否)|经审查[^,。;]{0,8}(?:准予|许可)|许可证件?[^,。;]{0,6}(?:申领|签发|办理|有效期)[^。;]{0,30}(?:程序|依照|按照)"
    r"|(?:任何)?(?:单位|组织)和个人不得为[^。;]{0,20}违反|提供(?:中介|代理)[^。;]{0,30}服务|(?:可以?|可)向[^,。;]{0,16}(?:咨询|查询)|强化合规|加强物项识别|在报关时|通过[^,。;]{0,16}(?:网站|网上|平台)|发现[^,。;]{0,20}(?:变化|改变)[^。;]{0,30}报告"
    r"|\bpenalt(?:y|ies)\b|\b(?:shall|will)\sbe\s(?:punished|penali[sz]ed|liable)"
    r"|\binvestigated\sfor\b|\bshall\snot\sbe\sreleased\b"
    r"|\bsubmit\sthe\sfollowing\s(?:documents|materials)"
    r"|\b[Qq]uotas?\s(?:may|shall|can|must)\snot\sbe\s(?:transferred|assigned|ceded|sold|carried)"
    r"|\b(?:counts?|counted|charged|deducted)\s(?:against|from|towards)\sthe\squota"
    r"|\bapply(?:ing)?\sfor\s(?:an?\s|the\s)?(?:share\sof\s(?:the\s|a\s)?)?quotas?\b"
    r"|\b(?:loses?|forfeits?|lose)\s(?:its|their|the)\s(?:allocation|quota)"
)
"""What makes a point one of procedure or penalty: such a point is no measure."""

ASKS = regexp(
    r"\s*(?:(?:进?出口|境[内外])?(?:经营者|企业|单位)|进?出口[商方人]|申请人)(?:应当?|须|需)(?:依法|按照?规定|事先)?向[^,。;]{2,24}?(?:申请|提出)[^,。;]{0,8}(?:许可证?|申请)"
    r"(?=[,。;])"
    r"|\s*(?:The\s)?[Ee]xporters?\s(?:shall|must)\sapply\sto\s(?:the\s)?[^,.;]{2,60}?\sfor\s(?:a\s|an\s|the\s)?"
    r"(?:licen[cs]es?|permits?|authori[sz]ations?)(?=[,.;])"
)
"""What only says of whom the licence is asked that another point demands."""

WAY_OUT = regexp(
    r"特殊情况[^,。;]{0,8}(?:确需|须)|确有[^,。;]{0,4}(?:必要|需要)|确有?因?特殊|非[^,。;]{1,6}不可|确需[^,。;]{0,6}出口|\b(?:where|if)\s(?:it\sis\s)?(?:truly|really"
    r"|genuinely|indeed)?\s?necessary\s[^.;]{0,20}(?:special|exceptional)|\b(?:in"
    r"|under)\s(?:special|exceptional)\scircumstances\b"
)
"""What makes a point the way out of the one before it."""
