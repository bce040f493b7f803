// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/opinion.h"
#include "app/domain/organid.h"

#include <QDate>
#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// A document in which another office answers a question.
struct OfficeReply {
    OrganRef office{};
    DocumentId document;
    QString number{};
    QString subject{};
    QDate date{};

    friend bool operator==(const OfficeReply&, const OfficeReply&) = default;
};

/// Use case of whoever asks: other offices are asked by an official document that goes the usual way (signed, numbered,
/// sealed, sent), and what they answer by a document is entered with it as proof. Blocking; any thread but the GUI's.
class OpinionOffices {
public:
    explicit OpinionOffices(OfficeDesk& desk);

    /// A draft to the offices that have not answered, saved, and noted with the question. `opinion-not-asker`,
    /// `opinion-over`, `opinion-no-office-waits`; those of drafts.
    [[nodiscard]] Result<DocumentId> draft(const OpinionId& id);

    /// What came, and is registered here, in answer to those documents, and is not entered yet.
    [[nodiscard]] Result<QList<OfficeReply>> replies(const OpinionId& id) const;

    /// What that document says is its office's answer; any registered document of an office that is asked will do, for
    /// not every office names what it answers. `opinion-not-asker`, `opinion-over`, `opinion-reply-foreign` (of an
    /// office that is not asked), `opinion-reply-not-registered`, `opinion-answer-missing`, `opinion-answer-too-long`.
    [[nodiscard]] Result<void> record(const OpinionId& id, const DocumentId& document, Stance stance,
                                      const QString& text);

private:
    [[nodiscard]] Result<Opinion> openOfMine(const OpinionId& id) const;

    OfficeDesk& m_desk;
};

} // namespace app
