// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/auditlog.h"

#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/services/officedesk.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int linesAtOnce = 1000;
constexpr auto anchorKey = "audit-anchor"_L1; // the number of the last line that was anchored

/// The heads that are kept in the stream of this desk, by number.
Result<QMap<qint64, QByteArray>> anchorsOf(const OfficeDesk& desk) {
    QMap<qint64, QByteArray> anchors;
    const auto messages = desk.store().messages().stream(auditStream(desk.organ(), desk.person().login));
    if (!messages) {
        return std::unexpected(messages.error());
    }
    for (const exchange::Message& message : *messages) {
        const Result<OfficeAct> act = readAct(message.payload);
        if (const auto* body = act ? std::get_if<acts::AuditAnchored>(&act->body) : nullptr) {
            anchors.insert(body->number, body->hash);
        }
    }
    return anchors;
}

} // namespace

AuditLog::AuditLog(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> AuditLog::note(AuditDeed deed, const DocumentId& document, const QString& detail) {
    return write(deed, document.text(), detail);
}

Result<void> AuditLog::noteSheet(const QString& detail) {
    return write(AuditDeed::Exported, {}, detail);
}

Result<void> AuditLog::write(AuditDeed deed, const QString& document, const QString& detail) {
    return m_desk.store().together([&]() -> Result<void> {
        const QDateTime now = m_desk.now();
        const auto before = m_desk.store().audit().headBefore(vietnamDayBegin(m_desk.today()));
        if (!before) {
            return std::unexpected(before.error());
        }
        if (const auto anchored = anchor(*before); !anchored) {
            return anchored;
        }
        const auto line = m_desk.store().audit().append({.at = now,
                                                         .by = m_desk.person().mailbox(),
                                                         .deed = auditDeedKey(deed),
                                                         .document = document,
                                                         .detail = detail});
        return line ? Result<void>() : std::unexpected(line.error());
    });
}

Result<void> AuditLog::anchor(const AuditHead& head) {
    const auto known = m_desk.store().settings().value(QString(anchorKey), u"0"_s);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (head.number <= known->toLongLong()) {
        return {};
    }
    const auto act = m_desk.store().record({.stream = auditStream(m_desk.organ(), m_desk.person().login),
                                            .body = acts::AuditAnchored{.number = head.number, .hash = head.hash},
                                            .participants = {m_desk.person().mailbox()},
                                            .cites = {}});
    return act ? m_desk.store().settings().set(QString(anchorKey), QString::number(head.number))
               : std::unexpected(act.error());
}

Result<QList<AuditLine>> AuditLog::lines(qint64 from, int most, const QString& document) const {
    return m_desk.store().audit().lines(from, most, document);
}

Result<AuditCheck> AuditLog::verify() const {
    auto anchors = anchorsOf(m_desk);
    if (!anchors) {
        return std::unexpected(anchors.error());
    }
    AuditCheck check;
    const auto isWrong = [&check](qint64 number, QLatin1StringView reason) {
        check.wrong = number;
        check.reason = reason;
        return check;
    };
    for (;;) {
        const auto lines = m_desk.store().audit().lines(check.head.number + 1, linesAtOnce);
        if (!lines) {
            return std::unexpected(lines.error());
        }
        for (const AuditLine& line : *lines) {
            if (line.number != check.head.number + 1) {
                return isWrong(check.head.number + 1, "audit-line-missing"_L1);
            }
            if (line.previous != check.head.hash || line.hash != auditHash(line)) {
                return isWrong(line.number, "audit-line-changed"_L1);
            }
            check.head = {line.number, line.hash};
            if (const QByteArray kept = anchors->take(line.number); !kept.isEmpty()) {
                if (kept != line.hash) {
                    return isWrong(line.number, "audit-anchor-differs"_L1);
                }
                ++check.anchors;
            }
        }
        if (lines->size() < linesAtOnce) {
            break;
        }
    }
    // The server knows of more lines than there are.
    return anchors->isEmpty() ? check : isWrong(check.head.number + 1, "audit-line-missing"_L1);
}

} // namespace app
