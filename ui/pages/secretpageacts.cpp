// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for on the page of secret books: entering, correcting, voiding, scans, the printed register.
#include "ui/pages/secretpage.h"
#include "ui/panels/confirmpanel.h"
#include "ui/panels/reasonpanel.h"
#include "ui/panels/secretentrypanel.h"
#include "ui/panels/secretpassphrasepanel.h"

#include <QComboBox>
#include <QFileDialog>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::SecretDirection;

void SecretPage::askEntry() {
    const SecretDirection which = direction();
    const int ticket = m_ticket;
    m_runner.run(
        this, [&desk = m_desk, which](std::stop_token) { return desk.expectedNumber(which); },
        [this, which, ticket](const app::Result<int>& number) {
            if (!m_open || ticket != m_ticket) {
                return;
            }
            if (!number) {
                sayError(number.error());
                return;
            }
            auto* panel = new SecretEntryPanel(m_theme, m_formatter, which, *number, this);
            connect(panel, &SecretEntryPanel::accepted, this, [this, which](const app::SecretEntry& entry) {
                run(
                    [which, entry](SecretDesk& desk) -> app::Result<void> {
                        const auto entered = desk.enter(which, entry);
                        return entered ? app::Result<void>() : std::unexpected(entered.error());
                    },
                    tr("The secret document was entered."), {});
            });
            showPanel(panel);
        });
}

void SecretPage::askCorrection() {
    if (!m_shown) {
        return;
    }
    auto* panel = new SecretEntryPanel(m_theme, m_formatter, *m_shown, this);
    connect(panel, &SecretEntryPanel::accepted, this,
            [this, ref = m_shown->ref](const app::SecretEntry& entry, const QString& reason) {
                run([ref, entry, reason](SecretDesk& desk) { return desk.correct(ref, entry, reason); },
                    tr("The line was corrected."), ref);
            });
    showPanel(panel);
}

void SecretPage::askVoid() {
    if (!m_shown) {
        return;
    }
    auto* panel = new ReasonPanel(
        m_theme, tr("Makes line %1 void. Its number stays taken.").arg(m_formatter.bookNumber(m_shown->ref.number)),
        tr("Make &void · Ctrl+Enter"), this);
    panel->setMissing(tr("Write the reason; it stays in the book."));
    connect(panel, &ReasonPanel::accepted, this, [this, ref = m_shown->ref](const QString& reason) {
        run([ref, reason](SecretDesk& desk) { return desk.voidEntry(ref, reason); }, tr("The line is void."), ref);
    });
    showPanel(panel);
}

void SecretPage::askPassphrase() {
    auto* panel = new SecretPassphrasePanel(m_theme, m_formatter, this);
    connect(panel, &SecretPassphrasePanel::accepted, this, [this, panel] {
        const auto before = std::make_shared<docsig::Pin>(panel->takeBefore());
        const auto now = std::make_shared<docsig::Pin>(panel->takeNow());
        run([before, now](SecretDesk& desk) { return desk.changePassphrase(*before, *now); },
            tr("The secret books have another passphrase."), {});
    });
    showPanel(panel);
}

void SecretPage::verify() {
    m_error->hide();
    m_verify->setEnabled(false);
    m_check = std::stop_source();
    m_runner.run(
        this, m_check.get_token(), [&desk = m_desk](std::stop_token stop) { return desk.verify(stop); },
        [this](const app::Result<app::SecretCheck>& check) {
            m_verify->setEnabled(true);
            if (!m_open) {
                return;
            }
            if (check) {
                sayCheck(*check);
            } else {
                sayError(check.error());
            }
        });
}

void SecretPage::sayCheck(const app::SecretCheck& check) {
    if (check.findings.isEmpty()) {
        emit done(tr("Checked: every line (%1) and every scan (%2) is as it was written.")
                      .arg(check.head.lines)
                      .arg(check.scans));
        return;
    }
    constexpr qsizetype told = 5; // more would press the books out of the window
    QStringList lines;
    for (const app::Error& finding : check.findings.first(std::min(told, check.findings.size()))) {
        lines << finding.detail + u": "_s + m_formatter.sentence(finding) + u"  ("_s + finding.code + u')';
    }
    if (check.findings.size() > told) {
        lines << tr("and %n more", nullptr, int(check.findings.size() - told));
    }
    m_error->setText(lines.join(u'\n'));
    m_error->show();
}

void SecretPage::askRegister() {
    auto* panel = new ConfirmPanel(
        m_theme,
        tr("Writes the register of %1 to a PDF, to be printed, signed and bound. The file and every sheet of it are "
           "secret documents: print it at once on a printer of this computer, and delete the file.")
            .arg(year()),
        tr("&Choose a file · Ctrl+Enter"), this);
    connect(panel, &ConfirmPanel::accepted, this, &SecretPage::chooseRegisterFile);
    showPanel(panel);
}

void SecretPage::chooseRegisterFile() {
    const bool incoming = direction() == SecretDirection::Incoming;
    auto* dialog = new QFileDialog(this, tr("Save the register to a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile((incoming ? u"so-mat-den-%1.pdf"_s : u"so-mat-di-%1.pdf"_s).arg(year()));
    connect(dialog, &QFileDialog::fileSelected, this, &SecretPage::saveTo);
    dialog->open();
}

void SecretPage::saveTo(const QString& path) {
    const app::SecretRegisterRequest request{.direction = direction(), .year = year()};
    run(
        [request, path, language = m_formatter.language()](SecretDesk& desk) -> app::Result<void> {
            const auto lines = desk.saveRegister(request, path, language);
            return lines ? app::Result<void>() : std::unexpected(lines.error());
        },
        tr("The register was saved; the file is a secret document: %1").arg(path), {});
}

void SecretPage::chooseScan() {
    auto* dialog = new QFileDialog(this, tr("Choose the scan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SecretPage::attach);
    dialog->open();
}

void SecretPage::attach(const QString& path) {
    if (m_shown) {
        run([ref = m_shown->ref, path](SecretDesk& desk) { return desk.attachScan(ref, path); },
            tr("The scan was kept, encrypted. The file that it came from is still there: delete it."), m_shown->ref);
    }
}

void SecretPage::showScan() {
    if (!m_shown) {
        return;
    }
    m_runner.run(
        this, [&desk = m_desk, ref = m_shown->ref](std::stop_token) { return desk.scan(ref); },
        [this, ref = m_shown->ref](const app::Result<app::SecretBytes>& pdf) {
            if (!m_open || !m_shown || m_shown->ref != ref) {
                return;
            }
            if (!pdf) {
                sayError(pdf.error());
                return;
            }
            m_pages->show();
            m_pages->openBytes(pdf->text());
            m_pages->setFocus(Qt::OtherFocusReason);
        });
}

void SecretPage::press() {
    if (m_panel) {
        m_panel->press();
    } else if (!m_open) {
        m_door->press();
    }
}

} // namespace ui
