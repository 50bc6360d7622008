// One checklist on the screen: shows a draft and passes every tap on to it. What was tapped is on
// disk when the method returns. Decisions are fieldwork::InspectionDraft's; here they only get
// words. UI thread.
#pragma once

#include <QObject>
#include <QVariantList>
#include <memory>

#include <QtQml/qqmlregistration.h>

#include "fieldwork/InspectionDraft.h"
#include "viewmodels/ChecklistItemModel.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class InspectionEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        QString inspectionId READ inspectionId WRITE setInspectionId NOTIFY inspectionIdChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY shownChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    // A photo is still being saved; complete() waits for it.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString title READ title NOTIFY shownChanged)
    Q_PROPERTY(QString schoolName READ schoolName NOTIFY shownChanged)
    Q_PROPERTY(QString assetName READ assetName NOTIFY shownChanged)
    Q_PROPERTY(int done READ doneCount NOTIFY shownChanged)
    Q_PROPERTY(int total READ totalCount NOTIFY shownChanged)
    Q_PROPERTY(int failed READ failedCount NOTIFY shownChanged)
    Q_PROPERTY(int warnings READ warningCount NOTIFY shownChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY shownChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY shownChanged)
    Q_PROPERTY(QVariantList sections READ sections NOTIFY shownChanged)
    Q_PROPERTY(campus::viewmodels::ChecklistItemModel *items READ items CONSTANT)
    Q_PROPERTY(QVariantList missing READ missing NOTIFY missingChanged)
    Q_PROPERTY(QString nextInspectionId READ nextInspectionId NOTIFY shownChanged)

public:
    explicit InspectionEditor(QObject *parent = nullptr);
    ~InspectionEditor() override;

    QString inspectionId() const { return m_id; }
    void setInspectionId(const QString &id);
    bool isReady() const { return m_draft != nullptr; }
    QString errorText() const { return m_errorText; }
    bool isBusy() const;
    QString title() const;
    QString schoolName() const;
    QString assetName() const;
    int doneCount() const { return m_done; }
    int totalCount() const { return m_total; }
    int failedCount() const { return m_failed; }
    int warningCount() const { return m_warnings; }
    bool canUndo() const { return m_draft && m_draft->canUndo(); }
    QString undoText() const { return m_undoText; }
    QVariantList sections() const { return m_sections; }
    ChecklistItemModel *items() { return &m_items; }
    QVariantList missing() const { return m_missing; }
    QString nextInspectionId() const { return m_next; }

    Q_INVOKABLE bool pass(const QString &itemId);
    Q_INVOKABLE bool fail(const QString &itemId);
    Q_INVOKABLE bool notApplicable(const QString &itemId, const QString &reason);
    // An empty text takes the value back; note and photos stay.
    Q_INVOKABLE bool setNumber(const QString &itemId, const QString &text);
    Q_INVOKABLE bool setDate(const QString &itemId, const QString &iso);
    Q_INVOKABLE bool setCount(const QString &itemId, const QString &count, const QString &total);
    Q_INVOKABLE bool setChoice(const QString &itemId, const QString &value);
    // The failed item is the hazard that is open already: a remark on that one, no second one.
    Q_INVOKABLE bool stillOpen(const QString &itemId);
    Q_INVOKABLE bool setNote(const QString &itemId, const QString &text);
    Q_INVOKABLE void addPhoto(const QString &itemId, const QUrl &url);
    Q_INVOKABLE bool removePhoto(const QString &itemId, int index);
    Q_INVOKABLE bool clear(const QString &itemId);
    Q_INVOKABLE bool undo();
    // Index of the next item without an answer after `fromIndex`, from the top again at the end.
    Q_INVOKABLE int nextOpen(int fromIndex) const;
    // Passes every open yes-or-no item of a section; one undo takes all of them back.
    Q_INVOKABLE bool passSection(const QString &code);
    Q_INVOKABLE bool complete(const QString &companionName);
    Q_INVOKABLE bool discard();

Q_SIGNALS:
    void inspectionIdChanged();
    void errorTextChanged();
    void shownChanged();
    void missingChanged();
    void busyChanged();
    void completed();

private:
    void load();
    void show();
    void findNext();
    ChecklistItemRow rowOf(const fieldwork::ItemState &state) const;
    domain::Answer answerFor(const QString &itemId) const; // what is there, as a person's own
    bool save(const domain::Answer &answer, const QString &doing);
    bool report(const Error &error);
    bool says(const QString &text);
    QString placeName() const;

    QString m_id, m_errorText, m_undoText, m_next;
    std::unique_ptr<fieldwork::InspectionDraft> m_draft;
    ChecklistItemModel m_items;
    QVariantList m_sections, m_missing;
    int m_done = 0, m_total = 0, m_failed = 0, m_warnings = 0;
    int m_undoGroup = 1; // how many answers the next undo takes back
    bool m_leaving = false;
};

} // namespace campus::viewmodels
