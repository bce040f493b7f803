// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/scanreading.h"

#include "app/domain/plaintext.h"
#include "docsig/worker/cagedrun.h"
#include "docsig/worker/workerlimits.h"

#include <QBuffer>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype largestTable = 8 << 20;
constexpr qsizetype mostScanWords = 20'000;
constexpr qsizetype longestScanWord = 100;
constexpr docsig::WorkerLimits readingLimits{.memoryBytes = 2LL << 30, .cpuSeconds = 120, .wallMilliseconds = 60'000};

// Columns of the table.
constexpr int levelColumn = 0;
constexpr int leftColumn = 6;
constexpr int topColumn = 7;
constexpr int widthColumn = 8;
constexpr int heightColumn = 9;
constexpr int surenessColumn = 10;
constexpr int textColumn = 11;
constexpr int levelOfWords = 5;

} // namespace

QList<page::ScanWord> wordsOfTable(const QByteArray& table, QSize picture) {
    QList<page::ScanWord> words;
    const QRectF whole(QPointF(0, 0), QSizeF(picture));
    for (const QByteArray& line : table.split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() <= textColumn || columns.at(levelColumn).toInt() != levelOfWords) {
            continue;
        }
        const QRectF box(columns.at(leftColumn).toInt(), columns.at(topColumn).toInt(), columns.at(widthColumn).toInt(),
                         columns.at(heightColumn).toInt());
        const QString text = visibleText(QString::fromUtf8(columns.at(textColumn))).left(longestScanWord);
        const bool isRead = columns.at(surenessColumn).toDouble() > 0 && !text.isEmpty();
        if (isRead && !box.isEmpty() && whole.contains(box)) {
            words.append({.text = text, .box = box});
        }
        if (words.size() == mostScanWords) {
            break;
        }
    }
    return words;
}

std::optional<QList<page::ScanWord>> readScan(const QString& program, const QImage& picture,
                                              const std::stop_token& stop) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    if (!picture.save(&bytes, "png", 80)) { // packed little: it only goes to the next process
        return std::nullopt;
    }
    const int file = docsig::worker::memoryFile(bytes.data().constData(), bytes.size());
    if (file < 0) {
        return std::nullopt;
    }
    const auto run =
        docsig::worker::runCaged(program, {u"stdin"_s, u"stdout"_s, u"-l"_s, u"vie"_s, u"--psm"_s, u"3"_s, u"tsv"_s},
                                 readingLimits, file, largestTable, stop);
    docsig::worker::closeFile(file);
    if (run.end != docsig::worker::CagedRun::End::Answered) {
        return std::nullopt;
    }
    return wordsOfTable(run.answer, picture.size());
}

} // namespace app
