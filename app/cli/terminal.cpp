// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

void write(std::FILE* stream, const QString& text) {
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Terminal::line(const QString& text) const {
    if (!m_json) {
        write(stdout, text);
    }
}

void Terminal::line(const QString& english, const QString& vietnamese) const {
    line(m_language == Language::Vietnamese ? vietnamese : english);
}

void Terminal::object(const QJsonObject& object) const {
    if (m_json) {
        write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    }
}

int Terminal::report(const Error& error) const {
    if (m_json) {
        write(stdout, QString::fromUtf8(QJsonDocument(QJsonObject{{u"error"_s, error.code},
                                                                  {u"sentence"_s, sentence(error.code, m_language)},
                                                                  {u"detail"_s, error.detail}})
                                            .toJson(QJsonDocument::Compact)));
    }
    const QString detail = error.detail.isEmpty() ? QString() : u" — %1"_s.arg(error.detail);
    write(stderr, u"congvanctl: %1 [%2]%3"_s.arg(sentence(error.code, m_language), error.code, detail));
    return exitCodeOf(error.code);
}

} // namespace app::cli
