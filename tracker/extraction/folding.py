"""How are the many spellings of one character made one, without moving any character?

One character in, one character out, so that offsets in the folded text are offsets in the text.
"""

import re

_TRADITIONAL = """
務务 號号 關关 總总 國国 聯联 佈布 發发 員员 會会 業业 資资 訊讯 與与 稱称 條条 項项 憲宪 軍军 產产
貿贸 對对 經经 濟济 實实 體体 機机 單单 進进 輸输 規规 監监 質质 檢检 驗验 藥药 農农 鄉乡 財财 稅税
銀银 電电 網网 環环 護护 鐵铁 運运 營营 衛卫 計计 劃划 勞劳 動动 險险 證证 門门 廣广 場场 長长 統统
調调 執执 暫暂 廢废 紙纸 許许 請请 應应 當当 須须 間间 時时 為为 這这 個个 們们 來来 後后 從从 於于
將将 將将 並并 並并 權权 義义 責责 負负 組组 織织 際际 際际 區区 縣县 達达 過过 還还 遲迟 屆届 滿满
續续 終终 結结 給给 內内 無无 開开 參参 據据 標标 準准 類类 級级 編编 碼码 稀稀 釤钐 釓钆 鋱铽 鏑镝
鑥镥 鈧钪 釔钇 鈥钬 鉺铒 銩铥 銪铕 鐿镱 鑭镧 鈰铈 鐠镨 釹钕 鋰锂 鈹铍 鎵镓 鍺锗 銻锑 鎢钨 鉬钼 銦铟
鉍铋 鈦钛 釩钒 鉻铬 錳锰 鈷钴 鎳镍 銅铜 鋅锌 鋯锆 鈮铌 鉿铪 鉭钽 錸铼 鉑铂 鈀钯 銠铑 釕钌 銥铱 鋨锇
錫锡 鎘镉 銫铯 鋇钡 鍶锶 鈾铀 鋁铝 鎂镁 銣铷 記记 錄录 報报 審审 議议 決决 說说 話话 談谈 問问 題题
聞闻 記记 雙双 歐欧 盟盟 陸陆 臺台 灣湾 亞亚 烏乌 馬马 麗丽 愛爱 爾尔 蘭兰 挪挪 澤泽 補补 刪删 節节
則则 細细 備备 註注 術术 藝艺 設设 備备 圖图 獎奖 極极 鏈链 鋼钢 壓压 強强 純纯 濃浓 積积 徑径 於于
顆颗 層层 邏逻 輯辑 儲储 處处 儀仪 導导 彈弹 聯联 數数 據据 額额 價价 億亿 萬万 兩两 餘余 獨独 異异
繼继 復复 轉转 讓让 換换 購购 買买 賣卖 裝装 載载 駛驶 艦舰 飛飞 無无 線线 單单 贈赠 獲获 適适 遞递
釋释 離离 難难 災灾 醫医 療疗 緊紧 眾众 試试 論论 講讲 誰谁 讀读 變变 優优 勢势 協协 勵励 勝胜 創创
剛刚 劑剂 礦矿 煉炼 熱热 爐炉 燒烧 靶靶 鍍镀 鍵键 鎖锁 鋪铺 錯错 鐘钟 顯显 顧顾 預预 領领 願愿 顏颜
"""
"""A traditional character of names and numbers of acts, and its simplified form."""

_PAIRS = {pair[0]: pair[1] for pair in _TRADITIONAL.split()}
_FULL_WIDTH = {chr(0xFF00 + i): chr(0x20 + i) for i in range(1, 95)}
_BLANKS = dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
_DASHES = dict.fromkeys("‐‑‒–—―－～〜﹣−", "-")
_BRACKETS = {"〔": "[", "［": "[", "【": "[", "〕": "]", "］": "]", "】": "]"}
_OTHERS = {"’": "'", "‘": "'", "№": "#"}

_TABLE_OF = {**_FULL_WIDTH, **_PAIRS, **_BLANKS, **_DASHES, **_BRACKETS, **_OTHERS}
_TABLE = str.maketrans(_TABLE_OF)
_FOLDED = re.compile(f"[{re.escape(''.join(_TABLE_OF))}]")
_CHARACTER = re.compile("[一-鿿]")
_SAMPLE = 4_000
"""A text with characters in its first so many is Chinese, where nearly every line is folded."""


def fold(text: str) -> str:
    """Return ``text`` with plain digits, brackets, dashes and simplified forms; same length."""
    if text.isascii():
        return text
    if _CHARACTER.search(text, 0, _SAMPLE):
        return text.translate(_TABLE)
    return _FOLDED.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    return _TABLE_OF[match.group()]
