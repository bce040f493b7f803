// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/hubcheck.h"

#include "exchange/protocol/sha256.h"

#include <QBuffer>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;
constexpr qint64 pageBytes = 8 * 1024 * 1024;
constexpr qsizetype mostFaults = 100;

std::unexpected<Error> contentMissing(const QByteArray& sha256) {
    return fail("check-content-missing", QString::fromLatin1(sha256));
}

/// One check; holds what was found so far.
class Check {
public:
    Check(Store& store, Contents& kept, const Progress& progress)
        : m_store(store)
        , m_contents(kept)
        , m_open(contentOpener(store, kept))
        , m_progress(progress) {}

    Result<CheckReport> run() {
        Result<void> done = ask([&](StoreSession& session) { m_report.counts = session.counts(); });
        m_total = m_report.counts.messages + m_report.counts.contents;
        m_progress(0, m_total);
        done = done ? streams() : done;
        done = done ? contents() : done;
        done = done ? feeds() : done;
        done = done ? strayFiles() : done;
        if (!done) {
            return std::unexpected(done.error());
        }
        m_progress(m_total, m_total);
        return m_report;
    }

private:
    template <typename Question>
    Result<void> ask(const Question& question) {
        return m_store.read([&](StoreSession& session) -> Result<void> {
            question(session);
            return {};
        });
    }

    void found(const Error& error) {
        ++m_report.faults;
        if (m_report.findings.size() < mostFaults) {
            m_report.findings.append(error);
        }
    }

    void step() { m_progress(std::min(++m_done, m_total), m_total); }

    Result<void> streams() {
        QString last;
        for (;;) {
            QStringList names;
            if (const Result<void> asked =
                    ask([&](StoreSession& session) { names = session.streamsAfter(last, rowsAtOnce); });
                !asked) {
                return asked;
            }
            if (names.isEmpty()) {
                return {};
            }
            for (const QString& name : names) {
                if (const Result<void> checked = stream(name); !checked) {
                    return checked;
                }
            }
            last = names.last();
        }
    }

    /// The chain from the first header to the end that the store notes. What comes meanwhile is left to the next check.
    Result<void> stream(const QString& name) {
        std::optional<StreamEnd> end;
        QByteArray head;
        qint64 sequence = 0;
        do {
            QList<exchange::Message> messages;
            QList<QByteArray> missing;
            const Result<void> asked = ask([&](StoreSession& session) {
                end = end ? end : session.streamEnd(name);
                messages = session.messages(name, sequence + 1, rowsAtOnce, pageBytes);
                missing = missingCites(session, messages);
            });
            if (!asked) {
                return asked;
            }
            for (const QByteArray& sha256 : missing) {
                found(contentMissing(sha256).error());
            }
            if (messages.isEmpty()) {
                break;
            }
            for (const exchange::Message& message : messages) {
                if (sequence >= end->sequence) {
                    return {};
                }
                if (!follows(message, name, sequence, head)) {
                    found(chainBroken(name, sequence + 1));
                    return {}; // nothing behind it can be told
                }
                if (message.erased ? !message.payload.isEmpty()
                                   : message.header.payloadSha256 != exchange::sha256Hex(message.payload)) {
                    found(fail("check-payload-damaged", name + u' ' + QString::number(sequence + 1)).error());
                }
                head = exchange::headerHash(message.header);
                ++sequence;
                step();
            }
        } while (sequence < end->sequence);
        if (!end || sequence != end->sequence || head != end->headHash) {
            found(chainBroken(name, sequence + 1));
        }
        return {};
    }

    static bool follows(const exchange::Message& message, const QString& name, qint64 before, const QByteArray& head) {
        const exchange::MessageHeader& header = message.header;
        return header.stream == name && header.sequence == before + 1 && header.previousHeaderSha256 == head &&
               header.attachedSha256 == exchange::attachedHash(message.cites, message.participants);
    }

    static Error chainBroken(const QString& name, qint64 sequence) {
        return fail("check-chain-broken", name + u' ' + QString::number(sequence)).error();
    }

    static QList<QByteArray> missingCites(StoreSession& session, const QList<exchange::Message>& messages) {
        QList<QByteArray> missing;
        for (const exchange::Message& message : messages) {
            for (const QByteArray& cite : message.cites) {
                if (!message.erased && !session.contentSize(cite)) {
                    missing.append(cite);
                }
            }
        }
        return missing;
    }

    Result<void> contents() {
        QByteArray last;
        for (;;) {
            QList<StoredContent> list;
            if (const Result<void> asked =
                    ask([&](StoreSession& session) { list = session.contentsAfter(last, rowsAtOnce); });
                !asked) {
                return asked;
            }
            if (list.isEmpty()) {
                return {};
            }
            for (const StoredContent& content : list) {
                if (const Result<void> right = checkContent(m_open, content); !right) {
                    found(right.error());
                }
                step();
            }
            last = list.last().sha256;
        }
    }

    Result<void> strayFiles() {
        // What comes at this moment is put in place before its row is written.
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-3600);
        for (int part = 0; part < 256; ++part) {
            const QByteArray digits = QByteArray::number(part, 16).rightJustified(2, '0');
            const QList<QByteArray> files = m_contents.filesOf(digits, before);
            const Result<void> asked = ask([&](StoreSession& session) {
                for (const QByteArray& sha256 : files) {
                    m_report.strayFiles += session.contentSize(sha256) ? 0 : 1;
                }
            });
            if (!asked) {
                return asked;
            }
        }
        return {};
    }

    Result<void> feeds() {
        QStringList wrong;
        const Result<void> asked =
            ask([&](StoreSession& session) { wrong = session.feedFaults(static_cast<int>(mostFaults)); });
        for (const QString& mailbox : wrong) {
            found(fail("check-feed-incomplete", mailbox).error());
        }
        return asked;
    }

    Store& m_store;
    Contents& m_contents;
    ContentOpener m_open;
    const Progress& m_progress;
    CheckReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace

ContentOpener contentOpener(Store& store, Contents& contents) {
    return [&store, &contents](const QByteArray& sha256) -> Result<std::unique_ptr<QIODevice>> {
        std::optional<QByteArray> small;
        const Result<void> asked = store.read([&](StoreSession& session) -> Result<void> {
            small = session.smallContent(sha256);
            return {};
        });
        if (!asked) {
            return std::unexpected(asked.error());
        }
        if (!small) {
            return contents.open(sha256);
        }
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(*small);
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    };
}

Result<CheckReport> checkHub(Store& store, Contents& contents, const Progress& progress) {
    return Check(store, contents, progress).run();
}

Result<void> checkContent(const ContentOpener& open, const StoredContent& content) {
    const Result<std::unique_ptr<QIODevice>> device = open(content.sha256);
    if (!device) {
        return contentMissing(content.sha256);
    }
    exchange::Sha256 hash;
    if (!hash.addFrom(**device) || hash.result().toHex() != content.sha256 || (*device)->size() != content.size) {
        return fail("check-content-damaged", QString::fromLatin1(content.sha256));
    }
    return {};
}

} // namespace hub
