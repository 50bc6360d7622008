// xlsx as a foreign program reads it: LibreOffice opens the file and every cell comes back; the
// parts inside say what a printer and a person need; equal workbooks give equal octets.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "Samples.h"
#include "documents/FigureTable.h"
#include "export/XlsxWriter.h"
#include "shared/figures/Chronicle.h"

using namespace campus;
using namespace campus::tests;

namespace {

constexpr int kOfficeMillis = 120'000;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(kOfficeMillis) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAll().constData());
    return process.readAll();
}

QByteArray partOfFile(const QString &xlsx, const QString &part)
{
    QProcess process;
    process.start("unzip", {"-p", xlsx, part});
    process.waitForFinished();
    return process.readAllStandardOutput();
}

// Every sheet as LibreOffice shows it, in cells.
QList<QStringList> shownBy(const QString &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(read(csv));
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            field += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',') {
            row.append(field);
            field.clear();
        } else if (!quoted && c == '\n') {
            row.append(field);
            field.clear();
            rows.append(row);
            row.clear();
        } else {
            field += c;
        }
    }
    return rows;
}

documents::Workbook figureWorkbook()
{
    Chronicle log;
    log.found("H1", "2025-03-03");
    log.assigned("H1", "2025-03-10", "2025-03-03");
    log.inCategory("FOOD.SAMPLE");
    log.fixedOnSpot("H2", "2025-03-04");
    log.inspected("I1", "S01", "甲组", "2025-03-03");
    auto query = figures::Query::of(day("2025-01-01"), day("2025-06-30"), day("2025-07-05").end());
    query.breakdown = figures::Breakdown::Category;
    documents::FigureNames names;
    names.bureau = "澄岚县教育局";
    names.labels = {{"H1", "澄安隐〔2025〕1号"}};
    return documents::figureTable(log.history().compute(query), names);
}

} // namespace

class tst_Xlsx : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // Writes the workbook and lets LibreOffice turn every sheet into csv.
    QString convert(const documents::Workbook &book, const QString &name)
    {
        const QString path = m_folder.filePath(name + ".xlsx");
        const auto written = exports::writeXlsx(book, path.toStdString());
        if (!written)
            qWarning("%s", written.error().detail.c_str());
        run("soffice",
            {"-env:UserInstallation=file://" + m_folder.filePath("profile"), "--headless",
             "--convert-to",
             "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1",
             "--outdir", m_folder.path(), path});
        return m_folder.filePath(name);
    }

    void compareCells(const documents::Table &table, const QList<QStringList> &rows)
    {
        QCOMPARE(rows.size(), static_cast<int>(table.rows.size() + 2)); // title and header
        QCOMPARE(rows[0][0], QString::fromStdString(table.title));
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            QCOMPARE(rows[1][static_cast<int>(column)],
                     QString::fromStdString(table.columns[column].title));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                QString shown = rows[static_cast<int>(row) + 2][static_cast<int>(column)];
                if (std::holds_alternative<documents::Money>(table.rows[row][column]))
                    shown.remove(','); // 1,234.57
                QCOMPARE(shown,
                         QString::fromStdString(documents::cellText(table.rows[row][column])));
            }
        }
    }

private Q_SLOTS:
    void everyCell_comesBackFromLibreOffice()
    {
        const documents::Workbook book = nastyWorkbook();
        const QString base = convert(book, "nasty");
        compareCells(book.tables[0], shownBy(base + "-隐患台账.csv"));
        const auto notes = shownBy(base + "-说明.csv");
        QCOMPARE(notes.size(), 3);
        QCOMPARE(notes[2], QStringList({"整改率", "已整改数÷排查数\n四舍五入到两位小数"}));
    }

    void statisticsTable_comesBackFromLibreOffice()
    {
        const documents::Workbook book = figureWorkbook();
        const QString base = convert(book, "figures");
        for (const documents::Table &table : book.tables)
            compareCells(table, shownBy(base + "-" + QString::fromStdString(table.name) + ".csv"));
        const auto summary = shownBy(base + "-统计表.csv");
        const auto rate = std::find_if(summary.begin(), summary.end(),
                                       [](const QStringList &row) { return row[0] == "N5"; });
        QVERIFY(rate != summary.end());
        QCOMPARE(rate->mid(1, 5), QStringList({"整改率", "%", "50.00%", "1", "2"}));
        const auto members = shownBy(base + "-名单.csv");
        QVERIFY(
            members.contains(QStringList({"N3", "排查隐患数", "1", "澄安隐〔2025〕1号", "H1"})));
    }

    void sheet_isMadeForPrinterAndScreen()
    {
        const QString path = m_folder.filePath("parts.xlsx");
        QVERIFY(exports::writeXlsx(nastyWorkbook(), path.toStdString()).has_value());
        const QByteArray sheet = partOfFile(path, "xl/worksheets/sheet1.xml");
        const QByteArray book = partOfFile(path, "xl/workbook.xml");
        QVERIFY(sheet.contains("ySplit=\"2\"") && sheet.contains("xSplit=\"2\"") &&
                sheet.contains("state=\"frozen\""));
        QVERIFY(sheet.contains("<autoFilter ref=\"A2:G9\"/>"));
        QVERIFY(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""));
        QVERIFY(sheet.contains("fitToHeight=\"0\"") &&
                sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"));
        QVERIFY(book.contains("_xlnm.Print_Titles") && book.contains("'隐患台账'!$1:$2"));
        QVERIFY(book.contains("name=\"说明\""));
        QVERIFY(sheet.contains("<c r=\"D4\" s=\"") &&
                sheet.contains("12345678901</t>")); // text, not a number
        QVERIFY(!sheet.contains("<f>"));
        QVERIFY(partOfFile(path, "docProps/core.xml").contains("2025-07-05T15:59:59Z"));
    }

    void equalWorkbooks_giveEqualOctets()
    {
        const QString first = m_folder.filePath("first.xlsx");
        const QString second = m_folder.filePath("second.xlsx");
        QVERIFY(exports::writeXlsx(nastyWorkbook(), first.toStdString()).has_value());
        QVERIFY(exports::writeXlsx(nastyWorkbook(), second.toStdString()).has_value());
        const QByteArray octets = read(first);
        QVERIFY(octets.startsWith("PK"));
        QVERIFY(octets == read(second));
        // No entry carries the moment of writing.
        QVERIFY(octets.mid(10, 4) == QByteArray::fromHex("00002100")); // 1980-01-01 00:00
        documents::Workbook later = nastyWorkbook();
        later.createdAt += 1000;
        QVERIFY(exports::writeXlsx(later, second.toStdString()).has_value());
        QVERIFY(octets != read(second));
        QCOMPARE(QDir(m_folder.path()).entryList({"*.part"}, QDir::Files), QStringList());
    }

    void badInput_isRefusedByPlace_data()
    {
        using Book = documents::Workbook;
        QTest::addColumn<std::function<void(Book &)>>("spoil");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, std::function<void(Book &)> spoil,
                            const char *detail) {
            QTest::newRow(name) << spoil << QString(detail);
        };
        row(
            "octets of another encoding",
            [](Book &b) { b.tables[0].rows[1][2] = std::string("\xC4\xFA"); },
            "隐患台账: row 2, column 说明, 带\"引号\": not UTF-8");
        row(
            "a zero octet", [](Book &b) { b.tables[0].rows[0][1] = std::string("a\0b", 3); },
            "隐患台账: row 1, column 隐患编号: holds a zero octet");
        row(
            "a cell too long", [](Book &b) { b.tables[0].rows[0][1] = std::string(32'768, 'x'); },
            "隐患台账: row 1, column 隐患编号: longer than a cell may be");
        row(
            "a row too short", [](Book &b) { b.tables[0].rows[3].pop_back(); },
            "隐患台账: row 4: not as many cells as columns");
        row(
            "a sheet name with a slash", [](Book &b) { b.tables[0].name = "甲/乙"; },
            "sheet '甲/乙': name holds a character that is not allowed");
        row(
            "a sheet name too long", [](Book &b) { b.tables[0].name = std::string(32, 'x'); },
            "sheet 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': name of no or more than 31 characters");
        row(
            "two sheets of one name", [](Book &b) { b.tables.push_back(b.tables[0]); },
            "sheet '隐患台账': name is used twice");
        row(
            "no table at all", [](Book &b) { b.tables.clear(); }, "workbook: has no table");
    }
    void badInput_isRefusedByPlace()
    {
        QFETCH(std::function<void(documents::Workbook &)>, spoil);
        QFETCH(QString, detail);
        documents::Workbook book = nastyWorkbook();
        spoil(book);
        const QString path = m_folder.filePath("refused.xlsx");
        const auto written = exports::writeXlsx(book, path.toStdString());
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::InvalidInput);
        QCOMPARE(QString::fromStdString(written.error().detail), detail);
        QVERIFY(!QFile::exists(path));
    }

    void folderThatIsNotThere_isNamed()
    {
        const QString path = m_folder.filePath("nowhere/台账.xlsx");
        const auto written = exports::writeXlsx(nastyWorkbook(), path.toStdString());
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::StorageFailed);
        QVERIFY(QString::fromStdString(written.error().detail).startsWith(path));
    }
};

QTEST_GUILESS_MAIN(tst_Xlsx)
#include "tst_Xlsx.moc"
