<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActPhotos</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Report progress</source>
        <translation>上报进展</translation>
    </message>
    <message>
        <source>Prepare the rectification</source>
        <translation>填报整改情况</translation>
    </message>
    <message>
        <source>Confirm the rectification</source>
        <translation>确认整改完成</translation>
    </message>
    <message>
        <source>Pass and close</source>
        <translation>复查通过，销号</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回整改</translation>
    </message>
    <message>
        <source>Ask for an extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Add a remark</source>
        <translation>添加备注</translation>
    </message>
</context>
<context>
    <name>AddPhotoButton</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必拍</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>AppBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>AssetChooser</name>
    <message>
        <source>Choose what is inspected; each is one run.</source>
        <translation>请选择检查对象，每个对象检查一次。</translation>
    </message>
</context>
<context>
    <name>AssetRow</name>
    <message>
        <source>%1 open</source>
        <translation>未销号 %1</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before</source>
        <translation>整改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>整改后</translation>
    </message>
    <message>
        <source>Enlarge: %1</source>
        <translation>放大查看：%1</translation>
    </message>
    <message>
        <source>No photo: %1</source>
        <translation>没有照片：%1</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>还没有照片</translation>
    </message>
</context>
<context>
    <name>BottomNav</name>
    <message>
        <source>Places</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Previous month</source>
        <translation>上一个月</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一个月</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>CameraSheet</name>
    <message>
        <source>Same place: %1</source>
        <translation>同一位置：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Hide the before-photo</source>
        <translation>隐藏整改前照片</translation>
    </message>
    <message>
        <source>Show the before-photo</source>
        <translation>显示整改前照片</translation>
    </message>
</context>
<context>
    <name>CompleteDialog</name>
    <message>
        <source>Complete the inspection?</source>
        <translation>完成检查？</translation>
    </message>
    <message>
        <source>%1 of %2 answered, %3 failed. After completing, answers can no longer be changed.</source>
        <translation>已答 %1/%2，不合格 %3 项。完成后答案不能再改。</translation>
    </message>
    <message>
        <source>%1 of %2 answered. After completing, answers can no longer be changed.</source>
        <translation>已答 %1/%2。完成后答案不能再改。</translation>
    </message>
    <message>
        <source>Accompanied by</source>
        <translation>陪检人</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续检查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>还有 %1 项没有完成</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Call %1</source>
        <translation>拨打电话：%1</translation>
    </message>
</context>
<context>
    <name>CountEntry</name>
    <message>
        <source>%1: how many</source>
        <translation>%1：合格数</translation>
    </message>
    <message>
        <source>of</source>
        <translation>／</translation>
    </message>
    <message>
        <source>%1: of how many</source>
        <translation>%1：总数</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>DaysChooser</name>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>DraftRow</name>
    <message>
        <source>Continue: %1</source>
        <translation>继续：%1</translation>
    </message>
    <message>
        <source>%1 of %2 answered, %3 failed</source>
        <translation>已答 %1/%2，不合格 %3</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已答 %1/%2</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Enrol this device</source>
        <translation>登记本设备</translation>
    </message>
    <message>
        <source>The safety office gives you the server address and a one-time code. You need the network once; afterwards the app works without it.</source>
        <translation>服务器地址和一次性登记码由校安办提供。只需联网这一次，之后没有网络也能使用。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性登记码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在登记…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>This could not be opened</source>
        <translation>无法打开</translation>
    </message>
</context>
<context>
    <name>ExtensionForm</name>
    <message>
        <source>Extension asked for; the bureau decides</source>
        <translation>已提出延期申请，等待教育局审批</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Extend until</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Interim control</source>
        <translation>临时管控措施</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>FailedItem</name>
    <message>
        <source>Fixed on the spot</source>
        <translation>已当场整改</translation>
    </message>
    <message>
        <source>Hazard drafted</source>
        <translation>已填写隐患，完成检查时登记</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Register the hazard or fix it on the spot</source>
        <translation>登记隐患或当场整改</translation>
    </message>
    <message>
        <source>Still not rectified: noted on the open hazard</source>
        <translation>仍未整改：已记入原有隐患</translation>
    </message>
    <message>
        <source>Still not rectified</source>
        <translation>仍未整改</translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message>
        <source>Receiving schools and hazards…</source>
        <translation>正在接收学校和隐患…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Schools and hazards have not been received yet</source>
        <translation>学校和隐患还没有收到</translation>
    </message>
    <message>
        <source>This device has not synced yet</source>
        <translation>本机还没有同步过</translation>
    </message>
    <message>
        <source>Sync once to receive the schools you are responsible for.</source>
        <translation>同步一次即可收到您负责的学校。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
</context>
<context>
    <name>FixedOnSpotFields</name>
    <message>
        <source>After-photos</source>
        <translation>整改后照片</translation>
    </message>
    <message>
        <source>From the same place as the before-photos.</source>
        <translation>与整改前照片在同一位置拍摄。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>整改后</translation>
    </message>
    <message>
        <source>Person of the school present</source>
        <translation>学校在场人员</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
</context>
<context>
    <name>HazardFacts</name>
    <message>
        <source>Hazard</source>
        <translation>隐患情况</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>隐患部位</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>隐患类别</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Measure required</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Interim control</source>
        <translation>临时管控措施</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>整改责任人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Notice %1</source>
        <translation>整改通知书 %1</translation>
    </message>
</context>
<context>
    <name>HazardForm</name>
    <message>
        <source>How it is settled</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Register a hazard</source>
        <translation>登记隐患</translation>
    </message>
    <message>
        <source>Fix on the spot</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Before-photos</source>
        <translation>整改前照片</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>整改前</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>隐患部位</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>隐患等级</translation>
    </message>
    <message>
        <source>The checklist sets this level; the bureau confirms it.</source>
        <translation>等级由检查表规定，重大等级由教育局核定。</translation>
    </message>
    <message>
        <source>General hazard</source>
        <translation>一般事故隐患</translation>
    </message>
    <message>
        <source>Major hazard</source>
        <translation>重大事故隐患</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>处置照片</translation>
    </message>
    <message>
        <source>Measure required</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Interim control</source>
        <translation>临时管控措施</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Person of the school present</source>
        <translation>学校在场人员</translation>
    </message>
    <message>
        <source>Save as fixed on the spot</source>
        <translation>保存当场整改</translation>
    </message>
    <message>
        <source>Save the hazard</source>
        <translation>保存隐患</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后再填</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>HazardListScreen</name>
    <message>
        <source>Hazards</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Search place, problem or number</source>
        <translation>搜索部位、问题或编号</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>To rectify</source>
        <translation>待整改</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No hazard found</source>
        <translation>没有找到隐患</translation>
    </message>
    <message>
        <source>No hazards here</source>
        <translation>这里没有隐患</translation>
    </message>
    <message>
        <source>Try part of the place or the number.</source>
        <translation>试试部位或编号的一部分。</translation>
    </message>
    <message>
        <source>Records: %1</source>
        <translation>共 %1 条</translation>
    </message>
</context>
<context>
    <name>HazardScreen</name>
    <message>
        <source>Rectification</source>
        <translation>整改情况</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Money spent</source>
        <translation>整改资金</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>By signing you confirm that you have received this and will start rectifying.</source>
        <translation>签字即确认已收到并开始整改。</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Begun and kept on this device: %1</source>
        <translation>已写一部分，保存在本机：%1</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>HazardTimeline</name>
    <message>
        <source>History</source>
        <translation>办理过程</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>Notices to sign for and hazards to rectify appear here.</source>
        <translation>待签收的整改通知书和待整改的隐患会出现在这里。</translation>
    </message>
    <message>
        <source>Waiting for you: %1</source>
        <translation>%1 项等您处理</translation>
    </message>
</context>
<context>
    <name>InspectionProgress</name>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已答 %1/%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>不合格 %1</translation>
    </message>
    <message>
        <source>%1 to watch</source>
        <translation>提醒 %1</translation>
    </message>
</context>
<context>
    <name>InspectionScreen</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Discard this inspection</source>
        <translation>放弃本次检查</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>下一未答项</translation>
    </message>
    <message>
        <source>Discard this inspection?</source>
        <translation>放弃本次检查？</translation>
    </message>
    <message>
        <source>All its answers and photos are thrown away. This cannot be undone.</source>
        <translation>本次检查的全部答案和照片都会丢弃，不能恢复。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Inspection completed; the next one is open</source>
        <translation>检查已完成，已打开下一份</translation>
    </message>
    <message>
        <source>Inspection completed</source>
        <translation>检查已完成</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成检查</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Note or photo</source>
        <translation>备注或照片</translation>
    </message>
</context>
<context>
    <name>ItemFollowUp</name>
    <message>
        <source>Why it does not apply</source>
        <translation>不适用的理由</translation>
    </message>
    <message>
        <source>Not applicable: %1</source>
        <translation>不适用：%1</translation>
    </message>
</context>
<context>
    <name>ItemMarks</name>
    <message>
        <source>Photo required</source>
        <translation>必须拍照</translation>
    </message>
    <message>
        <source>From the register</source>
        <translation>取自登记信息</translation>
    </message>
    <message>
        <source>Seen by the safety office only</source>
        <translation>仅校安办可见</translation>
    </message>
    <message>
        <source>A hazard is open here already</source>
        <translation>已有未整改隐患</translation>
    </message>
</context>
<context>
    <name>ItemNotes</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ItemSection</name>
    <message>
        <source>Pass the rest (%1)</source>
        <translation>其余合格（%1）</translation>
    </message>
    <message>
        <source>The open items of section %1 are passed</source>
        <translation>%1 节其余各项已记为合格</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Campus safety</source>
        <translation>校园安全督查</translation>
    </message>
    <message>
        <source>The app could not start</source>
        <translation>应用无法启动</translation>
    </message>
</context>
<context>
    <name>MeasuredAnswer</name>
    <message>
        <source>Limit: %1</source>
        <translation>限值：%1</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，%2 项待处理</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Places</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>NotApplicableButton</name>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>NoticeDraftScreen</name>
    <message>
        <source>Draw up the rectification notice</source>
        <translation>填写整改通知书</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>As it prints</source>
        <translation>打印样式</translation>
    </message>
    <message>
        <source>Signatures become void when something is changed afterwards.</source>
        <translation>签字后再修改内容，签字即失效。</translation>
    </message>
    <message>
        <source>Contact: %1  %2</source>
        <translation>联系人：%1&#x3000;电话：%2</translation>
    </message>
    <message>
        <source>Issue the notice</source>
        <translation>下发通知书</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>已签字：%1</translation>
    </message>
    <message>
        <source>School signs</source>
        <translation>学校签字</translation>
    </message>
    <message>
        <source>Inspector signs</source>
        <translation>检查人员签字</translation>
    </message>
    <message>
        <source>By signing you confirm that the school has received this notice.</source>
        <translation>签字即确认学校已收到本通知书。</translation>
    </message>
    <message>
        <source>Rectification notice issued</source>
        <translation>整改通知书已下发</translation>
    </message>
</context>
<context>
    <name>NoticeLineCard</name>
    <message>
        <source>Measure required</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Interim control</source>
        <translation>临时管控措施</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>整改责任人</translation>
    </message>
</context>
<context>
    <name>NoticePaper</name>
    <message>
        <source>%1:</source>
        <comment>addressee of a notice</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Inspectors: %1</source>
        <translation>检查人员：%1</translation>
    </message>
    <message>
        <source>Signed for by the school</source>
        <translation>学校签收</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Rectification notice</source>
        <translation>整改通知书</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>By signing you confirm that the school has received this notice.</source>
        <translation>签字即确认学校已收到本通知书。</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
</context>
<context>
    <name>NoticeTable</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>隐患部位</translation>
    </message>
    <message>
        <source>Problem and basis</source>
        <translation>存在问题及依据</translation>
    </message>
    <message>
        <source>Measure required</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Level: %1</source>
        <translation>等级：%1</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Interim control: %1</source>
        <translation>临时管控措施：%1</translation>
    </message>
</context>
<context>
    <name>PassForm</name>
    <message>
        <source>Review passed</source>
        <translation>复查通过</translation>
    </message>
    <message>
        <source>How it was reviewed</source>
        <translation>复查方式</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场复查</translation>
    </message>
    <message>
        <source>By photo</source>
        <translation>照片复查</translation>
    </message>
    <message>
        <source>Review photos, same place</source>
        <translation>复查照片（同一位置）</translation>
    </message>
    <message>
        <source>Review opinion</source>
        <translation>复查意见</translation>
    </message>
</context>
<context>
    <name>PhotoFileSheet</name>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp)</source>
        <translation>照片 (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Remove photo %1</source>
        <translation>移除第 %1 张照片</translation>
    </message>
    <message>
        <source>Photos: %1</source>
        <translation>照片 %1 张</translation>
    </message>
</context>
<context>
    <name>PhotoThumb</name>
    <message>
        <source>Photo: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>无预览</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张</translation>
    </message>
</context>
<context>
    <name>PlacePane</name>
    <message>
        <source>Choose a school</source>
        <translation>请选择学校</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>请选择一条记录</translation>
    </message>
</context>
<context>
    <name>ProgressForm</name>
    <message>
        <source>Progress reported</source>
        <translation>进展已上报</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>整改进展</translation>
    </message>
    <message>
        <source>Interim control</source>
        <translation>临时管控措施</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>RectifyForm</name>
    <message>
        <source>Rectification confirmed; it waits for review</source>
        <translation>已确认整改完成，等待复查</translation>
    </message>
    <message>
        <source>Prepared; the principal confirms it</source>
        <translation>已填报，等待校长确认</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>整改情况</translation>
    </message>
    <message>
        <source>After-photos, same place: %1</source>
        <translation>整改后照片（同一位置：%1）</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Money spent</source>
        <translation>整改资金</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>Remark added</source>
        <translation>备注已添加</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ReopenForm</name>
    <message>
        <source>Reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>新的整改期限</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Returned to the school</source>
        <translation>已退回学校整改</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The deadline does not move.</source>
        <translation>整改期限不变。</translation>
    </message>
    <message>
        <source>The photo does not show the same place.</source>
        <translation>照片与整改前不是同一位置。</translation>
    </message>
    <message>
        <source>The hazard is only partly removed.</source>
        <translation>隐患只消除了一部分。</translation>
    </message>
    <message>
        <source>The interim control is missing.</source>
        <translation>临时管控措施没有落实。</translation>
    </message>
</context>
<context>
    <name>ReviewListScreen</name>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>没有待复查的隐患</translation>
    </message>
    <message>
        <source>What schools report as rectified appears here.</source>
        <translation>学校确认整改完成的隐患会出现在这里。</translation>
    </message>
    <message>
        <source>Reported as rectified: %1</source>
        <translation>学校报告已整改 %1 处</translation>
    </message>
</context>
<context>
    <name>SchoolHead</name>
    <message>
        <source>open hazards</source>
        <translation>未销号隐患</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>pupils, %1 boarding</source>
        <translation>名学生，寄宿 %1 人</translation>
    </message>
    <message>
        <source>pupils</source>
        <translation>名学生</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>校（园）长</translation>
    </message>
    <message>
        <source>School safety officer</source>
        <translation>学校安全员</translation>
    </message>
</context>
<context>
    <name>SchoolListScreen</name>
    <message>
        <source>Schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Search schools or townships</source>
        <translation>搜索学校、乡镇或拼音</translation>
    </message>
    <message>
        <source>No school found</source>
        <translation>没有找到学校</translation>
    </message>
    <message>
        <source>Try part of the name or the township.</source>
        <translation>试试校名或乡镇的一部分。</translation>
    </message>
    <message>
        <source>No schools</source>
        <translation>没有学校</translation>
    </message>
    <message>
        <source>There are no schools in your area.</source>
        <translation>您负责的范围内没有学校。</translation>
    </message>
</context>
<context>
    <name>SchoolRow</name>
    <message>
        <source>%1 overdue</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>%1 to review</source>
        <translation>待复查 %1</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>未销号 %1</translation>
    </message>
</context>
<context>
    <name>SchoolScreen</name>
    <message>
        <source>Draw up the notice</source>
        <translation>填写通知书</translation>
    </message>
    <message>
        <source>Open hazards</source>
        <translation>未销号隐患</translation>
    </message>
    <message>
        <source>No open hazards</source>
        <translation>没有未销号隐患</translation>
    </message>
    <message>
        <source>Buses, canteens, buildings, flood points</source>
        <translation>校车、食堂、校舍、防汛隐患点</translation>
    </message>
    <message>
        <source>Start an inspection</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Hazards without a rectification notice: %1</source>
        <translation>%1 处隐患尚未下发整改通知书</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>%1 of %2, %3 failed</source>
        <translation>%1/%2，不合格 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>SectionProgress</name>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已答 %1/%2</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sunlight theme</source>
        <translation>强光</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>教育局</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Complaints and suggestions</source>
        <translation>投诉建议</translation>
    </message>
    <message>
        <source>Tell the safety office of your bureau what is cumbersome or unnecessary in this app. It is not a check-in: use is neither counted nor ranked.</source>
        <translation>本应用有繁琐或不必要之处，请告诉教育局校安办。本应用不打卡，不统计使用次数，不排名。</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>退出登录？</translation>
    </message>
    <message>
        <source>%1 Nothing is lost: it stays on this device and is sent later.</source>
        <translation>%1。不会丢失：内容留在本机，以后再上传。</translation>
    </message>
    <message>
        <source>Records and drafts stay on this device.</source>
        <translation>记录和草稿留在本机。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>My school</source>
        <translation>本校</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Name of the person signing</source>
        <translation>签字人姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>SignatureLine</name>
    <message>
        <source>Signature: %1</source>
        <translation>签字：%1</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature of %1</source>
        <translation>%1签字</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>尚未签字</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Sign with a finger or pen</source>
        <translation>请用手指或手写笔签字</translation>
    </message>
    <message>
        <source>Clear signature</source>
        <translation>清除签字</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
<context>
    <name>StartFrame</name>
    <message>
        <source>Campus safety</source>
        <translation>校园安全督查</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Start an inspection</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 %2 个</translation>
    </message>
    <message>
        <source>Begin with the first of %1</source>
        <translation>从 %1 个中的第一个开始</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Items: %1</source>
        <translation>%1 项</translation>
    </message>
    <message>
        <source>No checklists</source>
        <translation>没有检查表</translation>
    </message>
    <message>
        <source>The bureau has no checklist for this school.</source>
        <translation>教育局没有适用于这所学校的检查表。</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>Verified</source>
        <translation>已核验</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Only on this device</source>
        <translation>仅在本机</translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message>
        <source>Everything has been sent</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>This device has never synced.</source>
        <translation>本设备从未同步。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>No sync for %1 days.</source>
        <translation>已有 %1 天没有同步。</translation>
    </message>
    <message>
        <source>Looking what is unsent…</source>
        <translation>正在查看未上传的内容…</translation>
    </message>
    <message>
        <source>Waiting for your answer: %1</source>
        <translation>有 %1 项等您处理</translation>
    </message>
    <message>
        <source>Not everything could be sent</source>
        <translation>有内容无法上传</translation>
    </message>
    <message>
        <source>Sent; the server has not confirmed all of it yet</source>
        <translation>已上传，等待服务器全部核验</translation>
    </message>
    <message>
        <source>Photos whose file is damaged or lost: %1. They cannot be sent; take them again where it is still possible.</source>
        <translation>有 %1 张照片的文件已损坏或丢失，无法上传；还能补拍的请补拍。</translation>
    </message>
    <message>
        <source>Storage is used up: photos cannot be saved for now. Texts still can.</source>
        <translation>存储已用完，照片暂时不能保存；文字仍可保存。</translation>
    </message>
    <message>
        <source>Photos the server does not take: %1. They stay here and are tried again; please tell the bureau.</source>
        <translation>有 %1 张照片服务器没有接收。照片仍在本机，会再次上传；请告知教育局。</translation>
    </message>
    <message>
        <source>Records of other people on this device: %1. They wait until those sign in.</source>
        <translation>另有 %1 项属于其他人员，等其登录后处理。</translation>
    </message>
    <message>
        <source>Remove verified photos (%1)</source>
        <translation>清理已核验的照片（%1）</translation>
    </message>
</context>
<context>
    <name>SyncItemRow</name>
    <message>
        <source>Photos %1/%2</source>
        <translation>照片 %1/%2</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Keep as a remark</source>
        <translation>转为备注</translation>
    </message>
</context>
<context>
    <name>SyncLegend</name>
    <message>
        <source>Saved here, not yet on the server.</source>
        <translation>已保存在本机，还没有到服务器。</translation>
    </message>
    <message>
        <source>The record is on the server; photos may be missing.</source>
        <translation>记录已到服务器，照片可能还没传完。</translation>
    </message>
    <message>
        <source>The server has checked the record and every photo.</source>
        <translation>服务器已核验记录和每一张照片。</translation>
    </message>
    <message>
        <source>The server refused it and says why. Nothing is lost.</source>
        <translation>服务器没有接受并说明了理由，内容不会丢失。</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Everything is verified by the server</source>
        <translation>全部已由服务器核验</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>UnsentBar</name>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>没有待上传的记录</translation>
    </message>
    <message>
        <source>Drill: sample records</source>
        <translation>演练：示例数据</translation>
    </message>
</context>
</TS>
