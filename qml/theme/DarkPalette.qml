import QtQuick

// Palette for dim rooms and night work.
ThemePalette {
    name: "dark"

    background: "#0e131a"
    surface: "#18202b"
    surfaceAlt: "#232e3c"
    outline: "#36435a"
    outlineStrong: "#8695aa"

    text: "#eef2f8"
    textSecondary: "#bdc8d6"
    textDisabled: "#7d8a9b"

    accent: "#93bdff"
    textOnAccent: "#06182f"
    accentSoft: "#1c3152"
    textOnAccentSoft: "#c4dbff"

    pass: "#86dcab"
    textOnPass: "#04180d"
    passSoft: "#14301f"

    fail: "#ffaea6"
    textOnFail: "#2b0604"
    failSoft: "#3f1a18"

    warn: "#ffca7a"
    textOnWarn: "#241500"
    warnSoft: "#392a10"

    neutral: "#bdc8d6"
    textOnNeutral: "#10161f"
    neutralSoft: "#232e3c"

    inverseSurface: "#e3e9f1"
    inverseText: "#141d29"
    inverseAccent: "#124587"

    scrim: "#b3000000"
    cameraBack: "#0b0e12"
    paper: "#fbfaf6"
    ink: "#10151c"
    paperLine: "#8a94a3"
    paperNote: "#414d5c"
    paperSeal: "#b3261e"
}
