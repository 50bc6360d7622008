import QtQuick
import QtTest
import CampusSafety.Theme

TestCase {
    name: "Theme"

    function channel(value: real): real {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4)
    }

    function luminance(color: color): real {
        return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b)
    }

    function contrast(first: color, second: color): real {
        const a = luminance(first)
        const b = luminance(second)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }

    function palette_data() {
        return [{ tag: "light", colors: Theme.lightColors }, { tag: "dark", colors: Theme.darkColors },
            { tag: "sunlight", colors: Theme.sunlightColors }]
    }

    function test_textOnItsGround_isSevenToOne_data() { return palette_data() }
    function test_textOnItsGround_isSevenToOne(row) {
        const c = row.colors
        const pairs = [
            [c.text, c.background], [c.text, c.surface], [c.text, c.surfaceAlt],
            [c.textSecondary, c.background], [c.textSecondary, c.surface], [c.textSecondary, c.surfaceAlt],
            [c.accent, c.surface], [c.textOnAccent, c.accent], [c.textOnAccentSoft, c.accentSoft],
            [c.pass, c.surface], [c.pass, c.passSoft], [c.textOnPass, c.pass],
            [c.fail, c.surface], [c.fail, c.failSoft], [c.textOnFail, c.fail],
            [c.warn, c.surface], [c.warn, c.warnSoft], [c.textOnWarn, c.warn],
            [c.neutral, c.neutralSoft], [c.textOnNeutral, c.neutral],
            [c.inverseText, c.inverseSurface], [c.inverseAccent, c.inverseSurface],
            [c.ink, c.paper], [c.paperNote, c.paper]
        ]
        pairs.forEach((pair, index) => {
            const ratio = contrast(pair[0], pair[1])
            verify(ratio >= 7, "pair " + index + " " + pair[0] + " on " + pair[1] + " has " + ratio.toFixed(2))
        })
    }

    function test_controlEdge_isThreeToOne_data() { return palette_data() }
    function test_controlEdge_isThreeToOne(row) {
        verify(contrast(row.colors.outlineStrong, row.colors.surface) >= 3)
        verify(contrast(row.colors.outlineStrong, row.colors.background) >= 3)
    }

    function test_textScale_staysBetweenOneAndTwo() {
        Theme.textScale = 0.5
        compare(Theme.fontBody, 16)
        Theme.textScale = 2.0
        compare(Theme.fontBody, 32)
        Theme.textScale = 5.0
        compare(Theme.fontBody, 32)
        Theme.textScale = 1.0
    }

    function test_mode_choosesPalette() {
        Theme.mode = "dark"
        compare(Theme.color.name, "dark")
        Theme.mode = "sunlight"
        compare(Theme.color.name, "sunlight")
        Theme.mode = "something else"
        compare(Theme.color.name, "light")
        Theme.mode = "light"
    }

    Icon { id: drawn; width: 48; height: 48; name: "hazard"; color: "#ff0000" }
    Icon { id: unknown; x: 60; width: 48; height: 48; name: "no such icon"; color: "#ff0000" }

    function inked(item) {
        const picture = grabImage(item)
        let count = 0
        for (let y = 0; y < picture.height; y += 2) {
            for (let x = 0; x < picture.width; x += 2) {
                if (picture.red(x, y) > 150 && picture.green(x, y) < 120)
                    ++count
            }
        }
        return count
    }

    function test_icon_isDrawnInItsColour() {
        verify(inked(drawn) > 20)
    }

    function test_unknownIcon_drawsNothing() {
        compare(inked(unknown), 0)
    }

    visible: true
    when: windowShown
    width: 120
    height: 60
}
