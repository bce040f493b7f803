// SPDX-License-Identifier: GPL-3.0-or-later
// Universal signature forgery: the signature's own entries are broken so that a program finds nothing to check.
#include "tests/docsig/attacks/workshop.h"

namespace attacks {

namespace {

/// The file with the value of a key of the last signature replaced, the file's length kept.
class Rewriter {
public:
    explicit Rewriter(QByteArray file)
        : m_file(std::move(file))
        , m_range(m_file.lastIndexOf("/ByteRange ["))
        , m_contents(m_file.lastIndexOf("/Contents <")) {}

    [[nodiscard]] QByteArray range(const QByteArray& entry) const {
        const qsizetype end = m_file.indexOf(']', m_range) + 1;
        return QByteArray(m_file).replace(m_range, end - m_range, entry.leftJustified(end - m_range));
    }
    [[nodiscard]] QByteArray contents(const QByteArray& entry) const {
        const qsizetype end = m_file.indexOf('>', m_contents) + 1;
        return QByteArray(m_file).replace(m_contents, end - m_contents, entry.leftJustified(end - m_contents));
    }
    /// Bytes put over the end of the blob's padding.
    [[nodiscard]] QByteArray padding(const QByteArray& digits) const {
        const qsizetype end = m_file.indexOf('>', m_contents);
        return QByteArray(m_file).replace(end - digits.size(), digits.size(), digits);
    }
    [[nodiscard]] QByteArray numbers(qsizetype first, qsizetype length, qsizetype second, qsizetype rest) const {
        return range("/ByteRange [" + QByteArray::number(first) + ' ' + QByteArray::number(length) + ' ' +
                     QByteArray::number(second) + ' ' + QByteArray::number(rest) + ']');
    }
    [[nodiscard]] qsizetype gapBegin() const { return m_contents + 10; }
    [[nodiscard]] qsizetype gapEnd() const { return m_file.indexOf('>', m_contents) + 1; }
    [[nodiscard]] qsizetype size() const { return m_file.size(); }

private:
    QByteArray m_file;
    qsizetype m_range;
    qsizetype m_contents;
};

} // namespace

QList<Attack> forgeries(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const Rewriter of(file);
    const qsizetype begin = of.gapBegin();
    const qsizetype end = of.gapEnd();
    const qsizetype rest = of.size() - end;
    const QString missing = QStringLiteral("byterange-missing");
    const QString wrong = QStringLiteral("byterange-wrong");
    const QString elsewhere = QStringLiteral("byterange-gap-elsewhere");
    const QString noContents = QStringLiteral("contents-missing");
    return {
        {"ByteRange missing", of.range("/ByteRangX [0 0 0 0]"), missing, file},
        {"ByteRange null", of.range("/ByteRange null"), missing, file},
        {"ByteRange empty", of.range("/ByteRange []"), missing, file},
        {"ByteRange a name", of.range("/ByteRange /None"), missing, file},
        {"ByteRange one number", of.range("/ByteRange 0"), missing, file},
        {"ByteRange of two", of.range("/ByteRange [0 9]"), missing, file},
        {"ByteRange of six", of.range("/ByteRange [0 9 18 9 36 9]"), missing, file},
        {"ByteRange of names", of.range("/ByteRange [/a /b /c /d]"), missing, file},
        {"ByteRange of floats", of.range("/ByteRange [0.0 9.5 18.0 9.0]"), missing, file},
        {"ByteRange negative", of.range("/ByteRange [0 -9 18 9]"), missing, file},
        {"ByteRange begins negative", of.range("/ByteRange [-9 9 18 9]"), missing, file},
        {"ByteRange beyond 64 bits", of.range("/ByteRange [0 99999999999999999999 9 9]"), {}, file},
        {"ByteRange of nothing", of.numbers(0, 0, 0, 0), wrong, file},
        {"ByteRange behind the end", of.numbers(0, begin, end, rest + 1), wrong, file},
        {"ByteRange near 63 bits", of.numbers(0, begin, end, std::numeric_limits<qint64>::max()), {}, file},
        {"ByteRange overlaps", of.numbers(0, end, begin, 9), wrong, file},
        {"ByteRange without gap", of.numbers(0, begin, begin, rest), wrong, file},
        {"ByteRange begins late", of.numbers(1, begin - 1, end, rest), wrong, file},
        {"ByteRange begins behind the gap", of.numbers(end, rest, 0, begin), wrong, file},
        {"gap one byte wider", of.numbers(0, begin - 1, end, rest), elsewhere, file},
        {"gap one byte wider behind", of.numbers(0, begin, end + 1, rest - 1), elsewhere, file},
        {"gap one byte narrower", of.numbers(0, begin + 1, end, rest), elsewhere, file},
        {"gap over the whole dictionary", of.numbers(0, begin - 200, end + 5, rest - 5), elsewhere, file},
        {"end left out", of.numbers(0, begin, end, rest - 20), QStringLiteral("coverage-no-revision"), file},
        {"Contents missing", of.contents("/Kontents <00>"), noContents, file},
        {"Contents null", of.contents("/Contents null"), noContents, file},
        {"Contents a number", of.contents("/Contents 0"), noContents, file},
        {"Contents an array", of.contents("/Contents []"), noContents, file},
        {"Contents empty", of.contents("/Contents <>"), {}, file},
        {"Contents zero", of.contents("/Contents <00>"), {}, file},
        {"Contents zeros", of.contents("/Contents <" + QByteArray(end - begin - 2, '0') + '>'), {}, file},
        {"Contents garbage", of.contents("/Contents <" + QByteArray(end - begin - 2, 'a') + '>'),
         QStringLiteral("cms-unreadable"), file},
        {"Contents a text", of.contents("/Contents (0)"), elsewhere, file},
        {"Contents no hexadecimal", of.contents("/Contents <zz>"), {}, file},
        {"padding not zero", of.padding("41"), QStringLiteral("cms-trailing-bytes"), file},
        {"padding of spaces", of.padding("    "), QStringLiteral("contents-oddly-written"), file},
        {"padding of an odd digit", of.padding(" "), QStringLiteral("contents-oddly-written"), file},
        {"signed bytes changed", QByteArray(file).replace("QUYET", "QUYEN"), QStringLiteral("cms-digest-mismatch"),
         file},
        {"SubFilter unknown", QByteArray(file).replace("/ETSI.CAdES.detached", "/ETSI.CAdES.detacheX"),
         QStringLiteral("subfilter-unknown"), file},
        {"bytes before the head", "MZ\n" + file, QStringLiteral("pdf-prepended-bytes"), file},
    };
}

} // namespace attacks
