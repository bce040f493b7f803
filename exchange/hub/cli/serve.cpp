// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"
#include "exchange/hub/hubserver.h"

#include <QSaveFile>

#include <csignal>
#include <cstdio>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Held back in every thread that comes later too, so that only sigwait() below sees them.
sigset_t holdSignals() {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGINT);
    pthread_sigmask(SIG_BLOCK, &held, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return held;
}

Result<void> writeReadyFile(const QString& path, quint16 port) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::number(port) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail("hub-ready-file-failed", path + u": "_s + file.errorString());
    }
    return {};
}

} // namespace

CommandResult serve(const QStringList& words) {
    const auto arguments =
        Arguments::parse(words, {u"data"_s, u"port"_s, u"ready-file"_s, u"listen"_s, u"tls-cert"_s, u"tls-key"_s});
    if (!arguments) {
        return std::unexpected(arguments.error());
    }
    const Result<QString> folder = arguments->required(u"data"_s);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    bool portRead = true;
    const QString portText = arguments->value(u"port"_s);
    const quint16 port = portText.isEmpty() ? quint16(0) : portText.toUShort(&portRead);
    if (!portRead) {
        return usage(u"--port "_s + portText);
    }
    HubOptions options;
    options.dataFolder = *folder;
    options.http.port = port;
    options.http.address = arguments->value(u"listen"_s);
    options.http.certificateFile = arguments->value(u"tls-cert"_s);
    options.http.keyFile = arguments->value(u"tls-key"_s);

    const sigset_t held = holdSignals();
    const auto server = HubServer::open(std::move(options));
    if (!server) {
        return std::unexpected(server.error());
    }
    if (const Result<void> listening = (*server)->listen(); !listening) {
        return std::unexpected(listening.error());
    }
    const QString readyFile = arguments->value(u"ready-file"_s);
    if (!readyFile.isEmpty()) {
        if (const Result<void> written = writeReadyFile(readyFile, (*server)->port()); !written) {
            return std::unexpected(written.error());
        }
    }
    std::fprintf(stderr, "congvan-hub: serving on port %u\n", static_cast<unsigned int>((*server)->port()));
    int signal = 0;
    sigwait(&held, &signal);
    (*server)->stop();
    return QJsonObject{};
}

} // namespace hub
