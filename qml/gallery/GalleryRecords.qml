import QtQuick
import CampusSafety.Theme
import CampusSafety.Controls

// Rows, facts, progress and a history.
ScrollPage {
    id: page

    Card {
        width: parent.width
        padding: 0
        spacing: 0
        ListRow {
            width: parent.width; title: "澄岚县望澄街道中心小学"; detail: "望澄街道 · 小学 · 公办"
            iconName: "school"
            StatusBadge { text: "逾期 1"; iconName: "warning"; tone: Tone.Fail }
        }
        ListRow {
            width: parent.width; title: "澄岚县松鹤岭镇九年一贯制学校"; detail: "松鹤岭镇 · 九年一贯制 · 公办 · 上次检查 2025-06-12"
            iconName: "school"; highlighted: true
            StatusBadge { text: "未销号 4"; iconName: "hazard"; tone: Tone.Warn }
        }
        ListRow {
            width: parent.width; title: "测A-20713 校车"; detail: "核载 42 人 · 上次检查 2025-06-02"; iconName: "bus"; separated: false
        }
    }
    Card {
        width: parent.width
        SectionHeader { width: parent.width; title: "概况"; actionText: "全部" }
        FactRow { width: parent.width; name: "整改期限"; value: "2025-07-14"; emphasised: true }
        FactRow { width: parent.width; name: "整改责任人"; value: "林国栋（校长）　000-5550-2043" }
        Divider { width: parent.width }
        AppLabel { text: "已答 21 / 44" }
        SectionProgress {
            width: parent.width
            current: 2
            sections: [{ title: "A", answered: 6, total: 6, failed: 0 }, { title: "B", answered: 8, total: 8, failed: 1 },
                { title: "C", answered: 4, total: 7, failed: 0 }, { title: "D", answered: 0, total: 12, failed: 0 },
                { title: "E", answered: 0, total: 5, failed: 0 }]
        }
    }
    Card {
        width: parent.width
        spacing: 0
        TimelineItem { width: parent.width; first: true; title: "登记"; who: "周晓岚"; when: "2025-06-30 09:42"; iconName: "hazard"; tone: Tone.Warn; note: "应急门把手被绑扎，无法从车内打开。" }
        TimelineItem { width: parent.width; title: "下发整改通知书"; who: "周晓岚"; when: "2025-06-30 10:15"; iconName: "document"; tone: Tone.Accent; place: "verified" }
        TimelineItem { width: parent.width; last: true; title: "整改完成确认"; who: "林国栋"; when: "2025-07-03 16:20"; iconName: "check"; tone: Tone.Pass; place: "local"; note: "已拆除绑扎物，应急门开关正常。" }
    }
}
