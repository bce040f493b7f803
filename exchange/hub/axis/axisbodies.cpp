// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/axis/axisbodies.h"

#include "exchange/hub/core/rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>
#include <utility>

namespace hub {

using namespace Qt::Literals::StringLiterals;
namespace axis = exchange::axis;

namespace {

// What axisAnswer() says beside "data".
const QByteArray beginning = R"({"ErrorCode":"0","ErrorDesc":"","data":)";
const QByteArray end = R"(,"status":"OK"})";

Answer deviceAnswer(std::shared_ptr<QIODevice> device, qint64 length) {
    Answer answer;
    answer.device = std::move(device);
    answer.fileLength = length;
    answer.headers.emplaceBack("Content-Type", "application/json");
    return answer;
}

/// The content in Base64 between two texts, for reading from any place.
class Base64Body final : public QIODevice {
public:
    Base64Body(std::shared_ptr<QIODevice> source, qint64 sourceSize)
        : m_source(std::move(source))
        , m_sourceSize(sourceSize) {
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_before.size() + encodedSize() + m_behind.size(); }

protected:
    qint64 readData(char* data, qint64 most) override {
        const qint64 first = pos();
        qint64 done = 0;
        while (done < most && first + done < size()) {
            const qint64 count = copyFrom(first + done, data + done, most - done);
            if (count <= 0) {
                return -1;
            }
            done += count;
        }
        return done;
    }
    qint64 writeData(const char* /*data*/, qint64 /*most*/) override { return -1; }

private:
    static constexpr qint64 blockBytes = 48LL * 1024; // of the source; a multiple of three
    static constexpr qint64 blockSigns = blockBytes / 3 * 4;

    [[nodiscard]] qint64 encodedSize() const { return (m_sourceSize + 2) / 3 * 4; }

    static qint64 copy(const QByteArray& from, qint64 place, char* data, qint64 most) {
        const qint64 count = std::min(most, from.size() - place);
        std::memcpy(data, from.constData() + place, static_cast<size_t>(count));
        return count;
    }

    /// Copies what stands in one piece from a place on; 0 where the source has ended early.
    qint64 copyFrom(qint64 place, char* data, qint64 most) {
        if (place < m_before.size()) {
            return copy(m_before, place, data, most);
        }
        const qint64 sign = place - m_before.size();
        if (sign >= encodedSize()) {
            return copy(m_behind, sign - encodedSize(), data, most);
        }
        if (m_block != sign / blockSigns && !fetch(sign / blockSigns)) {
            return 0;
        }
        return copy(m_encoded, sign % blockSigns, data, most);
    }

    bool fetch(qint64 block) {
        const qint64 wanted = std::min(blockBytes, m_sourceSize - block * blockBytes);
        if (!m_source->seek(block * blockBytes)) {
            return false;
        }
        const QByteArray bytes = m_source->read(wanted);
        m_block = block;
        m_encoded = bytes.toBase64();
        return bytes.size() == wanted;
    }

    const QByteArray m_before = beginning + '"';
    const QByteArray m_behind = '"' + end;
    std::shared_ptr<QIODevice> m_source;
    qint64 m_sourceSize = 0;
    qint64 m_block = -1;
    QByteArray m_encoded;
};

QJsonObject rowOf(const exchange::AgencyEntry& agency, qint64 version, const QDateTime& now) {
    const qsizetype dot = agency.organId.lastIndexOf(u'.');
    const QDateTime ended = agency.validTo.isValid() ? agency.validTo.startOfDay(Qt::UTC) : QDateTime();
    return {{u"id"_s, agency.organId},
            {u"pid"_s, dot < 0 ? QString() : agency.organId.left(dot)},
            {u"code"_s, agency.organId},
            {u"name"_s, agency.name},
            {u"mail"_s, QString()},
            {u"version"_s, version},
            {u"centerCode"_s, QString()},
            {u"deleted"_s, isClosedAt(agency, now)},
            {u"modifyDate"_s, ended.isValid() ? QString::fromLatin1(axis::listTime(ended)) : QString()},
            {u"isAgency"_s, true}};
}

/// The agencies as an array between two texts, for reading once.
class AgenciesBody final : public QIODevice {
public:
    AgenciesBody(HubCore& core, Caller caller, qint64 since)
        : m_core(core)
        , m_caller(std::move(caller))
        , m_version(since) {
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Reads the next page of the directory.
    Result<void> advance() {
        const auto page = m_core.directory(m_caller, m_version);
        if (!page) {
            return std::unexpected(page.error());
        }
        m_text = std::exchange(m_opened, true) ? QByteArray() : beginning + '[';
        m_place = 0;
        for (const exchange::AgencyEntry& agency : page->agencies) {
            const QJsonObject row = rowOf(agency, page->version, m_core.now());
            m_text += (m_begun ? "," : "") + QJsonDocument(row).toJson(QJsonDocument::Compact);
            m_begun = true;
        }
        m_done = !page->more || page->version <= m_version;
        m_version = page->version;
        m_text += m_done ? ']' + end : QByteArray();
        return {};
    }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override {
        while (m_place == m_text.size() && !m_done) {
            if (!advance()) {
                return -1;
            }
        }
        const qint64 count = std::min(most, m_text.size() - m_place);
        std::memcpy(data, m_text.constData() + m_place, static_cast<size_t>(count));
        m_place += count;
        return count;
    }
    qint64 writeData(const char* /*data*/, qint64 /*most*/) override { return -1; }

private:
    HubCore& m_core;
    Caller m_caller;
    qint64 m_version = 0;
    bool m_opened = false; ///< the array's bracket was written
    bool m_begun = false;  ///< a row was written
    bool m_done = false;
    QByteArray m_text;
    qint64 m_place = 0;
};

} // namespace

Answer base64Answer(const ReadableContent& content) {
    std::shared_ptr<QIODevice> source = content.device;
    if (!source) {
        auto file = std::make_shared<QFile>(content.path);
        if (!file->open(QIODevice::ReadOnly)) {
            return axisError(filesFailed(file->errorString()).error());
        }
        source = std::move(file);
    }
    auto body = std::make_shared<Base64Body>(std::move(source), content.size);
    const qint64 length = body->size();
    return deviceAnswer(std::move(body), length);
}

Answer agenciesAnswer(HubCore& core, const Caller& caller, qint64 since) {
    auto body = std::make_shared<AgenciesBody>(core, caller, since);
    if (const Result<void> begun = body->advance(); !begun) {
        return axisError(begun.error());
    }
    return deviceAnswer(std::move(body), -1);
}

} // namespace hub
