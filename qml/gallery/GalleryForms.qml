import QtQuick
import CampusSafety.Theme
import CampusSafety.Controls

// Everything one can type, choose or draw into.
ScrollPage {
    id: page

    SearchField { width: parent.width; placeholderText: "搜索学校、乡镇或拼音" }
    Card {
        width: parent.width
        FormField {
            width: parent.width
            label: "隐患部位"
            required: true
            TextEntry { width: parent.width; value: "2号校车 应急门" }
        }
        FormField {
            width: parent.width
            label: "问题描述"
            help: "写清在哪里、是什么、差多少"
            TextAreaEntry { width: parent.width; value: "应急门把手被绑扎，无法从车内打开。" }
        }
        FormField {
            width: parent.width
            label: "灭火器压力"
            fault: "低于下限 1.0 MPa，判为不合格"
            NumberEntry { width: 220; value: "0.6"; unit: "MPa"; showsFault: true }
        }
        FormField {
            width: parent.width
            label: "检验有效期至"
            DateEntry { width: 260; day: "2025-06-30" }
        }
        FormField {
            width: parent.width
            label: "密码"
            TextEntry { width: 260; revealable: true; value: "secret" }
        }
    }
    Card {
        width: parent.width
        PhotoStrip { width: parent.width; photos: ["", ""]; required: true }
        PhotoStrip { width: parent.width; required: true }
    }
    Card {
        width: parent.width
        ChoiceList {
            width: parent.width
            current: "b"
            options: [{ key: "a", text: "互联网视频公开", tone: Tone.Pass }, { key: "b", text: "透明玻璃窗或隔断", tone: Tone.Accent },
                { key: "c", text: "没有公开", tone: Tone.Fail }]
        }
        Segmented {
            width: parent.width
            current: "zh"
            options: [{ key: "zh", text: "中文" }, { key: "en", text: "English" }]
        }
    }
    SignaturePad { width: parent.width; signer: "林校长" }
}
