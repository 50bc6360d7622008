// A list that follows the store: it asks again when the workplace says that something it shows has
// changed, and changes only the rows that differ, so a view keeps its place. Subclasses are
// LiveRows<Row>. Questions run on a reader thread; everything else on the UI thread.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QQmlParserStatus>
#include <QString>

#include <QtQml/qqmlregistration.h>

#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class LiveListModel : public QAbstractListModel, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    QML_ANONYMOUS

public:
    int count() const { return rowCount({}); }
    bool isLoading() const { return m_loading; }
    QString errorText() const { return m_errorText; }
    QHash<int, QByteArray> roleNames() const override; // by the enum Roles of the subclass
    void classBegin() override { m_complete = false; }
    void componentComplete() override;
    Q_INVOKABLE void
    refresh(); // asks again now; calls in one turn of the event loop are one question

Q_SIGNALS:
    void countChanged();
    void loadingChanged();
    void errorTextChanged();

protected:
    explicit LiveListModel(QObject *parent = nullptr);
    // Whether the change can touch what this list shows.
    virtual bool concerns(const store::Change &change) const = 0;
    virtual void askNow() = 0;
    void setLoading(bool loading);
    void setErrorText(const QString &text);

private:
    void tellTextsChanged();

    bool m_complete = true; // false while QML is still setting the properties
    bool m_asked = false;
    bool m_loading = false;
    QString m_errorText;
};

} // namespace campus::viewmodels
