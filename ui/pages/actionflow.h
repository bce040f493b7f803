// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/documentpane.h"
#include "ui/panels/packetpanel.h"
#include "ui/presentation/standingpresenter.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/officepicker.h"

#include <functional>
#include <memory>
#include <type_traits>

namespace ui {

/// From a button over the document to the act done: opens the panel that the act needs, runs the use case on another
/// thread, says what went wrong in the panel, and what was done to the window. An act runs once; while it runs its
/// button rests.
class ActionFlow : public QObject {
    Q_OBJECT

public:
    ActionFlow(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner, DocumentPane& pane,
               QObject* parent = nullptr);

    /// The document that the pane shows.
    void begin(Command command);
    void judgeAgain();
    void pinSeal();

signals:
    /// Done: the sentence for the status bar, and which document it was about. The lists and the document are to be
    /// read again, and what waits in the outbox can be carried.
    void done(const QString& sentence, const std::optional<app::DocumentId>& about);
    void failed(const app::Error& error);
    void editWanted(const app::Draft& draft);
    /// What was entered of the document that is shown is to be put right.
    void correctionWanted(const app::DocumentId& id, const app::PaperEntry& entry);

private:
    void accept();
    void refuse();
    void giveBack();
    void giveNumber();
    void signOrSeal(bool seal);
    void initial();
    void send();
    void submit();
    void edit();
    void correctPaper();
    void removeDraft();
    void reply();
    void fileInto();
    /// Who works in the office and who of them is away, once that is read.
    void withOffice(const std::function<void(const StandingView&)>& open);
    void present();
    void direct();
    void giveBackWork();
    void comment();
    void askTime();
    void answerTime(bool grants);
    void finish();
    void recall();
    void update();
    void replace();
    void offerReplacements(const app::DocumentId& id, const QList<app::DocumentSummary>& waiting);
    void agreeToChange();
    void refuseChange();

    [[nodiscard]] AgencySearch agencySearch();
    [[nodiscard]] static QString sentWords(const app::SendReceipt& receipt);
    /// What became of the signature of a packet; nothing where none was wanted.
    [[nodiscard]] static QString sealingWords(app::PacketSealing sealing);
    /// A result without a value as one that every act has.
    template <typename Value>
    static app::Result<bool> yes(const app::Result<Value>& result) {
        return result ? app::Result<bool>(true) : std::unexpected(result.error());
    }
    /// Runs `work` (an app::Result) for a panel; `said` makes the sentence of what was done.
    template <typename Work, typename Said>
    void run(ActionPanel* panel, const QString& busy, Work work, Said said);
    /// The same for what writes a packet; where it is signed, another panel asks for the PIN of the seal first. `work`
    /// gets the seal, or none.
    template <typename Work, typename Said>
    void runPacking(ActionPanel* panel, bool signs, Work work, Said said);
    void askForSeal(const std::function<void(PacketPanel*)>& go);

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    DocumentPane& m_pane;
};

template <typename Work, typename Said>
void ActionFlow::run(ActionPanel* panel, const QString& busy, Work work, Said said) {
    if (panel) {
        panel->setBusy(true, busy);
    }
    m_runner.run(
        this,
        [work = std::move(work)](std::stop_token stop) mutable {
            if constexpr (std::is_invocable_v<Work&, std::stop_token>) {
                return work(std::move(stop));
            } else {
                return work();
            }
        },
        [this, open = QPointer<ActionPanel>(panel), about = m_pane.shownId(), said = std::move(said)](auto result) {
            if (open) {
                open->setBusy(false);
            }
            if (!result) {
                if (open) {
                    open->showError(result.error(), m_formatter);
                } else {
                    emit failed(result.error());
                }
                return;
            }
            if (open) {
                m_pane.closePanel();
            }
            emit done(said(*result), about);
        });
}

template <typename Work, typename Said>
void ActionFlow::runPacking(ActionPanel* panel, bool signs, Work work, Said said) {
    if (!signs) {
        run(panel, tr("Packing…"), [work = std::move(work)]() mutable { return work(nullptr); }, std::move(said));
        return;
    }
    askForSeal([this, work = std::move(work), said = std::move(said)](PacketPanel* asked) {
        const auto pin = std::make_shared<docsig::Pin>(asked->takePin());
        run(
            asked, tr("Packing…"),
            [work, key = *asked->key(), pin]() mutable {
                const app::PacketSeal seal{.key = key, .pin = *pin};
                return work(&seal);
            },
            said);
    });
}

} // namespace ui
