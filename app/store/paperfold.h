// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/person.h"
#include "app/domain/work.h"
#include "app/store/documentrecord.h"
#include "app/store/storedact.h"

#include <optional>

namespace app {

/// What a document on paper is derived from: the line of the book, where this desk has the book, else what a deed of a
/// desk that has it says. Only a line in an incoming book of the own office counts, and only for the document that its
/// key names: nobody can make a document of another kind into paper, or one on paper into another.
[[nodiscard]] std::optional<PaperEntry> registeredPaper(const StoredAct& stored, const OrganId& ownOrgan,
                                                        const DocumentId& document);
/// Of a desk without the book alone, and only in the document's own case. An envelope that was not opened is given to
/// nobody but whom it names.
[[nodiscard]] std::optional<PaperEntry> givenPaper(const acts::GivenDocument& given, const QString& stream,
                                                   const Person& owner, const DocumentId& document);

/// Shows a document on paper as it was entered: registered at once, with its scan where there is one.
void showPaper(const PaperEntry& entry, DocumentRecord& record);
/// Takes over what a correction says, and gives what it changed, with its reason, in one phrase; nothing where it is
/// none of this document, or says that an envelope was opened which whom it names did not give back.
[[nodiscard]] std::optional<QString> correctPaper(const acts::PaperCorrected& act, const QList<WorkLine>& work,
                                                  DocumentRecord& record);

/// Whether a desk without the book takes a correction in the case from that mailbox: it brought the document there, or
/// is a clerk's.
[[nodiscard]] bool mayCorrectInCase(Transaction& transaction, const QList<WorkLine>& work, const QString& by);

/// The line of the book as a correction has it.
void correctLine(const acts::PaperCorrected& act, BookEntry& entry);

} // namespace app
