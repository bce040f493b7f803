// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/documentoutput.h"

#include "app/domain/bookentry.h"
#include "app/domain/packetfacts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr int vietnamOffset = 7 * 3600;

QString isoDate(const QDate& date) {
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}
QString isoTime(const QDateTime& time) {
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

void field(const Terminal& terminal, const QString& english, const QString& vietnamese, const QString& value) {
    if (!value.isEmpty()) {
        const QString& name = terminal.language() == Language::Vietnamese ? vietnamese : english;
        terminal.line(u"%1 %2"_s.arg(name + u':', -22).arg(value));
    }
}

QString kindWord(DocumentLink::Kind kind, Language language) {
    static const QList<std::pair<QString, QString>> words{{u"answers"_s, u"trả lời"_s},
                                                          {u"answered by"_s, u"được trả lời bởi"_s},
                                                          {u"replaces"_s, u"thay thế"_s},
                                                          {u"replaced by"_s, u"đã bị thay thế bởi"_s},
                                                          {u"updates"_s, u"cập nhật"_s},
                                                          {u"updated by"_s, u"đã được cập nhật bởi"_s},
                                                          {u"may be the same as"_s, u"có thể trùng với"_s}};
    const auto& [english, vietnamese] = words.at(static_cast<qsizetype>(kind));
    return language == Language::Vietnamese ? vietnamese : english;
}

QString markWord(ChangeMark mark, Language language) {
    static const QList<std::pair<QString, QString>> words{
        {{}, {}},
        {u"its sender asks to have it back"_s, u"bên gửi đề nghị thu hồi"_s},
        {u"a new version waits for an answer"_s, u"có bản cập nhật chờ trả lời"_s},
        {u"new version of an earlier document"_s, u"bản cập nhật chờ trả lời"_s},
        {u"replaced"_s, u"đã bị thay thế"_s},
        {u"asked back, waiting for the receivers"_s, u"đã đề nghị thu hồi, chờ trả lời"_s}};
    const auto& [english, vietnamese] = words.at(static_cast<qsizetype>(mark));
    return language == Language::Vietnamese ? vietnamese : english;
}

/// The packet's own signature, told apart from those of the document; a packet without one is not worth a line.
QString packetSignatureWord(const PacketSignatureFacts& signature, bool vietnamese) {
    using State = PacketSignatureFacts::State;
    switch (signature.state) {
    case State::Unchecked:
        return vietnamese ? u"không kiểm tra được"_s : u"can't be checked"_s;
    case State::Valid:
        return (vietnamese ? u"toàn vẹn, theo chứng thư của %1"_s : u"holds, with the certificate of %1"_s)
            .arg(signature.signer);
    case State::Wrong:
        return vietnamese ? u"sai"_s : u"does not hold"_s;
    case State::None:
        break;
    }
    return {};
}

QString offerWord(const ChangeOffer& offer, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    const QString kind = offer.kind == ChangeKind::Withdraw ? (vietnamese ? u"thu hồi"_s : u"withdrawal"_s)
                         : offer.kind == ChangeKind::Update ? (vietnamese ? u"cập nhật"_s : u"update"_s)
                                                            : (vietnamese ? u"thay thế"_s : u"replacement"_s);
    const QString state = offer.state == ChangeOffer::State::Open      ? (vietnamese ? u"chờ trả lời"_s : u"open"_s)
                          : offer.state == ChangeOffer::State::Agreed  ? (vietnamese ? u"đã đồng ý"_s : u"agreed"_s)
                          : offer.state == ChangeOffer::State::Refused ? (vietnamese ? u"đã từ chối"_s : u"refused"_s)
                                                                       : (vietnamese ? u"đã báo"_s : u"told"_s);
    return u"%1 (%2): %3"_s.arg(kind, state, offer.reason);
}

QString roleWord(WorkRole role, Language language) {
    static const QList<std::pair<QString, QString>> words{{u"to direct"_s, u"chỉ đạo"_s},
                                                          {u"leads"_s, u"chủ trì"_s},
                                                          {u"supports"_s, u"phối hợp"_s},
                                                          {u"is told"_s, u"để biết"_s}};
    const auto& [english, vietnamese] = words.at(static_cast<qsizetype>(role));
    return language == Language::Vietnamese ? vietnamese : english;
}

QString workWord(WorkState state, Language language) {
    static const QList<std::pair<QString, QString>> words{{u"open"_s, u"chưa bắt đầu"_s},
                                                          {u"at work"_s, u"đang xử lý"_s},
                                                          {u"done"_s, u"xong"_s},
                                                          {u"given back"_s, u"đã trả lại"_s},
                                                          {u"passed on"_s, u"đã chuyển"_s}};
    const auto& [english, vietnamese] = words.at(static_cast<qsizetype>(state));
    return language == Language::Vietnamese ? vietnamese : english;
}

QString workLine(const WorkLine& line, Language language) {
    QStringList parts{line.to, roleWord(line.role, language), workWord(line.state, language)};
    if (line.dueDate.isValid()) {
        parts << line.dueDate.toString(u"dd/MM/yyyy"_s);
    }
    if (line.askedUntil.isValid()) {
        const bool vietnamese = language == Language::Vietnamese;
        parts << (vietnamese ? u"xin gia hạn đến %1: %2"_s : u"asks for time until %1: %2"_s)
                     .arg(line.askedUntil.toString(u"dd/MM/yyyy"_s), line.askedWhy);
    }
    for (const QString& words : {line.words, line.note}) {
        if (!words.isEmpty()) {
            parts << u"“%1”"_s.arg(words);
        }
    }
    return parts.join(u" · "_s);
}

QJsonArray strings(const QStringList& list) {
    QJsonArray array;
    for (const QString& entry : list) {
        array << entry;
    }
    return array;
}

} // namespace

QString displayTime(const QDateTime& time) {
    return time.isValid() ? time.toOffsetFromUtc(vietnamOffset).toString(u"dd/MM/yyyy HH:mm"_s) : QString();
}

QJsonValue timeOrNull(const QDateTime& time) {
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QString verdictKey(docsig::Verdict verdict) {
    switch (verdict) {
    case docsig::Verdict::Valid:
        return u"valid"_s;
    case docsig::Verdict::Invalid:
        return u"invalid"_s;
    case docsig::Verdict::CannotTell:
        return u"cannot-tell"_s;
    case docsig::Verdict::Unsigned:
        return u"unsigned"_s;
    case docsig::Verdict::Unreadable:
        return u"unreadable"_s;
    }
    return u"cannot-tell"_s;
}

QString verdictWord(docsig::Verdict verdict, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (verdict) {
    case docsig::Verdict::Valid:
        return vietnamese ? u"hợp lệ"_s : u"valid"_s;
    case docsig::Verdict::Invalid:
        return vietnamese ? u"không hợp lệ"_s : u"invalid"_s;
    case docsig::Verdict::CannotTell:
        return vietnamese ? u"chưa kết luận được"_s : u"cannot tell"_s;
    case docsig::Verdict::Unsigned:
        return vietnamese ? u"không có chữ ký"_s : u"not signed"_s;
    case docsig::Verdict::Unreadable:
        return vietnamese ? u"không đọc được"_s : u"cannot be read"_s;
    }
    return {};
}

QString paperWord(Language language) {
    return language == Language::Vietnamese ? u"văn bản giấy"_s : u"on paper"_s;
}

QString summaryLine(const DocumentSummary& summary, Language language) {
    const QString verdict = summary.verdict ? verdictWord(summary.verdict->verdict, language)
                            : summary.paper ? paperWord(language)
                                            : QString();
    return u"%1  %2  %3  %4  %5"_s.arg(summary.id.text().left(8))
        .arg(summary.number.isEmpty() ? u"—"_s : summary.number, -14)
        .arg(verdict.isEmpty() ? stateKey(summary.state) : verdict, -18)
        .arg(summary.counterpart.left(30), -30)
        .arg(summary.problem.code.isEmpty() ? summary.subject : sentence(summary.problem.code, language));
}

QJsonObject toJson(const DocumentSummary& summary) {
    return {
        {u"id"_s, summary.id.text()},
        {u"folder"_s, folderKey(summary.folder)},
        {u"state"_s, stateKey(summary.state)},
        {u"incoming"_s, summary.incoming},
        {u"counterpart"_s, summary.counterpart},
        {u"subject"_s, summary.subject},
        {u"number"_s, summary.number},
        {u"kind"_s, summary.kindName},
        {u"application"_s, summary.application},
        {u"time"_s, isoTime(summary.time)},
        {u"dueDate"_s, isoDate(summary.dueDate)},
        {u"arrivalNumber"_s, summary.arrivalNumber},
        {u"verdict"_s, summary.verdict                     ? verdictKey(summary.verdict->verdict)
                       : summary.paper || summary.isTask() ? u"none"_s
                                                           : u"not-checked"_s},
        {u"paper"_s, summary.paper},
        {u"problem"_s, summary.problem.code},
        {u"unread"_s, summary.unread},
        {u"pending"_s, summary.pending},
        {u"mark"_s, markKey(summary.mark)},
        {u"reminded"_s, summary.reminded ? QJsonValue(reminderStageKey(*summary.reminded)) : QJsonValue()},
        {u"mentioned"_s, summary.mentioned},
    };
}

QJsonObject toJson(const TrailLine& line) {
    QJsonArray history;
    for (const TrailEvent& event : line.history) {
        history << QJsonObject{{u"code"_s, event.code},
                               {u"time"_s, isoTime(event.time)},
                               {u"reason"_s, event.reason},
                               {u"person"_s, event.person},
                               {u"late"_s, event.late}};
    }
    return {{u"receiver"_s, line.receiver.id.text()},
            {u"name"_s, line.receiver.name},
            {u"code"_s, line.lastCode},
            {u"words"_s, line.words},
            {u"time"_s, isoTime(line.time)},
            {u"reason"_s, line.reason},
            {u"history"_s, history}};
}

QJsonObject toJson(const DossierSummary& dossier) {
    return {{u"id"_s, dossier.id.text()},
            {u"code"_s, dossier.code},
            {u"title"_s, dossier.title},
            {u"retention"_s, dossier.retention},
            {u"opened"_s, isoTime(dossier.opened)},
            {u"closed"_s, isoTime(dossier.closed)},
            {u"documents"_s, dossier.documents}};
}

namespace {

QJsonArray workArray(const QList<WorkLine>& work) {
    QJsonArray array;
    for (const WorkLine& line : work) {
        array << QJsonObject{{u"to"_s, line.to},
                             {u"role"_s, workRoleKey(line.role)},
                             {u"by"_s, line.by},
                             {u"at"_s, isoTime(line.at)},
                             {u"words"_s, line.words},
                             {u"dueDate"_s, isoDate(line.dueDate)},
                             {u"state"_s, workStateKey(line.state)},
                             {u"cause"_s, workCauseKey(line.cause)},
                             {u"note"_s, line.note},
                             {u"askedUntil"_s, isoDate(line.askedUntil)},
                             {u"askedWhy"_s, line.askedWhy},
                             {u"changed"_s, isoTime(line.changed)}};
    }
    return array;
}

QJsonArray commentArray(const QList<Comment>& comments) {
    QJsonArray array;
    for (const Comment& comment : comments) {
        QJsonArray files;
        for (const CommentFile& file : comment.files) {
            files << QJsonObject{
                {u"name"_s, file.name}, {u"sha256"_s, QString::fromLatin1(file.sha256)}, {u"size"_s, file.size}};
        }
        array << QJsonObject{{u"id"_s, comment.id},
                             {u"by"_s, comment.by},
                             {u"as"_s, comment.as},
                             {u"at"_s, isoTime(comment.at)},
                             {u"withdrawn"_s, timeOrNull(comment.withdrawn)},
                             {u"text"_s, comment.text},
                             {u"mentions"_s, strings(comment.mentions)},
                             {u"files"_s, files},
                             {u"pending"_s, comment.isPending}};
    }
    return array;
}

void addChanges(const DocumentDetail& detail, QJsonObject& object) {
    QJsonArray changes;
    for (const ChangeOffer& offer : detail.changes) {
        changes << QJsonObject{
            {u"kind"_s, changeKey(offer.kind)}, {u"state"_s, offerKey(offer.state)},
            {u"reason"_s, offer.reason},        {u"received"_s, isoTime(offer.received)},
            {u"answer"_s, offer.answer},        {u"document"_s, offer.document ? offer.document->text() : QString()}};
    }
    object[u"changes"_s] = changes;
    QJsonArray foreign;
    for (const ChangeNote& note : detail.foreignChanges) {
        foreign << QJsonObject{
            {u"kind"_s, changeKey(note.kind)}, {u"from"_s, note.from.text()}, {u"reason"_s, note.reason}};
    }
    object[u"foreignChanges"_s] = foreign;
    QJsonArray strangers;
    for (const StrangerStatus& stranger : detail.strangers) {
        strangers << QJsonObject{{u"from"_s, stranger.from.id.text()},
                                 {u"code"_s, stranger.event.code},
                                 {u"time"_s, isoTime(stranger.event.time)},
                                 {u"reason"_s, stranger.event.reason}};
    }
    object[u"strangers"_s] = strangers;
}

} // namespace

QJsonObject toJson(const DocumentDetail& detail) {
    QJsonObject object = toJson(detail.summary);
    object[u"issuer"_s] = QJsonObject{{u"id"_s, detail.issuer.id.text()}, {u"name"_s, detail.issuer.name}};
    object[u"date"_s] = isoDate(detail.date);
    object[u"notation"_s] = detail.notation;
    object[u"signer"_s] = detail.signer.fullName;
    object[u"pdfSha256"_s] = QString::fromLatin1(detail.pdfSha256);
    object[u"packetSha256"_s] = QString::fromLatin1(detail.packetSha256);
    object[u"packetDocumentId"_s] = detail.packetDocumentId;
    QJsonArray undelivered;
    for (const TrailEvent& event : detail.undelivered) {
        undelivered << QJsonObject{{u"time"_s, isoTime(event.time)}, {u"reason"_s, event.reason}};
    }
    object[u"undelivered"_s] = undelivered;
    object[u"packetSignature"_s] = toJson(detail.packetSignature);
    object[u"packetFindings"_s] = strings(detail.packetFindings);
    object[u"reason"_s] = detail.reason;
    QJsonArray contents;
    for (const ContentRef& content : detail.contents) {
        contents << QJsonObject{{u"name"_s, content.name},
                                {u"sha256"_s, QString::fromLatin1(content.sha256)},
                                {u"size"_s, content.size},
                                {u"main"_s, content.role == ContentRef::Role::Main}};
    }
    object[u"contents"_s] = contents;
    object[u"applicationType"_s] = detail.applicationType;
    QJsonArray extras;
    for (const PacketExtra& extra : detail.extras) {
        extras << QJsonObject{{u"name"_s, extra.name}, {u"value"_s, extra.value}};
    }
    object[u"extras"_s] = extras;
    QJsonArray links;
    for (const DocumentLink& link : detail.links) {
        links << QJsonObject{{u"kind"_s, linkKey(link.kind)},
                             {u"document"_s, link.document ? link.document->text() : QString()},
                             {u"number"_s, link.number},
                             {u"subject"_s, link.subject}};
    }
    object[u"links"_s] = links;
    QJsonArray history;
    for (const HistoryLine& act : detail.history) {
        history << QJsonObject{{u"kind"_s, act.kind},
                               {u"by"_s, act.by},
                               {u"as"_s, act.as},
                               {u"at"_s, isoTime(act.at)},
                               {u"detail"_s, act.detail}};
    }
    object[u"history"_s] = history;
    QJsonArray trail;
    for (const TrailLine& line : detail.trail) {
        trail << toJson(line);
    }
    object[u"trail"_s] = trail;
    object[u"work"_s] = workArray(detail.work);
    object[u"comments"_s] = commentArray(detail.comments);
    addChanges(detail, object);
    if (detail.paper) {
        object[u"entry"_s] = toJson(*detail.paper);
    }
    return object;
}

QString delegationLine(const Delegation& delegation, const QDate& today, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    const QString who = delegation.to.isEmpty()
                            ? (vietnamese ? u"chưa ủy quyền"_s : u"nobody stands in"_s)
                            : (vietnamese ? u"ủy quyền cho %1"_s : u"%1 stands in"_s).arg(delegation.to);
    QStringList parts{
        delegation.by,
        u"%1 – %2"_s.arg(delegation.from.toString(u"dd/MM/yyyy"_s), delegation.until.toString(u"dd/MM/yyyy"_s)), who};
    if (delegation.holdsOn(today)) {
        parts << (vietnamese ? u"đang có hiệu lực"_s : u"holds"_s);
    }
    if (!delegation.words.isEmpty()) {
        parts << u"“%1”"_s.arg(QString(delegation.words).replace(u'\n', u' '));
    }
    return parts.join(u" · "_s) + u"  "_s + delegation.id;
}

QJsonObject toJson(const Delegation& delegation, const QDate& today) {
    return {{u"id"_s, delegation.id},
            {u"by"_s, delegation.by},
            {u"to"_s, delegation.to},
            {u"from"_s, isoDate(delegation.from)},
            {u"until"_s, isoDate(delegation.until)},
            {u"note"_s, delegation.words},
            {u"holds"_s, delegation.holdsOn(today)},
            {u"pending"_s, delegation.isPending}};
}

void printTrail(const Terminal& terminal, const QList<TrailLine>& trail) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    for (const TrailLine& line : trail) {
        terminal.line(u"%1  %2  %3  %4"_s.arg(line.receiver.name, -34)
                          .arg(vietnamese ? line.words : trailWordsEnglish(line.lastCode), -18)
                          .arg(displayTime(line.time), -16)
                          .arg(line.reason));
    }
}

void printDetail(const Terminal& terminal, const DocumentDetail& detail) {
    const Language language = terminal.language();
    const DocumentSummary& summary = detail.summary;
    terminal.line(summary.subject);
    field(terminal, u"Id"_s, u"Mã"_s, summary.id.text());
    field(terminal, u"Number"_s, u"Số, ký hiệu"_s, summary.number);
    field(terminal, u"Date"_s, u"Ngày"_s,
          detail.date.isValid() ? detail.date.toString(u"dd/MM/yyyy"_s) : detail.dateText);
    field(terminal, u"Kind"_s, u"Loại"_s, summary.kindName);
    field(terminal, u"Issued by"_s, u"Cơ quan ban hành"_s, detail.issuer.name);
    field(terminal, u"Signer"_s, u"Người ký"_s, detail.signer.fullName);
    field(terminal, u"State"_s, u"Trạng thái"_s, stateKey(summary.state));
    field(terminal, u"Notice"_s, u"Lưu ý"_s, markWord(summary.mark, language));
    field(terminal, u"Arrival number"_s, u"Số đến"_s,
          summary.arrivalNumber > 0 ? numberDisplay(summary.arrivalNumber) : QString());
    field(terminal, u"Verdict"_s, u"Kết luận chữ ký"_s,
          summary.verdict ? verdictWord(summary.verdict->verdict, language)
          : summary.paper ? sentence(u"paper-has-no-signatures"_s, language)
                          : QString());
    if (detail.paper && detail.paper->pages > 0) {
        field(terminal, u"Pages"_s, u"Số trang"_s, QString::number(detail.paper->pages));
    }
    field(terminal, u"Note"_s, u"Ghi chú"_s, detail.paper ? detail.paper->note : QString());
    field(terminal, u"Reason"_s, u"Lý do"_s, detail.reason);
    if (!summary.problem.code.isEmpty()) {
        field(terminal, u"Problem"_s, u"Vấn đề"_s, sentence(summary.problem.code, language));
    }
    field(terminal, u"Packet's signature"_s, u"Chữ ký gói tin"_s,
          packetSignatureWord(detail.packetSignature, language == Language::Vietnamese));
    for (const QString& code : detail.packetFindings) {
        field(terminal, u"Packet"_s, u"Gói tin"_s, sentence(code, language));
    }
    for (const TrailEvent& event : detail.undelivered) {
        field(terminal, u"Report not delivered"_s, u"Báo cáo chưa tới nơi"_s, event.reason);
    }
    int number = 0;
    for (const ContentRef& content : detail.contents) {
        ++number;
        field(terminal, u"File %1"_s.arg(number), u"Tệp %1"_s.arg(number),
              u"%1 (%2 B, %3)"_s.arg(content.name).arg(content.size).arg(QString::fromLatin1(content.sha256.left(12))));
    }
    for (const PacketExtra& extra : detail.extras) {
        field(terminal, u"In the packet"_s, u"Trong gói tin"_s, u"%1: %2"_s.arg(extra.name, extra.value));
    }
    for (const DocumentLink& link : detail.links) {
        field(terminal, u"Link"_s, u"Liên kết"_s,
              u"%1 %2 %3"_s.arg(kindWord(link.kind, language), link.number, link.subject));
    }
    for (const ChangeOffer& offer : detail.changes) {
        field(terminal, u"Change"_s, u"Thay đổi"_s, offerWord(offer, language));
    }
    for (const StrangerStatus& stranger : detail.strangers) {
        field(terminal, u"Not a receiver"_s, u"Không phải nơi nhận"_s,
              u"%1 %2 %3"_s.arg(stranger.from.id.text(), stranger.event.code, stranger.event.reason));
    }
    for (const WorkLine& line : detail.work) {
        field(terminal, u"work"_s, u"xử lý"_s, workLine(line, terminal.language()));
    }
    for (const Comment& comment : detail.comments) {
        if (comment.withdrawn.isValid()) {
            field(terminal, u"Comment"_s, u"Ý kiến"_s,
                  u"%1  %2  %3"_s.arg(displayTime(comment.at), comment.by,
                                      language == Language::Vietnamese ? u"(đã rút lại)"_s : u"(withdrawn)"_s));
            continue;
        }
        // Every line of it is indented: none can be taken for a line of this program's.
        field(terminal, u"Comment"_s, u"Ý kiến"_s,
              u"%1  %2\n    %3"_s.arg(displayTime(comment.at), comment.by,
                                      QString(comment.text).replace(u'\n', u"\n    "_s)));
    }
    for (const HistoryLine& act : detail.history) {
        field(terminal, u"History"_s, u"Lịch sử"_s,
              u"%1  %2  %3  %4"_s.arg(displayTime(act.at), act.kind,
                                      act.as.isEmpty()                   ? act.by
                                      : language == Language::Vietnamese ? u"%1 thay %2"_s.arg(act.by, act.as)
                                                                         : u"%1 in place of %2"_s.arg(act.by, act.as),
                                      act.detail));
    }
    printTrail(terminal, detail.trail);
}

} // namespace app::cli
