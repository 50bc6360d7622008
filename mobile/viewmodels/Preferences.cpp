#include "viewmodels/Preferences.h"

#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace campus::viewmodels {

namespace {

constexpr double kTextScaleMin = 1.0;
constexpr double kTextScaleMax = 2.0;
const QString kLanguage = QStringLiteral("language");
const QString kTheme = QStringLiteral("theme");
const QString kTextScale = QStringLiteral("text_scale");

bool isLanguage(const QString &word)
{
    return word == QStringLiteral("zh_CN") || word == QStringLiteral("en");
}

bool isTheme(const QString &word)
{
    return QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("sunlight")}
        .contains(word);
}

bool isTextScale(double scale)
{
    return scale >= kTextScaleMin && scale <= kTextScaleMax;
}

} // namespace

Preferences::Preferences(QString file) : m_file(std::move(file))
{
    if (m_file.isEmpty())
        return;
    const QSettings kept(m_file, QSettings::IniFormat);
    if (const QString word = kept.value(kLanguage).toString(); isLanguage(word))
        m_language = word;
    if (const QString word = kept.value(kTheme).toString(); isTheme(word))
        m_theme = word;
    if (const double scale = kept.value(kTextScale, 0.0).toDouble(); isTextScale(scale))
        m_textScale = scale;
}

bool Preferences::setLanguage(const QString &language)
{
    if (!isLanguage(language))
        return false;
    if (language == m_language)
        return true;
    m_language = language;
    keep(kLanguage, language);
    Q_EMIT languageChanged();
    return true;
}

bool Preferences::setTheme(const QString &theme)
{
    if (!isTheme(theme))
        return false;
    if (theme == m_theme)
        return true;
    m_theme = theme;
    keep(kTheme, theme);
    Q_EMIT themeChanged();
    return true;
}

bool Preferences::setTextScale(double scale)
{
    if (!isTextScale(scale))
        return false;
    if (qFuzzyCompare(scale, m_textScale))
        return true;
    m_textScale = scale;
    keep(kTextScale, scale);
    Q_EMIT textScaleChanged();
    return true;
}

void Preferences::keep(const QString &key, const QVariant &value)
{
    if (m_file.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(key, value);
}

} // namespace campus::viewmodels
