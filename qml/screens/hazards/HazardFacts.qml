import QtQuick
import CampusSafety.Core
import CampusSafety.Controls

// What was found, by which rule, what has to be done until when and by whom.
Card {
    id: facts

    required property HazardPage hazard

    signal noticeChosen(string noticeId)

    SectionHeader {
        width: parent.width
        title: qsTr("Hazard")
    }
    AppLabel {
        visible: text !== "" && text !== facts.hazard.title
        width: parent.width
        text: facts.hazard.description
    }
    FactRow { width: parent.width; name: qsTr("Place"); value: facts.hazard.place }
    FactRow { width: parent.width; name: qsTr("Category"); value: facts.hazard.categoryText }
    FactRow { width: parent.width; name: qsTr("Basis"); value: facts.hazard.basisText }
    FactRow { width: parent.width; name: qsTr("Measure required"); value: facts.hazard.measure }
    FactRow { width: parent.width; name: qsTr("Interim control"); value: facts.hazard.interim }
    FactRow { width: parent.width; name: qsTr("Extension"); value: facts.hazard.extendedText }
    FactRow { width: parent.width; name: qsTr("Person responsible"); value: facts.hazard.responsible }
    FactRow { width: parent.width; name: qsTr("Phone"); value: facts.hazard.phone }
    FactRow { width: parent.width; name: qsTr("Found by"); value: facts.hazard.finderName }
    FactRow { width: parent.width; name: qsTr("Found"); value: facts.hazard.foundText }
    AppButton {
        objectName: "openNotice"
        visible: facts.hazard.noticeId !== ""
        kind: AppButton.Tonal
        iconName: "document"
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Notice %1").arg(facts.hazard.noticeNumber)
        onClicked: facts.noticeChosen(facts.hazard.noticeId)
    }
}
