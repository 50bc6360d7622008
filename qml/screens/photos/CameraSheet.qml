import QtQuick
import QtQuick.Templates as T
import QtMultimedia
import CampusSafety.Core
import CampusSafety.Controls
import CampusSafety.Theme

// The camera over the whole window, with the before-photo as a faint picture when there is one.
PhotoSource {
    id: source

    property string ghost: ""
    property string place: ""
    property string fault: ""

    function begin(ghost: string, place: string) {
        source.ghost = ghost
        source.place = place
        fault = ""
        sheet.open()
    }

    T.Popup {
        id: sheet

        property bool ghostShown: true

        parent: T.Overlay.overlay
        width: parent ? parent.width : 0
        height: parent ? parent.height : 0
        modal: true
        focus: true
        closePolicy: T.Popup.CloseOnEscape
        background: Rectangle { color: Theme.color.cameraBack }

        CaptureSession {
            camera: Camera {
                id: camera
                active: sheet.opened
            }
            imageCapture: ImageCapture {
                id: capture
                onImageSaved: (requestId, path) => {
                    source.taken(path.startsWith("file:") ? path
                                                  : "file://" + path.split("/").map(encodeURIComponent).join("/"))
                    sheet.close()
                }
                onErrorOccurred: (requestId, error, message) => source.fault = message
            }
            videoOutput: view
        }

        contentItem: Item {
            VideoOutput {
                id: view
                anchors.fill: parent
                fillMode: VideoOutput.PreserveAspectFit
            }
            Image {
                visible: sheet.ghostShown && status === Image.Ready
                anchors.fill: view
                source: source.ghost
                fillMode: Image.PreserveAspectFit
                opacity: 0.4
            }
            Column {
                anchors.top: parent.top
                anchors.margins: Theme.spaceL
                x: Theme.spaceL
                width: parent.width - 2 * Theme.spaceL
                spacing: Theme.spaceS
                Banner {
                    width: parent.width
                    iconName: "place"
                    text: source.place !== "" ? qsTr("Same place: %1").arg(source.place) : ""
                }
                Banner {
                    width: parent.width
                    iconName: "warning"
                    tone: Tone.Fail
                    text: source.fault
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.spaceXl
                spacing: Theme.spaceXxl

                IconButton {
                    anchors.verticalCenter: parent.verticalCenter
                    iconName: "close"
                    text: qsTr("Cancel")
                    fill: Theme.color.surface
                    onClicked: sheet.close()
                }
                IconButton {
                    width: Theme.shutter
                    height: Theme.shutter
                    iconName: "camera"
                    text: qsTr("Take a photo")
                    fill: Theme.color.surface
                    enabled: capture.readyForCapture
                    onClicked: capture.captureToFile(App.incomingFolder + "/photo-" + Date.now() + ".jpg")
                }
                IconButton {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: source.ghost !== ""
                    iconName: "eye"
                    text: sheet.ghostShown ? qsTr("Hide the before-photo") : qsTr("Show the before-photo")
                    fill: Theme.color.surface
                    onClicked: sheet.ghostShown = !sheet.ghostShown
                }
            }
        }
    }
}
