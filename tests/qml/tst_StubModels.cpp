#include <QDir>
#include <QMetaMethod>
#include <QMetaProperty>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QTest>

#include <QtQml/qqmlextensionplugin.h>

#include "mobile/viewmodels/ScreenBench.h"
#include "viewmodels/Core.h"

using namespace campus;
using namespace campus::support;

namespace {

// What only tests and pictures use of the stubs.
const QHash<QString, QStringList> kOfStubsOnly{
    {QStringLiteral("App"), {QStringLiteral("become")}},
    {QStringLiteral("HazardEditor"),
     {QStringLiteral("saved"), QStringLiteral("photos"), QStringLiteral("put")}},
    {QStringLiteral("HazardListModel"), {QStringLiteral("fits")}},
    {QStringLiteral("HazardPage"),
     {QStringLiteral("lastAct"), QStringLiteral("did"), QStringLiteral("refuse"),
      QStringLiteral("refusesToSign"), QStringLiteral("kept"), QStringLiteral("beginning")}},
    {QStringLiteral("InspectionEditor"),
     {QStringLiteral("companion"), QStringLiteral("refusesToComplete"), QStringLiteral("history"), QStringLiteral("indexOf"),
      QStringLiteral("change"), QStringLiteral("outcome")}},
    {QStringLiteral("NoticePage"), {QStringLiteral("refusesToSign")}},
    {QStringLiteral("NoticeEditor"), {QStringLiteral("changed")}},
    {QStringLiteral("SchoolPage"), {QStringLiteral("lastStarted")}},
};
// What view models offer to C++ and to tests, no screen asks for it.
const QSet<QString> kOfListsOnly{QStringLiteral("count"), QStringLiteral("loading"),
                                 QStringLiteral("errorText"), QStringLiteral("refresh")};

QString kindOf(const QMetaProperty &property)
{
    if (property.isEnumType())
        return QStringLiteral("int");
    switch (property.metaType().id()) {
    case QMetaType::Int:
    case QMetaType::UInt: return QStringLiteral("int");
    case QMetaType::Bool: return QStringLiteral("bool");
    case QMetaType::Double: return QStringLiteral("real");
    case QMetaType::QString:
    case QMetaType::QUrl: return QStringLiteral("string");
    case QMetaType::QVariant:
    case QMetaType::QVariantList:
    case QMetaType::QVariantMap:
    case QMetaType::QStringList: return QStringLiteral("var");
    default: break;
    }
    if (property.metaType().flags().testFlag(QMetaType::PointerToQObject))
        return QStringLiteral("object");
    return QString::fromLatin1(property.typeName());
}

using Names = QMap<QString, QString>;

// Properties of the type's own, not those of lists and of QObject.
Names propertiesOf(const QObject &object)
{
    Names found;
    const QMetaObject &type = *object.metaObject();
    for (int i = QObject::staticMetaObject.propertyCount(); i < type.propertyCount(); ++i)
        found.insert(QString::fromLatin1(type.property(i).name()), kindOf(type.property(i)));
    return found;
}

// Methods and signals by name and number of arguments; what tells of a property is left out.
QSet<QString> callsOf(const QObject &object, QMetaMethod::MethodType wanted)
{
    QSet<int> tells;
    const QMetaObject &type = *object.metaObject();
    for (int i = 0; i < type.propertyCount(); ++i)
        tells.insert(type.property(i).notifySignalIndex());
    const int inherited = qobject_cast<const QAbstractItemModel *>(&object)
                              ? QAbstractItemModel::staticMetaObject.methodCount()
                              : QObject::staticMetaObject.methodCount();
    QSet<QString> found;
    for (int i = inherited; i < type.methodCount(); ++i) {
        const QMetaMethod method = type.method(i);
        const bool isCall =
            method.methodType() == QMetaMethod::Method || method.methodType() == QMetaMethod::Slot;
        if ((wanted == QMetaMethod::Signal ? method.methodType() == wanted : isCall) &&
            !tells.contains(i))
            found.insert(QStringLiteral("%1/%2")
                             .arg(QString::fromLatin1(method.name()))
                             .arg(method.parameterCount()));
    }
    return found;
}

QSet<QString> rolesOf(const QObject &object)
{
    QSet<QString> roles;
    if (const auto *model = qobject_cast<const QAbstractItemModel *>(&object)) {
        const auto names = model->roleNames();
        for (const QByteArray &name : names)
            roles.insert(QString::fromLatin1(name));
    }
    return roles;
}

QStringList without(const QSet<QString> &all, const QSet<QString> &some)
{
    QStringList left = (all - some).values();
    left.sort();
    return left;
}

QString nameOf(const QString &call)
{
    return call.section(QLatin1Char('/'), 0, 0);
}

} // namespace

// The stub of CampusSafety.Core that screens are tested on offers what the view models offer: the same
// types, properties, roles, enums, methods and signals.
class tst_StubModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyType_isThere();
    void type_offersTheSame_data();
    void type_offersTheSame();
    void enums_haveTheSameValues();

private:
    struct Pair {
        QObject *stub = nullptr;
        QObject *real = nullptr;
    };
    QObject *make(const QString &import, const QString &type);
    QObject *of(const QString &import, const QString &type);

    std::unique_ptr<TabletBench> m_bench;
    std::unique_ptr<ScreenBench> m_screen;
    std::unique_ptr<QQmlEngine> m_engine;
    QStringList m_stubTypes; // as its qmldir names them
    QStringList m_singletons;
};

namespace {

const QString kReal = QStringLiteral("import CampusSafety.Core 1.0\n");
const QString kStub =
    QStringLiteral("import \"file://" CAMPUS_STUB_IMPORTS "/CampusSafety/Core\"\n");

// Models that QML does not make by itself: property of which owner.
const QHash<QString, QString> kOwned{
    {QStringLiteral("ChecklistItemModel"), QStringLiteral("InspectionEditor.items")},
    {QStringLiteral("NoticeLineModel"), QStringLiteral("NoticeEditor.lines")},
    {QStringLiteral("TimelineModel"), QStringLiteral("HazardPage.timeline")},
};

} // namespace

void tst_StubModels::initTestCase()
{
    m_bench = std::make_unique<TabletBench>();
    m_screen = std::make_unique<ScreenBench>(*m_bench, m_bench->syncedTablet(m_bench->officer));
    m_engine = std::make_unique<QQmlEngine>();
    m_engine->addImportPath(QStringLiteral(":/qt/qml"));
    QFile qmldir(QStringLiteral(CAMPUS_STUB_IMPORTS "/CampusSafety/Core/qmldir"));
    QVERIFY(qmldir.open(QIODevice::ReadOnly));
    while (!qmldir.atEnd()) {
        QStringList words = QString::fromUtf8(qmldir.readLine()).split(QLatin1Char(' '));
        const bool singleton = words.first() == QLatin1String("singleton");
        if (singleton)
            words.removeFirst();
        const QString type = words.first().trimmed();
        if (type == QLatin1String("module") || type == QLatin1String("Sample") ||
            type == QLatin1String("LiveRows") || type == QLatin1String("Core"))
            continue;
        m_stubTypes.append(type);
        if (singleton)
            m_singletons.append(type);
    }
    QVERIFY(m_stubTypes.size() >= 15);
}

void tst_StubModels::cleanupTestCase()
{
    m_engine.reset();
    m_screen.reset();
    m_bench.reset();
}

QObject *tst_StubModels::make(const QString &import, const QString &type)
{
    QQmlComponent component(m_engine.get());
    const bool singleton = m_singletons.contains(type);
    const QString text =
        singleton
            ? QStringLiteral("import QtQml\n%1QtObject { property var it: %2 }").arg(import, type)
            : QStringLiteral("import QtQml\n%1QtObject { property var it: %2 {} }")
                  .arg(import, type);
    component.setData(text.toUtf8(), QUrl(QStringLiteral("file:///stub-models.qml")));
    QObject *holder = component.create();
    if (!holder) {
        qWarning("%s: %s", qPrintable(type), qPrintable(component.errorString()));
        return nullptr;
    }
    holder->setParent(m_engine.get());
    return holder->property("it").value<QObject *>();
}

QObject *tst_StubModels::of(const QString &import, const QString &type)
{
    const QString owner = kOwned.value(type);
    if (owner.isEmpty())
        return make(import, type);
    const QObject *owning = make(import, owner.section(QLatin1Char('.'), 0, 0));
    return owning
               ? owning->property(owner.section(QLatin1Char('.'), 1).toLatin1()).value<QObject *>()
               : nullptr;
}

void tst_StubModels::everyType_isThere()
{
    // The real module's types, from the description that was built with it.
    QFile types(QStringLiteral(CAMPUS_CORE_TYPES));
    QVERIFY(types.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(types.readAll());
    static const QRegularExpression exported(
        QStringLiteral("\"CampusSafety\\.Core/(\\w+) 1\\.0\""));
    QSet<QString> real;
    for (const auto &match : exported.globalMatch(text))
        real.insert(match.captured(1));
    QSet<QString> stub(m_stubTypes.begin(), m_stubTypes.end());
    stub.insert(QStringLiteral("Core"));
    QCOMPARE(without(real, stub), QStringList());
    QCOMPARE(without(stub, real), QStringList());
}

void tst_StubModels::type_offersTheSame_data()
{
    QTest::addColumn<QString>("type");
    for (const QString &type : m_stubTypes)
        QTest::addRow("%s", qPrintable(type)) << type;
}

void tst_StubModels::type_offersTheSame()
{
    QFETCH(QString, type);
    const QObject *real = of(kReal, type);
    const QObject *stub = of(kStub, type);
    QVERIFY(real && stub);
    QVERIFY2(QByteArray(real->metaObject()->className()).startsWith("campus::"),
             real->metaObject()->className());

    const bool list = qobject_cast<const QAbstractItemModel *>(stub) != nullptr;
    QCOMPARE(qobject_cast<const QAbstractItemModel *>(real) != nullptr, list);
    QCOMPARE(without(rolesOf(*real), rolesOf(*stub)), QStringList());
    QCOMPARE(without(rolesOf(*stub), rolesOf(*real)), QStringList());

    QStringList differ;
    const QStringList extra = kOfStubsOnly.value(type);
    const Names has = propertiesOf(*real), shown = propertiesOf(*stub);
    for (auto it = has.begin(); it != has.end(); ++it) {
        if (!shown.contains(it.key()))
            differ << QStringLiteral("the stub has no property ") + it.key();
        else if (shown[it.key()] != it.value())
            differ << QStringLiteral("%1 is %2, of the stub %3")
                          .arg(it.key(), it.value(), shown[it.key()]);
    }
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        static const QSet<QString> ofRows{QStringLiteral("roleList"), QStringLiteral("rows"),
                                          QStringLiteral("given"),    QStringLiteral("every"),
                                          QStringLiteral("twenty"),   QStringLiteral("underWay")};
        if (!has.contains(it.key()) && !extra.contains(it.key()) &&
            !(list && (ofRows.contains(it.key()) || kOfListsOnly.contains(it.key()))))
            differ << QStringLiteral("only the stub has the property ") + it.key();
    }
    for (const auto kind : {QMetaMethod::Method, QMetaMethod::Signal}) {
        const auto can = callsOf(*real, kind), could = callsOf(*stub, kind);
        // A list's own calls are asked for by nobody but tests.
        for (const QString &call : can - could) {
            if (kind == QMetaMethod::Method && !kOfListsOnly.contains(nameOf(call)))
                differ << QStringLiteral("the stub cannot ") + call;
        }
        for (const QString &call : could - can) {
            static const QSet<QString> ofRows{QStringLiteral("row"), QStringLiteral("change"),
                                              QStringLiteral("item")};
            if (!extra.contains(nameOf(call)) &&
                !(list && (ofRows.contains(nameOf(call)) || kOfListsOnly.contains(nameOf(call)))))
                differ << QStringLiteral("only the stub can ") + call;
        }
    }
    QVERIFY2(differ.isEmpty(), qPrintable(differ.join(QStringLiteral("; "))));
}

void tst_StubModels::enums_haveTheSameValues()
{
    QFile file(QStringLiteral(CAMPUS_STUB_IMPORTS "/CampusSafety/Core/Core.qml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression form(QStringLiteral("enum (\\w+) \\{([^}]*)\\}"));
    QStringList stub, real;
    for (const auto &match : form.globalMatch(text)) {
        int value = -1;
        for (const QString &part : match.captured(2).split(QLatin1Char(','))) {
            const QString key = part.section(QLatin1Char('='), 0, 0).trimmed();
            value = part.contains(QLatin1Char('='))
                        ? part.section(QLatin1Char('='), 1).trimmed().toInt()
                        : value + 1;
            stub << QStringLiteral("%1.%2=%3").arg(match.captured(1), key).arg(value);
        }
    }
    const QMetaObject &core = viewmodels::Core::staticMetaObject;
    for (int i = 0; i < core.enumeratorCount(); ++i) {
        const QMetaEnum all = core.enumerator(i);
        for (int k = 0; k < all.keyCount(); ++k)
            real << QStringLiteral("%1.%2=%3")
                        .arg(QString::fromLatin1(all.enumName()), QString::fromLatin1(all.key(k)))
                        .arg(all.value(k));
    }
    stub.sort();
    real.sort();
    QVERIFY(real.size() > 40);
    QCOMPARE(stub, real);
}

QTEST_MAIN(tst_StubModels)
#include "tst_StubModels.moc"
