import QtQuick
import CampusSafety.Theme
import CampusSafety.Controls

// Empty, loading and error pages, the snackbar, dialogs and the bottom bar.
ScrollPage {
    id: page
    widthMax: 1100

    Row {
        width: parent.width
        spacing: Theme.spaceM
        Card { width: (parent.width - 24) / 3; EmptyState { width: parent.width; title: "没有待复查的隐患"; text: "学校确认整改后会出现在这里。" } }
        Card { width: (parent.width - 24) / 3; LoadingState { width: parent.width } }
        Card { width: (parent.width - 24) / 3; ErrorState { width: parent.width; text: "磁盘空间不足，照片没有保存。"; actionText: "重试" } }
    }
    Item {
        width: parent.width
        height: 72
        Snackbar {
            id: snackbar
            anchors.centerIn: parent
            Component.onCompleted: show("A4 已改为不合格", "撤销")
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.spaceM
        AppButton { text: "确认框"; kind: AppButton.Outlined; onClicked: confirm.open() }
        AppButton { text: "提示条"; kind: AppButton.Outlined; onClicked: snackbar.show("A4 已改为不合格", "撤销") }
    }
    Card {
        width: Math.min(412, parent.width)
        padding: 0
        BottomNav {
            width: parent.width
            current: "schools"
            places: [{ key: "schools", text: "学校", iconName: "school", badge: 0 }, { key: "reviews", text: "复查", iconName: "review", badge: 3 },
                { key: "sync", text: "同步", iconName: "sync", badge: 0 }, { key: "settings", text: "设置", iconName: "settings", badge: 0 }]
        }
    }
    ConfirmDialog {
        id: confirm
        title: "完成检查？"
        message: "完成后答案不能再改，发现的 2 处隐患将登记。"
        confirmText: "完成检查"
    }
}
