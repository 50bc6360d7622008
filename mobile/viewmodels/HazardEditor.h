// What a failed item leads to: a hazard to be registered, or one fixed on the spot. The form is
// prefilled from the item and kept with every change, until it is saved or dropped with its draft;
// only a signature is not kept before. UI thread.
#pragma once

#include <QObject>
#include <QSizeF>
#include <QVariantList>
#include <functional>
#include <memory>

#include <QtQml/qqmlregistration.h>

#include "fieldwork/InspectionDraft.h"
#include "viewmodels/Workplace.h"

namespace campus::viewmodels {

class HazardEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString inspectionId READ inspectionId WRITE setInspectionId NOTIFY subjectChanged)
    Q_PROPERTY(QString itemId READ itemId WRITE setItemId NOTIFY subjectChanged)
    Q_PROPERTY(bool fixedOnSpot READ isFixedOnSpot WRITE setFixedOnSpot NOTIFY formChanged)
    // A photo is still being saved; saving the form waits for it.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString categoryText READ categoryText NOTIFY formChanged)
    Q_PROPERTY(QString basisText READ basisText NOTIFY formChanged)
    Q_PROPERTY(int level READ level WRITE setLevel NOTIFY formChanged)
    Q_PROPERTY(bool levelLocked READ isLevelLocked NOTIFY formChanged)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY formChanged)
    Q_PROPERTY(QString description READ description WRITE setDescription NOTIFY formChanged)
    Q_PROPERTY(QString measure READ measure WRITE setMeasure NOTIFY formChanged)
    Q_PROPERTY(QString interim READ interim WRITE setInterim NOTIFY formChanged)
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY formChanged)
    Q_PROPERTY(QString dueText READ dueText NOTIFY formChanged)
    Q_PROPERTY(int affectedCount READ affectedCount WRITE setAffectedCount NOTIFY formChanged)
    Q_PROPERTY(QStringList beforePhotos READ beforePhotos NOTIFY formChanged)
    Q_PROPERTY(QStringList afterPhotos READ afterPhotos NOTIFY formChanged)
    Q_PROPERTY(QStringList proofPhotos READ proofPhotos NOTIFY formChanged)
    Q_PROPERTY(QString proofText READ proofText NOTIFY formChanged)
    Q_PROPERTY(bool canFixOnSpot READ canFixOnSpot NOTIFY formChanged)
    Q_PROPERTY(QString signerName READ signerName WRITE setSignerName NOTIFY formChanged)
    Q_PROPERTY(bool hasSignature READ hasSignature NOTIFY formChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    explicit HazardEditor(QObject *parent = nullptr);

    QString inspectionId() const { return m_inspection; }
    void setInspectionId(const QString &id);
    QString itemId() const { return m_item; }
    void setItemId(const QString &id);
    bool isFixedOnSpot() const { return m_act.kind == domain::HazardActKind::FixOnSpot; }
    void setFixedOnSpot(bool fixed);
    bool isBusy() const;
    QString categoryText() const;
    QString basisText() const;
    int level() const { return static_cast<int>(m_act.level); }
    void setLevel(int level);
    // The rule of the checklist says major: only the bureau may lower it (domain.md §10.2 (10)).
    bool isLevelLocked() const { return m_ruleLevel == domain::Level::Major; }
    QString place() const;
    void setPlace(const QString &text);
    QString description() const;
    void setDescription(const QString &text);
    QString measure() const;
    void setMeasure(const QString &text);
    QString interim() const;
    void setInterim(const QString &text);
    int days() const { return m_act.days.value_or(0); }
    void setDays(int days);
    QString dueText() const;
    int affectedCount() const { return static_cast<int>(m_act.affectedCount); }
    void setAffectedCount(int count);
    QStringList beforePhotos() const { return urls(m_act.before); }
    QStringList afterPhotos() const { return urls(m_act.after); }
    QStringList proofPhotos() const { return urls(m_act.failActionProof); }
    QString proofText() const;
    bool canFixOnSpot() const { return m_ready && m_act.level == domain::Level::General; }
    QString signerName() const { return m_signer; }
    void setSignerName(const QString &name);
    bool hasSignature() const { return !m_strokes.isEmpty() || m_signature != Digest{}; }
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void addPhoto(const QString &kind, const QUrl &url); // before | after | proof
    Q_INVOKABLE bool removePhoto(const QString &kind, int index);
    // Of the school's person who saw the fix; a change of the form afterwards voids it.
    // Becomes a picture when the fix is saved.
    Q_INVOKABLE void sign(const QVariantList &strokes, qreal width, qreal height);
    Q_INVOKABLE void wipeSignature();
    Q_INVOKABLE bool saveHazard();
    Q_INVOKABLE bool saveFixedOnSpot();
    Q_INVOKABLE bool remove();

Q_SIGNALS:
    void subjectChanged();
    void formChanged();
    void errorTextChanged();
    void busyChanged();
    void saved();

private:
    using Change = std::function<void(domain::HazardAct &)>;
    void load();
    void takeUpForm(); // what was kept of it, by whatever wrote it
    store::Form formKey() const;
    void change(const Change &change); // kept at once
    Digest contentHash() const; // of the form as shown
    static std::vector<domain::Photo> *photosOf(domain::HazardAct &act, const QString &kind);
    static QStringList urls(const std::vector<domain::Photo> &photos);
    bool keep(domain::HazardAct act);
    bool says(const QString &text);
    void set(std::string domain::HazardAct::*field, const QString &text);

    QString m_inspection, m_item, m_signer, m_errorText;
    std::unique_ptr<fieldwork::InspectionDraft> m_draft;
    domain::HazardAct m_act; // Register or FixOnSpot; its one signature bears only the signer's name
    domain::Level m_ruleLevel = domain::Level::General;
    Digest m_signature; // of a fix saved before, while nothing has changed since
    QVariantList m_strokes;
    QSizeF m_padSize;
    bool m_ready = false;
};

} // namespace campus::viewmodels
