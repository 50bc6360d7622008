import QtQuick
import CampusSafety.Theme

// A place to sign. Gives the strokes out as points between 0 and 1 of the pad's width and height;
// the picture is made and bound to the signed content elsewhere.
Rectangle {
    id: pad

    // [[{x, y}, …], …]
    property var strokes: []
    property string signer: ""
    readonly property bool empty: strokes.length === 0

    signal signed(var strokes)
    signal wiped()

    function clear() {
        strokes = []
        canvas.requestPaint()
        wiped()
    }

    function begin(x: real, y: real) {
        strokes.push([pad.point(x, y)])
        strokesChanged()
        canvas.requestPaint()
    }

    function extend(x: real, y: real) {
        if (strokes.length === 0)
            return
        strokes[strokes.length - 1].push(pad.point(x, y))
        canvas.requestPaint()
    }

    function point(x: real, y: real): var {
        return { x: Math.max(0, Math.min(1, x / area.width)),
                 y: Math.max(0, Math.min(1, y / area.height)) }
    }

    implicitWidth: 420
    implicitHeight: 200
    radius: Theme.radiusS
    color: Theme.color.paper
    border.width: Math.max(1, Theme.stroke)
    border.color: Theme.color.outlineStrong

    Accessible.role: Accessible.Canvas
    Accessible.name: signer !== "" ? qsTr("Signature of %1").arg(signer) : qsTr("Signature")
    Accessible.description: empty ? qsTr("Not signed yet") : qsTr("Signed")

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spaceXl
        anchors.bottomMargin: Math.round(pad.height * 0.24)
        height: 1
        color: Theme.color.paperLine
    }
    AppLabel {
        visible: pad.empty
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceS
        kind: AppLabel.Small
        text: qsTr("Sign with a finger or pen")
        color: Theme.color.paperNote
    }

    Canvas {
        id: canvas
        anchors.fill: parent
        renderStrategy: Canvas.Immediate

        onPaint: {
            const ctx = getContext("2d")
            ctx.reset()
            ctx.lineWidth = 2.6
            ctx.lineCap = "round"
            ctx.lineJoin = "round"
            ctx.strokeStyle = Theme.color.ink
            for (const stroke of pad.strokes) {
                ctx.beginPath()
                ctx.moveTo(stroke[0].x * width, stroke[0].y * height)
                if (stroke.length === 1)
                    ctx.lineTo(stroke[0].x * width + 0.5, stroke[0].y * height)
                for (let i = 1; i < stroke.length; ++i) {
                    const a = stroke[i - 1]
                    const b = stroke[i]
                    ctx.quadraticCurveTo(a.x * width, a.y * height,
                                         (a.x + b.x) / 2 * width, (a.y + b.y) / 2 * height)
                }
                ctx.stroke()
            }
        }
    }

    MouseArea {
        id: area
        anchors.fill: parent
        preventStealing: true
        enabled: pad.enabled
        onPressed: mouse => pad.begin(mouse.x, mouse.y)
        onPositionChanged: mouse => pad.extend(mouse.x, mouse.y)
        onReleased: pad.signed(pad.strokes)
    }

    IconButton {
        visible: !pad.empty && pad.enabled
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.spaceXs
        iconName: "undo"
        iconColor: Theme.color.ink
        text: qsTr("Clear signature")
        onClicked: pad.clear()
    }
}
