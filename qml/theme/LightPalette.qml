import QtQuick

// Indoor light palette. Text reaches 7:1 on background, surface and its own soft tone.
ThemePalette {
    name: "light"

    background: "#f3f5f8"
    surface: "#ffffff"
    surfaceAlt: "#e9edf3"
    outline: "#d3dae4"
    outlineStrong: "#6a7687"

    text: "#141d29"
    textSecondary: "#414d5c"
    textDisabled: "#7b8694"

    accent: "#17509b"
    textOnAccent: "#ffffff"
    accentSoft: "#e2ecfa"
    textOnAccentSoft: "#113f7d"

    pass: "#095931"
    textOnPass: "#ffffff"
    passSoft: "#e0f3e8"

    fail: "#9b1717"
    textOnFail: "#ffffff"
    failSoft: "#fdeae8"

    warn: "#6e4300"
    textOnWarn: "#ffffff"
    warnSoft: "#fff0d1"

    neutral: "#414d5c"
    textOnNeutral: "#ffffff"
    neutralSoft: "#e9edf3"

    inverseSurface: "#1f2a38"
    inverseText: "#f3f6fa"
    inverseAccent: "#a9ccff"

    scrim: "#8c0b111a"
    cameraBack: "#0b0e12"
    paper: "#ffffff"
    ink: "#10151c"
    paperLine: "#8a94a3"
    paperNote: "#414d5c"
    paperSeal: "#b3261e"
}
