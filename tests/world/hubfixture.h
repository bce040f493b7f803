// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace hub {
class HubServer;
struct HubOptions;
} // namespace hub

namespace world {

/// What goes wrong on the line between client and hub from now on.
struct Fault {
    enum class Kind {
        None,
        Down,       ///< nobody listens
        Silent,     ///< the connection is taken and nothing is ever answered
        Status500,  ///< every request is answered with HTTP 500 and no JSON
        Garbage,    ///< every request is answered with HTTP 200 and a page of HTML
        NotHttp,    ///< every request is answered with bytes that are no HTTP
        CutAnswer,  ///< the line is cut after `bytes` bytes of the hub's answers
        CutRequest, ///< the line is cut after `bytes` bytes of the client's requests, which the hub has then received
        LoseAnswer, ///< the request reaches the hub and is done, its answer never comes: the line is cut
    };
    Kind kind = Kind::None;
    qint64 bytes = 0;
    int times = -1; ///< how many connections it hits; -1: all
};

/// An exchange hub in this process on a free port of loopback, with a temporary data folder and a line that can break.
/// The folder's name contains a space and diacritics. Everything ends with the object.
class HubFixture {
public:
    HubFixture();
    /// With limits, HTTP options or a clock of the test's own; the data folder is the fixture's.
    explicit HubFixture(const hub::HubOptions& options);
    ~HubFixture();
    HubFixture(const HubFixture&) = delete;
    HubFixture& operator=(const HubFixture&) = delete;

    /// Creates agencies, people and accounts: the JSON of `congvan-hub import`. Fails the process on an error.
    void import(const QJsonObject& world);
    /// Creates an agency and a person in each role: "<organId>/officer", "/leader", "/clerk" (the clerk reads the
    /// agency's feed).
    void addOffice(const QString& organId, const QString& name);

    /// The enrolled account: enrols it at the first call.
    exchange::HubAccount account(const QString& name);
    /// The one-time code of an account that account() was not asked for yet.
    QString codeOf(const QString& name) const;
    /// What client() uses: small parts of uploads, patient time-outs.
    static exchange::ClientLimits limits();
    /// A client of that account, through the line that faults are injected into.
    std::unique_ptr<exchange::HubClient> client(const QString& name);
    /// Address of the line (http://127.0.0.1:port).
    QUrl url() const;
    /// Address of the hub itself, past the line.
    QUrl directUrl() const;

    void setFault(const Fault& fault);
    /// How many requests went over the line to the hub so far.
    int requests() const;
    /// Stops the hub and starts it again over the same data and the same line.
    void restart();
    QString dataFolder() const;
    hub::HubServer& server();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace world
