pragma Singleton

import QtQuick

// Every colour, size and font of the app. Settings write `mode` and `textScale`; all else is read only.
// Sizes are device-independent pixels (dp). Text sizes follow `textScale`, touch sizes never shrink.
QtObject {
    id: theme

    property string mode: "light"
    property real textScale: 1.0

    readonly property real scale: Math.max(1.0, Math.min(2.0, textScale))
    readonly property bool dark: mode === "dark"

    readonly property ThemePalette lightColors: LightPalette {}
    readonly property ThemePalette darkColors: DarkPalette {}
    readonly property ThemePalette sunlightColors: SunlightPalette {}
    readonly property ThemePalette color: mode === "dark" ? darkColors
                                        : mode === "sunlight" ? sunlightColors : lightColors

    readonly property string fontFamily: "Noto Sans CJK SC"
    readonly property string paperFontFamily: "Noto Serif CJK SC"
    readonly property int fontDisplay: Math.round(30 * scale)
    readonly property int fontTitle: Math.round(22 * scale)
    readonly property int fontHeading: Math.round(18 * scale)
    readonly property int fontBody: Math.round(16 * scale)
    readonly property int fontSmall: Math.round(14 * scale)

    readonly property int spaceXs: 4
    readonly property int spaceS: 8
    readonly property int spaceM: 12
    readonly property int spaceL: 16
    readonly property int spaceXl: 24
    readonly property int spaceXxl: 40

    readonly property int touch: 48
    readonly property int touchAnswer: 56
    readonly property int barHeight: 64
    readonly property int railWidth: Math.round(96 * Math.min(scale, 1.5))
    readonly property int iconS: Math.round(18 * Math.min(scale, 1.5))
    readonly property int iconM: Math.round(24 * Math.min(scale, 1.5))
    readonly property int iconL: 48
    readonly property int thumbnail: 96
    readonly property int shutter: 72

    readonly property int radiusS: 8
    readonly property int radiusM: 14
    readonly property int stroke: mode === "sunlight" ? 2 : 1
    readonly property int focusStroke: 3

    readonly property int wideFrom: 840
    readonly property int readingWidth: 760
    readonly property int listPaneWidth: Math.round(380 * Math.min(scale, 1.25))
    readonly property int dialogWidth: Math.round(460 * Math.min(scale, 1.3))

    readonly property int fast: 120
    readonly property int snackbarMs: 6000

    function toneColor(tone: int): color {
        switch (tone) {
        case Tone.Accent: return theme.color.textOnAccentSoft
        case Tone.Pass: return theme.color.pass
        case Tone.Fail: return theme.color.fail
        case Tone.Warn: return theme.color.warn
        default: return theme.color.neutral
        }
    }

    function toneSoft(tone: int): color {
        switch (tone) {
        case Tone.Accent: return theme.color.accentSoft
        case Tone.Pass: return theme.color.passSoft
        case Tone.Fail: return theme.color.failSoft
        case Tone.Warn: return theme.color.warnSoft
        default: return theme.color.neutralSoft
        }
    }
}
