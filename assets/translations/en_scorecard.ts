<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Body</name>
    <message>
        <source>对照参考话术</source>
        <translation>Reference replies</translation>
    </message>
    <message>
        <source>两次放在一起看</source>
        <translation>Compare both tries</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>严重违规，判断得没有把握：扣分，不封顶，这次不算通过。</source>
        <translation>A critical violation, found with some doubt: it costs points, doesn&apos;t cap the total, and the drill isn&apos;t passed.</translation>
    </message>
    <message>
        <source>严重违规：总分最多 {0} 分，这次不算通过。</source>
        <translation>A critical violation: {0} points at most, and the drill isn&apos;t passed.</translation>
    </message>
    <message>
        <source>先后</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>没有违规，先后也对。</source>
        <translation>No violations, and the order is right.</translation>
    </message>
    <message>
        <source>第 {0} 轮先说了{1}，{2}还没说到位。先让她觉得有人听见，再往下说。</source>
        <translation>Turn {0} came to &quot;{1}&quot; before &quot;{2}&quot; was done. Let the customer feel heard first, then go on.</translation>
    </message>
    <message>
        <source>第 {0} 轮又先说了{1}，{2}还没说到位。</source>
        <translation>Turn {0} went on to {1} again before {2} was done.</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violations</translation>
    </message>
    <message>
        <source>违规 {0}</source>
        <translation>Violations {0}</translation>
    </message>
    <message>
        <source>违规和先后</source>
        <translation>Violations and order</translation>
    </message>
</context>
<context>
    <name>CommentBox</name>
    <message>
        <source>先不写</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>写给{0}。回车存，Shift+回车换行</source>
        <translation>For {0}. Enter saves, Shift+Enter starts a new line</translation>
    </message>
    <message>
        <source>留下点评</source>
        <translation>Save comment</translation>
    </message>
    <message>
        <source>给{0}的点评</source>
        <translation>Comment for {0}</translation>
    </message>
</context>
<context>
    <name>CommentLine</name>
    <message>
        <source>{0}的点评</source>
        <translation>{0} commented</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>两次放在一起</source>
        <translation>Both tries</translation>
    </message>
    <message>
        <source>第 {0} 轮之前一样。</source>
        <translation>The same up to turn {0}.</translation>
    </message>
    <message>
        <source>从第一句起就不同。</source>
        <translation>Different from the first reply on.</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>第一次</source>
        <translation>First try</translation>
    </message>
    <message>
        <source>重说</source>
        <translation>Said again</translation>
    </message>
    <message>
        <source>{0} 分</source>
        <translation>{0} points</translation>
    </message>
    <message>
        <source>还没说完</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>客户：{0}</source>
        <translation>Customer: {0}</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>对「{0}」有异议</source>
        <translation>Dispute “{0}”</translation>
    </message>
    <message>
        <source>{0}。说说为什么不对，主管会来看；分数先不变。</source>
        <translation>{0}. Say why that is wrong; a supervisor will look. The score stays until then.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>比如：第 2 轮我说了几点到，不是没有时限</source>
        <translation>For instance: in turn 2 I did say when</translation>
    </message>
    <message>
        <source>撤回申诉</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>先不提</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>提交申诉</source>
        <translation>Submit</translation>
    </message>
</context>
<context>
    <name>DisputeLine</name>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>有异议</source>
        <translation>Dispute</translation>
    </message>
    <message>
        <source>对「{0}」有异议</source>
        <translation>Dispute “{0}”</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>申诉了，等主管看：{0}</source>
        <translation>Disputed, waits for a supervisor: {0}</translation>
    </message>
    <message>
        <source>申诉成立：{0}</source>
        <translation>Dispute accepted: {0}</translation>
    </message>
    <message>
        <source>申诉没有成立：{0}</source>
        <translation>Dispute refused: {0}</translation>
    </message>
    <message>
        <source>{0}（主管：{1}）</source>
        <translation>{0} (supervisor: {1})</translation>
    </message>
</context>
<context>
    <name>EndRow</name>
    <message>
        <source>完</source>
        <translation>End</translation>
    </message>
</context>
<context>
    <name>GradesCard</name>
    <message>
        <source>白银</source>
        <translation>Silver</translation>
    </message>
    <message>
        <source>黄金</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>铂金</source>
        <translation>Platinum</translation>
    </message>
    <message>
        <source>{0} / {1} 场</source>
        <translation>{0} / {1} drills</translation>
    </message>
    <message>
        <source>每一场都通过了。</source>
        <translation>Every drill is passed.</translation>
    </message>
    <message>
        <source>离{0}还差 {1} 场：</source>
        <translation>{1} more for {0}:</translation>
    </message>
    <message>
        <source>共有 {0} 场可挑</source>
        <translation>{0} to choose from</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>有新点评</source>
        <translation>new comment</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>exam</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>{0} · 有新点评</source>
        <translation>{0} · new comment</translation>
    </message>
    <message>
        <source>{0}（考核）</source>
        <translation>{0} (exam)</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>各步</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>没说完，可以接着说</source>
        <translation>Unfinished, can go on</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>结局</source>
        <translation>Ending</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>全部时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>全部结果</source>
        <translation>Any result</translation>
    </message>
    <message>
        <source>我的记录</source>
        <translation>My drills</translation>
    </message>
    <message>
        <source>挑一个练</source>
        <translation>Choose a drill</translation>
    </message>
    <message>
        <source>换个词，或者看看别的时间和结果。</source>
        <translation>Try another word, or another time or result.</translation>
    </message>
    <message>
        <source>搜场景，拼音首字母也行</source>
        <translation>Find a scenario</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>没有这样的记录</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>练完第一通，这里就有了。</source>
        <translation>Your first drill will be listed here.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>近 90 天</source>
        <translation>Last 90 days</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>Nothing here yet</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>12 月 28 日 14:18</source>
        <translation>Dec 28 14:18</translation>
    </message>
    <message>
        <source>2026 年 12 月 28 日</source>
        <translation>Dec 28, 2026</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>我的记录</source>
        <translation>My drills</translation>
    </message>
    <message>
        <source>昨天 14:18</source>
        <translation>Yesterday 14:18</translation>
    </message>
    <message>
        <source>没说完，可以接着说</source>
        <translation>Unfinished, can go on</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>存好了：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已经送去打印。</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>陪练-{0}-{1}</source>
        <translation>Peilian-{0}-{1}</translation>
    </message>
    <message>
        <source>陪练-{0}-{1}-{2}</source>
        <translation>Peilian-{0}-{1}-{2}</translation>
    </message>
</context>
<context>
    <name>References</name>
    <message>
        <source>{0}说的</source>
        <translation>What {0} said</translation>
    </message>
    <message>
        <source>「{0}」</source>
        <translation>&quot;{0}&quot;</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>参考只是一种说法，用自己的话说更好。</source>
        <translation>A reference is one way to say it; your own words are better.</translation>
    </message>
    <message>
        <source>对照参考话术</source>
        <translation>Compare with reference replies</translation>
    </message>
    <message>
        <source>您说的</source>
        <translation>What you said</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>第 {0} 轮：{1}</source>
        <translation>Turn {0}: {1}</translation>
    </message>
    <message>
        <source>这一步还没说到。</source>
        <translation>This step wasn&apos;t reached.</translation>
    </message>
    <message>
        <source>这个场景没有写参考；别的场景里这样说：</source>
        <translation>This scenario has no references; in other cases one would say:</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>{0} 分 {1} 秒</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} 秒</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0}说完整：还差{1}。</source>
        <translation>{0}, complete: still missing {1}.</translation>
    </message>
    <message>
        <source>{0}：{1}。</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>{0}：{1}换成这样的：「{2}」</source>
        <translation>{0}: {1} Better: &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{0}」</source>
        <translation>&quot;{0}&quot;</translation>
    </message>
    <message>
        <source>「{0}」——第 {1} 轮一番话里，{2}都有了。</source>
        <translation>&quot;{0}&quot;: turn {1} had {2}.</translation>
    </message>
    <message>
        <source>「{0}」——第 {1} 轮，说到了{2}。</source>
        <translation>&quot;{0}&quot;, turn {1} had {2}.</translation>
    </message>
    <message>
        <source>」「</source>
        <translation>&quot; &quot;</translation>
    </message>
    <message>
        <source>三步</source>
        <translation>Three steps</translation>
    </message>
    <message>
        <source>下次先练</source>
        <translation>Practise next</translation>
    </message>
    <message>
        <source>中途结束</source>
        <translation>Broken off</translation>
    </message>
    <message>
        <source>五步</source>
        <translation>Five steps</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>先后顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>先后：先把{0}说到位，再往下说。</source>
        <translation>Order: finish &quot;{0}&quot; before going on.</translation>
    </message>
    <message>
        <source>六步</source>
        <translation>Six steps</translation>
    </message>
    <message>
        <source>到现在为止</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>危机</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>各步</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计，封顶 {0}</source>
        <translation>Total, capped at {0}</translation>
    </message>
    <message>
        <source>四步</source>
        <translation>Four steps</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>客户要找上级</source>
        <translation>Asked for a superior</translation>
    </message>
    <message>
        <source>客户走了</source>
        <translation>Customer left</translation>
    </message>
    <message>
        <source>建议复核</source>
        <translation>Worth a review</translation>
    </message>
    <message>
        <source>忠诚</source>
        <translation>Loyalty</translation>
    </message>
    <message>
        <source>总分 {0}，{1}</source>
        <translation>Total {0}, {1}</translation>
    </message>
    <message>
        <source>总分和等级是当时评的；评分规则后来改过，下面的依据按现在的规则读出来。</source>
        <translation>Total and levels are those given then; the rules have changed since, and the evidence below is read by the rules of now.</translation>
    </message>
    <message>
        <source>把「{0}」换个说法（{1}）。</source>
        <translation>Find other words for &quot;{0}&quot; ({1}).</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>最好的一句</source>
        <translation>Best line</translation>
    </message>
    <message>
        <source>有一处严重违规</source>
        <translation>A critical violation</translation>
    </message>
    <message>
        <source>每一步都说全了，换一个难些的场景。</source>
        <translation>Every step is complete; try a harder scenario.</translation>
    </message>
    <message>
        <source>没来得及说完</source>
        <translation>Ran out of time</translation>
    </message>
    <message>
        <source>没说完</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>没过</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>离 {0} 分差 {1} 分</source>
        <translation>{1} short of {0}</translation>
    </message>
    <message>
        <source>第 {0} 轮：{1}</source>
        <translation>Turn {0}: {1}</translation>
    </message>
    <message>
        <source>（说到的把握 {0}%）</source>
        <translation> (said, with {0}% certainty)</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>结局：{0}</source>
        <translation>Ending: {0}</translation>
    </message>
    <message>
        <source>老客</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>获客</source>
        <translation>Winning</translation>
    </message>
    <message>
        <source>裂变</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>谈妥了</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>转给上级，早了些</source>
        <translation>Handed over, too early</translation>
    </message>
    <message>
        <source>转给上级，时机对</source>
        <translation>Handed over at the right time</translation>
    </message>
    <message>
        <source>转给上级，晚了些</source>
        <translation>Handed over, too late</translation>
    </message>
    <message>
        <source>转给了上级</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>这样结束不算通过</source>
        <translation>This ending doesn&apos;t pass</translation>
    </message>
    <message>
        <source>评分器判的是做到了</source>
        <translation>The scorer said it was met</translation>
    </message>
    <message>
        <source>评分器判的是没做到</source>
        <translation>The scorer said it was not met</translation>
    </message>
    <message>
        <source>评分器判的是违规</source>
        <translation>The scorer said it breaks a rule</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violations</translation>
    </message>
    <message>
        <source>违规 {0} 处</source>
        <translation>Violations: {0}</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>首单</source>
        <translation>First order</translation>
    </message>
</context>
<context>
    <name>ScorecardBar</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>再练一次</source>
        <translation>Practise again</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>接着说</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>用时 {0}</source>
        <translation>took {0}</translation>
    </message>
</context>
<context>
    <name>ScorecardPage</name>
    <message>
        <source>点评存好了，{0}打开这份成绩就能看到。</source>
        <translation>Comment saved; {0} will see it on opening this scorecard.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这份成绩打不开</source>
        <translation>This scorecard can&apos;t be opened</translation>
    </message>
    <message>
        <source>申诉交上去了，主管会来看。分数先不变。</source>
        <translation>Your dispute is in; a supervisor will look. The score stays until then.</translation>
    </message>
    <message>
        <source>申诉撤回了。</source>
        <translation>The dispute was withdrawn.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0}的点评</source>
        <translation>{0} commented</translation>
    </message>
    <message>
        <source>下次先练</source>
        <translation>Practise next</translation>
    </message>
    <message>
        <source>先后</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>先后顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>可以加：「{0}」</source>
        <translation>You could add: &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>各步</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计，封顶 {0}</source>
        <translation>Total, capped at {0}</translation>
    </message>
    <message>
        <source>完</source>
        <translation>End</translation>
    </message>
    <message>
        <source>客户：{0}</source>
        <translation>Customer: {0}</translation>
    </message>
    <message>
        <source>对话与依据</source>
        <translation>Conversation and evidence</translation>
    </message>
    <message>
        <source>建议复核</source>
        <translation>Worth a review</translation>
    </message>
    <message>
        <source>最好的一句</source>
        <translation>Best line</translation>
    </message>
    <message>
        <source>查了{0}：{1}</source>
        <translation>Looked up in {0}: {1}</translation>
    </message>
    <message>
        <source>查了资料：{1}</source>
        <translation>Looked up: {1}</translation>
    </message>
    <message>
        <source>没有违规，先后也对。</source>
        <translation>No violations, and the order is right.</translation>
    </message>
    <message>
        <source>用时 {0}</source>
        <translation>took {0}</translation>
    </message>
    <message>
        <source>第 {0} 轮先说了{1}，{2}还没说到位。</source>
        <translation>Turn {0} came to &quot;{1}&quot; before &quot;{2}&quot; was done.</translation>
    </message>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>结局：{0}</source>
        <translation>Ending: {0}</translation>
    </message>
    <message>
        <source>转给{0}。</source>
        <translation>Handed over to {0}.</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violations</translation>
    </message>
    <message>
        <source>违规和先后</source>
        <translation>Violations and order</translation>
    </message>
    <message>
        <source>陪练 · {0} · {1}</source>
        <translation>Peilian · {0} · {1}</translation>
    </message>
    <message>
        <source>陪练-{0}-{1}-{2}</source>
        <translation>Peilian-{0}-{1}-{2}</translation>
    </message>
</context>
<context>
    <name>TurnRow</name>
    <message>
        <source>{0}还差{1}。</source>
        <translation>{0}: still missing {1}.</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>a superior</translation>
    </message>
    <message>
        <source>客户：{0}</source>
        <translation>Customer: {0}</translation>
    </message>
    <message>
        <source>查了{0}：{1}</source>
        <translation>Looked up in {0}: {1}</translation>
    </message>
    <message>
        <source>查了资料：{1}</source>
        <translation>Looked up: {1}</translation>
    </message>
    <message>
        <source>看了提示（第 {0} 级）：{1}</source>
        <translation>Took a hint (rung {0}): {1}</translation>
    </message>
    <message>
        <source>演练在这里中途结束。</source>
        <translation>The drill was broken off here.</translation>
    </message>
    <message>
        <source>点评第 {0} 轮</source>
        <translation>Comment on turn {0}</translation>
    </message>
    <message>
        <source>点评这一轮</source>
        <translation>Comment on this turn</translation>
    </message>
    <message>
        <source>转给{0}。</source>
        <translation>Handed over to {0}.</translation>
    </message>
    <message>
        <source>还没说完，可以接着说。</source>
        <translation>Not finished; it can go on.</translation>
    </message>
    <message>
        <source>这一句还没评。</source>
        <translation>This reply isn&apos;t scored yet.</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violations</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>对话与依据</source>
        <translation>Conversation and evidence</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violations</translation>
    </message>
</context>
<context>
    <name>_Scroll</name>
    <message>
        <source>对话与依据</source>
        <translation>Conversation and evidence</translation>
    </message>
</context>
</TS>
