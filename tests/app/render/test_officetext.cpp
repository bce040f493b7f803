// SPDX-License-Identifier: GPL-3.0-or-later
// The words of files of office programs, as congvan-render reads them.
#include "app/layout/officialpage.h"
#include "app/render/renderclient.h"
#include "tests/app/layout/sampledocuments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString worker = QStringLiteral(CONGVAN_BIN_DIR "/congvan-render");
const QString data = QStringLiteral(CONGVAN_TEST_DATA "/officetext/");

QStringList filesIn(const QString& folder) {
    QStringList names = QDir(data + folder).entryList(QDir::Files);
    names.removeIf([](const QString& name) { return name.endsWith(".txt"_L1); });
    return names;
}

/// A zip of one part that holds `words` paragraphs.
void writeLarge(const QString& path, qsizetype paragraphs) {
    archive* writer = archive_write_new();
    QCOMPARE(archive_write_set_format_zip(writer), ARCHIVE_OK);
    QCOMPARE(archive_write_open_filename(writer, QFile::encodeName(path).constData()), ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "word/document.xml");
    archive_entry_set_filetype(entry, AE_IFREG);
    const QByteArray paragraph = "<p><t>nhu cau</t></p>";
    archive_entry_set_size(entry, 7 + paragraph.size() * paragraphs);
    QCOMPARE(archive_write_header(writer, entry), ARCHIVE_OK);
    archive_write_data(writer, "<d>", 3);
    const QByteArray thousand = paragraph.repeated(1'000);
    for (qsizetype written = 0; written < paragraphs; written += 1'000) {
        archive_write_data(writer, thousand.constData(), size_t(thousand.size()));
    }
    archive_write_data(writer, "</d>", 4);
    archive_entry_free(entry);
    QCOMPARE(archive_write_free(writer), ARCHIVE_OK);
}

} // namespace

class TestOfficeText : public QObject {
    Q_OBJECT

private slots:
    void wordsAreRead_data();
    void wordsAreRead();
    void whatIsNoneIsSaid_data();
    void whatIsNoneIsSaid();
    void aFloodIsCut();
    void whatIsOpenStaysOpen();
};

void TestOfficeText::wordsAreRead_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : filesIn(u"valid"_s)) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestOfficeText::wordsAreRead() {
    QFETCH(QString, name);
    QFile golden(data + u"valid/"_s + name + u".txt"_s);
    QVERIFY2(golden.open(QIODevice::ReadOnly), "the golden is missing");
    app::RenderClient client(worker);
    const auto words = client.officeText(data + u"valid/"_s + name);
    QVERIFY2(words.has_value(), words ? "" : qPrintable(words.error().code));
    QCOMPARE(*words, QString::fromUtf8(golden.readAll()).trimmed());
}

void TestOfficeText::whatIsNoneIsSaid_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : filesIn(u"invalid"_s)) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestOfficeText::whatIsNoneIsSaid() {
    QFETCH(QString, name);
    app::RenderClient client(worker);
    const auto words = client.officeText(data + u"invalid/"_s + name);
    QVERIFY2(!words.has_value(), qPrintable(words.value_or(QString())));
    QCOMPARE(words.error().code, u"render-not-an-office-file"_s);
}

/// Some hundred megabytes of XML in a small file: what lies above the limits is not read, the rest is.
void TestOfficeText::aFloodIsCut() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lũ.docx"_s);
    writeLarge(path, 5'000'000);
    QVERIFY(QFileInfo(path).size() < 2'000'000);
    app::RenderClient client(worker);
    const auto words = client.officeText(path);
    QVERIFY2(words.has_value(), words ? "" : qPrintable(words.error().code));
    QVERIFY(words->startsWith(u"nhu cau nhu cau"_s));
    QVERIFY(words->size() > 900'000 && words->size() <= 1'000'000);
}

void TestOfficeText::whatIsOpenStaysOpen() {
    const auto page = app::layOut(samples::longCongVan(1));
    QVERIFY(page.has_value());
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(page->pdf).has_value());
    const qint64 process = client.workerProcess();
    QVERIFY(client.officeText(data + u"valid/dự toán.odt"_s).has_value());
    QCOMPARE(client.officeText(data + u"không có"_s).error().code, u"render-file-unreadable"_s);
    QVERIFY(client.page(0, 72).has_value());
    QCOMPARE(client.workerProcess(), process);
}

QTEST_MAIN(TestOfficeText)
#include "test_officetext.moc"
