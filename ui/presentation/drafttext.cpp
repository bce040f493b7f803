// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/drafttext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Drafts)
};

/// "Điều 3." typed by habit: the layout numbers articles itself.
QString withoutArticleNumber(const QString& line) {
    static const QRegularExpression number(u"^Điều\\s+\\d+\\s*[.:]?\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    return QString(line).remove(number);
}

constexpr int LongestSubject = 500;

} // namespace

QStringList linesOf(const QString& text) {
    QStringList lines;
    for (const QString& line : text.normalized(QString::NormalizationForm_C).split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            lines << line.trimmed();
        }
    }
    return lines;
}

QString textOf(const QStringList& lines) {
    return lines.join(u'\n');
}

QList<app::Article> articlesOf(const QString& text) {
    static const QRegularExpression gap(u"\\n[ \\t]*\\n"_s);
    QList<app::Article> articles;
    for (const QString& block : text.split(gap)) {
        QStringList lines = linesOf(block);
        if (lines.isEmpty()) {
            continue;
        }
        lines.first() = withoutArticleNumber(lines.first());
        app::Article article;
        // A title is a short first line without a full stop, over further lines.
        if (lines.size() > 1 && !lines.first().endsWith(u'.') && !lines.first().endsWith(u';') &&
            !lines.first().endsWith(u':')) {
            article.title = lines.takeFirst();
        }
        article.paragraphs = lines;
        articles << article;
    }
    return articles;
}

QString textOf(const QList<app::Article>& articles) {
    QStringList blocks;
    for (const app::Article& article : articles) {
        QStringList lines = article.paragraphs;
        if (!article.title.isEmpty()) {
            lines.prepend(article.title);
        }
        blocks << lines.join(u'\n');
    }
    return blocks.join(u"\n\n"_s);
}

QHash<DraftField, QString> missingFor(const app::Draft& draft) {
    QHash<DraftField, QString> missing;
    if (draft.subject.trimmed().isEmpty()) {
        missing[DraftField::Subject] = DraftWords::tr("Write what the document is about.");
    } else if (draft.subject.size() > LongestSubject) {
        missing[DraftField::Subject] = DraftWords::tr("At most %n character(s).", nullptr, LongestSubject);
    }
    if (draft.importedPdfSha256.isEmpty()) {
        if (draft.kind == app::DocumentKind::QuyetDinh && draft.articles.isEmpty()) {
            missing[DraftField::Articles] = DraftWords::tr("A decision needs at least one article.");
        }
        if (draft.kind != app::DocumentKind::QuyetDinh && draft.body.isEmpty()) {
            missing[DraftField::Body] = DraftWords::tr("Write the text of the document.");
        }
        if (draft.kind == app::DocumentKind::CongVan && draft.addressees.isEmpty()) {
            missing[DraftField::Addressees] = DraftWords::tr("Write whom the letter is for.");
        }
    }
    if (draft.signer.mailbox.isEmpty()) {
        missing[DraftField::Signer] = DraftWords::tr("Choose who signs.");
    }
    return missing;
}

} // namespace ui
