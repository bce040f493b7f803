// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QByteArray>

namespace app {

class OfficeDesk;

/// The copy of an accepted document that bears dấu ĐẾN (NĐ 30 art. 22, Phụ lục IV). It is derived from the original,
/// which stays as it came and alone proves its signatures: made when somebody first asks for it, so that a clerk who
/// accepts does not wait for it. Blocking; any thread but the GUI's; needs a QGuiApplication.
class ArrivalCopy {
public:
    explicit ArrivalCopy(OfficeDesk& desk);

    /// The hash of the copy in the store. `arrival-not-registered` before the document is accepted, `content-missing`
    /// while its PDF has not come; also the codes of PurposeSigning.
    [[nodiscard]] Result<QByteArray> copyOf(const DocumentId& id);

private:
    OfficeDesk& m_desk;
};

} // namespace app
