"""How are the many spellings of one character made one, without moving any character?

One character in, one character out, so that offsets in the folded text are offsets in the text.
"""

_TRADITIONAL = """
務务 號号 關关 總总 國国 聯联 佈布 發发 員员 會会 業业 資资 訊讯 與与 稱称 條条 項项 憲宪 軍军 產产
貿贸 對对 經经 濟济 實实 體体 機机 單单 進进 輸输 規规 監监 質质 檢检 驗验 藥药 農农 鄉乡 財财 稅税
銀银 電电 網网 環环 護护 鐵铁 運运 營营 衛卫 計计 劃划 勞劳 動动 險险 證证 門门 廣广 場场 長长 統统
調调
"""
"""A traditional character of names and numbers of acts, and its simplified form."""

_PAIRS = {pair[0]: pair[1] for pair in _TRADITIONAL.split()}
_FULL_WIDTH = {chr(0xFF00 + i): chr(0x20 + i) for i in range(1, 95)}
_BLANKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
_DASHES = dict.fromkeys("‐‑‒–—―－～〜﹣−", "-")
_BRACKETS = {"〔": "[", "［": "[", "【": "[", "〕": "]", "］": "]", "】": "]"}
_OTHERS = {"’": "'", "‘": "'", "№": "#"}

_TABLE = str.maketrans({**_FULL_WIDTH, **_PAIRS, **_BLANKS, **_DASHES, **_BRACKETS, **_OTHERS})


def fold(text: str) -> str:
    """Return ``text`` with plain digits, brackets, dashes and simplified forms; same length."""
    return text.translate(_TABLE)
