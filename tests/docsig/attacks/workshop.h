// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/signingkey.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/document.h"
#include "docsig/trust/truststore.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

/// What the tests of attacks and of odd genuine files work with: a document with a bit of everything, keys, and ways to
/// write updates without any care.
namespace attacks {

/// The numbers of the objects in Workshop::plain().
enum Number {
    Catalog = 1,
    Pages,
    FirstPage,
    Content,
    Font,
    Form,
    Metadata,
    Amount, ///< text field, 100
    Agree,  ///< checkbox, off
    First,  ///< signature field, filled by signed()
    Second, ///< signature field, empty
    Link,   ///< annotation
    Layers, ///< OCProperties
    SecondPage,
    Inherited, ///< resources of the page tree
    Seal,      ///< form XObject on page one
    Profile,   ///< ICC profile
    Layer,     ///< optional content group
    AmountLooks,
    AgreeYes,
    AgreeOff,
    Locked, ///< text field that signed() can lock
    LockedLooks,
    ContentLength, ///< of SecondContent
    SecondContent,
    Hidden, ///< another content for page one that nothing names
};

using Objects = QList<std::pair<int, QByteArray>>;

/// An attack and what it must be told by; an empty code where the file as a whole is refused or has no signature left.
struct Attack {
    QByteArray name;
    QByteArray file;
    QString code;
    QByteArray twin; ///< the same file unattacked, which is valid
};

class Workshop {
public:
    Workshop();

    /// Two pages, a form, metadata, a layer, an ICC profile, a link; not signed.
    [[nodiscard]] static QByteArray plain();
    /// plain() with the field First signed; permission 0 approves, 1 to 3 certify; `locks` the field Locked.
    [[nodiscard]] QByteArray signedFile(int permission = 0, bool locks = false);
    /// One more signature: into an empty field, or into a new one at a place. The stranger is trusted by nobody.
    [[nodiscard]] QByteArray countersigned(const QByteArray& file, const QString& field, bool byStranger = false,
                                           bool atNewPlace = false);
    /// A document time stamp in a new field, with more objects changed in the same update.
    [[nodiscard]] QByteArray stamped(const QByteArray& file, const Objects& alsoChanged = {});
    /// A signature of any kind in a new field: `cms` makes the blob for the signed bytes; `claimed` goes into /M.
    [[nodiscard]] static QByteArray withBlob(const QByteArray& file, const QByteArray& subFilter,
                                             const std::function<QByteArray(const QByteArray& content)>& cms,
                                             const Objects& alsoChanged = {},
                                             const QByteArray& claimed = "D:20261125090000+07'00'");
    [[nodiscard]] docsig::SignatureReport verified(const QByteArray& file, bool integrityOnly = false) const;

    [[nodiscard]] docsig::DemoAuthority& authority() { return *m_authority; }
    [[nodiscard]] const docsig::TrustStore& trust() const { return m_trust; }

private:
    [[nodiscard]] std::unique_ptr<docsig::SigningKey> opened(const docsig::DemoKey& key);

    docsig::CryptoRuntime m_crypto;
    QTemporaryDir m_folder;
    std::unique_ptr<docsig::DemoAuthority> m_authority;
    std::unique_ptr<docsig::DemoAuthority> m_stranger;
    std::unique_ptr<docsig::SigningKey> m_key;
    std::unique_ptr<docsig::SigningKey> m_strangersKey;
    docsig::DemoKey m_stamper;
    docsig::TrustStore m_trust;
};

/// The object as text, one key set to what `value` says; an empty value takes the key away.
[[nodiscard]] QByteArray withKey(const QByteArray& file, int number, const char* key, const QByteArray& value);
/// One more revision in which the objects are these.
[[nodiscard]] QByteArray update(const QByteArray& file, const Objects& objects);
/// One more revision in which one key of an object is another.
[[nodiscard]] QByteArray rekeyed(const QByteArray& file, int number, const char* key, const QByteArray& value);
/// One more revision whose section and trailer are given word by word; `@n@` in it stands for the offset of object n,
/// `@prev@` for the newest section before.
[[nodiscard]] QByteArray rawUpdate(const QByteArray& file, const Objects& objects, QByteArray section);

[[nodiscard]] QList<Attack> forgeries(Workshop& workshop);
[[nodiscard]] QList<Attack> incrementalSavings(Workshop& workshop);
[[nodiscard]] QList<Attack> wrappings(Workshop& workshop);
[[nodiscard]] QList<Attack> shadows(Workshop& workshop);
[[nodiscard]] QList<Attack> certificationAttacks(Workshop& workshop);
[[nodiscard]] QList<Attack> differentials(Workshop& workshop);
[[nodiscard]] QList<Attack> pageTreeTricks(Workshop& workshop);
[[nodiscard]] QList<Attack> fieldTricks(Workshop& workshop);
[[nodiscard]] QList<Attack> documentTricks(Workshop& workshop);

} // namespace attacks
