// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trustpage.h"

#include "app/domain/vietnamtime.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QScrollArea>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using docsig::TrustItem;

namespace {

constexpr int ListWidth = 340;
constexpr int SmallList = 152;
constexpr int RoomForNames = 800;

struct TrustWords {
    Q_DECLARE_TR_FUNCTIONS(ui::TrustPage)
};

QString kindName(TrustItem::Kind kind) {
    switch (kind) {
    case TrustItem::Kind::Root:
        return TrustWords::tr("Root, self-signed");
    case TrustItem::Kind::Intermediate:
        return TrustWords::tr("Intermediate");
    case TrustItem::Kind::RevocationList:
        return TrustWords::tr("Revocation list");
    case TrustItem::Kind::Leaf:
        break;
    }
    return TrustWords::tr("Certificate of a person or machine");
}

QLatin1String kindIcon(TrustItem::Kind kind) {
    return kind == TrustItem::Kind::Root           ? "verified"_L1
           : kind == TrustItem::Kind::Intermediate ? "link"_L1
           : kind == TrustItem::Kind::Leaf         ? "person"_L1
                                                   : "list"_L1;
}

} // namespace

TrustPage::TrustPage(const Theme& theme, const Formatter& formatter, app::ManageTrust trust, TaskRunner& runner,
                     QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_trust(std::move(trust))
    , m_runner(runner)
    , m_import(makeButton(tr("&Import from a file…"), ButtonKind::Primary, this))
    , m_system(new QCheckBox(tr("Trust the roots of the operating &system, too"), this))
    , m_list(new QListWidget(this))
    , m_facts(new QScrollArea(this))
    , m_choice(new QWidget(this))
    , m_question(new TextLabel(theme, Type::Strong, Ink::Text, m_choice))
    , m_yes(makeButton({}, ButtonKind::Primary, m_choice))
    , m_no(makeButton({}, ButtonKind::Quiet, m_choice)) {
    setAccessibleName(tr("Trusted authorities"));
    auto* title = new TextLabel(theme, Type::Title, Ink::Text, this);
    title->setText(tr("Trusted authorities"));
    auto* about = new TextLabel(theme, Type::Body, Ink::Text2, this);
    about->setWordWrap(true);
    about->setText(
        tr("A signature is trusted when its certificate leads to one of these roots. Import a root only after "
           "you compared its fingerprint with what the authority published."));
    auto* heading = new QHBoxLayout;
    bare(*heading, 8);
    heading->addWidget(title, 1);
    heading->addWidget(m_import);
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(16, 10, 16, 12);
    headLayout->setSpacing(6);
    headLayout->addLayout(heading);
    headLayout->addWidget(about);
    headLayout->addWidget(m_system, 0, Qt::AlignLeft);

    m_list->setAccessibleName(tr("What is trusted"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(ListWidth - 16);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListWidget::ScrollPerPixel);
    m_list->setSpacing(1);
    m_facts->setAccessibleName(tr("Facts"));
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setWidgetResizable(true);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facts->viewport()->setAutoFillBackground(false);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch(1);
    m_question->setWordWrap(true);
    auto* choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(20, 10, 20, 12);
    choice->setSpacing(8);
    choice->addWidget(m_question);
    choice->addLayout(buttons);
    auto* right = new Ground(theme, &Tokens::surface, Qt::LeftEdge, this);
    auto* rightLayout = new QVBoxLayout(right);
    bare(*rightLayout);
    rightLayout->setContentsMargins(1, 0, 0, 0);
    rightLayout->addWidget(m_facts, 1);
    rightLayout->addWidget(m_choice);
    auto* halves = new QHBoxLayout;
    bare(*halves);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(10, 6, 6, 0); // its icons stand under the heading
    left->addWidget(m_list);
    halves->addLayout(left);
    halves->addWidget(right, 1);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addLayout(halves, 1);
    connect(m_import, &QPushButton::clicked, this, &TrustPage::chooseFile);
    connect(m_system, &QCheckBox::clicked, this, &TrustPage::setSystemRoots);
    connect(m_list, &QListWidget::currentRowChanged, this, &TrustPage::showEntry);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        if (!m_proposals.isEmpty()) {
            confirm();
        } else if (m_removing) {
            remove();
        } else {
            askRemoval();
        }
    });
    connect(m_no, &QPushButton::clicked, this, &TrustPage::endProposal);
}

void TrustPage::reload() {
    const int ticket = ++m_ticket;
    m_runner.run(
        this, [trust = m_trust](std::stop_token) { return std::pair(trust.list(), trust.usesSystemRoots()); },
        [this, ticket](const std::pair<app::Result<QList<app::TrustEntry>>, bool>& read) {
            if (ticket != m_ticket) {
                return;
            }
            m_system->setChecked(read.second);
            if (read.first) {
                fill(*read.first);
            } else {
                emit failed(read.first.error());
            }
        });
}

void TrustPage::focusList() {
    m_list->setFocus(Qt::OtherFocusReason);
}

void TrustPage::fill(const QList<app::TrustEntry>& entries) {
    const QByteArray before =
        m_list->currentRow() >= 0 ? m_entries.value(m_list->currentRow()).item.sha256 : QByteArray();
    m_entries = entries;
    m_list->clear();
    int row = 0;
    for (int index = 0; index < int(entries.size()); ++index) {
        const app::TrustEntry& entry = entries.at(index);
        const bool odd = !entry.concerns.isEmpty();
        auto* item = new QListWidgetItem(
            icon(odd ? "alert"_L1 : kindIcon(entry.item.kind), m_theme, odd ? Ink::Caution : Ink::Text2),
            entry.item.name, m_list); // the list owns it
        item->setToolTip(entry.item.name);
        item->setData(Qt::AccessibleDescriptionRole, kindName(entry.item.kind));
        item->setSizeHint({0, 34});
        row = entry.item.sha256 == before ? index : row;
    }
    m_list->setCurrentRow(entries.isEmpty() ? -1 : row);
    if (entries.isEmpty()) {
        showEntry(-1);
    }
}

QVBoxLayout* TrustPage::freshFacts() {
    auto* page = new Ground(m_theme, &Tokens::surface);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(18);
    m_facts->setWidget(page); // the area owns and replaces it
    return layout;
}

void TrustPage::showEntry(int row) {
    m_proposals.clear();
    m_removing = false;
    setKind(*m_import, ButtonKind::Primary);
    QVBoxLayout* layout = freshFacts();
    m_choice->setVisible(row >= 0);
    m_no->hide();
    m_question->hide();
    if (row < 0 || row >= m_entries.size()) {
        auto* nothing = new TextLabel(m_theme, Type::Body, Ink::Text2);
        nothing->setWordWrap(true);
        nothing->setText(tr("Nobody is trusted yet, so no signature can be confirmed. Import the root certificates of "
                            "the government's and the public authorities."));
        layout->addWidget(nothing);
        layout->addStretch(1);
        return;
    }
    const app::TrustEntry& entry = m_entries.at(row);
    layout->addWidget(factsOf(entry.item, entry.concerns, {}));
    layout->addStretch(1);
    setKind(*m_yes, ButtonKind::Plain);
    m_yes->setText(tr("&Remove…"));
    m_yes->setAccessibleName(tr("Remove: %1").arg(entry.item.name));
}

QWidget* TrustPage::factsOf(const TrustItem& item, const QList<docsig::Finding>& concerns, const QString& remark) {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    bare(*layout, 4);
    auto* name = new TextLabel(m_theme, Type::Strong, Ink::Text, box);
    name->setWordWrap(true);
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setText(remark.isEmpty() ? item.name : item.name + u" · "_s + remark);
    layout->addWidget(name);
    const auto fact = [&](const QString& label, const QString& words) {
        if (words.isEmpty()) {
            return;
        }
        auto* row = new QHBoxLayout;
        bare(*row, 8);
        auto* left = new TextLabel(m_theme, Type::Facts, Ink::Text2, box);
        left->setText(label);
        left->setFixedWidth(132);
        auto* right = new TextLabel(m_theme, Type::Facts, Ink::Text, box);
        right->setWordWrap(true);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        right->setText(words);
        right->setAccessibleName(label);
        row->addWidget(left, 0, Qt::AlignTop);
        row->addWidget(right, 1);
        layout->addLayout(row);
    };
    const auto day = [this](const QDateTime& time) {
        return time.isValid() ? m_formatter.day(app::vietnamDate(time)) : QString();
    };
    const bool isList = item.kind == TrustItem::Kind::RevocationList;
    fact(tr("Kind"), kindName(item.kind));
    fact(tr("Organisation"), item.certificate.organisation);
    fact(tr("Issued by"), item.kind == TrustItem::Kind::Root ? QString() : item.certificate.issuerName);
    fact(isList ? tr("Issued, next due") : tr("Valid"), u"%1 – %2"_s.arg(day(item.from), day(item.until)));
    fact(tr("Entries"), isList ? m_formatter.count(item.revoked) : QString());
    fact(tr("Key"), item.key);
    fact(tr("Serial number"), item.certificate.serialHex);
    // In two lines of the same length: the eye compares pairs.
    QString fingerprint = app::displayFingerprint(item.sha256);
    fact(tr("SHA-256 fingerprint"), fingerprint.replace(47, 1, u"\n"_s));
    for (const docsig::Finding& one : concerns) {
        auto* row = new QHBoxLayout;
        bare(*row, 6);
        const bool fault = one.weight == docsig::Weight::Fault;
        auto* mark = new IconLabel(m_theme, 14, box);
        mark->show(fault ? "cross"_L1 : "alert"_L1, fault ? Tone::Bad : Tone::Caution);
        auto* words = new TextLabel(m_theme, Type::Facts, fault ? Ink::Bad : Ink::Caution, box);
        words->setWordWrap(true);
        words->setText(m_formatter.sentence(one.code) + u"  ("_s + one.code + u')');
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(words, 1);
        layout->addLayout(row);
    }
    box->setAccessibleName(item.name);
    return box;
}

void TrustPage::chooseFile() {
    auto* chooser = new QFileDialog(this, tr("Import certificates or revocation lists"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters(
        {tr("Certificates and lists (*.pem *.crt *.cer *.der *.p7b *.p7c *.crl)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &TrustPage::look);
    chooser->open();
}

void TrustPage::look(const QString& path) {
    m_runner.run(
        this, [trust = m_trust, path](std::stop_token) { return trust.look(path); },
        [this](const app::Result<QList<app::TrustProposal>>& proposals) {
            if (proposals) {
                showProposals(*proposals);
            } else {
                emit failed(proposals.error());
            }
        });
}

void TrustPage::showProposals(const QList<app::TrustProposal>& proposals) {
    m_proposals = proposals;
    QVBoxLayout* layout = freshFacts();
    for (const app::TrustProposal& one : proposals) {
        const QString remark = one.isRefused() ? tr("refused") : one.known ? tr("trusted already") : QString();
        layout->addWidget(factsOf(one.item, one.concerns, remark));
    }
    layout->addStretch(1);
    const int fresh = int(std::ranges::count_if(proposals, &app::TrustProposal::isNew));
    m_question->setText(fresh > 0 ? tr("Do the fingerprints equal those that the authority published?")
                                  : tr("There is nothing new to trust in this file."));
    m_question->show();
    setKind(*m_import, ButtonKind::Plain); // one primary button at a time
    setKind(*m_yes, ButtonKind::Primary);
    m_yes->setVisible(fresh > 0);
    m_yes->setText(tr("Yes, &trust %n of them", nullptr, fresh));
    m_yes->setAccessibleName({});
    m_no->setText(fresh > 0 ? tr("&No, trust nothing new") : tr("&Close"));
    m_no->show();
    m_choice->show();
    m_no->setFocus(Qt::OtherFocusReason); // the careful answer is the one under the finger
}

void TrustPage::confirm() {
    m_runner.run(
        this, [trust = m_trust, proposals = m_proposals](std::stop_token) mutable { return trust.import(proposals); },
        [this](const app::Result<int>& taken) {
            endProposal();
            reload();
            if (taken) {
                emit done(tr("%n item(s) are trusted from now on.", nullptr, *taken));
            } else {
                emit failed(taken.error());
            }
        });
}

void TrustPage::askRemoval() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_entries.size()) {
        return;
    }
    m_removing = true;
    m_question->setText(tr("Signatures that lead to it will not be trusted any more. Remove it?"));
    m_question->show();
    m_yes->setText(tr("Yes, &remove"));
    m_no->setText(tr("&Keep"));
    m_no->show();
    m_no->setFocus(Qt::OtherFocusReason);
}

void TrustPage::remove() {
    const QString fingerprint = QString::fromLatin1(m_entries.value(m_list->currentRow()).item.sha256);
    m_runner.run(
        this, [trust = m_trust, fingerprint](std::stop_token) mutable { return trust.remove(fingerprint); },
        [this](const app::Result<TrustItem>& gone) {
            endProposal();
            reload();
            if (gone) {
                emit done(tr("%1 is not trusted any more.").arg(gone->name));
            } else {
                emit failed(gone.error());
            }
        });
}

void TrustPage::endProposal() {
    m_yes->show();
    showEntry(m_list->currentRow());
    focusList();
}

void TrustPage::setSystemRoots(bool use) {
    m_runner.run(
        this, [trust = m_trust, use](std::stop_token) mutable { return trust.setUseSystemRoots(use); },
        [this, use](const app::Result<void>& set) {
            if (!set) {
                m_system->setChecked(!use);
                emit failed(set.error());
                return;
            }
            emit done(use ? tr("The roots of the operating system are trusted from now on.")
                          : tr("The roots of the operating system are not trusted any more."));
        });
}

void TrustPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    // A fingerprint is read whole, beside its label: in a small window the names give way.
    m_list->setFixedWidth(width() < RoomForNames ? SmallList : ListWidth - 16);
}

void TrustPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && (!m_proposals.isEmpty() || m_removing)) {
        endProposal();
        return;
    }
    if (event->key() == Qt::Key_Delete && m_list->hasFocus() && m_proposals.isEmpty()) {
        askRemoval();
        return;
    }
    Ground::keyPressEvent(event);
}

} // namespace ui
