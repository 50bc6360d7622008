#include <algorithm>

#include "viewmodels/ErrorText.h"
#include "viewmodels/HazardPage.h"
#include "viewmodels/InspectionWords.h"
#include "viewmodels/Texts.h"

// What is written for an act before it is done.

namespace campus::viewmodels {

bool HazardPage::isBusy() const
{
    return Workplace::instance().isPhotoUnderWay(m_id);
}

void HazardPage::addPhoto(const QUrl &url)
{
    fieldwork::PhotoFacts facts;
    facts.place = expectedPlace().toStdString();
    store::TabletStore &store = Workplace::instance().store();
    Workplace::instance().takePhotoInto(
        m_id, url, facts,
        [&store, key = formKey(),
         first = m_form.value_or(domain::HazardAct{})](const domain::Photo &photo) -> Result<void> {
            const auto kept = store.changeForm(
                key, first, [&](domain::HazardAct &act) { act.after.push_back(photo); });
            return kept ? Result<void>() : Result<void>(kept.error());
        },
        this,
        [this, about = m_id](const Result<void> &added) {
            if (about != m_id)
                return;
            says(added ? QString() : ErrorText::of(added.error()));
            takeUpForm();
        });
}

bool HazardPage::removePhoto(int index)
{
    if (!m_form || index < 0 || index >= static_cast<int>(m_form->after.size()))
        return false;
    const domain::Photo gone = m_form->after[static_cast<std::size_t>(index)];
    return change([&](domain::HazardAct &act) { std::erase(act.after, gone); });
}

void HazardPage::begin(int act)
{
    m_key = std::to_string(act);
    says({});
    takeUpForm();
}

void HazardPage::drop()
{
    if (!m_id.isEmpty()) {
        if (auto dropped = Workplace::instance().store().dropForm(formKey()); !dropped)
            says(ErrorText::of(dropped.error()));
        else
            says({});
    }
    m_key = kNoAct;
    takeUpForm();
}

void HazardPage::takeUpForm()
{
    m_form.reset();
    if (!m_id.isEmpty() && Workplace::instance().isOpen()) {
        if (auto form = Workplace::instance().store().form(formKey()))
            m_form = std::move(*form);
        else
            says(ErrorText::of(form.error()));
    }
    Q_EMIT formChanged();
    Q_EMIT pendingPhotosChanged();
}

bool HazardPage::change(const std::function<void(domain::HazardAct &)> &change)
{
    auto kept = Workplace::instance().store().changeForm(
        formKey(), m_form.value_or(domain::HazardAct{}), change);
    if (!kept)
        return says(ErrorText::of(kept.error()));
    m_form = std::move(kept).value();
    Q_EMIT formChanged();
    Q_EMIT pendingPhotosChanged();
    return true;
}

void HazardPage::write(const QVariantMap &fields)
{
    const auto text = [&](const char *key) {
        return firstCodePoints(fields.value(QLatin1String(key)).toString().toStdString(),
                               limits::kNoteCharsMax);
    };
    change([&](domain::HazardAct &act) {
        act.text = text("text");
        act.reason = text("reason");
        act.interim = text("interim");
        act.done = text("done");
        act.doneOn = Day::parse(text("doneOnIso"));
        act.until = Day::parse(text("untilIso"));
        act.moneyCents = texts::centsOf(words::plainDigits(texts::qt(text("moneyText"))));
        const int reason = fields.value(QStringLiteral("reasonIndex"), -1).toInt();
        act.delayReason = reason >= 0 && reason < static_cast<int>(kReasons.size())
                              ? kReasons[static_cast<std::size_t>(reason)]
                              : domain::DelayReason::None;
        act.onSite = fields.value(QStringLiteral("onSite"), true).toBool();
        if (fields.contains(QStringLiteral("days")))
            act.days = fields.value(QStringLiteral("days")).toInt();
    });
}

QVariantMap HazardPage::form() const
{
    if (!m_form)
        return {};
    const auto iso = [](const std::optional<Day> &day) {
        return day ? texts::qt(day->iso()) : QString();
    };
    const auto reason = std::find(kReasons.begin(), kReasons.end(), m_form->delayReason);
    QVariantMap fields{
        {"text", texts::qt(m_form->text)},
        {"reason", texts::qt(m_form->reason)},
        {"interim", texts::qt(m_form->interim)},
        {"done", texts::qt(m_form->done)},
        {"doneOnIso", iso(m_form->doneOn)},
        {"untilIso", iso(m_form->until)},
        {"moneyText", m_form->moneyCents
                          ? QString::number(static_cast<double>(*m_form->moneyCents) / 100, 'f', 2)
                          : QString()},
        {"reasonIndex", reason == kReasons.end()
                            ? -1
                            : static_cast<int>(reason - kReasons.begin())},
        {"onSite", m_form->onSite}};
    if (m_form->days)
        fields.insert("days", *m_form->days);
    return fields;
}

QVariantList HazardPage::begun() const
{
    QVariantList begun;
    if (m_id.isEmpty() || !Workplace::instance().isOpen())
        return begun;
    const auto forms = Workplace::instance().store().formsOf(m_id.toStdString());
    const QVariantList open = acts();
    for (const store::Form &form : forms ? *forms : std::vector<store::Form>{}) {
        if (const int act = texts::qt(form.key).toInt(); open.contains(act))
            begun.append(act);
    }
    return begun;
}

fieldwork::FieldWork HazardPage::written() const
{
    return Workplace::instance().work().fromForm(m_key);
}

} // namespace campus::viewmodels
