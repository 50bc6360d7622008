// csv as spreadsheets read it: UTF-8 with BOM, CRLF, RFC 4180, no formulas; whole files only.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "Samples.h"
#include "export/AtomicFile.h"
#include "export/CsvWriter.h"

using namespace campus;
using namespace campus::tests;

namespace {

// A reader of RFC 4180, by the letter and not by the writer.
QList<QStringList> parsed(QByteArray octets)
{
    QList<QStringList> rows;
    QStringList row;
    QByteArray field;
    bool quoted = false;
    for (int i = 0; i < octets.size(); ++i) {
        const char c = octets[i];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < octets.size() && octets[i + 1] == '"')
                field += octets[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            row.append(QString::fromUtf8(field));
            field.clear();
        } else if (c == '\r' && i + 1 < octets.size() && octets[i + 1] == '\n') {
            ++i;
            row.append(QString::fromUtf8(field));
            field.clear();
            rows.append(row);
            row.clear();
        } else {
            field += c;
        }
    }
    return rows;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

class tst_Csv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void octets_beginWithTheMarkAndEndWithCrLf()
    {
        const auto octets = exports::csvOctets(nastyTable());
        QVERIFY(octets.has_value());
        QVERIFY(octets->starts_with("\xEF\xBB\xBF序号,"));
        QVERIFY(octets->ends_with("\r\n"));
    }

    void everyCell_comesBack()
    {
        const documents::Table table = nastyTable();
        const auto octets = exports::csvOctets(table);
        const auto rows = parsed(QByteArray::fromStdString(*octets).mid(3));
        QCOMPARE(rows.size(), static_cast<int>(table.rows.size() + 1));
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            QCOMPARE(rows[0][static_cast<int>(column)],
                     QString::fromStdString(table.columns[column].title));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                QString cell = rows[static_cast<int>(row) + 1][static_cast<int>(column)];
                if (cell.startsWith('\'')) {
                    QVERIFY2(QString("=+-@\t").contains(cell.at(1)), qPrintable(cell));
                    cell.remove(0, 1);
                }
                QCOMPARE(cell,
                         QString::fromStdString(documents::cellText(table.rows[row][column])));
            }
        }
    }

    void textThatLooksLikeAFormula_isText()
    {
        const auto octets = exports::csvOctets(nastyTable());
        const auto rows = parsed(QByteArray::fromStdString(*octets).mid(3));
        QVERIFY(rows[1][2].startsWith("'=HYPERLINK"));
        QVERIFY(rows[2][2].startsWith("'+86"));
        QCOMPARE(rows[3][1], QString("'@提及"));
        QCOMPARE(rows[3][3], QString("'-1")); // text
        QCOMPARE(rows[4][0], QString("-4"));  // a number
        QCOMPARE(rows[3][6], QString("-0.01"));
    }

    void badOctets_areRefusedByPlace()
    {
        documents::Table table = nastyTable();
        table.rows[2][1] = std::string("\xC4\xFA\xBA\xC3"); // GBK
        const auto octets = exports::csvOctets(table);
        QVERIFY(!octets.has_value());
        QCOMPARE(octets.error().code, ErrorCode::InvalidInput);
        QCOMPARE(QString::fromStdString(octets.error().detail),
                 QString("隐患台账: row 3, column 2: not UTF-8"));
    }

    void file_appearsWholeAndLeavesNothingBeside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("台账.csv");
        QVERIFY(exports::writeCsv(nastyTable(), path.toStdString()).has_value());
        QCOMPARE(read(path), QByteArray::fromStdString(*exports::csvOctets(nastyTable())));
        QVERIFY(exports::writeWhole(path.toStdString(), "new").has_value()); // over the old one
        QCOMPARE(read(path), QByteArray("new"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("台账.csv"));
    }

    void fileThatCannotBeWritten_isNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("nowhere/台账.csv");
        const auto written = exports::writeCsv(nastyTable(), path.toStdString());
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::StorageFailed);
        QVERIFY(QString::fromStdString(written.error().detail).startsWith(path));
    }

    void nameTakenByAFolder_keepsTheFolderAndRemovesThePart()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("taken/inner"));
        const QString path = folder.filePath("taken");
        const auto written = exports::writeCsv(nastyTable(), path.toStdString());
        QVERIFY(!written.has_value());
        QVERIFY(QDir(folder.filePath("taken/inner")).exists());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_Csv.moc"
