// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/draftpage.h"

#include "ui/pages/pagecolours.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/taborder.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int RoomForPreview = 700;

} // namespace

DraftPage::DraftPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                     QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_heading(new TextLabel(theme, Type::Title, Ink::Text, this))
    , m_error(new TextLabel(theme, Type::Facts, Ink::Bad, this))
    , m_submit(makeButton(tr("Su&bmit for signature · Ctrl+Enter"), ButtonKind::Primary, this))
    , m_kind(new QComboBox(this))
    , m_urgency(new QComboBox(this))
    , m_signer(makeChoiceBox(this))
    , m_initial(makeChoiceBox(this))
    , m_notation(new QLineEdit(this))
    , m_due(new QLineEdit(this))
    , m_subject(lines(52))
    , m_addressees(lines(52))
    , m_grounds(lines(84))
    , m_body(lines(180))
    , m_articles(lines(180))
    , m_recipients(lines(68))
    , m_receivers(new OfficePicker(
          theme, runner, [&office](const QString& text) { return office.findAgencies(text); }, this))
    , m_preview(new PageView(office.renderProgram(), this)) {
    setAccessibleName(tr("Draft"));
    build();
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(350);
    connect(&m_previewTimer, &QTimer::timeout, this, &DraftPage::refreshPreview);
    for (QPlainTextEdit* editor : {m_subject, m_addressees, m_grounds, m_body, m_articles, m_recipients}) {
        connect(editor, &QPlainTextEdit::textChanged, this, &DraftPage::touched);
    }
    for (QLineEdit* editor : {m_notation, m_due}) {
        connect(editor, &QLineEdit::textChanged, this, &DraftPage::touched);
    }
    connect(m_urgency, &QComboBox::currentIndexChanged, this, &DraftPage::touched);
    connect(m_signer, &QComboBox::currentIndexChanged, this, &DraftPage::touched);
    connect(m_initial, &QComboBox::currentIndexChanged, this, &DraftPage::touched);
    connect(m_receivers, &OfficePicker::changed, this, &DraftPage::touched);
    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto kind = app::DocumentKind(m_kind->currentData().toInt());
        gather();
        m_draft.kind = kind;
        showKind();
        // The notation of the other kind comes from the office, with everything that was written kept.
        m_runner.run(
            this, [this, kind](std::stop_token) { return m_office.startDraft(kind); },
            [this, kind](const app::Result<app::Draft>& fresh) {
                if (fresh && m_draft.kind == kind) {
                    m_notation->setText(fresh->notation);
                    m_draft.issuingAuthority = fresh->issuingAuthority;
                    touched();
                }
            });
        touched();
    });
    connect(m_preview, &PageView::currentPageChanged, this, &DraftPage::sayPage);
    connect(m_preview, &PageView::zoomChanged, this, &DraftPage::sayPage);
    connect(m_preview, &PageView::opened, this, &DraftPage::sayPage);
    connect(m_preview, &PageView::settled, this, &DraftPage::pagesSettled);
    connect(m_preview, &PageView::failed, this, [this](const QString& code, const QString& detail) {
        emit failed(app::Error(code, detail));
        emit pagesSettled();
    });
    const auto colour = [this] { m_preview->setColours(pageColours(m_theme.tokens())); };
    connect(&theme, &Theme::changed, this, colour);
    colour();
}

QPlainTextEdit* DraftPage::lines(int height) {
    auto* editor = new QPlainTextEdit(this);
    editor->setTabChangesFocus(true);
    editor->setMinimumHeight(height);
    editor->setMaximumHeight(height);
    return editor;
}

void DraftPage::build() {
    auto* save = makeButton(tr("&Save · Ctrl+S"), ButtonKind::Plain, this);
    auto* leave = makeButton(tr("C&lose"), ButtonKind::Quiet, this);
    connect(save, &QPushButton::clicked, this, [this] { this->save(false); });
    connect(leave, &QPushButton::clicked, this, [this] { this->save(true); });
    connect(m_submit, &QPushButton::clicked, this, &DraftPage::submit);
    for (const app::Urgency urgency :
         {app::Urgency::Normal, app::Urgency::Urgent, app::Urgency::VeryUrgent, app::Urgency::Express}) {
        m_urgency->addItem(urgency == app::Urgency::Normal ? tr("Normal") : urgencyWords(urgency), int(urgency));
    }
    m_due->setPlaceholderText(tr("dd/mm/yyyy"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_preview->setFit(PageView::Fit::Width);
    m_preview->setAccessibleName(tr("Preview of the page"));
    m_preview->setFrameShape(QFrame::NoFrame);

    auto* form = new Ground(m_theme, &Tokens::surface, {}, this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(18, 12, 18, 18);
    column->setSpacing(12);
    const auto add = [&](DraftField which, const QString& label, QWidget* editor) {
        auto* field = new LabelledField(m_theme, label, editor, form);
        m_fields.insert(which, field);
        return field;
    };
    auto* first = new QHBoxLayout;
    bare(*first, 12);
    first->addWidget(new LabelledField(m_theme, tr("&Kind"), m_kind, form), 2, Qt::AlignTop);
    first->addWidget(add(DraftField::Notation, tr("No&tation"), m_notation), 2, Qt::AlignTop);
    first->addWidget(new LabelledField(m_theme, tr("&Urgency"), m_urgency, form), 2, Qt::AlignTop);
    column->addLayout(first);
    column->addWidget(add(DraftField::Subject, tr("Sub&ject"), m_subject));
    column->addWidget(add(DraftField::Addressees, tr("Add&ressees on the page, one a line"), m_addressees));
    column->addWidget(add(DraftField::Grounds, tr("Le&gal grounds, one a line"), m_grounds));
    column->addWidget(add(DraftField::Body, tr("Te&xt, one paragraph a line"), m_body));
    column->addWidget(add(DraftField::Articles, tr("Articl&es, parted by an empty line"), m_articles));
    m_fields[DraftField::Articles]->setHint(tr("The numbers \"Điều 1.\" are set by themselves."));
    m_recipientsField =
        new LabelledField(m_theme, tr("Recipients at the foot of the page (nơi nhận), one a line"), m_recipients, form);
    column->addWidget(m_recipientsField);
    column->addWidget(add(DraftField::Receivers, tr("Sent by the exchange t&o"), m_receivers));
    auto* hands = new QHBoxLayout;
    bare(*hands, 12);
    hands->addWidget(add(DraftField::Signer, tr("Si&gned by"), m_signer), 1, Qt::AlignTop);
    hands->addWidget(new LabelledField(m_theme, tr("&Initialled by"), m_initial, form), 1, Qt::AlignTop);
    column->addLayout(hands);
    column->addWidget(add(DraftField::DueDate, tr("Answer wanted &by"), m_due));
    column->addStretch(1);

    auto* area = new QScrollArea(this);
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Form"));
    area->setFocusPolicy(Qt::NoFocus);

    auto* head = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(18, 12, 18, 12);
    headColumn->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_submit);
    buttons->addWidget(save);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    headColumn->addWidget(m_heading);
    headColumn->addLayout(buttons);
    headColumn->addWidget(m_error);

    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    bare(*leftColumn);
    leftColumn->addWidget(head);
    leftColumn->addWidget(area, 1);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({500, 600});
    left->setMinimumWidth(380);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(splitter);
    orderTabsByLayout(*this);
}

void DraftPage::edit(const app::Draft& draft) {
    m_draft = draft;
    m_importPath.clear();
    m_dirty = false;
    fill();
    loadPeople();
    refreshPreview();
    m_fields[DraftField::Subject]->editor()->setFocus(Qt::OtherFocusReason);
}

void DraftPage::editImport(const QString& path, const app::Draft& facts) {
    m_draft = facts;
    m_draft.kind = app::DocumentKind::Imported;
    m_draft.importedName = QFileInfo(path).fileName();
    if (m_draft.subject.isEmpty()) {
        m_draft.subject = QFileInfo(path).completeBaseName();
    }
    m_importPath = path;
    m_dirty = true;
    fill();
    loadPeople();
    m_preview->openFile(path);
    m_fields[DraftField::Subject]->editor()->setFocus(Qt::OtherFocusReason);
}

void DraftPage::fill() {
    m_filling = true;
    const bool imported = !m_importPath.isEmpty() || !m_draft.importedPdfSha256.isEmpty();
    m_heading->setText(imported ? tr("Imported document") : tr("Draft"));
    m_kind->clear();
    for (const app::KindFacts& kind : app::documentKinds()) {
        if (kind.laidOut || imported) {
            const bool vietnamese = m_formatter.language() == app::Language::Vietnamese;
            m_kind->addItem(vietnamese ? kind.name : kind.english, int(kind.kind));
        }
    }
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(m_draft.kind))));
    m_notation->setText(m_draft.notation);
    m_urgency->setCurrentIndex(qMax(0, m_urgency->findData(int(m_draft.urgency))));
    m_subject->setPlainText(m_draft.subject);
    m_addressees->setPlainText(textOf(m_draft.addressees));
    m_grounds->setPlainText(textOf(m_draft.legalGrounds));
    m_body->setPlainText(textOf(m_draft.body));
    m_articles->setPlainText(textOf(m_draft.articles));
    m_recipients->setPlainText(textOf(m_draft.recipients));
    m_receivers->setChosen(m_draft.receivers);
    m_due->setText(m_formatter.day(m_draft.dueDate));
    m_signer->clear();
    if (!m_draft.signer.mailbox.isEmpty()) {
        m_signer->addItem(m_draft.signer.fullName, m_draft.signer.mailbox);
    }
    m_initial->clear();
    m_initial->addItem(tr("Nobody"), QString());
    if (!m_draft.initialBy.isEmpty()) {
        m_initial->addItem(m_draft.initialBy, m_draft.initialBy);
        m_initial->setCurrentIndex(1);
    }
    for (LabelledField* field : std::as_const(m_fields)) {
        field->setError({});
    }
    m_error->setVisible(!m_draft.returnReason.isEmpty());
    if (!m_draft.returnReason.isEmpty()) {
        m_error->setText(tr("Given back: %1").arg(m_draft.returnReason));
    }
    m_filling = false;
    showKind();
}

void DraftPage::showKind() {
    const bool imported = !m_importPath.isEmpty() || !m_draft.importedPdfSha256.isEmpty();
    const bool decision = m_draft.kind == app::DocumentKind::QuyetDinh;
    m_fields[DraftField::Addressees]->setVisible(!imported && !decision);
    m_fields[DraftField::Body]->setVisible(!imported && !decision);
    m_fields[DraftField::Grounds]->setVisible(!imported && decision);
    m_fields[DraftField::Articles]->setVisible(!imported && decision);
    m_recipientsField->setVisible(!imported);
}

void DraftPage::loadPeople() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.leaders(); },
        [this](const app::Result<QList<app::Person>>& leaders) {
            if (!leaders) {
                emit failed(leaders.error());
                return;
            }
            m_filling = true;
            m_leaders = *leaders;
            const QString chosen = m_draft.signer.mailbox;
            m_signer->clear();
            for (const app::Person& leader : *leaders) {
                m_signer->addItem(u"%1 · %2"_s.arg(leader.name, leader.title), leader.mailbox());
            }
            m_signer->setCurrentIndex(chosen.isEmpty() ? (leaders->size() == 1 ? 0 : -1) : m_signer->findData(chosen));
            m_filling = false;
            gather();
        });
    m_runner.run(
        this, [this](std::stop_token) { return m_office.people(); },
        [this](const app::Result<QList<app::Person>>& people) {
            if (people) {
                offerInitials(*people);
            }
        });
}

void DraftPage::offerInitials(const QList<app::Person>& people) {
    m_filling = true;
    m_initial->clear();
    m_initial->addItem(tr("Nobody"), QString());
    for (const app::Person& person : people) {
        m_initial->addItem(u"%1 · %2"_s.arg(person.name, person.title), person.mailbox());
    }
    m_initial->setCurrentIndex(qMax(0, m_initial->findData(m_draft.initialBy)));
    m_filling = false;
}

void DraftPage::gather() {
    if (m_filling) {
        return;
    }
    m_draft.kind = app::DocumentKind(m_kind->currentData().toInt());
    m_draft.notation = m_notation->text().trimmed();
    m_draft.urgency = app::Urgency(m_urgency->currentData().toInt());
    m_draft.subject = m_subject->toPlainText().normalized(QString::NormalizationForm_C).simplified();
    m_draft.addressees = linesOf(m_addressees->toPlainText());
    m_draft.legalGrounds = linesOf(m_grounds->toPlainText());
    m_draft.body = linesOf(m_body->toPlainText());
    m_draft.articles = articlesOf(m_articles->toPlainText());
    m_draft.recipients = linesOf(m_recipients->toPlainText());
    m_draft.receivers = m_receivers->chosen();
    m_draft.dueDate = readDay(m_due->text()).value_or(QDate());
    m_draft.initialBy = m_initial->currentData().toString();
    const QString mailbox = m_signer->currentData().toString();
    if (!mailbox.isEmpty() && mailbox != m_draft.signer.mailbox) {
        for (const app::Person& leader : std::as_const(m_leaders)) {
            if (leader.mailbox() == mailbox) {
                m_draft.signer = {m_draft.signer.competence, leader.title, leader.name, mailbox};
            }
        }
    }
}

void DraftPage::touched() {
    if (m_filling) {
        return;
    }
    m_dirty = true;
    gather();
    m_previewTimer.start();
}

void DraftPage::refreshPreview() {
    gather();
    if (!m_importPath.isEmpty()) {
        return;
    }
    if (!m_draft.importedPdfSha256.isEmpty()) {
        m_runner.run(
            this, [this, id = m_draft.id](std::stop_token) { return m_office.mainPdf(id); },
            [this](const app::Result<QString>& path) {
                if (path) {
                    m_preview->openFile(*path);
                } else {
                    emit failed(path.error());
                }
            });
        return;
    }
    const int ticket = ++m_previewTicket;
    m_runner.run(
        this, [this, draft = m_draft](std::stop_token) { return m_office.preview(draft); },
        [this, ticket](const app::Result<app::LaidOutDocument>& page) {
            if (ticket != m_previewTicket) {
                return; // newer words are being laid out
            }
            if (page) {
                m_error->setVisible(!m_draft.returnReason.isEmpty());
                m_preview->openBytes(page->pdf, m_preview->isOpen());
                if (!m_preview->isVisible()) {
                    emit pagesSettled(); // nothing will be drawn
                }
            } else {
                m_error->setText(m_formatter.sentence(page.error()) + u"  ("_s + page.error().code + u')');
                m_error->show();
                emit pagesSettled();
            }
        });
}

void DraftPage::save(bool thenLeave) {
    gather();
    if (thenLeave && !m_dirty) {
        emit left();
        return;
    }
    m_runner.run(
        this,
        [this, draft = m_draft, path = m_importPath](std::stop_token) -> app::Result<app::Draft> {
            if (!path.isEmpty()) {
                auto id = m_office.importPdf(path, draft);
                if (!id) {
                    return std::unexpected(id.error());
                }
                return m_office.loadDraft(*id);
            }
            if (auto kept = m_office.saveDraft(draft); !kept) {
                return std::unexpected(kept.error());
            }
            return draft;
        },
        [this, thenLeave](const app::Result<app::Draft>& kept) {
            if (!kept) {
                m_error->setText(m_formatter.sentence(kept.error()) + u"  ("_s + kept.error().code + u')');
                m_error->show();
                emit failed(kept.error());
                return;
            }
            m_dirty = false;
            m_draft.id = kept->id;
            m_draft.importedPdfSha256 = kept->importedPdfSha256;
            m_draft.places = kept->places;
            m_importPath.clear();
            emit saved(tr("Draft saved."));
            if (thenLeave) {
                emit left();
            }
        });
}

bool DraftPage::checkFields() {
    QHash<DraftField, QString> missing = missingFor(m_draft);
    if (!m_importPath.isEmpty()) {
        for (const DraftField words : {DraftField::Body, DraftField::Addressees, DraftField::Articles}) {
            missing.remove(words);
        }
    }
    if (!m_due->text().trimmed().isEmpty() && !readDay(m_due->text())) {
        missing[DraftField::DueDate] = tr("Write the day as dd/mm/yyyy.");
    }
    LabelledField* first = nullptr;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        field.value()->setError(missing.value(field.key()));
        if (missing.contains(field.key()) && (!first || field.value()->y() < first->y())) {
            first = field.value();
        }
    }
    if (first) {
        first->editor()->setFocus(Qt::OtherFocusReason);
    }
    return missing.isEmpty();
}

void DraftPage::submit() {
    gather();
    if (!checkFields()) {
        return;
    }
    m_submit->setEnabled(false);
    m_runner.run(
        this,
        [this, draft = m_draft, path = m_importPath](std::stop_token) -> app::Result<QString> {
            app::DocumentId id = draft.id;
            if (!path.isEmpty()) {
                auto imported = m_office.importPdf(path, draft);
                if (!imported) {
                    return std::unexpected(imported.error());
                }
                id = *imported;
            } else if (auto kept = m_office.saveDraft(draft); !kept) {
                return std::unexpected(kept.error());
            }
            if (auto sent = m_office.submit(id, draft.signer.mailbox); !sent) {
                return std::unexpected(sent.error());
            }
            return draft.signer.fullName;
        },
        [this](const app::Result<QString>& name) {
            m_submit->setEnabled(true);
            if (!name) {
                m_error->setText(m_formatter.sentence(name.error()) + u"  ("_s + name.error().code + u')');
                m_error->show();
                speak(*m_error);
                return;
            }
            m_dirty = false;
            emit submitted((m_draft.initialBy.isEmpty() ? tr("Submitted to %1 for signature.")
                                                        : tr("Submitted; it comes to %1 when it has been initialled."))
                               .arg(*name));
        });
}

void DraftPage::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    // Below this the page could not be read, and the form would be pressed.
    m_preview->setVisible(width() >= RoomForPreview);
}

void DraftPage::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (control && event->key() == Qt::Key_S) {
        save(false);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        save(true);
        return;
    }
    Ground::keyPressEvent(event);
}

void DraftPage::sayPage() {
    if (m_preview->isOpen()) {
        emit pageWords(tr("Page %1/%2").arg(m_preview->currentPage() + 1).arg(m_preview->pageCount()));
    }
}

} // namespace ui
