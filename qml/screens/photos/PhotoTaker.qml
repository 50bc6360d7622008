import QtQuick
import CampusSafety.Core

// Gets a photo: from the camera where there is one, from files where there is none.
// The faint picture in the camera helps to stand where the before-photo was taken.
Item {
    id: taker

    property string ghost: ""
    property string place: ""

    signal taken(url photo)

    function take() {
        source.active = true
        (source.item as PhotoSource).begin(taker.ghost, taker.place)
    }

    visible: false

    Loader {
        id: source
        active: false
        source: App.hasCamera ? "CameraSheet.qml" : "PhotoFileSheet.qml"
    }
    Connections {
        target: source.item
        ignoreUnknownSignals: true
        function onTaken(photo: url) {
            taker.taken(photo)
        }
    }
}
