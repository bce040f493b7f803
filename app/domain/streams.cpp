// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString caseStream(const OrganId& organ, const DocumentId& document) {
    return u"case/%1/%2"_s.arg(organ.text(), document.text());
}

QString outgoingBookStream(const OrganId& organ, int year, const QString& series) {
    return u"book/%1/%2-outgoing-%3"_s.arg(organ.text(), QString::number(year), series);
}

QString incomingBookStream(const OrganId& organ, int year, const QString& series) {
    const QString stream = u"book/%1/%2-incoming"_s.arg(organ.text(), QString::number(year));
    return series.isEmpty() ? stream : stream + u'-' + series;
}

QString dossierStream(const OrganId& organ, const DossierId& dossier) {
    return u"dossier/%1/%2"_s.arg(organ.text(), dossier.text());
}

QString sealStream(const OrganId& organ) {
    return u"partners/%1/seals"_s.arg(organ.text());
}

QString auditStream(const OrganId& organ, const QString& login) {
    return u"audit/%1/%2"_s.arg(organ.text(), login);
}

QString standingStream(const OrganId& organ) {
    return u"standing/%1/people"_s.arg(organ.text());
}

QString opinionStream(const OrganId& organ, const OpinionId& opinion) {
    return u"opinion/%1/%2"_s.arg(organ.text(), opinion.text());
}

QString freshAnswerStream(const OrganId& organ) {
    return u"answer/%1/%2"_s.arg(organ.text(), OpinionId::create().text());
}

bool isAnswerStream(QStringView stream, const OrganId& organ) {
    return stream.startsWith(u"answer/%1/"_s.arg(organ.text()));
}

QString freshMeetingStream(const OrganId& organ) {
    return u"meeting/%1/%2"_s.arg(organ.text(), MeetingId::create().text());
}

bool isMeetingStream(QStringView stream, const OrganId& organ) {
    return stream.startsWith(u"meeting/%1/"_s.arg(organ.text()));
}

QString packetStream(const QByteArray& sha256) {
    return u"packet/"_s + QString::fromLatin1(sha256);
}

std::optional<BookName> parseBookStream(QStringView stream) {
    static const QRegularExpression form(
        u"\\Abook/([0-9A-Z.]+)/(\\d{4})-(?:(incoming)(?:-([a-z0-9-]{1,32}))?|outgoing-([a-z0-9-]{1,32}))\\z"_s);
    const QRegularExpressionMatch match = form.match(stream);
    const std::optional<OrganId> organ = OrganId::parse(match.capturedView(1));
    if (!match.hasMatch() || !organ) {
        return std::nullopt;
    }
    return BookName{.organ = *organ,
                    .year = match.capturedView(2).toInt(),
                    .incoming = !match.capturedView(3).isEmpty(),
                    .series = match.captured(4) + match.captured(5)}; // one of them
}

} // namespace app
