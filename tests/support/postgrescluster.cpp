// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgrescluster.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>

#include <arpa/inet.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds for a program that is started
const QString user = u"congvan"_s;

QString firstLineOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(patience) ? QString::fromUtf8(process.readAllStandardOutput()).section(u'\n', 0, 0)
                                             : QString();
}

bool hasServer(const QString& folder) {
    return !folder.isEmpty() && QFile::exists(folder + u"/initdb"_s) && QFile::exists(folder + u"/postgres"_s);
}

/// The words before a program's own that make it run as a user who may, and end with this process.
QStringList asServerUser() {
    QStringList words{u"setpriv"_s, u"--pdeathsig"_s, u"SIGQUIT"_s};
    if (::geteuid() == 0) {
        words += {u"--reuid"_s, u"postgres"_s, u"--regid"_s, u"postgres"_s, u"--clear-groups"_s};
    }
    return words;
}

QStringList inherited() {
    QStringList environment = QProcess::systemEnvironment();
    environment.append({u"LC_ALL=C"_s, u"LD_PRELOAD="_s});
    return environment;
}

void runAsServerUser(const QString& program, const QStringList& arguments) {
    const QStringList words =
        asServerUser() + QStringList{PostgresCluster::programFolder() + u'/' + program} + arguments;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(u"/"_s);
    process.setEnvironment(inherited());
    process.start(words.first(), words.mid(1));
    if (!process.waitForFinished(patience) || process.exitCode() != 0) {
        qFatal("%s failed: %s", qPrintable(program), process.readAll().constData());
    }
}

/// A temporary folder that the server's user may use; its name has a space and diacritics.
std::unique_ptr<QTemporaryDir> serverFolder() {
    for (const QString& base : {QDir::tempPath(), u"/tmp"_s, u"/var/tmp"_s}) {
        auto folder = std::make_unique<QTemporaryDir>(base + u"/cụm dữ liệu XXXXXX"_s);
        const passwd* owner = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
        if (owner && ::chown(QFile::encodeName(folder->path()).constData(), owner->pw_uid, owner->pw_gid) != 0) {
            continue;
        }
        const QStringList words = asServerUser() + QStringList{u"test"_s, u"-w"_s, folder->path()};
        if (folder->isValid() && QProcess::execute(words.first(), words.mid(1)) == 0) {
            return folder;
        }
    }
    qFatal("no temporary folder can be used by PostgreSQL's user");
}

quint16 freePort() {
    const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(one, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(one, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        qFatal("no free port");
    }
    ::close(one);
    return ntohs(address.sin_port);
}

/// One server over one data folder.
class Server {
public:
    Server(QString data, const QStringList& settings)
        : m_data(std::move(data))
        , m_settings(settings) {}

    ~Server() { stop(SIGQUIT); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    void start() {
        for (int attempt = 0; attempt < 5; ++attempt) {
            m_port = freePort();
            QStringList words = asServerUser() + QStringList{PostgresCluster::programFolder() + u"/postgres"_s, u"-D"_s,
                                                             m_data, u"-p"_s, QString::number(m_port)};
            for (const QString& setting : m_settings) {
                words += {u"-c"_s, setting};
            }
            m_process.setWorkingDirectory(u"/"_s);
            m_process.setEnvironment(inherited());
            m_process.setStandardErrorFile(m_data + u".log"_s);
            m_process.setStandardOutputFile(QProcess::nullDevice());
            m_process.start(words.first(), words.mid(1));
            if (isUp()) {
                return;
            }
        }
        QFile log(m_data + u".log"_s);
        qFatal("PostgreSQL does not start: %s", log.open(QIODevice::ReadOnly) ? log.readAll().constData() : "");
    }

    /// Sends a signal to the first process and returns when it has ended.
    void stop(int signal) {
        if (m_process.state() != QProcess::NotRunning) {
            ::kill(static_cast<pid_t>(m_process.processId()), signal);
            m_process.waitForFinished(patience);
        }
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString target() const {
        return u"host=127.0.0.1 port=%1 user=%2 dbname=postgres connect_timeout=5"_s.arg(m_port).arg(user);
    }

private:
    /// PostgreSQL has no other sign that it takes connections than that it does.
    bool isUp() {
        const QDeadlineTimer deadline(patience);
        while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
            if (PQping(target().toUtf8().constData()) == PQPING_OK) {
                return true;
            }
            m_process.waitForFinished(10);
        }
        return false;
    }

    QString m_data;
    QStringList m_settings;
    QProcess m_process;
    quint16 m_port = 0;
};

QStringList askServer(const Server& server, const QString& sql) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> line(PQconnectdb(server.target().toUtf8().constData()), &PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(line.get(), sql.toUtf8().constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        qFatal("the test's SQL failed: %s in %s", PQerrorMessage(line.get()), qPrintable(sql));
    }
    QStringList rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        rows.append(QString::fromUtf8(PQgetvalue(result.get(), row, 0)));
    }
    return rows;
}

} // namespace

class PostgresCluster::Private {
public:
    std::unique_ptr<QTemporaryDir> folder = serverFolder();
    QStringList settings;
    std::unique_ptr<Server> primary;
    std::unique_ptr<Server> standby;
    int made = 0;
};

QString PostgresCluster::programFolder() {
    static const QString found = [] {
        QStringList folders{firstLineOf(u"pg_config"_s, {u"--bindir"_s})};
        QDir versions(u"/usr/lib/postgresql"_s);
        for (const QString& version :
             versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
            folders.append(versions.filePath(version) + u"/bin"_s);
        }
        const auto place = std::ranges::find_if(folders, &hasServer);
        return place != folders.end() ? *place : QString();
    }();
    return found;
}

QString PostgresCluster::whatIsMissing() {
    if (programFolder().isEmpty()) {
        return u"PostgreSQL is not installed: packaging/setup test installs it"_s;
    }
    if (::geteuid() == 0 && !::getpwnam("postgres")) {
        return u"there is no user postgres, and PostgreSQL refuses root"_s;
    }
    return {};
}

PostgresCluster::PostgresCluster(const QStringList& settings)
    : d(std::make_unique<Private>()) {
    const QString data = d->folder->filePath(u"máy một"_s);
    runAsServerUser(u"initdb"_s, {u"-D"_s, data, u"-U"_s, user, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s,
                                  u"--locale=C"_s, u"--no-sync"_s});
    d->settings = QStringList{u"listen_addresses=127.0.0.1"_s, u"unix_socket_directories="_s, u"fsync=off"_s,
                              u"full_page_writes=off"_s,       u"max_connections=80"_s,       u"shared_buffers=32MB"_s,
                              u"wal_keep_size=256MB"_s} +
                  settings;
    d->primary = std::make_unique<Server>(data, d->settings);
    d->primary->start();
}

PostgresCluster::~PostgresCluster() = default;

quint16 PostgresCluster::port() const {
    return d->primary->port();
}

QString PostgresCluster::connection(const QString& schema) const {
    QStringList hosts{u"127.0.0.1"_s};
    QStringList ports{QString::number(d->primary->port())};
    if (d->standby) {
        hosts.append(u"127.0.0.1"_s);
        ports.append(QString::number(d->standby->port()));
    }
    return u"host=%1 port=%2 user=%3 dbname=postgres options='-c search_path=%4'"_s.arg(hosts.join(u','),
                                                                                        ports.join(u','), user, schema);
}

QString PostgresCluster::emptyStore() {
    const QString schema = u"store%1"_s.arg(++d->made);
    ask(u"CREATE SCHEMA "_s + schema);
    return connection(schema);
}

void PostgresCluster::addStandby() {
    const QString data = d->folder->filePath(u"máy hai"_s);
    runAsServerUser(u"pg_basebackup"_s, {u"-d"_s, d->primary->target(), u"-D"_s, data, u"-R"_s, u"-X"_s, u"stream"_s,
                                         u"-c"_s, u"fast"_s, u"--no-sync"_s});
    d->standby = std::make_unique<Server>(data, d->settings);
    d->standby->start();
    ask(u"ALTER SYSTEM SET synchronous_standby_names = '*'"_s);
    ask(u"SELECT pg_reload_conf()"_s);
    const QDeadlineTimer deadline(patience);
    while (ask(u"SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"_s) != QStringList(u"1"_s)) {
        if (deadline.hasExpired()) {
            qFatal("the standby does not follow");
        }
        QThread::msleep(10);
    }
}

void PostgresCluster::killPrimary() {
    d->primary->stop(SIGKILL);
}

void PostgresCluster::promote() {
    if (askServer(*d->standby, u"SELECT pg_promote(true, 60)"_s) != QStringList(u"t"_s)) {
        qFatal("the standby is not promoted");
    }
    std::swap(d->primary, d->standby);
}

void PostgresCluster::holdStandby(bool held) {
    const QStringList receivers = askServer(*d->standby, u"SELECT pid FROM pg_stat_wal_receiver"_s);
    for (const QString& receiver : receivers) {
        ::kill(receiver.toInt(), held ? SIGSTOP : SIGCONT);
    }
}

QStringList PostgresCluster::ask(const QString& sql) {
    return askServer(*d->primary, sql);
}

} // namespace support
