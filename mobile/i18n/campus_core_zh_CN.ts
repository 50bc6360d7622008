<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>campus::viewmodels::HazardEditor</name>
    <message>
        <source>A photo is still being saved. Please try again in a moment.</source>
        <translation>照片还在保存，请稍候再试。</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The program is open already, in another window.</source>
        <translation>程序已经打开，请到已打开的窗口操作。</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address, beginning with https://</source>
        <translation>请填写服务器地址，以 https:// 开头。</translation>
    </message>
    <message>
        <source>Enter the enrolment code.</source>
        <translation>请填写登记码。</translation>
    </message>
    <message>
        <source>Enter the name and the password.</source>
        <translation>请选择人员并填写密码。</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>密码至少 %n 位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came back. See the synchronisation page.</source>
        <translation>
            <numerusform>有 %n 条记录被退回，请到同步页处理。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssetListModel</name>
    <message>
        <source>Not inspected yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>%1: passed</source>
        <translation>%1 检查合格</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n item(s) failed</source>
        <translation>
            <numerusform>%1 检查有 %n 项不合格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssetWords</name>
    <message>
        <source>School-bus plate card</source>
        <translation>校车标牌</translation>
    </message>
    <message>
        <source>Technical inspection</source>
        <translation>安全技术检验</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Extinguisher</source>
        <translation>灭火器</translation>
    </message>
    <message>
        <source>Food licence</source>
        <translation>食品经营许可证</translation>
    </message>
    <message>
        <source>Lift inspection</source>
        <translation>电梯检验</translation>
    </message>
    <message>
        <source>Boiler inspection</source>
        <translation>锅炉检验</translation>
    </message>
    <message>
        <source>Gas hose</source>
        <translation>燃气软管</translation>
    </message>
    <message>
        <source>Kindergarten bus</source>
        <translation>幼儿专用校车</translation>
    </message>
    <message>
        <source>Primary school bus</source>
        <translation>小学生专用校车</translation>
    </message>
    <message>
        <source>Primary and secondary school bus</source>
        <translation>中小学生专用校车</translation>
    </message>
    <message>
        <source>run by the school</source>
        <translation>学校自营</translation>
    </message>
    <message>
        <source>Run by the school</source>
        <translation>自营</translation>
    </message>
    <message>
        <source>Run by a contractor</source>
        <translation>委托经营</translation>
    </message>
    <message>
        <source>Meals delivered</source>
        <translation>校外供餐</translation>
    </message>
    <message>
        <source>Teaching building</source>
        <translation>教学楼</translation>
    </message>
    <message>
        <source>Dormitory</source>
        <translation>宿舍楼</translation>
    </message>
    <message>
        <source>Canteen building</source>
        <translation>食堂</translation>
    </message>
    <message>
        <source>Office building</source>
        <translation>办公楼</translation>
    </message>
    <message>
        <source>Laboratory building</source>
        <translation>实验楼</translation>
    </message>
    <message>
        <source>Gymnasium</source>
        <translation>体育馆</translation>
    </message>
    <message>
        <source>Activity building</source>
        <translation>活动楼</translation>
    </message>
    <message>
        <source>Other building</source>
        <translation>附属用房</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>%1 seats</source>
        <translation>核载 %1 人</translation>
    </message>
    <message>
        <source>%1 diners</source>
        <translation>就餐 %1 人</translation>
    </message>
    <message>
        <source>%1 floors</source>
        <translation>%1 层</translation>
    </message>
    <message>
        <source>built %1</source>
        <translation>%1 年建</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>%1 pupils affected</source>
        <translation>影响学生 %1 人</translation>
    </message>
    <message>
        <source>%1 expired on %2</source>
        <translation>%1已于%2到期</translation>
    </message>
    <message>
        <source>%1 expires on %2</source>
        <translation>%1将于%2到期</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Too many failed attempts. This person can sign in here again once the tablet has a network.</source>
        <translation>密码错误次数过多。请在有网络时重新登录。</translation>
    </message>
    <message>
        <source>Something entered here is not of the right form.</source>
        <translation>填写的内容格式不对。</translation>
    </message>
    <message>
        <source>This is larger than the program can take.</source>
        <translation>内容或文件过大。</translation>
    </message>
    <message>
        <source>This record is not on this tablet.</source>
        <translation>本机没有这条记录。</translation>
    </message>
    <message>
        <source>The record has changed in the meantime. Look at it again.</source>
        <translation>记录已有变动，请重新查看。</translation>
    </message>
    <message>
        <source>Please sign in again. Your records stay on this tablet.</source>
        <translation>请重新登录，已有记录仍保存在本机。</translation>
    </message>
    <message>
        <source>The code or the password is not right.</source>
        <translation>登记码或密码不正确。</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>你的账号没有此项权限。</translation>
    </message>
    <message>
        <source>This account has been disabled. Please ask the bureau.</source>
        <translation>该账号已停用，请联系教育局。</translation>
    </message>
    <message>
        <source>This tablet has been withdrawn. Please hand it to the bureau.</source>
        <translation>本机已被收回授权，请交回教育局。</translation>
    </message>
    <message>
        <source>Too many failed attempts. Please wait a few minutes.</source>
        <translation>尝试次数过多，请过几分钟再试。</translation>
    </message>
    <message>
        <source>The server could not verify this tablet&apos;s signature. Please tell the bureau.</source>
        <translation>服务器无法核验本机签名，请告知教育局。</translation>
    </message>
    <message>
        <source>The server&apos;s records have been restored. The tablet is comparing them.</source>
        <translation>服务器数据曾恢复，本机正在比对。</translation>
    </message>
    <message>
        <source>The tablet was away for long and fetches everything anew.</source>
        <translation>本机较久未同步，将重新下载全部数据。</translation>
    </message>
    <message>
        <source>This program is too old for the server. Please update it.</source>
        <translation>程序版本过旧，请升级。</translation>
    </message>
    <message>
        <source>A file arrived damaged and will be sent again.</source>
        <translation>文件传输受损，将重新传送。</translation>
    </message>
    <message>
        <source>An upload was interrupted and goes on from where it stopped.</source>
        <translation>上传曾中断，将从断点继续。</translation>
    </message>
    <message>
        <source>This file is not a picture that the program can read.</source>
        <translation>该文件不是可识别的图片。</translation>
    </message>
    <message>
        <source>The server no longer has this.</source>
        <translation>服务器上已没有此内容。</translation>
    </message>
    <message>
        <source>The server is busy and asked to wait.</source>
        <translation>服务器繁忙，请稍候。</translation>
    </message>
    <message>
        <source>The tablet&apos;s storage is full. Text can still be saved, photos cannot.</source>
        <translation>本机存储已满，仍可保存文字，不能再存照片。</translation>
    </message>
    <message>
        <source>The tablet&apos;s database is damaged. Do not delete anything; tell the bureau.</source>
        <translation>本机数据库受损，请勿删除任何内容并告知教育局。</translation>
    </message>
    <message>
        <source>Saving failed. Nothing was changed; please try again.</source>
        <translation>保存失败，未作任何改动，请再试一次。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Recording goes on without it.</source>
        <translation>连不上服务器，可继续离线记录。</translation>
    </message>
    <message>
        <source>The server had a fault. The tablet will try again.</source>
        <translation>服务器出错，本机会自动重试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Check the tablet&apos;s date and time.</source>
        <translation>服务器证书不可信，请检查本机日期和时间。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The program met an unexpected fault.</source>
        <translation>程序遇到意外错误。</translation>
    </message>
    <message>
        <source>This cannot be done in the hazard&apos;s present state.</source>
        <translation>隐患当前状态下不能进行此操作。</translation>
    </message>
    <message>
        <source>Somebody else has acted on this in the meantime.</source>
        <translation>其他人已先行处理。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>你的角色不能进行此操作。</translation>
    </message>
    <message>
        <source>This school is not one of yours.</source>
        <translation>该学校不在你的管辖范围。</translation>
    </message>
    <message>
        <source>Who submitted or prepared a rectification cannot review it.</source>
        <translation>提交或准备整改的人不能复查。</translation>
    </message>
    <message>
        <source>Who found a major hazard cannot close it alone.</source>
        <translation>重大隐患不能由发现人单独销号。</translation>
    </message>
    <message>
        <source>A major hazard needs at least two reviewers.</source>
        <translation>重大隐患须至少两人复查。</translation>
    </message>
    <message>
        <source>This is not possible for a major hazard.</source>
        <translation>重大隐患不能这样处理。</translation>
    </message>
    <message>
        <source>Say where the hazard is.</source>
        <translation>请填写隐患部位。</translation>
    </message>
    <message>
        <source>Describe the hazard.</source>
        <translation>请填写隐患描述。</translation>
    </message>
    <message>
        <source>Choose the category.</source>
        <translation>请选择隐患类别。</translation>
    </message>
    <message>
        <source>State the legal basis.</source>
        <translation>请填写判定依据。</translation>
    </message>
    <message>
        <source>A photo of the hazard is needed.</source>
        <translation>需要整改前照片。</translation>
    </message>
    <message>
        <source>A photo after the rectification is needed.</source>
        <translation>需要整改后照片。</translation>
    </message>
    <message>
        <source>The school&apos;s signature is needed.</source>
        <translation>需要学校人员签字。</translation>
    </message>
    <message>
        <source>State what has to be done.</source>
        <translation>请填写整改措施。</translation>
    </message>
    <message>
        <source>Set the deadline.</source>
        <translation>请填写整改期限。</translation>
    </message>
    <message>
        <source>Name who is responsible.</source>
        <translation>请填写整改责任人。</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>请填写整改情况。</translation>
    </message>
    <message>
        <source>Enter the day it was finished.</source>
        <translation>请填写完成日期。</translation>
    </message>
    <message>
        <source>A photo taken at the review is needed.</source>
        <translation>需要复查照片。</translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>Enter the new date.</source>
        <translation>请填写新的期限。</translation>
    </message>
    <message>
        <source>The leader&apos;s written consent is needed.</source>
        <translation>需要领导书面同意。</translation>
    </message>
    <message>
        <source>State the rule for the level.</source>
        <translation>请填写定级依据。</translation>
    </message>
    <message>
        <source>An expert&apos;s opinion is needed.</source>
        <translation>需要专家意见。</translation>
    </message>
    <message>
        <source>Enter the document number.</source>
        <translation>请填写文号。</translation>
    </message>
    <message>
        <source>Say to whom it is handed over.</source>
        <translation>请填写移交对象。</translation>
    </message>
    <message>
        <source>Enter the date of the document.</source>
        <translation>请填写文件日期。</translation>
    </message>
    <message>
        <source>Choose the hazard it is merged into.</source>
        <translation>请选择并入的隐患。</translation>
    </message>
    <message>
        <source>A photo of the measure taken at once is needed.</source>
        <translation>需要已立即采取措施的照片。</translation>
    </message>
    <message>
        <source>Enter the day it was found.</source>
        <translation>请填写发现日期。</translation>
    </message>
    <message>
        <source>Write something or take a photo.</source>
        <translation>请填写文字或拍照。</translation>
    </message>
    <message>
        <source>The notice is missing.</source>
        <translation>缺少整改通知书。</translation>
    </message>
    <message>
        <source>The treatment plan is missing.</source>
        <translation>缺少治理方案。</translation>
    </message>
    <message>
        <source>An expert&apos;s or third party&apos;s report is needed.</source>
        <translation>需要专家或第三方报告。</translation>
    </message>
    <message>
        <source>State the interim control until it is put right.</source>
        <translation>请填写临时管控措施。</translation>
    </message>
    <message>
        <source>The photo after must show the same place as the photo before.</source>
        <translation>整改后照片须与整改前照片为同一部位。</translation>
    </message>
    <message>
        <source>An extension has to be asked for before the deadline.</source>
        <translation>延期须在期限届满前申请。</translation>
    </message>
    <message>
        <source>No extension was asked for.</source>
        <translation>没有延期申请。</translation>
    </message>
    <message>
        <source>The new date must be later than the present one.</source>
        <translation>新期限须晚于原期限。</translation>
    </message>
    <message>
        <source>The deadline of a major hazard is never over one year.</source>
        <translation>重大隐患整改期限不超过一年。</translation>
    </message>
    <message>
        <source>It was closed too long ago. Register a new hazard instead.</source>
        <translation>销号时间过久，请登记新的隐患。</translation>
    </message>
    <message>
        <source>Only hazards of the same school can be merged.</source>
        <translation>只能合并同一学校的隐患。</translation>
    </message>
    <message>
        <source>The main hazard must be the one found earlier.</source>
        <translation>主隐患须是较早发现的一条。</translation>
    </message>
    <message>
        <source>The main hazard is no longer open.</source>
        <translation>主隐患已不在整改中。</translation>
    </message>
    <message>
        <source>A hazard cannot be merged into itself.</source>
        <translation>隐患不能并入自身。</translation>
    </message>
    <message>
        <source>The hazard is not listed.</source>
        <translation>该隐患未挂牌。</translation>
    </message>
    <message>
        <source>The hazard is listed already.</source>
        <translation>该隐患已挂牌。</translation>
    </message>
    <message>
        <source>The hazard is not under special supervision.</source>
        <translation>该隐患未专项督办。</translation>
    </message>
    <message>
        <source>The hazard is under special supervision already.</source>
        <translation>该隐患已专项督办。</translation>
    </message>
    <message>
        <source>This hazard must be reviewed on site.</source>
        <translation>该隐患须现场复查。</translation>
    </message>
    <message>
        <source>The day of finding lies in the future. Check the tablet&apos;s date.</source>
        <translation>发现日期晚于今天，请检查本机日期。</translation>
    </message>
    <message>
        <source>This inspection has been submitted already.</source>
        <translation>该检查已提交。</translation>
    </message>
    <message>
        <source>The server does not know this inspection.</source>
        <translation>服务器没有该检查。</translation>
    </message>
    <message>
        <source>The server does not know this hazard.</source>
        <translation>服务器没有该隐患。</translation>
    </message>
    <message>
        <source>The server does not know this notice.</source>
        <translation>服务器没有该通知书。</translation>
    </message>
    <message>
        <source>This notice has been signed for already.</source>
        <translation>该通知书已签收。</translation>
    </message>
    <message>
        <source>This notice has been cancelled.</source>
        <translation>该通知书已撤销。</translation>
    </message>
    <message>
        <source>Choose at least one hazard for the notice.</source>
        <translation>通知书至少选择一条隐患。</translation>
    </message>
    <message>
        <source>The server does not know this record.</source>
        <translation>服务器没有这条记录。</translation>
    </message>
    <message>
        <source>A second reviewer must be an officer of the bureau or township.</source>
        <translation>共同复查人必须是教育局或乡镇的检查人员。</translation>
    </message>
    <message>
        <source>Only the bureau&apos;s safety office acts on restricted hazards.</source>
        <translation>限制查看的隐患由教育局校安办处理。</translation>
    </message>
    <message>
        <source>A date lies in the future. Check the tablet&apos;s date.</source>
        <translation>填写的日期晚于今天，请检查平板的日期。</translation>
    </message>
    <message>
        <source>Somebody else began this inspection and finishes it.</source>
        <translation>该检查由他人开始，应由本人完成。</translation>
    </message>
    <message>
        <source>Restricted hazards need a notice of their own.</source>
        <translation>限制查看的隐患须单独下发整改通知书。</translation>
    </message>
    <message>
        <source>This record exists already.</source>
        <translation>该记录已存在。</translation>
    </message>
    <message>
        <source>The record is incomplete or contradicts itself.</source>
        <translation>记录不完整或前后矛盾。</translation>
    </message>
    <message>
        <source>%1 has acted on this in the meantime (%2).</source>
        <translation>%1 已先行处理（%2）。</translation>
    </message>
    <message>
        <source>Something is still missing.</source>
        <translation>还有未完成的内容。</translation>
    </message>
</context>
<context>
    <name>HazardListModel</name>
    <message>
        <source>Major, to be decided</source>
        <translation>待核定重大</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>%1销号</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>复查：%1</translation>
    </message>
</context>
<context>
    <name>InspectionWords</name>
    <message>
        <source>valid on the day of inspection</source>
        <translation>检查当日在有效期内</translation>
    </message>
    <message>
        <source>within the last %1 days</source>
        <translation>最近 %1 天内</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>at least the number required</source>
        <translation>不少于规定数量</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>major hazard, to be confirmed</source>
        <translation>判为重大事故隐患（待核定）</translation>
    </message>
    <message>
        <source>general hazard</source>
        <translation>判为一般事故隐患</translation>
    </message>
    <message>
        <source>to be put right today</source>
        <translation>当日整改</translation>
    </message>
    <message>
        <source>to be put right in days: %1</source>
        <translation>%1 日内整改</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>%1: rectification notice</source>
        <translation>%1校园安全隐患整改通知书</translation>
    </message>
    <message>
        <source>temporary no. %1</source>
        <translation>临时编号 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SchoolListModel</name>
    <message>
        <source>Last inspected %1</source>
        <translation>上次检查：%1</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>尚未检查</translation>
    </message>
</context>
<context>
    <name>SyncItemModel</name>
    <message>
        <source>Notice issued</source>
        <translation>下发整改通知书</translation>
    </message>
    <message>
        <source>Notice signed for</source>
        <translation>签收整改通知书</translation>
    </message>
    <message>
        <source>Notice cancelled</source>
        <translation>撤销整改通知书</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Register corrected on site</source>
        <translation>现场更正台账信息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2 / %3）</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) not sent yet</source>
        <translation>
            <numerusform>还有 %n 项未上传</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not sent yet (%1)</source>
        <translation>
            <numerusform>还有 %n 张照片未上传（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) and %1 photos not sent yet (%2)</source>
        <translation>
            <numerusform>还有 %n 项、%1 张照片未上传（%2）</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet&apos;s storage is full: what the server has cannot be received. Free some space on the tablet, then synchronise.</source>
        <translation>本机存储已满，收不下服务器的学校和隐患。请先清理本机空间，再同步。</translation>
    </message>
    <message>
        <source>Never synchronised</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Last synchronised: %1</source>
        <translation>上次同步：%1</translation>
    </message>
    <message>
        <source>Tries again in a moment</source>
        <translation>即将自动重试</translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后自动重试</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Kindergarten</source>
        <translation>幼儿园</translation>
    </message>
    <message>
        <source>Primary school</source>
        <translation>小学</translation>
    </message>
    <message>
        <source>Junior secondary school</source>
        <translation>初级中学</translation>
    </message>
    <message>
        <source>Nine-year school</source>
        <translation>九年一贯制学校</translation>
    </message>
    <message>
        <source>Senior secondary school</source>
        <translation>高级中学</translation>
    </message>
    <message>
        <source>Vocational school</source>
        <translation>中等职业学校</translation>
    </message>
    <message>
        <source>Special school</source>
        <translation>特殊教育学校</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公办</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>民办</translation>
    </message>
    <message>
        <source>In operation</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>School closed</source>
        <translation>已停办</translation>
    </message>
    <message>
        <source>Merged into another school</source>
        <translation>已并入他校</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>督查</translation>
    </message>
    <message>
        <source>Spot check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Unannounced check</source>
        <translation>暗访</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>School buses</source>
        <translation>校车安全</translation>
    </message>
    <message>
        <source>Canteen and food safety</source>
        <translation>食堂与食品安全</translation>
    </message>
    <message>
        <source>Flood, wind and rain</source>
        <translation>防汛防风防暴雨</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>校舍安全</translation>
    </message>
    <message>
        <source>Fire safety</source>
        <translation>消防安全</translation>
    </message>
    <message>
        <source>Three defences</source>
        <translation>三防建设</translation>
    </message>
    <message>
        <source>Drowning prevention</source>
        <translation>防溺水</translation>
    </message>
    <message>
        <source>Surroundings and traffic</source>
        <translation>校园周边与交通</translation>
    </message>
    <message>
        <source>Special equipment and supplies</source>
        <translation>特种设备与水电气热</translation>
    </message>
    <message>
        <source>Laboratories and chemicals</source>
        <translation>实验室与危化品</translation>
    </message>
    <message>
        <source>Crowd crushing</source>
        <translation>防拥挤踩踏</translation>
    </message>
    <message>
        <source>Sports grounds and activities</source>
        <translation>体育设施与活动</translation>
    </message>
    <message>
        <source>Hygiene and infectious diseases</source>
        <translation>卫生与传染病</translation>
    </message>
    <message>
        <source>Works on campus</source>
        <translation>校内施工</translation>
    </message>
    <message>
        <source>Bullying prevention</source>
        <translation>防欺凌</translation>
    </message>
    <message>
        <source>Mental health</source>
        <translation>心理健康</translation>
    </message>
    <message>
        <source>Safety management</source>
        <translation>安全管理制度</translation>
    </message>
    <message>
        <source>Safe campus and petitions</source>
        <translation>平安建设与信访稳定</translation>
    </message>
    <message>
        <source>Other matters</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>files and appraisals</source>
        <translation>档案与鉴定</translation>
    </message>
    <message>
        <source>dormitories</source>
        <translation>宿舍</translation>
    </message>
    <message>
        <source>electricity and gas</source>
        <translation>用电用气</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>设施设备</translation>
    </message>
    <message>
        <source>exits and stairs</source>
        <translation>疏散通道与楼梯</translation>
    </message>
    <message>
        <source>fixtures and parts</source>
        <translation>构件与附属物</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>房屋结构</translation>
    </message>
    <message>
        <source>works</source>
        <translation>施工</translation>
    </message>
    <message>
        <source>attendants</source>
        <translation>照管人员</translation>
    </message>
    <message>
        <source>vehicle condition</source>
        <translation>车况</translation>
    </message>
    <message>
        <source>permits and papers</source>
        <translation>许可与证照</translation>
    </message>
    <message>
        <source>drivers</source>
        <translation>驾驶人</translation>
    </message>
    <message>
        <source>safety equipment</source>
        <translation>安全设备</translation>
    </message>
    <message>
        <source>management</source>
        <translation>管理制度</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>education</source>
        <translation>教育宣传</translation>
    </message>
    <message>
        <source>school and home</source>
        <translation>家校联动</translation>
    </message>
    <message>
        <source>swimming pools</source>
        <translation>游泳场所</translation>
    </message>
    <message>
        <source>waters nearby</source>
        <translation>周边水域</translation>
    </message>
    <message>
        <source>fire equipment</source>
        <translation>消防器材</translation>
    </message>
    <message>
        <source>escape routes</source>
        <translation>疏散通道</translation>
    </message>
    <message>
        <source>sources of fire and electricity</source>
        <translation>火源与用电</translation>
    </message>
    <message>
        <source>after the event</source>
        <translation>灾后处置</translation>
    </message>
    <message>
        <source>surroundings</source>
        <translation>周边环境</translation>
    </message>
    <message>
        <source>drainage</source>
        <translation>排水</translation>
    </message>
    <message>
        <source>low places and basements</source>
        <translation>低洼与地下空间</translation>
    </message>
    <message>
        <source>plans and duty</source>
        <translation>预案与值守</translation>
    </message>
    <message>
        <source>power and lightning</source>
        <translation>用电与防雷</translation>
    </message>
    <message>
        <source>supplies</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>buildings in storms</source>
        <translation>房屋与构筑物</translation>
    </message>
    <message>
        <source>warnings and response</source>
        <translation>预警与响应</translation>
    </message>
    <message>
        <source>cleaning and disinfection</source>
        <translation>清洗消毒</translation>
    </message>
    <message>
        <source>preparation</source>
        <translation>加工制作</translation>
    </message>
    <message>
        <source>gas and fire</source>
        <translation>燃气与用火</translation>
    </message>
    <message>
        <source>open kitchen</source>
        <translation>明厨亮灶</translation>
    </message>
    <message>
        <source>responsibility</source>
        <translation>责任落实</translation>
    </message>
    <message>
        <source>samples and shared meals</source>
        <translation>留样与陪餐</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>从业人员</translation>
    </message>
    <message>
        <source>purchase and storage</source>
        <translation>采购与贮存</translation>
    </message>
    <message>
        <source>barriers</source>
        <translation>物防</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人防</translation>
    </message>
    <message>
        <source>alarm and video</source>
        <translation>技防</translation>
    </message>
    <message>
        <source>around the school</source>
        <translation>校园周边</translation>
    </message>
    <message>
        <source>order at the gate</source>
        <translation>上下学秩序</translation>
    </message>
    <message>
        <source>riding and lifts</source>
        <translation>乘车与接送</translation>
    </message>
    <message>
        <source>roads and signs</source>
        <translation>道路与标志</translation>
    </message>
    <message>
        <source>Below the limit</source>
        <translation>低于规定下限</translation>
    </message>
    <message>
        <source>Above the limit</source>
        <translation>高于规定上限</translation>
    </message>
    <message>
        <source>Does not fit the register</source>
        <translation>与台账登记不符</translation>
    </message>
    <message>
        <source>The register has no value to compare with</source>
        <translation>台账中没有可比较的数值</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Too long ago</source>
        <translation>间隔过长</translation>
    </message>
    <message>
        <source>The date lies ahead</source>
        <translation>日期晚于检查日</translation>
    </message>
    <message>
        <source>Numbers below zero are not possible</source>
        <translation>数值不能小于 0</translation>
    </message>
    <message>
        <source>The number falls short</source>
        <translation>数量不足</translation>
    </message>
    <message>
        <source>Bureau administrator</source>
        <translation>教育局管理员</translation>
    </message>
    <message>
        <source>Safety officer</source>
        <translation>安全督查员</translation>
    </message>
    <message>
        <source>Town safety officer</source>
        <translation>学区安全员</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>校（园）长</translation>
    </message>
    <message>
        <source>School safety officer</source>
        <translation>学校安全员</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>分管领导</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Registered, no notice yet</source>
        <translation>已登记，待下发通知</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>已交办（待整改）</translation>
    </message>
    <message>
        <source>Being rectified</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>Awaiting review</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Found by inspection</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>Found by self-check</source>
        <translation>自查发现</translation>
    </message>
    <message>
        <source>Reported by the public</source>
        <translation>群众举报</translation>
    </message>
    <message>
        <source>Handed over by another authority</source>
        <translation>其他部门移送</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>School bus</source>
        <translation>校车</translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation>食堂</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>校舍</translation>
    </message>
    <message>
        <source>Flood-risk point</source>
        <translation>防汛隐患点</translation>
    </message>
    <message>
        <source>Stop its use at once</source>
        <translation>立即停用</translation>
    </message>
    <message>
        <source>Cordon it off at once</source>
        <translation>立即设置警戒隔离</translation>
    </message>
    <message>
        <source>Take the person off the post at once</source>
        <translation>立即调离岗位</translation>
    </message>
    <message>
        <source>Seal and dispose of it at once</source>
        <translation>立即封存处置</translation>
    </message>
    <message>
        <source>Remove it at once</source>
        <translation>立即清除</translation>
    </message>
    <message>
        <source>Have it appraised</source>
        <translation>委托鉴定</translation>
    </message>
    <message>
        <source>Notify the competent authority</source>
        <translation>通报主管部门</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Money not yet available</source>
        <translation>资金未到位</translation>
    </message>
    <message>
        <source>Works only possible in the holidays</source>
        <translation>需假期施工</translation>
    </message>
    <message>
        <source>Depends on another department</source>
        <translation>需其他部门配合</translation>
    </message>
    <message>
        <source>Appraisal under way</source>
        <translation>正在鉴定</translation>
    </message>
    <message>
        <source>Tender under way</source>
        <translation>正在招标</translation>
    </message>
    <message>
        <source>Not yet due</source>
        <translation>未到期限</translation>
    </message>
    <message>
        <source>School did not act</source>
        <translation>学校未落实</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Hazard registered</source>
        <translation>登记隐患</translation>
    </message>
    <message>
        <source>Fixed on the spot</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Notice issued</source>
        <translation>下发整改通知书</translation>
    </message>
    <message>
        <source>Notice signed for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Progress reported</source>
        <translation>报告进展</translation>
    </message>
    <message>
        <source>Rectification prepared</source>
        <translation>准备整改材料</translation>
    </message>
    <message>
        <source>Rectification confirmed</source>
        <translation>确认整改完成</translation>
    </message>
    <message>
        <source>Review passed</source>
        <translation>复查通过</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回整改</translation>
    </message>
    <message>
        <source>Extension asked for</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Extension granted</source>
        <translation>批准延期</translation>
    </message>
    <message>
        <source>Extension refused</source>
        <translation>驳回延期</translation>
    </message>
    <message>
        <source>Level proposed</source>
        <translation>提出定级</translation>
    </message>
    <message>
        <source>Level decided</source>
        <translation>核定级别</translation>
    </message>
    <message>
        <source>Listed for supervision</source>
        <translation>挂牌督办</translation>
    </message>
    <message>
        <source>Listing lifted</source>
        <translation>摘牌</translation>
    </message>
    <message>
        <source>Handed to another authority</source>
        <translation>移交其他部门</translation>
    </message>
    <message>
        <source>Merged into another hazard</source>
        <translation>并入另一条隐患</translation>
    </message>
    <message>
        <source>Declared void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Special supervision</source>
        <translation>专项督办</translation>
    </message>
    <message>
        <source>Special supervision lifted</source>
        <translation>解除专项督办</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Order withdrawn</source>
        <translation>交办撤回</translation>
    </message>
    <message>
        <source>Treatment plan</source>
        <translation>治理方案</translation>
    </message>
    <message>
        <source>Say why it does not apply</source>
        <translation>请说明不适用的原因</translation>
    </message>
    <message>
        <source>A photo is needed</source>
        <translation>需要照片</translation>
    </message>
    <message>
        <source>Record the hazard or fix it on the spot</source>
        <translation>请登记隐患或当场整改</translation>
    </message>
    <message>
        <source>A photo of the measure taken is needed</source>
        <translation>需要已采取措施的照片</translation>
    </message>
    <message>
        <source>On this device only</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核验</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Fetching schools and hazards</source>
        <translation>正在下载学校与隐患</translation>
    </message>
    <message>
        <source>Sending records</source>
        <translation>正在上传记录</translation>
    </message>
    <message>
        <source>Fetching changes</source>
        <translation>正在下载更新</translation>
    </message>
    <message>
        <source>Sending photos</source>
        <translation>正在上传照片</translation>
    </message>
    <message>
        <source>Fetching photos</source>
        <translation>正在下载照片</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1·%2</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 day of the month, %2 month</extracomment>
        <translation>%2%1日</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 day and month, %2 year</extracomment>
        <translation>%2年%1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 day and month, %2 time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today (%1)</source>
        <translation>今天到期（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left (%1)</source>
        <translation>
            <numerusform>还剩 %n 天（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue (%1)</source>
        <translation>
            <numerusform>逾期 %n 天（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>under 0.1 MB</source>
        <translation>不足 0.1 MB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Number to be given by the server</source>
        <translation>待服务器编号</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::HazardPage</name>
    <message>
        <source>Extended until %1</source>
        <translation>已延期至%1</translation>
    </message>
    <message>
        <source>Extension until %1 asked for</source>
        <translation>已申请延期至%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1”不是有效日期。</translation>
    </message>
    <message>
        <source>“%1” is not an amount in yuan.</source>
        <translation>“%1”不是有效金额（元）。</translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::InboxModel</name>
    <message>
        <source>Sign for the notice</source>
        <translation>签收整改通知书</translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::InspectionEditor</name>
    <message>
        <source>A photo is still being saved. Please try again in a moment.</source>
        <translation>照片还在保存，请稍候再试。</translation>
    </message>
    <message>
        <source>Number taken back</source>
        <translation>已清除数值</translation>
    </message>
    <message>
        <source>Marked as passed</source>
        <translation>已记为合格</translation>
    </message>
    <message>
        <source>Marked as failed</source>
        <translation>已记为不合格</translation>
    </message>
    <message>
        <source>Marked as not applicable</source>
        <translation>已记为不适用</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是有效数字。</translation>
    </message>
    <message>
        <source>Number entered</source>
        <translation>已填写数值</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1”不是有效日期。</translation>
    </message>
    <message>
        <source>Date entered</source>
        <translation>已填写日期</translation>
    </message>
    <message>
        <source>Both numbers must be whole and not negative.</source>
        <translation>两个数都须是不小于 0 的整数。</translation>
    </message>
    <message>
        <source>Count entered</source>
        <translation>已填写数量</translation>
    </message>
    <message>
        <source>Choice made</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>已保存备注</translation>
    </message>
    <message>
        <source>Photo added</source>
        <translation>已添加照片</translation>
    </message>
    <message>
        <source>Photo removed</source>
        <translation>已移除照片</translation>
    </message>
    <message>
        <source>Answer cleared</source>
        <translation>已清除答案</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) marked as passed</source>
        <translation>
            <numerusform>已将 %n 项记为合格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not finished yet.</source>
        <translation>
            <numerusform>还有 %n 项未完成。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::NoticeEditor</name>
    <message>
        <source>Enter the name of the person who signs for the school.</source>
        <translation>请填写学校签字人姓名。</translation>
    </message>
</context>
<context>
    <name>campus::viewmodels::NoticePage</name>
    <message>
        <source>Signed for by %1 on %2</source>
        <translation>%1 于%2签收</translation>
    </message>
    <message>
        <source>Cancelled on %1: %2</source>
        <translation>%1撤销：%2</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Waiting to be signed for</source>
        <translation>待签收</translation>
    </message>
</context>
</TS>
