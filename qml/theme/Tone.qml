import QtQml

// The five meanings a colour can carry. Screens name a tone, the palette chooses the colour.
QtObject {
    enum Kind { Neutral, Accent, Pass, Fail, Warn }
}
