import QtQuick

// The colour roles every palette must fill. A palette is plain values; it decides nothing.
QtObject {
    required property string name

    required property color background
    required property color surface
    required property color surfaceAlt
    required property color outline
    required property color outlineStrong

    required property color text
    required property color textSecondary
    required property color textDisabled

    required property color accent
    required property color textOnAccent
    required property color accentSoft
    required property color textOnAccentSoft

    required property color pass
    required property color textOnPass
    required property color passSoft

    required property color fail
    required property color textOnFail
    required property color failSoft

    required property color warn
    required property color textOnWarn
    required property color warnSoft

    required property color neutral
    required property color textOnNeutral
    required property color neutralSoft

    required property color inverseSurface
    required property color inverseText
    required property color inverseAccent

    required property color scrim
    required property color cameraBack
    required property color paper
    required property color ink
    required property color paperLine
    required property color paperNote
    required property color paperSeal
}
