<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CaseColumn</name>
    <message>
        <source>现在的情况</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>我知道的</source>
        <translation>What I know</translation>
    </message>
    <message>
        <source>都在上面了。</source>
        <translation>It&apos;s all above.</translation>
    </message>
    <message>
        <source>我能做主的</source>
        <translation>What I may offer</translation>
    </message>
    <message>
        <source>再多的，转交{0}。</source>
        <translation>Anything more goes to the {0}.</translation>
    </message>
    <message>
        <source>查{0}</source>
        <translation>Look into {0}</translation>
    </message>
    <message>
        <source>查了会记下来，并显示查到的内容</source>
        <translation>This is recorded and shows what is found</translation>
    </message>
    <message>
        <source>客户卡</source>
        <translation>Customer card</translation>
    </message>
    <message>
        <source>{0} 级客户</source>
        <translation>Tier {0}</translation>
    </message>
    <message>
        <source>往来</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>系统里的记录</source>
        <translation>In the system</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>不用带了</source>
        <translation>No more tips</translation>
    </message>
    <message>
        <source>第 {0} 步，一共 {1} 步</source>
        <translation>Step {0} of {1}</translation>
    </message>
</context>
<context>
    <name>ComposeBar</name>
    <message>
        <source>发送</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>要个提示</source>
        <translation>Get a hint</translation>
    </message>
    <message>
        <source>念出来</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Enter 发送，Shift + Enter 换行</source>
        <translation>Enter sends, Shift + Enter breaks the line</translation>
    </message>
    <message>
        <source>客户等了多久，和这个场景里她愿意等多久。只是提醒，不扣分。</source>
        <translation>How long the customer has waited, and how long she cares to in this scenario. A reminder only; it costs nothing.</translation>
    </message>
    <message>
        <source>等了 {0} / {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>您的回复</source>
        <translation>Your reply</translation>
    </message>
    <message>
        <source>Enter 发送，Shift + Enter 换行</source>
        <translation>Enter sends, Shift + Enter breaks the line</translation>
    </message>
</context>
<context>
    <name>DrillBar</name>
    <message>
        <source>客户卡</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>标准卡</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>转交上级</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>结束演练</source>
        <translation>End drill</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>考核 · 第 {0} 次</source>
        <translation>Exam · no. {0}</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>用时 {0}:{1:02d}</source>
        <translation>Time {0}:{1:02d}</translation>
    </message>
    <message>
        <source>还剩 {0}:{1:02d}</source>
        <translation>{0}:{1:02d} left</translation>
    </message>
</context>
<context>
    <name>DrillRoom</name>
    <message>
        <source>上级</source>
        <translation>superior</translation>
    </message>
    <message>
        <source>转交给{0}</source>
        <translation>Hand over to the {0}</translation>
    </message>
    <message>
        <source>这通到这里结束，照说到的算分。该由上级定的，转得正是时候，分够了一样通过；自己还能做主就转，不算通过。</source>
        <translation>The drill ends here and is scored as far as it went. Handed over at the right time, it passes with enough points; handed over while you could still decide yourself, it doesn&apos;t.</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>接着说</source>
        <translation>Go on talking</translation>
    </message>
    <message>
        <source>从这一句重说</source>
        <translation>Say it again from here</translation>
    </message>
    <message>
        <source>前面的话照旧，从这一句起换个说法。原来那一次会留着，两次客户的反应和得分可以放在一起看；重说的这一次不计入等级。</source>
        <translation>What came before stays; from this reply on you say it another way. The first try is kept, and both reactions and scores can be seen side by side. A drill that was taken up again doesn&apos;t count for grades.</translation>
    </message>
    <message>
        <source>重说</source>
        <translation>Say it again</translation>
    </message>
    <message>
        <source>结束这次演练</source>
        <translation>End this drill</translation>
    </message>
    <message>
        <source>说到的照样算分，可是没有谈完，不算通过，也不能再接着说。只是想歇一会儿，按「返回」就行，下次从这里接着练。</source>
        <translation>What you said is scored, but the talk isn&apos;t finished: it won&apos;t pass, and it can&apos;t go on. For a break, press Back; next time it goes on from here.</translation>
    </message>
    <message>
        <source>结束演练</source>
        <translation>End drill</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation>({0})</translation>
    </message>
    <message>
        <source>看了提示，第 {0} 级</source>
        <translation>Hint taken, rung {0}</translation>
    </message>
    <message>
        <source>从这里重说，前面照旧。原来那一次也留着。</source>
        <translation>Said again from here; what came before is the same. The first try is kept, too.</translation>
    </message>
    <message>
        <source>查了{0}：{1}</source>
        <translation>Looked into {0}: {1}</translation>
    </message>
    <message>
        <source>今天 {0}</source>
        <translation>Today {0}</translation>
    </message>
    <message>
        <source>{0} 月 {1} 日 {2}</source>
        <translation>{0}/{1} {2}</translation>
    </message>
    <message>
        <source>重说这句</source>
        <translation>Say it again</translation>
    </message>
</context>
<context>
    <name>DrillRoomPage</name>
    <message>
        <source>正在接通…</source>
        <translation>Putting the call through…</translation>
    </message>
    <message>
        <source>上一句还在路上，等客户答了再发。</source>
        <translation>Your last line is on its way. Send this once the customer has answered.</translation>
    </message>
    <message>
        <source>还没有写内容，客户在等您说话。</source>
        <translation>Nothing is written yet; the customer is waiting for you.</translation>
    </message>
    <message>
        <source>客户在想…</source>
        <translation>The customer is thinking…</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>看评分卡</source>
        <translation>See the scorecard</translation>
    </message>
    <message>
        <source>谈妥了</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>{0}接受了您的安排。看看哪几句起了作用。</source>
        <translation>{0} took what you offered. See which lines did it.</translation>
    </message>
    <message>
        <source>{0}要找上级了</source>
        <translation>{0} asks for your superior</translation>
    </message>
    <message>
        <source>这通到这里。看看从哪一句起火气上来的。</source>
        <translation>It ends here. See at which line the temper rose.</translation>
    </message>
    <message>
        <source>{0}挂断了</source>
        <translation>{0} hung up</translation>
    </message>
    <message>
        <source>这通到这里。说过的都有评分，换个开头再练一次也行。</source>
        <translation>It ends here. All you said is scored; another beginning is worth a try.</translation>
    </message>
    <message>
        <source>{0}没有时间了</source>
        <translation>{0} ran out of time</translation>
    </message>
    <message>
        <source>还没说到头。看看缺的是哪一步。</source>
        <translation>It didn&apos;t get to the end. See which step was missing.</translation>
    </message>
    <message>
        <source>转交了，正是时候</source>
        <translation>Handed over at the right time</translation>
    </message>
    <message>
        <source>该由上级定的，没有硬撑。</source>
        <translation>It was for your superior to decide, and you let it go.</translation>
    </message>
    <message>
        <source>转交早了</source>
        <translation>Handed over too early</translation>
    </message>
    <message>
        <source>自己能做主的还没说完。</source>
        <translation>There was more that you could have decided yourself.</translation>
    </message>
    <message>
        <source>转交晚了</source>
        <translation>Handed over too late</translation>
    </message>
    <message>
        <source>再早两句转，{0}还听得进去。</source>
        <translation>Two lines earlier, {0} would still have listened.</translation>
    </message>
    <message>
        <source>到这里为止</source>
        <translation>That&apos;s where it ends</translation>
    </message>
    <message>
        <source>说过的都算了分，随时可以再练一次。</source>
        <translation>What you said is scored; you can play it again any time.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>先说一句她等了多久</source>
        <translation>First say how long she waited</translation>
    </message>
    <message>
        <source>两天、两条留言、白请的半天假。说中了，她才听得进后面的话。</source>
        <translation>Two days, two messages, half a day off for nothing. Name it, and she can hear the rest.</translation>
    </message>
    <message>
        <source>去查是哪一环断了</source>
        <translation>Look up which link failed</translation>
    </message>
    <message>
        <source>点「查工单系统」。查到什么就说什么，再补一句这是我们的责任。</source>
        <translation>Press “Look into 工单系统”. Tell what you find, and that it is ours to answer for.</translation>
    </message>
    <message>
        <source>给一个时间，一个名字</source>
        <translation>Give a time and a name</translation>
    </message>
    <message>
        <source>谁上门，几点到，做什么。她好安排，也知道找谁。</source>
        <translation>Who comes, when, to do what. She can plan, and knows whom to ask for.</translation>
    </message>
    <message>
        <source>最后说怎么补</source>
        <translation>Last, say how it is made up</translation>
    </message>
    <message>
        <source>补什么、为什么补、钱怎么到她手上，三样一句话说完。</source>
        <translation>What she gets, what for, and how the money reaches her: three things in one line.</translation>
    </message>
</context>
<context>
    <name>MoodCard</name>
    <message>
        <source>客户的情绪</source>
        <translation>Customer&apos;s mood</translation>
    </message>
    <message>
        <source>生气</source>
        <translation>Angry</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>刚打进来</source>
        <translation>Just called</translation>
    </message>
    <message>
        <source>和上一句一样</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>气消了一点</source>
        <translation>A little calmer</translation>
    </message>
    <message>
        <source>又急了一点</source>
        <translation>A little angrier</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>获客</source>
        <translation>Winning</translation>
    </message>
    <message>
        <source>首单</source>
        <translation>First order</translation>
    </message>
    <message>
        <source>危机</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>老客</source>
        <translation>Regulars</translation>
    </message>
    <message>
        <source>忠诚</source>
        <translation>Loyalty</translation>
    </message>
    <message>
        <source>裂变</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>StandardsCard</name>
    <message>
        <source>标准卡</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>标准卡的内容，用上下键翻看</source>
        <translation>Contents of the standards card; scroll with the arrow keys</translation>
    </message>
    <message>
        <source>这一场要守的标准</source>
        <translation>Standards to keep in this drill</translation>
    </message>
    <message>
        <source>这一场不能破的规则</source>
        <translation>Rules not to break in this drill</translation>
    </message>
    <message>
        <source>出处：手册 {0}</source>
        <translation>From the handbook, {0}</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>StandingColumn</name>
    <message>
        <source>前面说过的一直算数，不用重复。</source>
        <translation>What you have said counts; no need to repeat it.</translation>
    </message>
    <message>
        <source>全部说完，再看每一步说到了哪里。</source>
        <translation>Once all is said, you&apos;ll see how far each step got.</translation>
    </message>
    <message>
        <source>三步</source>
        <translation>Three steps</translation>
    </message>
    <message>
        <source>四步</source>
        <translation>Four steps</translation>
    </message>
    <message>
        <source>五步</source>
        <translation>Five steps</translation>
    </message>
    <message>
        <source>六步</source>
        <translation>Six steps</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>示范</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>从头看</source>
        <translation>From the start</translation>
    </message>
    <message>
        <source>我来练</source>
        <translation>My turn</translation>
    </message>
    <message>
        <source>下一句</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看完了。换您用自己的话说一遍。</source>
        <translation>That's all. Now say it in your own words.</translation>
    </message>
    <message>
        <source>第 {0} 句，共 {1} 句</source>
        <translation>Reply {0} of {1}</translation>
    </message>
    <message>
        <source>先想想您会怎么回，再看下一句。</source>
        <translation>Think what you would say, then go on.</translation>
    </message>
</context>
<context>
    <name>TalkList</name>
    <message>
        <source>对话</source>
        <translation>The talk</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>重说这句</source>
        <translation>Say it again</translation>
    </message>
</context>
<context>
    <name>TalkModel</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{0}说：{1}</source>
        <translation>{0} says: {1}</translation>
    </message>
    <message>
        <source>您说：{0}</source>
        <translation>You say: {0}</translation>
    </message>
    <message>
        <source>开始：{0}</source>
        <translation>Start: {0}</translation>
    </message>
</context>
</TS>
