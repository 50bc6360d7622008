#include "viewmodels/AssetWords.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

#include "domain/RegisterField.h"
#include "viewmodels/Texts.h"

namespace campus::viewmodels::words {

namespace {

constexpr int kWarnDays = 30;

QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

struct Paper {
    std::string_view field;
    const char *name;
};

constexpr std::array kPapers = {
    Paper{"bus.plate_valid_until", QT_TRANSLATE_NOOP("AssetWords", "School-bus plate card")},
    Paper{"bus.inspection_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Technical inspection")},
    Paper{"bus.insurance_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Insurance")},
    Paper{"bus.extinguisher_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Extinguisher")},
    Paper{"canteen.licence_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Food licence")},
    Paper{"building.lift_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Lift inspection")},
    Paper{"building.boiler_valid_until", QT_TRANSLATE_NOOP("AssetWords", "Boiler inspection")},
    Paper{"building.gas_hose_until", QT_TRANSLATE_NOOP("AssetWords", "Gas hose")},
};

// A word of the register in the language of the screen.
struct Code {
    std::string_view field, code;
    const char *text;
};

constexpr std::array kCodes = {
    Code{"bus.type", "kindergarten", QT_TRANSLATE_NOOP("AssetWords", "Kindergarten bus")},
    Code{"bus.type", "primary", QT_TRANSLATE_NOOP("AssetWords", "Primary school bus")},
    Code{"bus.type", "combined",
         QT_TRANSLATE_NOOP("AssetWords", "Primary and secondary school bus")},
    Code{"bus.operator", "school", QT_TRANSLATE_NOOP("AssetWords", "run by the school")},
    Code{"canteen.mode", "self", QT_TRANSLATE_NOOP("AssetWords", "Run by the school")},
    Code{"canteen.mode", "contracted", QT_TRANSLATE_NOOP("AssetWords", "Run by a contractor")},
    Code{"canteen.mode", "delivered", QT_TRANSLATE_NOOP("AssetWords", "Meals delivered")},
    Code{"building.use", "teaching", QT_TRANSLATE_NOOP("AssetWords", "Teaching building")},
    Code{"building.use", "dormitory", QT_TRANSLATE_NOOP("AssetWords", "Dormitory")},
    Code{"building.use", "canteen", QT_TRANSLATE_NOOP("AssetWords", "Canteen building")},
    Code{"building.use", "office", QT_TRANSLATE_NOOP("AssetWords", "Office building")},
    Code{"building.use", "lab", QT_TRANSLATE_NOOP("AssetWords", "Laboratory building")},
    Code{"building.use", "gym", QT_TRANSLATE_NOOP("AssetWords", "Gymnasium")},
    Code{"building.use", "kindergarten", QT_TRANSLATE_NOOP("AssetWords", "Activity building")},
    Code{"building.use", "other", QT_TRANSLATE_NOOP("AssetWords", "Other building")},
    Code{"flood_point.risk", "high", QT_TRANSLATE_NOOP("AssetWords", "High risk")},
    Code{"flood_point.risk", "medium", QT_TRANSLATE_NOOP("AssetWords", "Medium risk")},
    Code{"flood_point.risk", "low", QT_TRANSLATE_NOOP("AssetWords", "Low risk")},
};

std::string textAt(const domain::Asset &asset, std::string_view field)
{
    const domain::FieldValue value = domain::fieldOf(asset, field);
    const auto *text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

QString codeAt(const domain::Asset &asset, std::string_view field)
{
    const std::string code = textAt(asset, field);
    for (const Code &known : kCodes) {
        if (known.field == field && known.code == code)
            return translate("AssetWords", known.text);
    }
    return QString::fromStdString(code);
}

int numberAt(const domain::Asset &asset, std::string_view field)
{
    const domain::FieldValue value = domain::fieldOf(asset, field);
    const auto *number = std::get_if<double>(&value);
    return number && *number > 0 && *number < 1e9 ? static_cast<int>(*number) : 0;
}

QString counted(int number, const char *pattern)
{
    return number == 0 ? QString() : translate("AssetWords", pattern).arg(number);
}

QStringList partsOf(const domain::Asset &asset)
{
    switch (asset.kind) {
    case domain::AssetKind::School: return {};
    case domain::AssetKind::Bus:
        return {codeAt(asset, "bus.type"),
                counted(numberAt(asset, "bus.approved_seats"),
                        QT_TRANSLATE_NOOP("AssetWords", "%1 seats")),
                codeAt(asset, "bus.operator")};
    case domain::AssetKind::Canteen:
        return {codeAt(asset, "canteen.mode"),
                counted(numberAt(asset, "canteen.diners"),
                        QT_TRANSLATE_NOOP("AssetWords", "%1 diners"))};
    case domain::AssetKind::Building: {
        const std::string grade = textAt(asset, "building.grade");
        return {codeAt(asset, "building.use"),
                counted(numberAt(asset, "building.floors"),
                        QT_TRANSLATE_NOOP("AssetWords", "%1 floors")),
                counted(numberAt(asset, "building.year_built"),
                        QT_TRANSLATE_NOOP("AssetWords", "built %1")),
                grade.empty() || grade == "none"
                    ? QString()
                    : translate("AssetWords", "grade %1").arg(QString::fromStdString(grade))};
    }
    case domain::AssetKind::FloodPoint:
        return {codeAt(asset, "flood_point.risk"),
                counted(numberAt(asset, "flood_point.students_at_risk"),
                        QT_TRANSLATE_NOOP("AssetWords", "%1 pupils affected"))};
    }
    return {};
}

} // namespace

QString detailOf(const domain::Asset &asset)
{
    QStringList parts = partsOf(asset);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString expiryOf(const domain::Asset &asset, Day today)
{
    const Paper *first = nullptr;
    Day until;
    for (const Paper &paper : kPapers) {
        const auto day = Day::parse(textAt(asset, paper.field));
        if (day && *day - today <= kWarnDays && (!first || *day < until)) {
            first = &paper;
            until = *day;
        }
    }
    if (!first)
        return {};
    const QString name = translate("AssetWords", first->name);
    const QString date = texts::shortDay(until, today);
    return until < today ? translate("AssetWords", "%1 expired on %2").arg(name, date)
                         : translate("AssetWords", "%1 expires on %2").arg(name, date);
}

} // namespace campus::viewmodels::words
