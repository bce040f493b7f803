// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/base64stream.h"
#include "exchange/envelope/contentsink.h"
#include "exchange/envelope/packet.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/protocol/sha256.h"

#include <QStringList>
#include <QTemporaryFile>

#include <memory>
#include <optional>
#include <vector>

namespace exchange {

/// Where the contents of one packet go while it is read: decoded into temporary files of the folder, then, when the
/// envelope is understood, each to a file named by its hash. Everything is removed again unless keep() was called.
class AttachmentStore final : public ContentSink {
public:
    AttachmentStore(QString folder, const ReaderLimits& limits);
    ~AttachmentStore() override;
    AttachmentStore(const AttachmentStore&) = delete;
    AttachmentStore& operator=(const AttachmentStore&) = delete;

    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> take(QByteArrayView text) override;
    [[nodiscard]] Result<void> end() override;

    /// Gives the attachment its content: unpacks the zip of one file where it is one, moves the file to its name, fills
    /// in path, hash and size. Findings are told with `place`.
    [[nodiscard]] Result<void> settle(int content, Attachment& attachment, const QString& place,
                                      QList<Finding>& findings);
    /// The packet was read to its end: the files stay.
    void keep() { m_made.clear(); }

private:
    struct Content {
        std::unique_ptr<QTemporaryFile> file;
        QByteArray sha256;
        qint64 size = 0;
        QByteArray head; ///< the first four bytes: a zip shows itself there
        bool unpadded = false;
    };

    [[nodiscard]] Result<std::unique_ptr<QTemporaryFile>> makeFile() const;
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> unpack(Content& content, Attachment& attachment, const QString& place,
                                      QList<Finding>& findings);
    [[nodiscard]] Result<QString> moveToName(Content& content);

    QString m_folder;
    const ReaderLimits& m_limits;
    std::vector<Content> m_contents;
    Base64Decoder m_decoder;
    std::unique_ptr<Sha256> m_hash;
    QByteArray m_decoded; ///< kept between pieces, so that memory is asked for once
    qint64 m_total = 0;
    QStringList m_made; ///< files that go away again after a failure
};

} // namespace exchange
