<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>FindingsDialog</name>
    <message>
        <source>要改的地方</source>
        <translation>What to fix</translation>
    </message>
    <message>
        <source>回到演练库</source>
        <translation>Back to the library</translation>
    </message>
    <message>
        <source>这个文件改好以前不能演练，别的场景不受影响。按一条就打开文件。</source>
        <translation>This file can't be played until it is mended; the others are fine. Choose a line to open the file.</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>检查结果</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>Trainer</name>
    <message>
        <source>要改</source>
        <translation>error</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>备忘</source>
        <translation>note</translation>
    </message>
    <message>
        <source>提示：{0}</source>
        <translation>Hint: {0}</translation>
    </message>
</context>
<context>
    <name>TrainerTools</name>
    <message>
        <source>复制一份来改</source>
        <translation>Copy it to change</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>本公司的文件夹</source>
        <translation>Our folder</translation>
    </message>
    <message>
        <source>重新读</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>没有要改的，每个场景文件都检查过了。</source>
        <translation>Nothing to fix: every scenario file was checked.</translation>
    </message>
    <message>
        <source>随软件来的，改请先复制</source>
        <translation>Shipped: copy it to change it</translation>
    </message>
    <message>
        <source>本公司的，可以直接改</source>
        <translation>Your company's own: change it freely</translation>
    </message>
    <message>
        <source>选中的场景</source>
        <translation>Chosen scenario</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>复制好了：{0}，在本公司的文件夹里。</source>
        <translation>Copied: {0}, in your company's folder.</translation>
    </message>
    <message>
        <source>场景文件重新读了一遍。</source>
        <translation>The scenario files were read again.</translation>
    </message>
</context>
</TS>
