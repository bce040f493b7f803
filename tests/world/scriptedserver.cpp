// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/scriptedserver.h"

#include "tests/support/loopbacklistener.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace world {

using namespace Qt::Literals::StringLiterals;

struct ScriptedServer::Step {
    QByteArray method;
    QString path;
    QList<std::pair<QByteArray, QString>> headers;
    QList<QByteArray> forbidden;
    QString body;
    QByteArray bodySha256;
    QByteArray fileSha256;
    QByteArray status; ///< "cut" or a number
    QByteArray answerHeaders;
    QByteArray answer;
};

namespace {

bool matches(const QString& expression, const QByteArray& text) {
    const QRegularExpression anchored(QRegularExpression::anchoredPattern(expression),
                                      QRegularExpression::DotMatchesEverythingOption);
    if (!anchored.isValid()) {
        qFatal("the script's expression is wrong: %s", qPrintable(expression));
    }
    return anchored.match(QString::fromUtf8(text)).hasMatch();
}

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The content of the first part with a file name.
QByteArray fileOfForm(const QByteArray& body) {
    const QByteArray delimiter = "\r\n" + body.left(body.indexOf("\r\n"));
    const qsizetype head = body.indexOf("filename=");
    const qsizetype begin = head < 0 ? -1 : body.indexOf("\r\n\r\n", head);
    const qsizetype end = begin < 0 ? -1 : body.indexOf(delimiter, begin + 4);
    return end < 0 ? QByteArray() : body.mid(begin + 4, end - begin - 4);
}

bool readable(int line, int wake) {
    pollfd waits[2] = {{line, POLLIN, 0}, {wake, POLLIN, 0}};
    return ::poll(waits, 2, -1) > 0 && (waits[1].revents & (POLLIN | POLLHUP)) == 0;
}

} // namespace

QByteArray ScriptedServer::Request::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QByteArray ScriptedServer::script(const QString& name) {
    QFile file(QStringLiteral(CONGVAN_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no script %s", qPrintable(name));
    }
    return file.readAll();
}

ScriptedServer::ScriptedServer(const QByteArray& script, const QMap<QByteArray, QByteArray>& values) {
    QByteArray text = script;
    for (auto value = values.begin(); value != values.end(); ++value) {
        text.replace('{' + value.key() + '}', value.value());
    }
    bool inAnswer = false;
    for (const QByteArray& line : text.split('\n')) {
        if (inAnswer) {
            if (line == ".") {
                inAnswer = false;
            } else if (line.startsWith("< ") && m_steps.last().answer.isEmpty()) {
                m_steps.last().answerHeaders += line.mid(2) + "\r\n";
            } else {
                m_steps.last().answer += (m_steps.last().answer.isEmpty() ? "" : "\n") + line;
            }
        } else if (line.startsWith("> ! ")) {
            m_steps.last().forbidden.append(line.mid(4).trimmed());
        } else if (line.startsWith("> ")) {
            const qsizetype colon = line.indexOf(": ");
            m_steps.last().headers.emplaceBack(line.mid(2, colon - 2), QString::fromUtf8(line.mid(colon + 2)));
        } else if (line.startsWith("body ")) {
            m_steps.last().body = QString::fromUtf8(line.mid(5));
        } else if (line.startsWith("body-sha256 ")) {
            m_steps.last().bodySha256 = line.mid(12);
        } else if (line.startsWith("body-holds-sha256 ")) {
            m_steps.last().fileSha256 = line.mid(18);
        } else if (line.startsWith("= ")) {
            m_steps.last().status = line.mid(2);
            inAnswer = m_steps.last().status != "cut";
        } else if (!line.isEmpty() && !line.startsWith('#')) {
            Step step;
            step.method = line.left(line.indexOf(' '));
            step.path = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
            m_steps.append(step);
        }
    }
    const support::LoopbackListener listener = support::listenOnLoopback();
    m_listener = listener.socket;
    m_port = listener.port;
    if (::pipe(m_wake) != 0) {
        qFatal("no pipe");
    }
    m_thread = std::thread([this] { run(); });
}

ScriptedServer::~ScriptedServer() {
    ::close(m_wake[1]);
    m_thread.join();
    ::close(m_wake[0]);
    ::close(m_listener);
}

QUrl ScriptedServer::url(const QString& path) const {
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QList<ScriptedServer::Request> ScriptedServer::requests() const {
    const std::lock_guard lock(m_guard);
    return m_requests;
}

QStringList ScriptedServer::faults() const {
    const std::lock_guard lock(m_guard);
    QStringList all = m_faults;
    for (qsizetype place = m_next; place < m_steps.size(); ++place) {
        all.append(u"never came: "_s + QString::fromUtf8(m_steps.at(place).method) + u' ' + m_steps.at(place).path);
    }
    return all;
}

void ScriptedServer::run() {
    while (readable(m_listener, m_wake[0])) {
        const int line = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (line >= 0) {
            while (serve(line) && nextComes(line)) {
            }
            ::close(line);
        }
    }
}

/// Whether the kept connection brings another request; false when the client opens a new one, as it may at any time.
bool ScriptedServer::nextComes(int line) const {
    pollfd waits[3] = {{line, POLLIN, 0}, {m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
    return ::poll(waits, 3, -1) > 0 && (waits[1].revents & (POLLIN | POLLHUP)) == 0 && waits[0].revents != 0;
}

bool ScriptedServer::serve(int line) {
    QByteArray bytes;
    Request request;
    qsizetype end = -1;
    while (end < 0 || bytes.size() < end + 4 + request.header("Content-Length").toLongLong()) {
        char part[65536];
        const auto count = readable(line, m_wake[0]) ? ::recv(line, part, sizeof part, 0) : 0;
        if (count <= 0) {
            return false;
        }
        bytes.append(part, count);
        if (end < 0 && (end = bytes.indexOf("\r\n\r\n")) >= 0) {
            for (const QByteArray& header : bytes.left(end).split('\n').mid(1)) {
                const qsizetype colon = header.indexOf(':');
                request.headers.emplaceBack(header.left(colon).trimmed(), header.mid(colon + 1).trimmed());
            }
        }
    }
    const QList<QByteArray> words = bytes.left(bytes.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    request.body = bytes.mid(end + 4);
    const QByteArray answer = answerTo(request);
    qint64 sent = 0;
    while (sent < answer.size()) {
        const auto done =
            ::send(line, answer.constData() + sent, static_cast<size_t>(answer.size() - sent), MSG_NOSIGNAL);
        if (done <= 0) {
            return false;
        }
        sent += done;
    }
    return !answer.isEmpty();
}

QString ScriptedServer::mismatch(const Step& step, const Request& request) const {
    if (request.method != step.method || !matches(step.path, request.path)) {
        return u"expected "_s + QString::fromUtf8(step.method) + u' ' + step.path;
    }
    for (const auto& [name, expression] : step.headers) {
        qsizetype count = 0;
        for (const auto& [key, value] : request.headers) {
            count += key.compare(name, Qt::CaseInsensitive) == 0 ? 1 : 0;
        }
        if (count != 1 || !matches(expression, request.header(name))) {
            return u"header %1 came %2 times: %3"_s.arg(QString::fromUtf8(name))
                .arg(count)
                .arg(QString::fromUtf8(request.header(name)));
        }
    }
    for (const QByteArray& name : step.forbidden) {
        if (!request.header(name).isEmpty()) {
            return u"header that must not be there: "_s + QString::fromUtf8(name);
        }
    }
    if (!step.body.isEmpty() && !matches(step.body, request.body)) {
        return u"the body is "_s + QString::fromUtf8(request.body.left(500));
    }
    if (!step.bodySha256.isEmpty() && sha256(request.body) != step.bodySha256) {
        return u"the body's hash"_s;
    }
    if (!step.fileSha256.isEmpty() && sha256(fileOfForm(request.body)) != step.fileSha256) {
        return u"the hash of the file in the form"_s;
    }
    return {};
}

QByteArray ScriptedServer::answerTo(const Request& request) {
    const std::lock_guard lock(m_guard);
    m_requests.append(request);
    const QString what = QString::fromUtf8(request.method + ' ' + request.path);
    if (m_next == m_steps.size()) {
        m_faults.append(u"nothing expected any more: "_s + what);
        return "HTTP/1.1 599 Unexpected\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    const Step& step = m_steps.at(m_next);
    if (const QString wrong = mismatch(step, request); !wrong.isEmpty()) {
        m_faults.append(what + u": "_s + wrong);
        return "HTTP/1.1 599 Unexpected\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    ++m_next;
    if (step.status == "cut") {
        return {};
    }
    return "HTTP/1.1 " + step.status + " Said\r\nContent-Length: " + QByteArray::number(step.answer.size()) + "\r\n" +
           step.answerHeaders + "\r\n" + step.answer;
}

} // namespace world
