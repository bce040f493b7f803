// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/sampledesk.h"

#include <functional>

namespace tests {

/// Something that a person meets in the window: a page, a panel, a part opened over them. Every scene begins in a desk
/// of its own.
struct Scene {
    QByteArray name;
    app::Role role = app::Role::Clerk;
    app::Folder folder = app::Folder::ToAccept;
    std::function<void(SampleOffice&)> prepare; ///< before anything is read; may be empty
    std::function<void(Desk&)> open;            ///< in the folder; may be empty
    bool busy = false;                          ///< something runs in it that does not end by itself
};

/// Those of the secret books.
[[nodiscard]] QList<Scene> secretScenes();
/// Every page, panel and dialog of the window, in a fixed order.
[[nodiscard]] const QList<Scene>& allScenes();

/// The scene as a person finds it: read, drawn, laid out.
void enter(Desk& desk, const Scene& scene);

/// Controls that Qt makes inside one of ours and speaks for itself: the line of a combo box, the parts of a scroll
/// area, a calendar.
[[nodiscard]] bool isInner(const QWidget& widget);

} // namespace tests
