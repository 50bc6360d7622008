// tst_Composing: text that an input method is still composing is part of what is saved.
#include <QInputMethodEvent>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <memory>

class tst_Composing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void composedText_isReportedOnCommit_data();
    void composedText_isReportedOnCommit();
    void pauseWhileComposing_reportsNothing_data() { composedText_isReportedOnCommit_data(); }
    void pauseWhileComposing_reportsNothing();

private:
    std::unique_ptr<QQuickItem> entry(const QString& type);

    QQmlEngine m_engine;
    QQuickWindow m_window;
};

std::unique_ptr<QQuickItem> tst_Composing::entry(const QString& type) {
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent component(&m_engine);
    component.setData(QStringLiteral("import CampusSafety.Controls\n%1 { width: 300 }").arg(type).toUtf8(), {});
    std::unique_ptr<QQuickItem> item(qobject_cast<QQuickItem*>(component.create()));
    if (item) {
        item->setParentItem(m_window.contentItem());
        m_window.show();
        m_window.requestActivate();
        if (!QTest::qWaitForWindowActive(&m_window)) {
            return nullptr;
        }
        item->forceActiveFocus();
    }
    return item;
}

void tst_Composing::composedText_isReportedOnCommit_data() {
    QTest::addColumn<QString>("type");
    QTest::newRow("one line") << QStringLiteral("TextEntry");
    QTest::newRow("several lines") << QStringLiteral("TextAreaEntry");
}

void tst_Composing::composedText_isReportedOnCommit() {
    QFETCH(QString, type);
    const auto item = entry(type);
    QVERIFY(item);
    item->setProperty("text", QStringLiteral("疏散"));
    item->setProperty("cursorPosition", 2);
    QSignalSpy edited(item.get(), SIGNAL(edited(QString)));

    QInputMethodEvent composing(QStringLiteral("楼梯"), {});
    QCoreApplication::sendEvent(item.get(), &composing);
    QCOMPARE(item->property("text").toString(), QStringLiteral("疏散"));
    QVERIFY(QMetaObject::invokeMethod(item.get(), "commitNow"));

    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.at(0).at(0).toString(), QStringLiteral("疏散楼梯"));
}

void tst_Composing::pauseWhileComposing_reportsNothing() {
    QFETCH(QString, type);
    const auto item = entry(type);
    QVERIFY(item);
    QSignalSpy edited(item.get(), SIGNAL(edited(QString)));

    QTest::keyClick(&m_window, Qt::Key_A);
    QInputMethodEvent composing(QStringLiteral("lou"), {});
    QCoreApplication::sendEvent(item.get(), &composing);
    QTest::qWait(600);
    QCOMPARE(edited.count(), 0);

    QInputMethodEvent chosen;
    chosen.setCommitString(QStringLiteral("楼"));
    QCoreApplication::sendEvent(item.get(), &chosen);
    QTRY_COMPARE(edited.count(), 1);
    QCOMPARE(edited.at(0).at(0).toString(), QStringLiteral("a楼"));
}

QTEST_MAIN(tst_Composing)
#include "tst_Composing.moc"
