<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutCard</name>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>陪练</source>
        <translation>Peilian</translation>
    </message>
    <message>
        <source>打开日志</source>
        <translation>Open log</translation>
    </message>
    <message>
        <source>评分和模拟客户都在这台电脑上，不用网络。</source>
        <translation>Scoring and the customer run on this computer, without a network.</translation>
    </message>
    <message>
        <source>程序出了毛病时的记录在日志里，里面没有谁说过的话。</source>
        <translation>The log says what went wrong in the program, never what anybody said.</translation>
    </message>
    <message>
        <source>陪练 {0}</source>
        <translation>Peilian {0}</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>用到的：{0}。</source>
        <translation>Made with {0}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>数据放在哪里</source>
        <translation>Where the data is</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>备份到文件</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>移走演示数据</source>
        <translation>Remove the demo</translation>
    </message>
    <message>
        <source>放入演示数据</source>
        <translation>Add the demo</translation>
    </message>
    <message>
        <source>演示的人都有「演示」二字。移走他们，别人的记录不受影响。</source>
        <translation>The demo’s people are marked “Demo”. Removing them leaves everybody else’s records alone.</translation>
    </message>
    <message>
        <source>放几个演示的人和三周的成绩进来看看，随时可以整个移走。</source>
        <translation>Adds a few made-up people with three weeks of results to look around in. They can be removed at any time.</translation>
    </message>
    <message>
        <source>陪练备份-{0}.db</source>
        <translation>peilian-backup-{0}.db</translation>
    </message>
    <message>
        <source>备份存好了：{0}</source>
        <translation>The backup is saved: {0}</translation>
    </message>
    <message>
        <source>换成这份备份</source>
        <translation>Use this backup</translation>
    </message>
    <message>
        <source>换成这份</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>不换</source>
        <translation>Don’t</translation>
    </message>
    <message>
        <source>正在放入演示数据，要几秒钟。</source>
        <translation>Adding the demo takes a few seconds.</translation>
    </message>
    <message>
        <source>记录、草稿和设置都在这台电脑的这个文件夹里，不上传。</source>
        <translation>Records, drafts and settings are in this folder on this computer. Nothing is uploaded.</translation>
    </message>
    <message>
        <source>陪练的记录 (*.db)</source>
        <translation>Peilian records (*.db)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>这份备份里有 {0} 个人，还没有演练。</source>
        <translation>People in this backup: {0}. It has no drills yet. </translation>
    </message>
    <message>
        <source>这份备份里有 {0} 个人，最近一次演练是 {1}。</source>
        <translation>People in this backup: {0}. The last drill was on {1}. </translation>
    </message>
    <message>
        <source>现在的记录会原样挪到数据文件夹里一个带日期的文件夹，什么都不覆盖。</source>
        <translation>The present records move as they are into a dated folder inside the data folder; nothing is overwritten.</translation>
    </message>
    <message>
        <source>演示数据放好了。换成演示的人就能看到。</source>
        <translation>The demo is here. Change to one of its people to see it.</translation>
    </message>
    <message>
        <source>移走了 {0} 个演示的人和他们的成绩。</source>
        <translation>The demo’s people ({0}) and their results are gone.</translation>
    </message>
</context>
<context>
    <name>DrillCard</name>
    <message>
        <source>演练</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>每句之后</source>
        <translation>After each reply</translation>
    </message>
    <message>
        <source>全部说完再看</source>
        <translation>At the end</translation>
    </message>
    <message>
        <source>点评什么时候出现</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>把客户的话读出来</source>
        <translation>Read the customer’s lines aloud</translation>
    </message>
    <message>
        <source>要把客户的话读出来，先装上 Qt 的语音部件：在程序的环境里运行 pip install PySide6_Addons。</source>
        <translation>To hear the customer’s lines, install Qt’s speech: run pip install PySide6_Addons in the program’s environment.</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>水从厨房一直漫到门口。你们说半小时到，现在都几点了？</source>
        <translation>There is water from the kitchen to the front door. You said half an hour. What time is it now?</translation>
    </message>
    <message>
        <source>减少动画</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>明暗</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>添加一位</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>这台电脑上的人</source>
        <translation>People on this computer</translation>
    </message>
    <message>
        <source>换人时又能选到{0}了。</source>
        <translation>{0} can be chosen again.</translation>
    </message>
    <message>
        <source>换人时不再出现{0}，成绩都还在。</source>
        <translation>{0} is no longer offered when the person changes. All results are kept.</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>演示</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>{0} · 不在了</source>
        <translation>{0} · left</translation>
    </message>
    <message>
        <source>正在用</source>
        <translation>At the screen</translation>
    </message>
    <message>
        <source>不再显示</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>重新显示</source>
        <translation>Show again</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
</TS>
