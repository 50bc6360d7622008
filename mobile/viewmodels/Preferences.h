// What a tablet's users chose for its looks: language, theme, text size. Kept in one small file
// beside the database; a damaged file means the defaults. Holds nothing of the records.
// UI thread.
#pragma once

#include <QObject>
#include <QString>

namespace campus::viewmodels {

class Preferences : public QObject
{
    Q_OBJECT
public:
    // Empty: nothing is kept beyond the life of the object.
    explicit Preferences(QString file = {});
    QString language() const { return m_language; }  // zh_CN | en
    QString theme() const { return m_theme; }        // light | dark | sunlight
    double textScale() const { return m_textScale; } // 1.0–2.0
    // Unknown words and numbers out of range are refused: false.
    bool setLanguage(const QString &language);
    bool setTheme(const QString &theme);
    bool setTextScale(double scale);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textScaleChanged();

private:
    void keep(const QString &key, const QVariant &value);

    QString m_file;
    QString m_language = QStringLiteral("zh_CN");
    QString m_theme = QStringLiteral("light");
    double m_textScale = 1.0;
};

} // namespace campus::viewmodels
