// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/documentkind.h"
#include "app/domain/organid.h"
#include "app/domain/reference.h"
#include "app/domain/urgency.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// A rectangle on a page: PDF points, origin lower left, page from 0.
struct PageBox {
    int page = 0;
    QRectF rect{};

    friend bool operator==(const PageBox&, const PageBox&) = default;
};

/// Where the fields of the flow lie in a document's PDF.
struct FlowPlaces {
    PageBox number{};
    PageBox date{};
    PageBox leaderSignature{};
    PageBox seal{};
    PageBox initial{}; ///< empty: nobody initials

    friend bool operator==(const FlowPlaces&, const FlowPlaces&) = default;
};

/// Who signs and in what right. `mailbox` is whose "to sign" folder it goes to.
struct SignerFacts {
    QString competence{}; ///< "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC"; may be empty
    QString position{};   ///< "GIÁM ĐỐC"
    QString fullName{};
    QString mailbox{};

    friend bool operator==(const SignerFacts&, const SignerFacts&) = default;
};

/// A "Điều" of a decision.
struct Article {
    QString title{}; ///< may be empty: then the first paragraph stands on the line of "Điều n."
    QStringList paragraphs{};

    friend bool operator==(const Article&, const Article&) = default;
};

/// A document of ours before it is submitted: all that the page and the packet will say.
struct Draft {
    DocumentId id = DocumentId::create();
    DocumentKind kind = DocumentKind::CongVan;
    QString superiorName{};     ///< cơ quan chủ quản, above the office's name
    QString organName{};        ///< as on the page
    QString notation{};         ///< "SNV-VP", "QĐ-SNV"
    QString placeName{};        ///< địa danh
    QString subject{};          ///< trích yếu, at most 500 characters in a packet
    QString issuingAuthority{}; ///< "GIÁM ĐỐC SỞ NỘI VỤ" (decision)
    QStringList addressees{};   ///< Kính gửi
    QStringList legalGrounds{}; ///< Căn cứ
    QStringList body{};         ///< paragraphs of a công văn
    QList<Article> articles{};  ///< of a decision
    QStringList recipients{};   ///< Nơi nhận, one per line
    SignerFacts signer{};
    Urgency urgency = Urgency::Normal;
    Secrecy secrecy = Secrecy::None;
    QList<OrganRef> receivers{}; ///< who gets the packet
    QDate dueDate{};             ///< by when an answer is wanted; invalid: none
    std::optional<DocumentReference> replyTo{};

    // Of an imported PDF; the page is then not laid out.
    QByteArray importedPdfSha256{}; ///< hex; empty: laid out from the fields above
    QString importedName{};         ///< file name as the person knew it
    FlowPlaces places{};            ///< used with an imported PDF

    QString initialBy{};    ///< mailbox of who initials before the leader signs; empty: nobody
    QString author{};       ///< mailbox of who drafts
    QDateTime savedAt{};    ///< UTC; set by the store
    QString returnReason{}; ///< why the leader gave it back; read only

    friend bool operator==(const Draft&, const Draft&) = default;
};

} // namespace app
