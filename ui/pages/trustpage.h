// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/managetrust.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

class QCheckBox;
class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace ui {

/// Whom the office trusts: roots, certificates between and revocation lists, with their facts; import from files after
/// a look at the fingerprints, removal, and the choice whether the roots of the system count.
class TrustPage : public Ground {
    Q_OBJECT

public:
    TrustPage(const Theme& theme, const Formatter& formatter, app::ManageTrust trust, TaskRunner& runner,
              QWidget* parent = nullptr);

    void reload();
    void focusList();
    /// Reads a file and shows what it would bring; nothing is trusted before a person confirms it.
    void look(const QString& path);

signals:
    void done(const QString& sentence);
    void failed(const app::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void chooseFile();
    void fill(const QList<app::TrustEntry>& entries);
    void showEntry(int row);
    void showProposals(const QList<app::TrustProposal>& proposals);
    void confirm();
    void askRemoval();
    void remove();
    void endProposal();
    void setSystemRoots(bool use);
    [[nodiscard]] QWidget* factsOf(const docsig::TrustItem& item, const QList<docsig::Finding>& concerns,
                                   const QString& remark);
    [[nodiscard]] QVBoxLayout* freshFacts();

    const Theme& m_theme;
    Formatter m_formatter;
    app::ManageTrust m_trust;
    TaskRunner& m_runner;
    QList<app::TrustEntry> m_entries;
    QList<app::TrustProposal> m_proposals; ///< being confirmed
    int m_ticket = 0;
    QPushButton* m_import;
    QCheckBox* m_system;
    QListWidget* m_list;
    QScrollArea* m_facts;
    QWidget* m_choice; ///< the buttons under the facts
    TextLabel* m_question;
    QPushButton* m_yes;
    QPushButton* m_no;
    bool m_removing = false;
};

} // namespace ui
