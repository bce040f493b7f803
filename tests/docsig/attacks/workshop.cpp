// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docsig/attacks/workshop.h"

#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pdf/parser.h"
#include "tests/docsig/handmadepdf.h"
#include "tests/support/timestamper.h"

#include <QCryptographicHash>

namespace attacks {

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

QByteArray form(const QByteArray& content) {
    return "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /Helv 5 0 R >> >> /Length " +
           QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

QByteArray packet(const QByteArray& title) {
    const QByteArray text = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description>" +
                            title + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    return "<< /Type /Metadata /Subtype /XML /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text +
           "\nendstream";
}

const QByteArray lockOfFirst = "/Lock << /Type /SigFieldLock /Action /Include /Fields [(Locked)] >>";

QByteArray plainWith(const QByteArray& firstKeys) {
    const QByteArray widget = "/Type /Annot /Subtype /Widget /F 4 /P 3 0 R ";
    return handmade::withTable(
        {"<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Metadata 7 0 R /OCProperties 13 0 R /ViewerPreferences << "
         "/DisplayDocTitle false >> >>",
         "<< /Type /Pages /Kids [3 0 R 14 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources 15 0 R >>",
         "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 16 0 R >> "
         "/ColorSpace << /C1 [/ICCBased 17 0 R] >> /Properties << /L1 18 0 R >> >> /Annots [8 0 R 9 0 R 10 0 R 11 0 R "
         "12 0 R 22 0 R] >>",
         handmade::stream("/OC /L1 BDC /C1 cs 0 0 0 sc BT /F1 14 Tf 100 750 Td (QUYET DINH) Tj ET EMC /X1 Do"),
         "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
         "<< /Fields [8 0 R 9 0 R 10 0 R 11 0 R 22 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 10 Tf 0 g) >>",
         packet("A"),
         "<< " + widget + "/FT /Tx /T (Amount) /V (100) /Rect [100 600 200 620] /AP << /N 19 0 R >> >>",
         "<< " + widget +
             "/FT /Btn /T (Agree) /V /Off /AS /Off /Rect [100 560 120 580] /AP << /N << /Yes 20 0 R /Off 21 0 R >> >> "
             ">>",
         "<< " + widget + "/FT /Sig /T (First) /Rect [330 200 443 245] " + firstKeys + " >>",
         "<< " + widget + "/FT /Sig /T (Second) /Rect [100 200 213 245] >>",
         "<< /Type /Annot /Subtype /Link /Rect [100 500 200 520] /Border [0 0 0] /Dest [14 0 R /Fit] >>",
         "<< /OCGs [18 0 R] /D << /ON [18 0 R] >> >>",
         "<< /Type /Page /Parent 2 0 R /Contents 25 0 R >>",
         "<< /Font << /F1 5 0 R >> >>",
         form("0 0 1 RG 1 1 99 19 re S"),
         "<< /N 3 /Length 7 >>\nstream\nprofile\nendstream",
         "<< /Type /OCG /Name (Layer) >>",
         form("BT /Helv 10 Tf 2 5 Td (100) Tj ET"),
         form("0 0 20 20 re f"),
         form("0 0 20 20 re S"),
         "<< " + widget + "/FT /Tx /T (Locked) /V (07) /Rect [300 600 400 620] /AP << /N 23 0 R >> >>",
         form("BT /Helv 10 Tf 2 5 Td (07) Tj ET"),
         "36",
         "<< /Length 24 0 R >>\nstream\nBT /F1 14 Tf 100 750 Td (2) Tj ET   \nendstream",
         handmade::stream("BT /F1 14 Tf 100 750 Td (BAI BO QUYET DINH) Tj ET")});
}

} // namespace

Workshop::Workshop() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_authority = std::make_unique<DemoAuthority>(DemoAuthority::create(now).value());
    m_stranger = std::make_unique<DemoAuthority>(DemoAuthority::create(now, u"Kẻ lạ"_s).value());
    m_key = opened(m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    m_strangersKey = opened(m_stranger->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    m_stamper = m_authority->issueTimeStamper(u"Dấu thời gian thử"_s).value();
    const QString folder = m_folder.filePath(u"tin cậy"_s);
    if (m_authority->writeTrustFolder(folder)) {
        m_trust = TrustStore::load(folder).value();
    }
}

std::unique_ptr<SigningKey> Workshop::opened(const DemoKey& key) {
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"khóa %1.p12"_s.arg(qHash(key.certificate)));
    return key.writePkcs12(path, pin) ? openPkcs12(path, pin).value() : nullptr;
}

QByteArray Workshop::plain() {
    return plainWith({});
}

QByteArray Workshop::signedFile(int permission, bool locks) {
    SignRequest request;
    request.fieldName = u"First"_s;
    request.appearancePdf = handmade::appearance(113, 45);
    request.docMdpPermission = permission;
    request.applyFieldLock = locks;
    request.claimedTime = QDateTime::currentDateTimeUtc();
    return PadesSigner().sign(plainWith(locks ? lockOfFirst : QByteArray()), request, *m_key).value();
}

QByteArray Workshop::countersigned(const QByteArray& file, const QString& field, bool byStranger, bool atNewPlace) {
    SignRequest request;
    request.fieldName = field;
    request.appearancePdf = handmade::appearance(113, 45);
    request.claimedTime = QDateTime::currentDateTimeUtc();
    if (atNewPlace) {
        request.place = PagePlace{0, QRectF(100, 740, 113, 45)};
    }
    return PadesSigner().sign(file, request, byStranger ? *m_strangersKey : *m_key).value();
}

QByteArray Workshop::withBlob(const QByteArray& file, const QByteArray& subFilter,
                              const std::function<QByteArray(const QByteArray& content)>& cms,
                              const Objects& alsoChanged, const QByteArray& claimed) {
    constexpr qsizetype reserve = 12'000;
    const int earlier = static_cast<int>(file.count("/T (Blob"));
    const int field = 80 + 2 * earlier;
    const int value = field + 1;
    const pdf::Document document = pdf::Document::open(file).value();
    const QByteArray fields = document.get(document.object(Form).dictionary(), "Fields").toPdf();
    const QByteArray list = fields.chopped(1) + ' ' + QByteArray::number(field) + " 0 R]";
    Objects objects = alsoChanged;
    objects << std::pair(Form, withKey(file, Form, "Fields", list))
            << std::pair(field, "<< /FT /Sig /T (Blob" + QByteArray::number(earlier) + ") /V " +
                                    QByteArray::number(value) +
                                    " 0 R /Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0] >>")
            << std::pair(value, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + subFilter + " /M (" + claimed +
                                    ") /ByteRange [0 0000000001 0000000002 0000000003] /Contents <" +
                                    QByteArray(2 * reserve, '0') + "> >>");
    QByteArray made = update(file, objects);
    const qsizetype begin = made.lastIndexOf("/Contents <") + 10;
    const qsizetype end = made.indexOf('>', begin) + 1;
    const auto padded = [](qsizetype number) { return QByteArray::number(number).rightJustified(10, '0'); };
    made.replace("0000000001 0000000002 0000000003",
                 padded(begin) + ' ' + padded(end) + ' ' + padded(made.size() - end));
    const QByteArray blob = cms(made.first(begin) + made.sliced(end));
    return made.replace(begin + 1, 2 * blob.size(), blob.toHex());
}

QByteArray Workshop::stamped(const QByteArray& file, const Objects& alsoChanged) {
    return withBlob(
        file, "ETSI.RFC3161",
        [this](const QByteArray& content) {
            return support::stamp(m_stamper, QCryptographicHash::hash(content, QCryptographicHash::Sha256),
                                  QDateTime::currentDateTimeUtc());
        },
        alsoChanged);
}

SignatureReport Workshop::verified(const QByteArray& file, bool integrityOnly) const {
    return PadesVerifier(m_trust).verify(file, {{}, integrityOnly});
}

QByteArray withKey(const QByteArray& file, int number, const char* key, const QByteArray& value) {
    const pdf::Document document = pdf::Document::open(file).value();
    pdf::Dictionary dictionary = document.object(number).dictionary();
    if (value.isEmpty()) {
        dictionary.remove(key);
    } else {
        dictionary.insert(key, pdf::Parser(value).value().value());
    }
    const auto raw = document.rawStream(number);
    return pdf::Value(dictionary).toPdf() + (raw ? "\nstream\n" + *raw + "\nendstream" : QByteArray());
}

QByteArray update(const QByteArray& file, const Objects& objects) {
    return handmade::revised(file, objects);
}

QByteArray rekeyed(const QByteArray& file, int number, const char* key, const QByteArray& value) {
    return update(file, {{number, withKey(file, number, key, value)}});
}

QByteArray rawUpdate(const QByteArray& file, const Objects& objects, QByteArray section) {
    QByteArray made = file;
    for (const auto& [number, body] : objects) {
        section.replace('@' + QByteArray::number(number) + '@',
                        QByteArray::number(made.size()).rightJustified(10, '0'));
        made += body;
    }
    section.replace("@prev@", QByteArray::number(handmade::lastSection(file)));
    return made + section + "startxref\n" + QByteArray::number(made.size()) + "\n%%EOF\n";
}

} // namespace attacks
