"""Tells what of the customer's case a stretch of a reply repeats: shared words, numbers, people, lengths, damage."""

from __future__ import annotations

import re
from itertools import pairwise

from scoring.offline.reading import Reading

# Characters that carry no particular: grammar, address, politeness, marks.
_EMPTY = frozenset(
    "的了是我你您们在有也都要这那个吧吗呢啊呀哦嘛还什么怎样哪谁着过得里又才再很太真好可以能点些之与及其而但因为所如果请谢恁侬咱俺它他她情啦哈嗯唉哎喔噢诶咯嘞哩呗嗦哇和跟把被让叫对吧给就"
    "，。！？、；：,.!?;:~～…—-“”‘’「」『』（）() \n\t"
)
# Characters that say something only beside one that does (「墙上」「出血」「没人」).
_LIGHT = frozenset("上下来去说到会不没看想做弄搞家人事地面出回一")
# Things that one character names; shared with the customer, they are enough.
_THINGS = frozenset("血饭墙壶信鱼缸猫狗菜肉锅床柜灯锁窗琴鞋卡药糖盐花蜡胶票烟味雾蟹疼痛痒肿红抖哭吐冻饿瞎臭脏响黑")
_DIGITS = str.maketrans("零〇一二两俩三仨四五六七八九趟回遍晚宿", "00122233456789次次次夜夜")
# Pairs that stand in most replies whatever the case.
_GENERIC_WORDS = (
    "阿姨 师傅 师父 客服 电话 公司 平台 今天 现在 时间 问题 上门 服务 投诉 退款 知道 安排 处理 联系 已经 马上 明天 昨天 晚上 上午 下午 早上 中午 "
    "客户 先生 女士 小姐 大哥 大姐 订单 工单 下单 页面 小哥 老师 经理 主管 店长 管家 物业 商家 骑手 快递 司机 保洁 清洗 维修 费用 收费 多少 "
    "这种 这样 那样 这么 那么 东西 一下 一个 一直 一次 还是 就是 不是 没有 可以 不能 直接 需要 自己 觉得 应该 当时 之前 以后 时候 开始 出来 "
    "过来 过去 回来 起来 解决 反馈 意思 办法 人家 我们 你们 您好 月嫂 护工 护理 医院 银行 系统 合同 承诺 免费 赔偿 补偿 原因 情况 "
    "事情 上门 出来 回来 上来 下来 到家 家里 来人 没人 回去 上次 不到 没到 不说 一天 不会 不想 不来 人来 上去 到了 看到 说不 出去 消息 通知 确认 检查 记录 打电 说好 说法 态度 结果 到底 真的 非常 特别 机器 负责 一套 一条 一台 返工 新的 小时 分钟 工作 单子 微信 元钱"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
# Words that make a sentence concrete in themselves, whoever says them.
CONCRETE = re.compile(
    # people and animals of the household
    r"一个人(?!都|也)|一个女的|孩子|孩儿|娃娃|娃儿|娃(?!娃)|宝宝|宝贝|小朋友|小囡|小的|女儿|闺女|儿子|婴儿|老人家?|老爷子|老太太|老娘|老爹|爸爸?|妈妈(?!对|您|你|真|抱|，|,|听)|我?妈(?!妈)|父亲|母亲|爷爷|奶奶|外婆|外公|婆婆|公公"
    r"|叔叔|大爷|大娘|阿伯|嫂子|太太|老婆|爱人|媳妇|老公|先生差|邻居|亲戚|客人|同事|房东|孕妇|猫|狗|毛孩子|一家人|一家子|一家老小|[三四五六]口人?"
    # body and health
    r"|屁股|膝盖|胳膊|手腕|刀口|伤口|脖子|嘴|皮肤|耳朵|头晕|发烧|烧到|过敏|怀孕|怀着|月子|产后|骨折|骨裂|血压|血糖|流血|出血|鼻炎|心脏|石膏|轮椅|高烧|红疹|打喷嚏|住院|急诊|手术"
    # damage
    r"|碎|摔|泡(?!茶|沫)|泡沫|漏(?!做|了|洗|擦|派|写|推|喷|排|掉|操作|项)|滴水|淹|湿|臭|霉|馊|裂|断了|划花|划痕|刮花|擦花|磕|破|烂|掉漆|鼓包|起鼓|印子|水印|油污|烧坏|发黄|发白|缩水|刺鼻|蟑螂|虫"
    # lengths, counts and sums
    r"|等到(?:半夜|天黑|[0-9一二三四五六七八九十两]+点)|半天|一上午|一下午|一整天|整天|一宿|一夜|整夜|半夜|大半夜|大冬天|大热天|大冷天|零下|三伏|半个?月|[0-9一二两俩三仨四五六七八九十百几]{1,6}多?个?(?:小时|钟头|分钟|天|夜|晚|年|礼拜|星期|月|周|楼|层|岁|公里)|第[二三四五六2-6][次回趟遍]"
    r"|[二两俩三仨四五六七八九十几好2-9]{1,4}[次回趟遍]|[0-9一二两三四五六七八九十百千万零几多]{2,8}(?:块|元|度|号人|箱|封|多?人)|[一二两三四五六七八九](?:百|千|万)[一二两三四五六七八九]?"
    # life that the fault upset
    r"|请[了的着]?[一半]?[天个]?[半]?[天]?假|调休|上班|入职|考试|考级|答辩|婚礼|中考|高考|面试|出差|开会|搬家|生日|大寿|团圆|年夜饭|交房|做饭|吃饭|睡觉|洗澡|上课|网课|赶飞机|车上|手术|住院费|押金|交房租|念想|遗物|纪念"
)


def pairs(text: str) -> set[str]:
    """All pairs of neighbouring characters."""
    return set(map("".join, pairwise(text)))


class Echo:
    """The customer's words and the scene of one reading, ready for comparison."""

    def __init__(self, reading: Reading) -> None:
        self._plain = reading.text
        said = reading.customer.translate(_DIGITS)
        self._text = reading.text.translate(_DIGITS)
        source = f"{reading.customer}\n{reading.scene}".translate(_DIGITS)
        self._things = _THINGS & set(source)
        own = pairs(self._text)
        self._shared = {pair for pair in own & pairs(source) if self._tells(pair)}
        self._quoted = self._shared & pairs(said)

    def marks(self, start: int, end: int) -> list[tuple[int, int]]:
        """Places of what is shared between `start` and `end`: content pairs, joined where they overlap, and things."""
        found: list[tuple[int, int]] = []
        text = self._text
        for at in range(start, end):
            pair = text[at : min(at + 2, end)]
            width = 2 if pair in self._shared else 1 if pair[0] in self._things else 0
            if not width:
                continue
            if found and at <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], at + width))
            else:
                found.append((at, at + width))
        return found

    @staticmethod
    def _tells(pair: str) -> bool:
        if pair in _GENERIC or pair[0] in _EMPTY or pair[1] in _EMPTY:
            return False
        return not (pair[0] in _LIGHT and pair[1] in _LIGHT)

    def shared(self, start: int, end: int) -> int:
        """How many characters of the stretch stand in shared content pairs."""
        return sum(max(2, stop - first) for first, stop in self.marks(start, end))

    def quoted(self, start: int, end: int) -> int:
        """How many content pairs of the stretch are the customer's own words (not only the scene's)."""
        text = self._text
        return sum(text[at : at + 2] in self._quoted for at in range(start, end - 1))

    def concrete(self, start: int, end: int) -> list[tuple[int, int]]:
        """Places of words that are concrete in themselves."""
        return [match.span() for match in CONCRETE.finditer(self._plain, start, end)]
