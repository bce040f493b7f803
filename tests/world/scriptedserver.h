// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <mutex>
#include <thread>

namespace world {

/// An HTTP server that plays a written dialogue: it expects these requests, in this order, and no other. What does not
/// match is answered with status 599 and stands in faults(). Connections are kept, as servers keep them, until "= cut"
/// ends one without a word. One connection at a time, on a free port of 127.0.0.1.
///
/// A script is text. Lines that begin with "#" are remarks. Each exchange of the dialogue:
///
///     POST /service/updateStatus        method and path; the path is an expression, anchored at both ends
///     > XroadVnpt-docid: ABC-1          a header that must be there once; the value is an expression, anchored too
///     > ! Authorization                 a header that must not be there
///     body {"a":.*}                     an expression for the whole body, anchored; or
///     body-sha256 9f86d0…               its SHA-256; or
///     body-holds-sha256 9f86d0…         the SHA-256 of the first part with a file name, in a form
///     = 200                             what is answered; or "= cut": the request is taken, the line closed
///     < Content-Type: application/json  headers of the answer; Content-Length is added
///     {"status":"OK"}                   the answer's body, to the line "."
///     .
class ScriptedServer {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray& name) const;
    };

    /// `values` are put in for "{name}" everywhere in the script.
    explicit ScriptedServer(const QByteArray& script, const QMap<QByteArray, QByteArray>& values = {});
    /// The same from a file of tests/data; ends the test program where it is missing.
    [[nodiscard]] static QByteArray script(const QString& name);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    [[nodiscard]] QUrl url(const QString& path = {}) const;
    [[nodiscard]] QList<Request> requests() const;
    /// What did not match, and, at the end of the test, what never came. Empty: the dialogue was played.
    [[nodiscard]] QStringList faults() const;

private:
    struct Step;
    void run();
    [[nodiscard]] bool serve(int line);
    [[nodiscard]] bool nextComes(int line) const;
    [[nodiscard]] QString mismatch(const Step& step, const Request& request) const;
    [[nodiscard]] QByteArray answerTo(const Request& request);

    QList<Step> m_steps;
    qsizetype m_next = 0;
    QStringList m_faults;
    QList<Request> m_requests;
    mutable std::mutex m_guard;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::thread m_thread;
};

} // namespace world
