<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>DrillPicker</name>
    <message>
        <source>打字找演练，上下键选，回车定</source>
        <translation>Type to find a drill, choose with the arrow keys, press Enter</translation>
    </message>
    <message>
        <source>找到的演练</source>
        <translation>Drills found</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>谁练的</source>
        <translation>Who played</translation>
    </message>
    <message>
        <source>搜演练，拼音也行</source>
        <translation>Find a drill</translation>
    </message>
    <message>
        <source>什么时候练的</source>
        <translation>When</translation>
    </message>
    <message>
        <source>不限时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>只看建议复核</source>
        <translation>Only those to review</translation>
    </message>
    <message>
        <source>全部学员</source>
        <translation>All trainees</translation>
    </message>
    <message>
        <source>{0}（不在了）</source>
        <translation>{0} (left)</translation>
    </message>
</context>
<context>
    <name>ScorecardModel</name>
    <message>
        <source>学员</source>
        <translation>Trainee</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>结局</source>
        <translation>Ending</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>复核与点评</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>没有评分</source>
        <translation>Not scored</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>建议复核</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>点评过</source>
        <translation>Commented</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ScorecardTable</name>
    <message>
        <source>评分卡，新的在前</source>
        <translation>Scorecards, newest first</translation>
    </message>
</context>
<context>
    <name>ScorecardsPage</name>
    <message>
        <source>还没有成绩</source>
        <translation>No scorecards yet</translation>
    </message>
    <message>
        <source>学员练完第一通，这里就有了。</source>
        <translation>They appear here once a trainee has finished a drill.</translation>
    </message>
    <message>
        <source>没有这样的成绩</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>换个条件，或者看全部。</source>
        <translation>Choose something else, or see everything.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>See everything</translation>
    </message>
    <message>
        <source>{0}最新的 {1} 份，往下翻还有</source>
        <translation>{0}the newest {1}, scroll for more</translation>
    </message>
    <message>
        <source>{0}一共 {1} 份，新的在前</source>
        <translation>{0}{1} in all, newest first</translation>
    </message>
    <message>
        <source>「{0}」</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>建议复核的</source>
        <translation>to review</translation>
    </message>
    <message>
        <source>{0}：</source>
        <translation>{0}: </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>大家的成绩</source>
        <translation>Everyone’s scores</translation>
    </message>
</context>
</TS>
