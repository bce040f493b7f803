// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dossierpane.h"

#include "ui/panels/confirmpanel.h"
#include "ui/panels/newdossierpanel.h"
#include "ui/presentation/documentlistmodel.h"
#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowview.h"
#include "ui/widgets/yieldingarea.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

DossierPane::DossierPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                         QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_facts(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_title(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_result(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_close(makeButton(tr("C&lose dossier…"), ButtonKind::Primary, this))
    , m_export(makeButton(tr("&Export…"), ButtonKind::Primary, this))
    , m_check(makeButton(tr("&Check an export…"), ButtonKind::Plain, this))
    , m_panelPlace(new QWidget(this))
    , m_model(new DocumentListModel(formatter, this))
    , m_view(new RowView(this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout)
    , m_head(new Ground(theme, &Tokens::surface, Qt::BottomEdge, this)) {
    setAccessibleName(tr("Dossier"));
    m_title->setWordWrap(true);
    m_result->setWordWrap(true);
    m_result->setAccessibleName(tr("Result"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->hide();
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    auto* headLayout = new QVBoxLayout(m_head);
    headLayout->setContentsMargins(18, 12, 18, 12);
    headLayout->setSpacing(4);
    headLayout->addWidget(m_facts);
    headLayout->addWidget(m_title);
    headLayout->addSpacing(4);
    headLayout->addLayout(buttons);
    headLayout->addWidget(m_result);
    bare(*new QVBoxLayout(m_panelPlace));
    m_view->setAccessibleName(tr("Documents of the dossier"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(theme, m_view));
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(m_head);
    layout->addWidget(m_panelPlace);
    auto* below = new YieldingArea(this);
    below->setLayout(m_stack);
    layout->addWidget(below, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const auto document = m_model->document(index.row())) {
            emit documentWanted(document->id);
        }
    });
    connect(m_close, &QPushButton::clicked, this, &DossierPane::askClose);
    connect(m_export, &QPushButton::clicked, this, &DossierPane::exportIt);
    connect(m_check, &QPushButton::clicked, this, &DossierPane::checkExport);
}

void DossierPane::open(const app::DossierId& id) {
    m_runner.run(
        this, [this, id](std::stop_token) { return m_office.dossier(id); },
        [this](const app::Result<app::DossierDetail>& detail) {
            if (detail) {
                show(*detail);
            } else {
                showNothing(m_formatter.sentence(detail.error()));
            }
        });
}

void DossierPane::show(const app::DossierDetail& detail) {
    if (!m_detail || m_detail->summary.id != detail.summary.id) {
        m_result->hide();
        closePanel();
    }
    m_detail = detail;
    m_head->show();
    QStringList facts{detail.summary.code, tr("opened %1").arg(m_formatter.moment(detail.summary.opened))};
    if (detail.summary.isClosed()) {
        facts << tr("closed %1").arg(m_formatter.moment(detail.summary.closed));
    }
    m_facts->setText(facts.join(u" · "_s));
    m_title->setText(detail.summary.title);
    m_close->setVisible(!detail.summary.isClosed());
    m_export->setVisible(detail.summary.isClosed());
    m_model->setDocuments({.rows = detail.documents});
    if (detail.documents.isEmpty()) {
        m_nothing->say(tr("Nothing is filed here yet. File a document from its own page."));
        m_stack->setCurrentWidget(m_nothing);
    } else {
        m_stack->setCurrentWidget(m_view);
    }
}

void DossierPane::showNothing(const QString& sentence) {
    m_detail.reset();
    m_head->hide();
    m_nothing->say(sentence);
    m_stack->setCurrentWidget(m_nothing);
}

void DossierPane::openPanel(ActionPanel* panel) {
    closePanel();
    m_panel = panel;
    m_panelPlace->layout()->addWidget(panel);
    connect(panel, &ActionPanel::cancelled, this, &DossierPane::closePanel);
    panel->show();
    panel->focusFirst();
}

void DossierPane::closePanel() {
    if (m_panel) {
        m_panel->hide();
        m_panel->deleteLater();
        m_panel = nullptr;
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

void DossierPane::askNew() {
    auto* panel = new NewDossierPanel(m_theme);
    connect(panel, &NewDossierPanel::accepted, this, [this, panel](const app::DossierForm& form) {
        panel->setBusy(true);
        m_runner.run(
            this, [this, form](std::stop_token) { return m_office.openDossier(form); },
            [this, shown = QPointer<ActionPanel>(panel)](const app::Result<app::DossierId>& id) {
                if (id) {
                    closePanel();
                    emit done(tr("The dossier was opened."), *id);
                } else if (shown) {
                    shown->setBusy(false);
                    shown->showError(id.error(), m_formatter);
                }
            });
    });
    openPanel(panel);
}

void DossierPane::askClose() {
    if (!m_detail) {
        return;
    }
    const app::DossierId id = m_detail->summary.id;
    auto* panel = new ConfirmPanel(m_theme,
                                   tr("Closes the dossier with %n document(s). A closed dossier takes nothing more.",
                                      nullptr, int(m_detail->documents.size())),
                                   tr("C&lose dossier · Ctrl+Enter"));
    connect(panel, &ConfirmPanel::accepted, this, [this, panel, id] {
        panel->setBusy(true);
        m_runner.run(
            this, [this, id](std::stop_token) { return m_office.closeDossier(id); },
            [this, id, shown = QPointer<ActionPanel>(panel)](const app::Result<void>& result) {
                if (result) {
                    closePanel();
                    emit done(tr("The dossier was closed."), id);
                } else if (shown) {
                    shown->setBusy(false);
                    shown->showError(result.error(), m_formatter);
                }
            });
    });
    openPanel(panel);
}

void DossierPane::exportIt() {
    if (!m_detail) {
        return;
    }
    auto* chooser = new QFileDialog(this, tr("Where to write the dossier"), QDir::homePath());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this, summary = m_detail->summary](const QString& parent) {
        // A dossier's code holds points and capitals only; it names a new folder inside the chosen one.
        const QString folder = QDir(parent).filePath(summary.code.isEmpty() ? summary.id.text() : summary.code);
        m_runner.run(
            this, [this, id = summary.id, folder](std::stop_token) { return m_office.exportDossier(id, folder); },
            [this](const app::Result<app::ExportReceipt>& receipt) {
                if (!receipt) {
                    emit failed(receipt.error());
                    return;
                }
                m_result->setInk(Ink::Good);
                m_result->setText(tr("Written: %1 documents, %2 files, in %3")
                                      .arg(m_formatter.count(receipt->documents), m_formatter.count(receipt->files),
                                           QDir::toNativeSeparators(receipt->folder)));
                m_result->show();
                emit done(m_result->text(), {});
            });
    });
    chooser->open();
}

void DossierPane::checkExport() {
    auto* chooser = new QFileDialog(this, tr("Which export to check"), QDir::homePath());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_runner.run(
            this, [this, folder](std::stop_token) { return m_office.checkExport(folder); },
            [this](const app::Result<app::ExportCheck>& check) {
                if (!check) {
                    emit failed(check.error());
                    return;
                }
                QStringList words;
                if (check->holds()) {
                    words << tr("The export holds: %1 documents and %2 files equal their manifest.")
                                 .arg(m_formatter.count(check->documents), m_formatter.count(check->files));
                }
                for (const app::Error& problem : check->problems) {
                    words << m_formatter.sentence(problem) + u" "_s + problem.detail + u"  ("_s + problem.code + u')';
                }
                m_result->setInk(check->holds() ? Ink::Good : Ink::Bad);
                m_result->setText(words.join(u'\n'));
                m_result->show();
                speak(*m_result);
            });
    });
    chooser->open();
}

} // namespace ui
