#include "viewmodels/LiveListModel.h"

#include <QMetaEnum>
#include <QMetaObject>

#include "core/Assert.h"

namespace campus::viewmodels {

LiveListModel::LiveListModel(QObject *parent) : QAbstractListModel(parent)
{
    Workplace &workplace = Workplace::instance();
    connect(&workplace, &Workplace::changed, this, [this](const store::Change &change) {
        if (change.everything || change.people || concerns(change))
            refresh();
    });
    connect(&workplace, &Workplace::dayChanged, this, &LiveListModel::refresh);
    connect(&workplace, &Workplace::languageChanged, this, [this] {
        tellTextsChanged();
        if (!m_errorText.isEmpty())
            refresh();
    });
    connect(&workplace, &Workplace::photosArrived, this, &LiveListModel::tellTextsChanged);
}

QHash<int, QByteArray> LiveListModel::roleNames() const
{
    const QMetaObject *type = metaObject();
    const int at = type->indexOfEnumerator("Roles");
    CAMPUS_ASSERT(at >= 0);
    const QMetaEnum roles = type->enumerator(at);
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
        names.insert(roles.value(i), name);
    }
    return names;
}

void LiveListModel::componentComplete()
{
    m_complete = true;
    refresh();
}

void LiveListModel::refresh()
{
    if (!m_complete || m_asked || !Workplace::instance().isOpen())
        return;
    m_asked = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_asked = false;
            askNow();
        },
        Qt::QueuedConnection);
}

void LiveListModel::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void LiveListModel::setErrorText(const QString &text)
{
    if (text == m_errorText)
        return;
    m_errorText = text;
    Q_EMIT errorTextChanged();
}

void LiveListModel::tellTextsChanged()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

} // namespace campus::viewmodels
