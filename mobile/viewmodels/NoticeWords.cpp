#include "viewmodels/NoticeWords.h"

#include <QCoreApplication>
#include <QStringList>

#include "viewmodels/Core.h"
#include "viewmodels/Texts.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels::words {

QString noticeHeading()
{
    const Workplace &workplace = Workplace::instance();
    return QCoreApplication::translate("NoticeWords", "%1: rectification notice")
        .arg(workplace.isOpen() ? texts::qt(workplace.store().bureau().name) : QString());
}

bool mayOrder(const store::TabletStore &store, const store::HazardRow &hazard)
{
    const auto person = store.actingUser();
    return hazard.level == domain::Level::General ||
           (person && person->role == domain::Role::BureauAdmin);
}

QString noticeNumber(const domain::Notice &notice)
{
    if (!notice.number.empty())
        return texts::qt(notice.number);
    return QCoreApplication::translate("NoticeWords", "temporary no. %1")
        .arg(texts::qt(notice.issued.temporaryNumber));
}

NoticeLineRow lineRow(const domain::NoticeLine &line, int no)
{
    NoticeLineRow row;
    row.hazardId = texts::qt(line.hazard);
    row.no = no;
    row.place = texts::qt(line.place);
    row.problem = texts::qt(line.problem);
    row.basis = texts::qt(line.basis);
    row.level = numberOf(line.level);
    row.levelText = texts::of(line.level);
    row.measure = texts::qt(line.measure);
    row.interim = texts::qt(line.interim);
    row.responsible = texts::qt(line.responsible);
    row.days = line.days;
    row.dueText = texts::day(line.due);
    return row;
}

NoticeLineRow candidateRow(const store::HazardRow &hazard)
{
    NoticeLineRow row;
    row.hazardId = texts::qt(hazard.id);
    row.included = false;
    row.place = texts::qt(hazard.place);
    row.problem = texts::qt(hazard.title);
    row.level = numberOf(hazard.level);
    row.levelText = texts::of(hazard.level);
    return row;
}

QString personName(const std::string &user)
{
    const auto person = Workplace::instance().store().user(user);
    return texts::qt(person ? person->name : user);
}

QString peopleNames(const std::vector<std::string> &users)
{
    QStringList names;
    for (const std::string &user : users)
        names.append(personName(user));
    return names.join(QCoreApplication::translate("NoticeWords", ", "));
}

} // namespace campus::viewmodels::words
