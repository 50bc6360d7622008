pragma ComponentBehavior: Bound

import QtQuick
import CampusSafety.Theme
import CampusSafety.Controls

// Buttons, answers, chips and badges.
ScrollPage {
    id: page

    property string outcome: "fail"

    widthMax: 1100

    Card {
        width: parent.width
        SectionHeader { width: parent.width; title: qsTr("Buttons"); detail: "4 × 3" }
        Repeater {
            model: [AppButton.Filled, AppButton.Tonal, AppButton.Outlined, AppButton.Plain]
            Flow {
                id: line
                required property int modelData
                width: parent ? parent.width : 0
                spacing: Theme.spaceM
                AppButton { text: "开始检查"; kind: line.modelData; iconName: "checklist" }
                AppButton { text: "保存"; kind: line.modelData }
                AppButton { text: "作废"; kind: line.modelData; danger: true }
                AppButton { text: "正在保存"; kind: line.modelData; busy: true }
                AppButton { text: "不可用"; kind: line.modelData; enabled: false }
            }
        }
    }
    Card {
        width: parent.width
        AppLabel { width: parent.width; strong: true; text: "A4　载有学生时标牌放在规定位置，不载学生时不使用标牌和标志灯" }
        AppLabel { width: parent.width; kind: AppLabel.Small; color: Theme.color.textSecondary; text: "校车安全管理条例 第十七条第二款、第三十条第一款" }
        AnswerBar { width: Math.min(parent.width, 560); outcome: page.outcome; onAnswered: o => page.outcome = o }
        AnswerBar { width: Math.min(parent.width, 560); outcome: "pass" }
        AnswerBar { width: Math.min(parent.width, 560); outcome: "na"; enabled: false }
        AnswerBar { width: 250 }
    }
    Card {
        width: parent.width
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            Chip { text: "全部"; checked: true; count: 24 }
            Chip { text: "有未销号隐患"; iconName: "hazard"; count: 9 }
            Chip { text: "逾期"; iconName: "clock"; count: 2 }
            Chip { text: "不可用"; enabled: false }
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            StatusBadge { text: "待整改"; iconName: "clock"; tone: Tone.Warn }
            StatusBadge { text: "整改中"; iconName: "wrench"; tone: Tone.Accent }
            StatusBadge { text: "待复查"; iconName: "review"; tone: Tone.Accent }
            StatusBadge { text: "已销号"; iconName: "check"; tone: Tone.Pass }
            StatusBadge { text: "逾期 3 天"; iconName: "warning"; tone: Tone.Fail; loud: true }
            StatusBadge { text: "重大事故隐患"; iconName: "hazard"; tone: Tone.Fail }
            StatusBadge { text: "一般事故隐患"; tone: Tone.Neutral }
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            SyncBadge { place: "local" }
            SyncBadge { place: "delivered" }
            SyncBadge { place: "verified" }
            SyncBadge { place: "returned" }
        }
    }
}
