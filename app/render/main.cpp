// SPDX-License-Identifier: GPL-3.0-or-later
// congvan-render: pixels and words of one foreign PDF, or the words of a file of an office program. Reads requests from
// standard input, answers on standard output (see app/render/renderprotocol.h), and ends when its input ends. It opens
// no path but fonts and runs no script.
#include "app/render/officetext.h"
#include "app/render/popplerdocument.h"
#include "app/render/processlimits.h"
#include "app/render/renderprotocol.h"
#include "docsig/worker/sandbox.h"

#include <QDir>
#include <QFile>

#include <optional>

#include <unistd.h>

namespace {

using namespace app::render;

constexpr qsizetype largestRequest = qsizetype(1) << 30;

class Channel {
public:
    Channel(int input, int output) {
        m_open = m_input.open(input, QIODevice::ReadOnly | QIODevice::Unbuffered) &&
                 m_output.open(output, QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    /// The next request; nothing at the end of the input.
    [[nodiscard]] std::optional<std::pair<Request, QByteArray>> next() {
        const QByteArray head = m_open ? exactly(headBytes) : QByteArray();
        if (head.size() != headBytes) {
            return std::nullopt;
        }
        const std::optional<qsizetype> length = payloadLength(head, largestRequest);
        if (!length) {
            return std::nullopt;
        }
        QByteArray payload = exactly(*length);
        if (payload.size() != *length) {
            return std::nullopt;
        }
        return std::pair(Request(head.at(4)), std::move(payload));
    }

    [[nodiscard]] bool answer(Answer kind, const QByteArray& payload) {
        return all(frameHead(quint8(kind), payload.size())) && all(payload);
    }

    [[nodiscard]] bool answerPixels(const QImage& image) {
        const QByteArray size = packed(image.size());
        return all(frameHead(quint8(Answer::Pixels), size.size() + image.sizeInBytes())) && all(size) &&
               all(QByteArray::fromRawData(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    }

private:
    [[nodiscard]] QByteArray exactly(qsizetype count) {
        QByteArray bytes(count, Qt::Uninitialized);
        qsizetype have = 0;
        while (have < count) {
            const qint64 got = m_input.read(bytes.data() + have, count - have);
            if (got <= 0) {
                return {};
            }
            have += got;
        }
        return bytes;
    }

    [[nodiscard]] bool all(const QByteArray& bytes) {
        qsizetype done = 0;
        while (done < bytes.size()) {
            const qint64 put = m_output.write(bytes.constData() + done, bytes.size() - done);
            if (put <= 0) {
                return false;
            }
            done += put;
        }
        return true;
    }

    QFile m_input;
    QFile m_output;
    bool m_open = false;
};

/// Where fonts lie and what says which to take: all that this program may read. Poppler's own data maps the letters of
/// East Asian fonts.
QStringList fontFolders() {
    using namespace Qt::Literals::StringLiterals;
    QStringList folders{u"/usr/share/fonts"_s,      u"/usr/local/share/fonts"_s, u"/etc/fonts"_s,
                        u"/usr/share/fontconfig"_s, u"/var/cache/fontconfig"_s,  u"/usr/share/poppler"_s};
    const QString home = QDir::homePath();
    if (home.size() > 1) {
        folders << home + u"/.fonts"_s << home + u"/.local/share/fonts"_s << home + u"/.config/fontconfig"_s
                << home + u"/.cache/fontconfig"_s;
    }
    return folders;
}

/// Serves one document.
class Server {
public:
    Server(Channel& channel, QString lacking)
        : m_channel(channel)
        , m_lacking(std::move(lacking)) {}

    [[nodiscard]] bool serve(Request request, const QByteArray& payload) {
        limitProcessorTime(m_limits.processorSeconds);
        switch (request) {
        case Request::Open:
            return open(payload);
        case Request::Page:
            return page(payload);
        case Request::Text:
            return text(payload);
        case Request::OfficeText:
            return wordsOfOffice(payload);
        }
        return fault(Fault::Garbled);
    }

private:
    [[nodiscard]] bool fault(Fault fault) { return m_channel.answer(Answer::Fault, QByteArray(1, char(fault))); }

    [[nodiscard]] bool open(const QByteArray& payload) {
        QByteArray pdf;
        if (m_document || !unpack(payload, m_limits, pdf)) {
            return fault(Fault::Garbled);
        }
        limitAddressSpace(m_limits.addressSpace);
        limitProcessorTime(m_limits.processorSeconds);
        auto document = PopplerDocument::open(pdf, m_limits);
        if (!document) {
            return fault(document.error());
        }
        m_document = std::move(*document);
        return m_channel.answer(Answer::Pages, packed(m_document->pages(), m_lacking));
    }

    [[nodiscard]] bool page(const QByteArray& payload) {
        PageRequest request;
        if (!m_document || !unpack(payload, request)) {
            return fault(Fault::Garbled);
        }
        const auto image = m_document->picture(request);
        return image ? m_channel.answerPixels(*image) : fault(image.error());
    }

    [[nodiscard]] bool text(const QByteArray& payload) {
        qint32 index = 0;
        if (!m_document || !unpack(payload, index)) {
            return fault(Fault::Garbled);
        }
        const auto words = m_document->words(index);
        return words ? m_channel.answer(Answer::Words, packed(*words)) : fault(words.error());
    }

    [[nodiscard]] bool wordsOfOffice(const QByteArray& payload) {
        QByteArray file;
        if (m_document || !unpack(payload, m_limits, file)) {
            return fault(Fault::Garbled);
        }
        limitAddressSpace(m_limits.addressSpace);
        limitProcessorTime(m_limits.processorSeconds);
        const auto words = officeText(file, mostOfficeCharacters);
        return words ? m_channel.answer(Answer::OfficeWords, packed(*words)) : fault(words.error());
    }

    Channel& m_channel;
    QString m_lacking; ///< what the kernel did not give of the sandbox
    WorkerLimits m_limits;
    std::optional<PopplerDocument> m_document;
};

} // namespace

int main() {
    forbidSideEffects();
    // A library that prints must not speak into the answers.
    const int output = dup(STDOUT_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    Channel channel(STDIN_FILENO, output);
    // From here on no file but a font can be read, and nothing foreign has been read before.
    Server server(channel, docsig::worker::enterSandbox(fontFolders()).lacking);
    for (auto request = channel.next(); request; request = channel.next()) {
        if (!server.serve(request->first, request->second)) {
            return 1;
        }
    }
    return 0;
}
