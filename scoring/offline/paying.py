"""What an offer is, and the words that all who look for offers share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Payment:
    """One offer, from `start` to `end`. `offer` is as in Finding.offer; `cost` names a cost of the incident paid by us."""

    start: int
    end: int
    offer: str
    strength: float
    rule: str
    cost: str = ""


YOU = r"(?:您|你|恁|侬|佢|客户|大家|咱)"
US = r"(?:我们?|俺们?|咱们?|店里|公司|门店|平台|我店|物业|阿拉|我哋|额们?|我方|我司|店|车队|酒店|银行|工厂|厂里|院方|商家)(?:这边|来|自己|店)?"
ALL = r"(?:全额?|都|先|也|给您?|来|一律|统统|照|该|一并|直接|会|可以|负责|替您|帮您|自己|愿意|一起){0,3}"

# Costs that an incident makes, by the words they are named with.
LOSS_NOUN = r"(?:手术|缝|开锁|裁缝|玻璃|压车|押车|工资|精神|头皮|伤口|护理|看|针|检查|挂号|医药|医疗|医|药|看病|诊|住院|拍片|化验|打车|车|交通|住宿|房钱|酒店|修|材料|料|工本|锁芯|配件|运|邮|快递|拖|停车|清理|干洗|误工|检测|复测|调律|打印|公证|急诊|缝合|损失|肉|菜|票|天花板|坏|补|磨|抛光|换|启事|电|水|餐|饭|鞋|衣)"
# Fees of our own services: waived or refunded, they say nothing of the loss.
OWN_FEES = r"服务费|保洁费|清洗费|维修费|护理费|管理费|本次|本单|上门费|陪诊费|洗护费|中介费|课时?费|年费|月费|房费|会员费|物业费|手续费|押金|定金|餐费|洗衣费|洗涤费|洗费"
