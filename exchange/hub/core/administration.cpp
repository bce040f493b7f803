// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/administration.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/names.h"
#include "exchange/protocol/wirefields.h"

#include <QRandomGenerator>

namespace hub {

using exchange::fail;
using exchange::wire::FieldReader;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int codeHours = 24;
constexpr qint64 agenciesPage = 5000;

std::unexpected<Error> nameWrong(const QString& name) {
    return fail("hub-name-wrong", name);
}

/// 20 digits of 5 bits, without the letters that look like digits.
QString newCode() {
    static const QString digits = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
    QString code;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 4 == 0) {
            code += u'-';
        }
        code += digits.at(QRandomGenerator::system()->bounded(32));
    }
    return code;
}

Result<void> storeAgency(StoreSession& session, const exchange::AgencyEntry& agency) {
    if (!isOrganId(agency.organId)) {
        return nameWrong(agency.organId);
    }
    for (const QByteArray& seal : agency.sealCertificateSha256) {
        if (!exchange::isSha256Hex(seal)) {
            return nameWrong(QString::fromLatin1(seal));
        }
    }
    if (session.agency(agency.organId) != agency) {
        session.putAgency(agency);
    }
    if (agency.isLocal) {
        session.putMailbox(agency.organId, agency.organId);
    }
    return {};
}

std::unexpected<Error> agencyUnknown(const QString& organId) {
    return fail("hub-agency-unknown", organId);
}

std::unexpected<Error> accountUnknown(const QString& account) {
    return fail("hub-account-unknown", account);
}

Result<void> storePerson(StoreSession& session, const QString& organId, exchange::PersonEntry person) {
    if (!session.agency(organId)) {
        return agencyUnknown(organId);
    }
    if (!isLogin(person.login) || (!person.unit.isEmpty() && !isLogin(person.unit))) {
        return nameWrong(person.login + u' ' + person.unit);
    }
    person.mailbox = organId + u'/' + person.login;
    session.putPerson(organId, person);
    session.putMailbox(person.mailbox, organId);
    if (!person.unit.isEmpty()) {
        session.putMailbox(organId + u"/unit:"_s + person.unit, organId);
    }
    return {};
}

Result<EnrolmentCode> storeAccount(StoreSession& session, const QString& organId, const QString& login,
                                   const QStringList& mailboxes, const QDateTime& now) {
    if (!session.agency(organId)) {
        return agencyUnknown(organId);
    }
    if (!isLogin(login)) {
        return nameWrong(login);
    }
    AccountRecord record;
    record.caller.account = organId + u'/' + login;
    record.caller.agency = organId;
    if (session.mailboxExists(record.caller.account)) {
        record.caller.mailboxes.append(record.caller.account);
    }
    for (const QString& mailbox : mailboxes) {
        if (agencyOfMailbox(mailbox) != organId || !session.mailboxExists(mailbox)) {
            return fail("hub-mailbox-unknown", mailbox);
        }
        record.caller.mailboxes.append(mailbox);
    }
    record.caller.mailboxes.removeDuplicates();
    const EnrolmentCode code{record.caller.account, newCode(), now.addSecs(codeHours * 3600)};
    record.codeHash = Authenticator::codeHash(code.code);
    record.codeExpires = code.expires;
    session.putAccount(record);
    return code;
}

/// The mailboxes that a role reads beside its own: a clerk reads the office's.
QStringList mailboxesOfRole(const QString& organId, const QString& role, const QString& unit) {
    QStringList list;
    if (role == "clerk"_L1) {
        list.append(organId);
    }
    if (!unit.isEmpty()) {
        list.append(organId + u"/unit:"_s + unit);
    }
    return list;
}

void revoke(StoreSession& session, AccountRecord record) {
    record.revoked = true;
    record.sealedSecret.clear();
    record.codeHash.clear();
    session.putAccount(record);
}

QString stateOf(const AccountRecord& record) {
    if (record.revoked) {
        return u"revoked"_s;
    }
    return record.sealedSecret.isEmpty() ? u"waiting"_s : u"enrolled"_s;
}

std::unexpected<Error> importMalformed(const QString& where) {
    return fail("hub-import-malformed", where);
}

/// A field that may be missing: "" then.
QString optionalText(const QJsonObject& object, const char* name) {
    return object.value(QLatin1StringView(name)).toString();
}

Result<exchange::AgencyEntry> readAgency(const QJsonObject& object) {
    exchange::AgencyEntry agency;
    FieldReader fields(object);
    agency.organId = fields.string("organId");
    agency.name = fields.string("name");
    agency.inCharge = optionalText(object, "inCharge");
    agency.successor = optionalText(object, "successor");
    agency.validFrom = QDate::fromString(optionalText(object, "validFrom"), Qt::ISODate);
    agency.validTo = QDate::fromString(optionalText(object, "validTo"), Qt::ISODate);
    agency.isLocal = object.value("isLocal"_L1).toBool(true);
    for (const QJsonValue& seal : object.value("sealCertificateSha256"_L1).toArray()) {
        agency.sealCertificateSha256.append(seal.toString().toLatin1());
    }
    if (!fields.isGood()) {
        return importMalformed(u"an agency needs organId and name"_s);
    }
    return agency;
}

} // namespace

EnrolmentCode newEnrolmentCode(const QString& account, const QDateTime& now) {
    return {account, newCode(), now.addSecs(codeHours * 3600)};
}

Administration::Administration(Store& store, std::function<QDateTime()> clock)
    : m_store(store)
    , m_clock(std::move(clock)) {}

Result<void> Administration::putAgency(const exchange::AgencyEntry& agency) {
    return m_store.write([&](StoreSession& session) { return storeAgency(session, agency); });
}

Result<void> Administration::closeAgency(const QString& organId, QDate validTo, const QString& successor) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<exchange::AgencyEntry> agency = session.agency(organId);
        if (!agency) {
            return agencyUnknown(organId);
        }
        if (!successor.isEmpty() && (successor == organId || !session.agency(successor))) {
            return agencyUnknown(successor);
        }
        agency->validTo = validTo;
        agency->successor = successor;
        return storeAgency(session, *agency);
    });
}

Result<exchange::Directory> Administration::agencies(qint64 sinceVersion) {
    exchange::Directory directory;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        directory = session.directory({}, sinceVersion, agenciesPage);
        return {};
    });
    return done ? Result<exchange::Directory>(directory) : std::unexpected(done.error());
}

Result<void> Administration::addSeal(const QString& organId, const QByteArray& certificateSha256) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<exchange::AgencyEntry> agency = session.agency(organId);
        if (!agency) {
            return agencyUnknown(organId);
        }
        if (!agency->sealCertificateSha256.contains(certificateSha256)) {
            agency->sealCertificateSha256.append(certificateSha256);
        }
        return storeAgency(session, *agency);
    });
}

Result<void> Administration::putPerson(const QString& organId, const exchange::PersonEntry& person) {
    return m_store.write([&](StoreSession& session) { return storePerson(session, organId, person); });
}

Result<EnrolmentCode> Administration::addAccount(const QString& organId, const QString& login,
                                                 const QStringList& mailboxes) {
    EnrolmentCode code;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        const Result<EnrolmentCode> made = storeAccount(session, organId, login, mailboxes, m_clock());
        if (!made) {
            return std::unexpected(made.error());
        }
        code = *made;
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return code;
}

Result<EnrolmentCode> Administration::rotateAccount(const QString& account) {
    const EnrolmentCode code{account, newCode(), m_clock().addSecs(codeHours * 3600)};
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> record = session.account(account);
        if (!record || record->revoked) {
            return accountUnknown(account);
        }
        record->codeHash = Authenticator::codeHash(code.code);
        record->codeExpires = code.expires;
        session.putAccount(*record);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return code;
}

Result<void> Administration::revokeAccount(const QString& account) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        std::optional<AccountRecord> record = session.account(account);
        if (!record) {
            return accountUnknown(account);
        }
        revoke(session, *record);
        return {};
    });
}

Result<void> Administration::setQuota(const QString& organId, std::optional<qint64> bytes) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        if (!organId.isEmpty() && !session.agency(organId)) {
            return agencyUnknown(organId);
        }
        session.setQuota(organId, bytes);
        return {};
    });
}

Result<QList<AgencyUsage>> Administration::usages() {
    QList<AgencyUsage> list;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        list = session.usages();
        return {};
    });
    return done ? Result<QList<AgencyUsage>>(list) : std::unexpected(done.error());
}

Result<void> Administration::setDayLimit(const QString& account, const DayAmount& limit) {
    return m_store.write([&](StoreSession& session) -> Result<void> {
        if (!account.isEmpty() && !account.contains("/relay:"_L1) && !session.account(account)) {
            return accountUnknown(account);
        }
        session.records().setDayLimit(account, limit);
        return {};
    });
}

Result<QList<DayUsage>> Administration::dayUsages() {
    QList<DayUsage> list;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        list = session.records().dayUsages(m_clock().toUTC().date());
        return {};
    });
    return done ? Result<QList<DayUsage>>(list) : std::unexpected(done.error());
}

Result<StoreCounts> Administration::counts() {
    StoreCounts counts;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        counts = session.counts();
        return {};
    });
    return done ? Result<StoreCounts>(counts) : std::unexpected(done.error());
}

Result<QJsonObject> Administration::import(const QJsonObject& world) {
    QJsonArray codes;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        codes = {};
        const auto account = [&](const QString& organId, const QString& login,
                                 const QStringList& mailboxes) -> Result<void> {
            const auto existing = session.account(organId + u'/' + login);
            if (existing && !existing->revoked && !existing->sealedSecret.isEmpty()) {
                return {};
            }
            const Result<EnrolmentCode> code = storeAccount(session, organId, login, mailboxes, m_clock());
            if (!code) {
                return std::unexpected(code.error());
            }
            codes.append(QJsonObject{{u"account"_s, code->account},
                                     {u"agency"_s, organId},
                                     {u"login"_s, login},
                                     {u"code"_s, code->code},
                                     {u"expires"_s, code->expires.toString(Qt::ISODate)}});
            return {};
        };
        for (const QJsonValue& value : world.value("agencies"_L1).toArray()) {
            const Result<exchange::AgencyEntry> agency = readAgency(value.toObject());
            if (!agency) {
                return std::unexpected(agency.error());
            }
            if (const Result<void> stored = storeAgency(session, *agency); !stored) {
                return stored;
            }
        }
        for (const QJsonValue& value : world.value("people"_L1).toArray()) {
            const QJsonObject object = value.toObject();
            FieldReader fields(object);
            const QString organId = fields.string("agency");
            const exchange::PersonEntry person{{},
                                               fields.string("login"),
                                               fields.string("name"),
                                               fields.string("role"),
                                               optionalText(object, "title"),
                                               optionalText(object, "unit")};
            if (!fields.isGood()) {
                return importMalformed(u"a person needs agency, login, name and role"_s);
            }
            Result<void> stored = storePerson(session, organId, person);
            if (stored && person.role == "left"_L1) {
                // The desks of the office are told by the directory; the account lets nobody in any more.
                if (std::optional<AccountRecord> record = session.account(organId + u'/' + person.login)) {
                    revoke(session, *record);
                }
            } else if (stored && object.value("account"_L1).toBool(true)) {
                stored = account(organId, person.login, mailboxesOfRole(organId, person.role, person.unit));
            }
            if (!stored) {
                return stored;
            }
        }
        for (const QJsonValue& value : world.value("accounts"_L1).toArray()) {
            const QJsonObject object = value.toObject();
            FieldReader fields(object);
            const QString organId = fields.string("agency");
            const QString login = fields.string("login");
            const QStringList mailboxes = fields.strings("mailboxes");
            if (!fields.isGood()) {
                return importMalformed(u"an account needs agency, login and mailboxes"_s);
            }
            if (const Result<void> stored = account(organId, login, mailboxes); !stored) {
                return stored;
            }
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return QJsonObject{{u"accounts"_s, codes}};
}

Result<QJsonObject> Administration::overview() {
    QJsonObject object;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        object.insert(u"agencies"_s, session.agencyCount());
        QJsonArray accounts;
        for (const AccountRecord& record : session.accounts()) {
            accounts.append(QJsonObject{{u"account"_s, record.caller.account},
                                        {u"enrolled"_s, !record.sealedSecret.isEmpty()},
                                        {u"revoked"_s, record.revoked},
                                        {u"state"_s, stateOf(record)},
                                        {u"mailboxes"_s, QJsonArray::fromStringList(record.caller.mailboxes)}});
        }
        object.insert(u"accounts"_s, accounts);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return object;
}

} // namespace hub
