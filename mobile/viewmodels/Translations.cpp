#include "viewmodels/Translations.h"

#include <QCoreApplication>
#include <QLocale>

namespace campus::viewmodels {

namespace {

const QString kSources = QStringLiteral("en");
// Screens come with the program; a test of the view models alone has none.
const QStringList kNeeded = {QStringLiteral("campus_core")};
const QStringList kWelcome = {QStringLiteral("campus"), QStringLiteral("qtbase")};

} // namespace

Translations::~Translations()
{
    remove();
}

bool Translations::use(const QString &language)
{
    remove();
    const bool sources = language == kSources;
    QLocale::setDefault(sources ? QLocale(QLocale::English, QLocale::China) : QLocale(language));
    if (sources)
        return true;
    bool complete = true;
    for (const QString &name : kNeeded + kWelcome) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(QStringLiteral(":/i18n/%1_%2.qm").arg(name, language))) {
            QCoreApplication::installTranslator(translator.get());
            m_installed.push_back(std::move(translator));
        } else if (kNeeded.contains(name)) {
            complete = false;
        }
    }
    return complete;
}

void Translations::remove()
{
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

} // namespace campus::viewmodels
