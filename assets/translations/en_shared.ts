<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CheckRow</name>
    <message>
        <source>可以加：「{0}」</source>
        <translation>You could add: “{0}”</translation>
    </message>
    <message>
        <source>做到了</source>
        <translation>done</translation>
    </message>
    <message>
        <source>还没说</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>陪练</source>
        <translation>Peilian</translation>
    </message>
    <message>
        <source>添加一位…</source>
        <translation>Add a person…</translation>
    </message>
    <message>
        <source>学员</source>
        <translation>Trainee</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>培训师</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>大家的成绩</source>
        <translation>Everyone’s scores</translation>
    </message>
    <message>
        <source>演练库</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>我的记录</source>
        <translation>My drills</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>按一下换人</source>
        <translation>Press to change person</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>程序出了个毛病，刚才这一步没做成。已经存下的都在。可以再试一次；还不行，把日志发给我们。</source>
        <translation>Something in the program broke, and that last step wasn’t done. Everything saved is still there. Try once more; if it happens again, send us the log.</translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>火气很大</source>
        <translation>Furious</translation>
    </message>
    <message>
        <source>还有气</source>
        <translation>Still angry</translation>
    </message>
    <message>
        <source>将信将疑</source>
        <translation>Half convinced</translation>
    </message>
    <message>
        <source>缓和了</source>
        <translation>Calmer</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>比上一句缓和</source>
        <translation>calmer than before</translation>
    </message>
    <message>
        <source>比上一句更生气</source>
        <translation>angrier than before</translation>
    </message>
    <message>
        <source>客户的情绪</source>
        <translation>The customer’s mood</translation>
    </message>
    <message>
        <source>五格里的第 {0} 格，{1}</source>
        <translation>{0} of five, {1}</translation>
    </message>
</context>
<context>
    <name>Quoted</name>
    <message>
        <source>「{0}」</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>陪练</source>
        <translation>Peilian</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>还没说</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>开了头</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>做到</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>出色</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>说到了{0}</source>
        <translation>said: {0}</translation>
    </message>
    <message>
        <source>还差{0}</source>
        <translation>still missing: {0}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>提示</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>正在放入演示数据</source>
        <translation>Putting in the demo</translation>
    </message>
    <message>
        <source>三周的演练，一通一通照着真的说一遍，要半分钟左右。做好了自己会打开，只有这一次。</source>
        <translation>Three weeks of drills are played one by one, as real ones are, which takes about half a minute. The program opens by itself when they are in. This happens once.</translation>
    </message>
    <message>
        <source>正在打开记录</source>
        <translation>Opening the records</translation>
    </message>
    <message>
        <source>记录多的时候要几秒钟。</source>
        <translation>Where there are many, this takes a few seconds.</translation>
    </message>
    <message>
        <source>记录打不开</source>
        <translation>The records can’t be opened</translation>
    </message>
    <message>
        <source>程序出了个毛病，记录没有打开，也没有动过。可以再试一次；还不行，把数据文件夹里的日志发给我们。</source>
        <translation>Something in the program went wrong: the records weren’t opened, and weren’t changed. Try again; if that doesn’t help, send us the log in the data folder.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>关掉陪练</source>
        <translation>Close Peilian</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>这台机器没有能打开它的程序。它在：{0}</source>
        <translation>This computer has no program to open it with. It is here: {0}</translation>
    </message>
    <message>
        <source>复制位置</source>
        <translation>Copy its place</translation>
    </message>
</context>
</TS>
