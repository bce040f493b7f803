// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/sampleoffice.h"
#include "tests/ui/samplereport.h"
#include "ui/mainwindow.h"
#include "ui/theme/schemewatcher.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace tests {

using namespace Qt::Literals::StringLiterals;

inline constexpr int Patience = 30000; // milliseconds, on a loaded machine under sanitizers

/// A window over a sample office, with all that it needs.
struct Desk {
    explicit Desk(app::Role role, app::Language language = app::Language::Vietnamese,
                  ui::ThemeChoice choice = ui::ThemeChoice::Light)
        : office(role, folder.path())
        , theme(nullptr) {
        const QString key = language == app::Language::English ? u"en"_s : u"vi"_s;
        if (words.load(u":/i18n/congvan_%1.qm"_s.arg(key))) {
            QApplication::installTranslator(&words);
        }
        theme.setChoice(choice);
        theme.applyTo(*qApp);
        window = std::make_unique<ui::MainWindow>(theme, ui::Formatter(language), office);
    }

    ~Desk() {
        window.reset();
        QApplication::removeTranslator(&words);
    }

    void open(app::Folder show) {
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->openFolder(show);
        settle();
    }

    void settle() {
        QTRY_VERIFY_WITH_TIMEOUT(window->isSettled(), Patience);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    /// The signatures of the document shown wait for a time stamp that twice could not be had; its details say so.
    void letWait() {
        const app::DocumentId id = *window->documentPane().shownId();
        app::EvidenceJob job{.document = id, .wanted = docsig::Level::BLta, .reached = docsig::Level::BB};
        job.attempts = 2;
        job.nextAttempt = QDateTime({2026, 11, 26}, {2, 15}, Qt::UTC);
        job.missing = {{.code = u"evidence-offline"_s,
                        .part = docsig::Part::Time,
                        .weight = docsig::Weight::Doubt,
                        .page = -1,
                        .place = u"http://tsa.ca.gov.vn"_s,
                        .detail = {}}};
        office.waitForEvidence(job);
        window->openDocument(id);
        settle();
        window->documentPane().showDetails(ui::DetailTab::Signatures);
        settle();
    }

    /// The button whose accessible name begins like this and that can be seen; null where there is none.
    [[nodiscard]] QAbstractButton* button(const QString& name) const {
        for (auto* candidate : window->findChildren<QAbstractButton*>()) {
            if (candidate->isVisible() && candidate->accessibleName().startsWith(name)) {
                return candidate;
            }
        }
        return nullptr;
    }

    /// Whether a label in sight holds these words.
    [[nodiscard]] bool says(const QString& sentence) const {
        return std::ranges::any_of(window->findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(sentence);
        });
    }

    QTemporaryDir folder;
    tests::SampleOffice office;
    QTranslator words;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace tests
