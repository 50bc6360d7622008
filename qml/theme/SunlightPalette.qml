import QtQuick

// Outdoor palette: black on white, strong outlines, no grey text.
ThemePalette {
    name: "sunlight"

    background: "#ffffff"
    surface: "#ffffff"
    surfaceAlt: "#eeeeee"
    outline: "#5a5a5a"
    outlineStrong: "#1a1a1a"

    text: "#000000"
    textSecondary: "#1f1f1f"
    textDisabled: "#5f5f5f"

    accent: "#00357f"
    textOnAccent: "#ffffff"
    accentSoft: "#dbe8ff"
    textOnAccentSoft: "#002a66"

    pass: "#00431f"
    textOnPass: "#ffffff"
    passSoft: "#d6f5e2"

    fail: "#7d0000"
    textOnFail: "#ffffff"
    failSoft: "#ffe3e0"

    warn: "#4f2f00"
    textOnWarn: "#ffffff"
    warnSoft: "#ffeabf"

    neutral: "#1f1f1f"
    textOnNeutral: "#ffffff"
    neutralSoft: "#eeeeee"

    inverseSurface: "#000000"
    inverseText: "#ffffff"
    inverseAccent: "#b8d4ff"

    scrim: "#a6000000"
    cameraBack: "#0b0e12"
    paper: "#ffffff"
    ink: "#000000"
    paperLine: "#5a5a5a"
    paperNote: "#1f1f1f"
    paperSeal: "#b3261e"
}
