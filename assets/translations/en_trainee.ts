<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CardGrid</name>
    <message>
        <source>场景</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>看哪里要改</source>
        <translation>See what to fix</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>和客户说话的人：自己练，看得到自己的成绩和点评。</source>
        <translation>Talks with customers: practises, and sees their own results and comments.</translation>
    </message>
    <message>
        <source>带人的人：看大家的演练，写点评。也可以自己练。</source>
        <translation>Looks after the team: sees everyone&apos;s drills and comments on them. May practise, too.</translation>
    </message>
    <message>
        <source>写场景的人：改场景、试场景；看成绩，不看别人的原话。</source>
        <translation>Writes the scenarios: changes and tries them; sees results, not what others said.</translation>
    </message>
    <message>
        <source>跟着练一通，五分钟。</source>
        <translation>Play a guided drill; it takes five minutes.</translation>
    </message>
    <message>
        <source>看评分卡：哪句说中了，哪步还差什么。</source>
        <translation>Read the scorecard: which words hit home, what each step still lacks.</translation>
    </message>
    <message>
        <source>在演练库里挑一个没练过的。</source>
        <translation>Pick a new one under Drills.</translation>
    </message>
    <message>
        <source>自己先练一通，知道学员看到什么。</source>
        <translation>Play one yourself, to know what trainees see.</translation>
    </message>
    <message>
        <source>打开最新的一张评分卡。</source>
        <translation>Open the newest scorecard.</translation>
    </message>
    <message>
        <source>在一句话下面写点评，学员首页就看得到。</source>
        <translation>Comment under a reply; the trainee finds it on Home.</translation>
    </message>
    <message>
        <source>在演练库里试练一个场景。</source>
        <translation>Try a scenario under Drills.</translation>
    </message>
    <message>
        <source>复制一份，换成自己公司的事。</source>
        <translation>Copy it and make it your company&apos;s own.</translation>
    </message>
    <message>
        <source>照着检查结果改，再试一遍。</source>
        <translation>Mend what the check finds, then try again.</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>谁在用</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{0} · 示例</source>
        <translation>{0} · sample</translation>
    </message>
    <message>
        <source>是我</source>
        <translation>That&apos;s me</translation>
    </message>
    <message>
        <source>是我：{0}</source>
        <translation>That&apos;s me: {0}</translation>
    </message>
    <message>
        <source>先写上姓名。</source>
        <translation>Write a name first.</translation>
    </message>
    <message>
        <source>已经有一位「{0}」了。是同一个人，按「是我」；不是，名字后面加个字好分清。</source>
        <translation>There is a {0} already. If that&apos;s you, press “That&apos;s me”; if not, add something to the name to tell you apart.</translation>
    </message>
    <message>
        <source>谁在用这台电脑？</source>
        <translation>Who is using this computer?</translation>
    </message>
    <message>
        <source>成绩记在各人名下。前台共用一台也行，左下角按名字就能换人。</source>
        <translation>Results are kept for each person. Several can share a front desk: press the name at the lower left to change.</translation>
    </message>
    <message>
        <source>已经有的人</source>
        <translation>Already here</translation>
    </message>
    <message>
        <source>添加一位</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What they do</translation>
    </message>
    <message>
        <source>现在只在这台电脑上选人，不用密码；以后由公司统一登录。</source>
        <translation>For now people are only chosen on this computer, without a password; signing in with the company comes later.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>头一天做什么</source>
        <translation>The first day</translation>
    </message>
</context>
<context>
    <name>GuidedOffer</name>
    <message>
        <source>跟着练一通</source>
        <translation>Play a guided drill</translation>
    </message>
    <message>
        <source>先看看首页</source>
        <translation>Look at Home first</translation>
    </message>
    <message>
        <source>先花五分钟跟着练一通？</source>
        <translation>Five minutes for a guided drill?</translation>
    </message>
    <message>
        <source>一位客户报修两天没人理，打电话来了。每一步该说什么，旁边都有提示；说错了不要紧，不计入考核。</source>
        <translation>A customer reported a fault two days ago and nobody answered; now she calls. A hint stands beside each step. A wrong word does no harm: this is no exam.</translation>
    </message>
    <message>
        <source>先接住她的气，再讲原因</source>
        <translation>First meet her anger, then tell the cause</translation>
    </message>
    <message>
        <source>给办法：谁去、几点到</source>
        <translation>Offer a fix: who comes, and when</translation>
    </message>
    <message>
        <source>最后说补什么，为什么补</source>
        <translation>Last, what she gets for it, and why</translation>
    </message>
    <message>
        <source>{0}，您好</source>
        <translation>Hello, {0}</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>示例数据移除了，自己的人和成绩都没动。想再看，用 --demo 启动。</source>
        <translation>The sample data is gone; your own people and results are untouched. Start with --demo to see it again.</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0}，早上好</source>
        <translation>Good morning, {0}</translation>
    </message>
    <message>
        <source>{0}，中午好</source>
        <translation>Hello, {0}</translation>
    </message>
    <message>
        <source>{0}，下午好</source>
        <translation>Good afternoon, {0}</translation>
    </message>
    <message>
        <source>{0}，晚上好</source>
        <translation>Good evening, {0}</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>上午没说完的一通</source>
        <translation>Left open this morning</translation>
    </message>
    <message>
        <source>下午没说完的一通</source>
        <translation>Left open this afternoon</translation>
    </message>
    <message>
        <source>晚上没说完的一通</source>
        <translation>Left open this evening</translation>
    </message>
    <message>
        <source>昨天没说完的一通</source>
        <translation>Left open yesterday</translation>
    </message>
    <message>
        <source>{0}没说完的一通</source>
        <translation>Left open on {0}</translation>
    </message>
    <message>
        <source>谈妥了</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>客户要找上级</source>
        <translation>Wanted a superior</translation>
    </message>
    <message>
        <source>客户走了</source>
        <translation>Customer left</translation>
    </message>
    <message>
        <source>没来得及说完</source>
        <translation>Out of time</translation>
    </message>
    <message>
        <source>转给了上级</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>中途结束</source>
        <translation>Broken off</translation>
    </message>
    <message>
        <source>次次到位</source>
        <translation>every time</translation>
    </message>
    <message>
        <source>先练这一步</source>
        <translation>practise this first</translation>
    </message>
    <message>
        <source>基本到位</source>
        <translation>nearly there</translation>
    </message>
    <message>
        <source>常缺{0}</source>
        <translation>often no {0}</translation>
    </message>
    <message>
        <source>从第一通练起，说错了也不要紧。</source>
        <translation>Begin with the first drill; wrong words do no harm.</translation>
    </message>
    <message>
        <source>{0}那一通，每一步都说到位了。</source>
        <translation>{0}: every step was complete.</translation>
    </message>
    <message>
        <source>{0}那一通，{1}说到位了。接着把{2}说完整。</source>
        <translation>{0}: {1} was complete. Next, make {2} complete.</translation>
    </message>
    <message>
        <source>{0}那一通，先把{1}说完整，别的跟着就顺了。</source>
        <translation>{0}: start with {1}; the rest follows.</translation>
    </message>
    <message>
        <source>先从「{0}」练起，五分钟左右。</source>
        <translation>Start with “{0}”; it takes about five minutes.</translation>
    </message>
    <message>
        <source>「{0}」还没练过，正好练{1}。</source>
        <translation>“{0}” is new to you, and good practice for {1}.</translation>
    </message>
    <message>
        <source>再练一遍「{0}」，先想好{1}怎么说。</source>
        <translation>Play “{0}” again; think first how to put {1}.</translation>
    </message>
    <message>
        <source>「{0}」还没练过，可以试试。</source>
        <translation>“{0}” is new to you.</translation>
    </message>
    <message>
        <source>「{0}」最好 {1} 分，再练一遍会更顺。</source>
        <translation>Your best in “{0}” is {1}; once more will go better.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>还没有记录</source>
        <translation>No drills yet</translation>
    </message>
    <message>
        <source>练完第一通，这里就有了。</source>
        <translation>They come here after the first one.</translation>
    </message>
    <message>
        <source>全部记录</source>
        <translation>All drills</translation>
    </message>
    <message>
        <source>示例数据</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>这些人和成绩是看样子用的，移除以后什么都不留。</source>
        <translation>These people and results are for looking around. Removing leaves nothing of them.</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除示例数据</source>
        <translation>Remove the sample data</translation>
    </message>
    <message>
        <source>最近几次</source>
        <translation>Latest drills</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>第 {0} 行：{1}</source>
        <translation>Line {0}: {1}</translation>
    </message>
    <message>
        <source>本公司</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>{0} 条提醒</source>
        <translation>Remarks: {0}</translation>
    </message>
    <message>
        <source>改好才能练</source>
        <translation>Can be played once mended</translation>
    </message>
    <message>
        <source>停在第 {0} 轮</source>
        <translation>Stopped in round {0}</translation>
    </message>
    <message>
        <source>客户：{0}</source>
        <translation>Customer: {0}</translation>
    </message>
    <message>
        <source>没练过</source>
        <translation>Not played</translation>
    </message>
    <message>
        <source>最好 {0}</source>
        <translation>Best {0}</translation>
    </message>
    <message>
        <source>{0}，{1} 个</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
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
        <translation>Regular</translation>
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
    <message>
        <source>入门</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>容易</source>
        <translation>Easy</translation>
    </message>
    <message>
        <source>中等</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>较难</source>
        <translation>Hard</translation>
    </message>
    <message>
        <source>很难</source>
        <translation>Very hard</translation>
    </message>
    <message>
        <source>有 {0} 处要改</source>
        <translation>To fix: {0}</translation>
    </message>
    <message>
        <source>看示范</source>
        <translation>See the model</translation>
    </message>
    <message>
        <source>接着说</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>开始考核</source>
        <translation>Start exam</translation>
    </message>
    <message>
        <source>再练一次</source>
        <translation>Play again</translation>
    </message>
    <message>
        <source>开始演练</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>搜场景，比如「漏水」</source>
        <translation>Search, e.g. “leak”</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>全部难度</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>难度</source>
        <translation>Difficulty</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>换个词搜，或者把条件放宽些。</source>
        <translation>Try another word, or loosen the conditions.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>正在看场景文件…</source>
        <translation>Looking at the scenario files…</translation>
    </message>
    <message>
        <source>演练库</source>
        <translation>Drills</translation>
    </message>
</context>
<context>
    <name>ModeButton</name>
    <message>
        <source>练习：每说一句就看得到说到了什么</source>
        <translation>Practice: after each reply you see what it covered</translation>
    </message>
    <message>
        <source>考核：限时，没有提示，说完才看得到成绩</source>
        <translation>Exam: timed, no hints, the result comes at the end</translation>
    </message>
    <message>
        <source>示范：先看一遍好的对话，一句一句亮灯</source>
        <translation>Model: see a good conversation first, light by light</translation>
    </message>
    <message>
        <source>方式：考核</source>
        <translation>Mode: exam</translation>
    </message>
    <message>
        <source>方式：练习</source>
        <translation>Mode: practice</translation>
    </message>
    <message>
        <source>方式：示范</source>
        <translation>Mode: model</translation>
    </message>
</context>
<context>
    <name>NameBox</name>
    <message>
        <source>比如：王秀兰</source>
        <translation>e.g. Wang Xiulan</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>主管点评</source>
        <translation>From the supervisor</translation>
    </message>
    <message>
        <source>没有新的点评。主管看过您的演练，会在这里说两句。</source>
        <translation>No new comments. What the supervisor says about your drills comes here.</translation>
    </message>
    <message>
        <source>还有 {0} 条</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>{0} 的演练</source>
        <translation>Drill of {0}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>看点评：{0}</source>
        <translation>Read the comment: {0}</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>接着说</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>停在第 {0} 轮</source>
        <translation>Stopped in round {0}</translation>
    </message>
    <message>
        <source>第一通，有人带着说</source>
        <translation>Your first one, with guidance</translation>
    </message>
    <message>
        <source>跟着练一通</source>
        <translation>Play a guided drill</translation>
    </message>
    <message>
        <source>开始演练</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>五分钟左右</source>
        <translation>About five minutes</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>PastDrills</name>
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
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>{0} · 考核</source>
        <translation>{0} · exam</translation>
    </message>
</context>
<context>
    <name>PastTable</name>
    <message>
        <source>最近几次演练</source>
        <translation>Latest drills</translation>
    </message>
</context>
<context>
    <name>StageChips</name>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>StandingsCard</name>
    <message>
        <source>四步走到哪儿了</source>
        <translation>Your four steps</translation>
    </message>
    <message>
        <source>近 {0} 次投诉</source>
        <translation>last complaints: {0}</translation>
    </message>
    <message>
        <source>还没练过投诉</source>
        <translation>no complaints yet</translation>
    </message>
</context>
<context>
    <name>TipCard</name>
    <message>
        <source>不知道练什么？</source>
        <translation>Not sure what to play?</translation>
    </message>
    <message>
        <source>练这个</source>
        <translation>Play this</translation>
    </message>
    <message>
        <source>练这个：{0}</source>
        <translation>Play this: {0}</translation>
    </message>
    <message>
        <source>想自己挑？</source>
        <translation>Rather choose yourself?</translation>
    </message>
    <message>
        <source>演练库里有 {0} 个场景，能搜，也能按阶段和难度挑。</source>
        <translation>Scenarios in the library: {0}. Search them, or go by stage and difficulty.</translation>
    </message>
    <message>
        <source>去演练库</source>
        <translation>To the library</translation>
    </message>
</context>
</TS>
