// A hand on the tablet program: starts it in this process, finds what is on its screen by object name,
// presses it with the keyboard, writes, signs, and takes pictures when CAMPUS_PICTURES names a folder.
// Every QML warning is kept. One program at a time; GUI thread.
#pragma once

#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <memory>

#include "app/TabletApp.h"

namespace campus::support {

inline constexpr int kScreenPatienceMillis = 30'000;

class ScreenHand
{
public:
    ScreenHand()
    {
        s_warnings.clear();
        s_before = qInstallMessageHandler(take);
    }
    ~ScreenHand()
    {
        end();
        qInstallMessageHandler(s_before);
    }

    bool start(const app::Arguments &arguments)
    {
        m_app = std::make_unique<app::TabletApp>(arguments);
        if (!m_app->start())
            return false;
        for (QWindow *window : QGuiApplication::topLevelWindows()) {
            if (auto *quick = qobject_cast<QQuickWindow *>(window))
                m_window = quick;
        }
        return m_window != nullptr;
    }
    void end()
    {
        m_window = nullptr;
        m_app.reset();
    }

    QQuickWindow *window() const { return m_window; }
    static QStringList warnings() { return s_warnings; }

    // What can be seen and has the name; null when nothing does. `name` may end with *.
    QQuickItem *see(const QString &name) const
    {
        return below(m_window->contentItem(), name, false);
    }
    QQuickItem *seeAny(const QString &name) const
    {
        return below(m_window->contentItem(), name, true);
    }
    QQuickItem *await(const QString &name) const
    {
        QQuickItem *item = nullptr;
        (void)QTest::qWaitFor([&] { return (item = see(name)) != nullptr; }, kScreenPatienceMillis);
        if (!item)
            qWarning("nothing called %s is on the screen", qPrintable(name));
        return item;
    }
    bool gone(const QString &name) const
    {
        return QTest::qWaitFor([&] { return see(name) == nullptr; }, kScreenPatienceMillis);
    }

    // With the keyboard: what cannot be reached by it cannot be pressed here.
    bool press(const QString &name) const
    {
        QQuickItem *item = await(name);
        if (!item || !QTest::qWaitFor([&] { return item->isEnabled(); }, kScreenPatienceMillis))
            return false;
        item->forceActiveFocus(Qt::TabFocusReason);
        if (!item->hasActiveFocus()) {
            qWarning("%s takes no focus", qPrintable(name));
            return false;
        }
        QTest::keyClick(m_window, Qt::Key_Space);
        return true;
    }
    bool write(const QString &name, const QString &text) const
    {
        QQuickItem *item = await(name);
        if (!item)
            return false;
        item->forceActiveFocus(Qt::TabFocusReason);
        item->setProperty("text", text);
        return QMetaObject::invokeMethod(item, "commitNow");
    }
    bool sign() const
    {
        QQuickItem *pad = await(QStringLiteral("signaturePad"));
        if (!pad)
            return false;
        for (const qreal y : {0.3, 0.6}) {
            QMetaObject::invokeMethod(pad, "begin", Q_ARG(double, pad->width() * 0.2),
                                      Q_ARG(double, pad->height() * y));
            QMetaObject::invokeMethod(pad, "extend", Q_ARG(double, pad->width() * 0.7),
                                      Q_ARG(double, pad->height() * (y - 0.1)));
        }
        return press(QStringLiteral("signButton")) && gone(QStringLiteral("signButton"));
    }
    // As the camera or the file dialog gives it.
    bool photograph(const QString &taker, const QString &file) const
    {
        QQuickItem *item = seeAny(taker);
        return item &&
               QMetaObject::invokeMethod(item, "taken", Q_ARG(QUrl, QUrl::fromLocalFile(file)));
    }

    void picture(const QString &name, QSize size = {}) const
    {
        const QString folder = qEnvironmentVariable("CAMPUS_PICTURES");
        if (folder.isEmpty())
            return;
        const QSize before = m_window->size();
        if (size.isValid())
            m_window->resize(size);
        QTest::qWait(400); // images arrive; only for whoever looks at the pictures
        m_window->grabWindow().save(QDir(folder).filePath(name + QStringLiteral(".png")));
        if (size.isValid()) {
            m_window->resize(before);
            QTest::qWait(50);
        }
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        const QString category = QString::fromUtf8(context.category);
        if (type >= QtWarningMsg || type == QtCriticalMsg) {
            if (category.startsWith(QStringLiteral("qml")) ||
                category.startsWith(QStringLiteral("js")) ||
                category.startsWith(QStringLiteral("qt.qml")) ||
                category.startsWith(QStringLiteral("qt.quick")) ||
                message.contains(QStringLiteral(".qml")))
                s_warnings.append(message);
        }
        if (s_before)
            s_before(type, context, message);
    }
    static bool fits(const QQuickItem &item, const QString &name)
    {
        return name.endsWith(QLatin1Char('*')) ? item.objectName().startsWith(name.chopped(1))
                                               : item.objectName() == name;
    }
    static QQuickItem *below(QQuickItem *root, const QString &name, bool any)
    {
        const auto children = root->childItems();
        for (QQuickItem *child : children) {
            if (!any && (!child->isVisible() || child->opacity() <= 0))
                continue;
            if (fits(*child, name))
                return child;
            if (QQuickItem *deeper = below(child, name, any))
                return deeper;
        }
        return nullptr;
    }

    static inline QStringList s_warnings;
    static inline QtMessageHandler s_before = nullptr;
    std::unique_ptr<app::TabletApp> m_app;
    QQuickWindow *m_window = nullptr;
};

} // namespace campus::support
