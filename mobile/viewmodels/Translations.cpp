#include "viewmodels/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

namespace campus::viewmodels {

namespace {

// English has a catalogue too: for its plurals.
constexpr const char *kNeeded = "campus_core";
// Screens come with the program, Qt's words with its installation; a test may have neither.
constexpr std::array kWelcome = {"campus", "qtbase"};

} // namespace

Translations::~Translations()
{
    remove();
}

bool Translations::use(const QString &language)
{
    remove();
    QLocale::setDefault(QLocale(language));
    const bool complete = install(QString::fromLatin1(kNeeded), language);
    for (const char *name : kWelcome)
        install(QString::fromLatin1(name), language);
    return complete;
}

bool Translations::install(const QString &name, const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QStringLiteral(":/i18n/%1_%2.qm").arg(name, language)))
        return false;
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
    return true;
}

void Translations::remove()
{
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

} // namespace campus::viewmodels
