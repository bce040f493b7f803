// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/officedesk.h"
#include "exchange/client/hubclient.h"

#include <QTemporaryDir>

#include <memory>

namespace world {

/// A clerk's computer with a store of its own and a line to a hub: nothing but what drawing numbers needs. Several of
/// one account may draw at once, each on a thread of its own.
class DrawingDesk {
public:
    explicit DrawingDesk(const exchange::HubAccount& account);

    /// The next number of the outgoing book of 2026, or the one that the document has already.
    [[nodiscard]] app::Result<int> draw(const app::DocumentId& document = app::DocumentId::create(),
                                        std::stop_token stop = {});

    [[nodiscard]] static QString book();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::OfficeStore> m_store;
    docsig::VerifyClient m_verifier;
    std::unique_ptr<app::OfficeDesk> m_desk;
};

/// Draws so many numbers with as many clerks at once as there are desks; every number that was drawn, in the order in
/// which they came. Ends the program with the code of an error.
[[nodiscard]] QList<int> drawAtOnce(const exchange::HubAccount& account, int clerks, int numbers);

} // namespace world
