// Puts the program into a language: translators of screens, view models and Qt itself, and the
// default locale. English is the language of the sources. UI thread.
#pragma once

#include <QString>
#include <QTranslator>
#include <memory>
#include <vector>

namespace campus::viewmodels {

class Translations
{
public:
    Translations() = default;
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    // zh_CN or en. False when a catalogue of the language is missing; its texts stay English.
    bool use(const QString &language);

private:
    bool install(const QString &name, const QString &language);
    void remove();

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace campus::viewmodels
