// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/officialpage.h"
#include "app/render/renderclient.h"
#include "tests/app/layout/sampledocuments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <future>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString worker = QStringLiteral(CONGVAN_BIN_DIR "/congvan-render");

QByteArray locked(const QByteArray& pdf) {
    QPDF file;
    file.processMemoryFile("sample", pdf.constData(), size_t(pdf.size()));
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("geheim", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

QString codeOf(const auto& result) {
    return result ? u"none"_s : result.error().code;
}

} // namespace

class RenderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesHaveSizesLabelsAndPixels();
    void textHasBoxesFromTheLowerLeft();
    void filesAreReadOnceAndNotByTheWorker();
    void badInputHasItsCode_data();
    void badInputHasItsCode();
    void requestsOutsideHaveTheirCode();
    void killedWorkerGivesOneCodeAndComesBack();
    void otherProgramsAreNotBelieved_data();
    void otherProgramsAreNotBelieved();
    void stoppedRequestsAreCancelled();
    void interruptFreesWhoWaits();
    void manyThreadsMayAsk();
    void closedClientHasNothingOpen();
    void theWorkerIsShutOff();
    void theWorkerLearnsNothingOfItsCaller();
    void fontsOutsideTheFileAreFound();

private:
    [[nodiscard]] QString script(const QString& name, const QByteArray& body);

    QTemporaryDir m_folder;
    QByteArray m_pdf;
};

void RenderTest::initTestCase() {
    QVERIFY(m_folder.isValid());
    const auto laidOut = app::layOut(samples::longCongVan(20));
    QVERIFY(laidOut.has_value());
    QVERIFY(laidOut->pages >= 3);
    m_pdf = laidOut->pdf;
}

QString RenderTest::script(const QString& name, const QByteArray& body) {
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("#!/bin/sh\n" + body);
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void RenderTest::pagesHaveSizesLabelsAndPixels() {
    app::RenderClient client(worker);
    const auto pages = client.openBytes(m_pdf);
    QVERIFY2(pages.has_value(), qPrintable(codeOf(pages)));
    QVERIFY(pages->size() >= 3);
    QCOMPARE(pages->first().points, QSizeF(595, 842));
    QCOMPARE(pages->at(1).label, u"2"_s);
    const auto page = client.page(0, 144);
    QVERIFY(page.has_value());
    QCOMPARE(page->size(), QSize(1190, 1684));
    QCOMPARE(page->pixel(0, 0), qRgb(255, 255, 255));
    int dark = 0;
    for (int y = 0; y < page->height(); ++y) {
        for (int x = 0; x < page->width(); ++x) {
            dark += qGray(page->pixel(x, y)) < 100 ? 1 : 0;
        }
    }
    QVERIFY(dark > 10'000);
    QCOMPARE(client.pageOfSize(1, {301, 427})->size(), QSize(301, 427));
    QCOMPARE(client.thumbnail(2, 128)->height(), 128);
}

void RenderTest::textHasBoxesFromTheLowerLeft() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    const auto words = client.text(0);
    QVERIFY(words.has_value());
    const auto motto = std::ranges::find(*words, samples::text("CỘNG"), &app::TextWord::text);
    QVERIFY(motto != words->end());
    QVERIFY(motto->rect.top() > 750 && motto->rect.left() > 250);
}

void RenderTest::filesAreReadOnceAndNotByTheWorker() {
    const QString path = m_folder.filePath(samples::text("văn bản đến số 7.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_pdf);
    file.close();
    app::RenderClient client(worker);
    QVERIFY(client.open(path).has_value());
    // What was opened is shown, whatever happens to the file.
    QVERIFY(QFile::remove(path));
    QVERIFY(client.page(0, 72).has_value());
    const qint64 process = client.workerProcess();
    QVERIFY(process > 0);
    QCOMPARE(kill(pid_t(process), SIGKILL), 0);
    QCOMPARE(codeOf(client.page(0, 72)), u"render-worker-died"_s);
    QVERIFY(client.page(0, 72).has_value());
    QCOMPARE(codeOf(client.open(path)), u"render-file-unreadable"_s);
}

void RenderTest::badInputHasItsCode_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"render-not-a-pdf"_s;
    QTest::newRow("text") << QByteArray("Kính gửi") << u"render-not-a-pdf"_s;
    QTest::newRow("zeros") << QByteArray(100'000, '\0') << u"render-not-a-pdf"_s;
    QTest::newRow("head only") << QByteArray("%PDF-1.7\n") << u"render-not-a-pdf"_s;
    QTest::newRow("cut before its pages") << m_pdf.left(600) << u"render-not-a-pdf"_s;
    QTest::newRow("locked") << locked(m_pdf) << u"render-locked"_s;
    QTest::newRow("too large") << m_pdf + QByteArray(3'000'000, ' ') << u"render-file-too-large"_s;
}

void RenderTest::badInputHasItsCode() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    app::RenderLimits limits;
    limits.fileBytes = 2'000'000;
    app::RenderClient client(worker, limits);
    QCOMPARE(codeOf(client.openBytes(bytes)), code);
    QCOMPARE(codeOf(client.page(0, 72)), u"render-nothing-open"_s);
    QVERIFY(client.openBytes(m_pdf).has_value());
}

void RenderTest::requestsOutsideHaveTheirCode() {
    app::RenderLimits limits;
    limits.pixels = 1'000'000;
    app::RenderClient client(worker, limits);
    QVERIFY(client.openBytes(m_pdf).has_value());
    QCOMPARE(codeOf(client.page(999, 72)), u"render-page-missing"_s);
    QCOMPARE(codeOf(client.page(-1, 72)), u"render-page-missing"_s);
    QCOMPARE(codeOf(client.text(999)), u"render-page-missing"_s);
    QCOMPARE(codeOf(client.page(0, 300)), u"render-too-large"_s);
    QCOMPARE(codeOf(client.pageOfSize(0, {0, 10})), u"render-too-large"_s);
    // Faults that the worker itself reports leave it alive.
    const qint64 process = client.workerProcess();
    QVERIFY(process > 0);
    QVERIFY(client.page(0, 72).has_value());
    QCOMPARE(client.workerProcess(), process);

    limits.pages = 2;
    app::RenderClient few(worker, limits);
    QCOMPARE(codeOf(few.openBytes(m_pdf)), u"render-too-large"_s);
}

void RenderTest::killedWorkerGivesOneCodeAndComesBack() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    const qint64 before = client.workerProcess();
    QVERIFY(before > 0);
    QCOMPARE(kill(pid_t(before), SIGKILL), 0);
    QCOMPARE(codeOf(client.page(0, 72)), u"render-worker-died"_s);
    QVERIFY(client.page(0, 72).has_value());
    QVERIFY(client.workerProcess() != before);
}

void RenderTest::otherProgramsAreNotBelieved_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("code");
    QTest::newRow("is not there") << m_folder.filePath(u"none"_s) << u"render-worker-missing"_s;
    QTest::newRow("ends") << script(u"ends"_s, "exit 3\n") << u"render-worker-died"_s;
    QTest::newRow("says nothing") << script(u"silent"_s, "exec sleep 600\n") << u"render-worker-timeout"_s;
    QTest::newRow("echoes") << script(u"echo"_s, "exec cat\n") << u"render-worker-garbled"_s;
    QTest::newRow("promises gigabytes") << script(u"huge"_s, "printf '\\377\\377\\377\\377\\021'; exec sleep 600\n")
                                        << u"render-worker-garbled"_s;
    QTest::newRow("no pages") << script(u"empty"_s, "printf '\\000\\000\\000\\001\\021'; exec sleep 600\n")
                              << u"render-worker-garbled"_s;
}

void RenderTest::otherProgramsAreNotBelieved() {
    QFETCH(const QString, program);
    QFETCH(const QString, code);
    app::RenderLimits limits;
    if (code == u"render-worker-timeout"_s) {
        limits.openTime = std::chrono::milliseconds(100);
    }
    app::RenderClient client(program, limits);
    QCOMPARE(codeOf(client.openBytes(m_pdf)), code);
    QCOMPARE(client.workerProcess(), 0);
}

void RenderTest::stoppedRequestsAreCancelled() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    std::stop_source source;
    source.request_stop();
    QCOMPARE(codeOf(client.page(0, 72, source.get_token())), u"render-cancelled"_s);
    QCOMPARE(codeOf(client.text(0, source.get_token())), u"render-cancelled"_s);
    QVERIFY(client.page(0, 72).has_value());
}

void RenderTest::interruptFreesWhoWaits() {
    app::RenderClient client(script(u"waits"_s, "exec sleep 600\n"));
    auto waiting = std::async(std::launch::async, [&] { return codeOf(client.openBytes(m_pdf)); });
    while (waiting.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready) {
        client.interrupt();
    }
    QCOMPARE(waiting.get(), u"render-cancelled"_s);
}

void RenderTest::manyThreadsMayAsk() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    std::vector<std::future<QSize>> asked;
    for (int i = 0; i < 12; ++i) {
        asked.push_back(std::async(std::launch::async, [&client, i] {
            return client.pageOfSize(i % 3, {100 + i, 140}).value_or(QImage()).size();
        }));
    }
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(asked[size_t(i)].get(), QSize(100 + i, 140));
    }
}

void RenderTest::closedClientHasNothingOpen() {
    app::RenderClient client(worker);
    QCOMPARE(codeOf(client.page(0, 72)), u"render-nothing-open"_s);
    QVERIFY(client.openBytes(m_pdf).has_value());
    const qint64 process = client.workerProcess();
    QVERIFY(process > 0);
    client.close();
    QCOMPARE(codeOf(client.page(0, 72)), u"render-nothing-open"_s);
    QVERIFY2(kill(pid_t(process), 0) != 0, "the worker has ended with its document");
}

/// One line of text in a font that the file does not bring along.
QByteArray pdfWithForeignFont() {
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> places;
    const QByteArray text = "BT /F1 40 Tf 20 80 Td (Cong van den) Tj ET";
    const QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources "
                                    "<< /Font << /F1 5 0 R >> >> >>",
                                    "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text +
                                        "\nendstream",
                                    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"};
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places << pdf.size();
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 6\n0000000000 65535 f \n";
    for (const qsizetype place : places) {
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

/// What the kernel says of the running worker.
void RenderTest::theWorkerIsShutOff() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    if (const auto warning = client.warning()) {
        QCOMPARE(warning->code, u"render-unconfined"_s);
        QSKIP("this kernel has no seccomp or no Landlock: the worker warns and runs under limits alone");
    }
    QFile status(u"/proc/%1/status"_s.arg(client.workerProcess()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    QVERIFY2(text.contains("NoNewPrivs:\t1"), text);
    QVERIFY2(text.contains("Seccomp:\t2"), text);
}

void RenderTest::theWorkerLearnsNothingOfItsCaller() {
    qputenv("CONGVAN_SECRET", "x");
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(m_pdf).has_value());
    qunsetenv("CONGVAN_SECRET");
    QFile environment(u"/proc/%1/environ"_s.arg(client.workerProcess()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains("CONGVAN_SECRET"));
}

void RenderTest::fontsOutsideTheFileAreFound() {
    app::RenderClient client(worker);
    QVERIFY(client.openBytes(pdfWithForeignFont()).has_value());
    const auto image = client.page(0, 72);
    QVERIFY(image.has_value());
    int dark = 0;
    for (int y = 0; y < image->height(); ++y) {
        for (int x = 0; x < image->width(); ++x) {
            dark += qGray(image->pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    QVERIFY2(dark > 200, qPrintable(QString::number(dark)));
}

QTEST_MAIN(RenderTest)
#include "rendertest.moc"
