// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>

/// A strict reader of Prometheus' text format 0.0.4: every family declared once, before its samples and in one piece,
/// no sample twice, histograms that add up. `fault` is empty where the text is right.
class PrometheusText {
public:
    explicit PrometheusText(const QByteArray& text) {
        if (!text.endsWith('\n')) {
            fault = QStringLiteral("no line feed at the end");
        }
        for (const QByteArray& line : text.chopped(1).split('\n')) {
            if (fault.isEmpty()) {
                read(QString::fromUtf8(line));
            }
        }
        for (auto it = m_types.cbegin(); it != m_types.cend() && fault.isEmpty(); ++it) {
            if (it.value() == QStringLiteral("histogram")) {
                checkHistogram(it.key());
            }
        }
    }

    [[nodiscard]] double value(const QString& nameAndLabels) const { return m_samples.value(nameAndLabels, -1); }

    QString fault;

private:
    void read(const QString& line) {
        static const QRegularExpression declaration(QStringLiteral("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"));
        static const QRegularExpression sample(QStringLiteral(
            "^([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\""
            "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\")*\\})?) (\\S+)$"));
        if (const auto found = declaration.match(line); found.hasMatch()) {
            const QString name = found.captured(2);
            if (found.captured(1) == QStringLiteral("TYPE")) {
                static const QSet<QString> types{QStringLiteral("counter"), QStringLiteral("gauge"),
                                                 QStringLiteral("histogram")};
                if (m_types.contains(name) || !types.contains(found.captured(3))) {
                    fault = line;
                }
                m_types.insert(name, found.captured(3));
                m_family = name;
            }
            return;
        }
        const auto found = sample.match(line);
        bool numeric = false;
        const double number = found.captured(3).toDouble(&numeric);
        QString family = found.captured(1);
        if (m_types.value(m_family) == QStringLiteral("histogram")) {
            family.remove(QRegularExpression(QStringLiteral("_(bucket|sum|count)$")));
        }
        const QString key = found.captured(1) + found.captured(2);
        if (!found.hasMatch() || !numeric || family != m_family || m_samples.contains(key) ||
            (m_types.value(family) == QStringLiteral("counter") && !family.endsWith(QStringLiteral("_total")))) {
            fault = line;
        }
        m_samples.insert(key, number);
        m_order.append(key);
    }

    /// Buckets grow, "+Inf" comes last and equals the count.
    void checkHistogram(const QString& name) {
        double last = 0;
        for (const QString& key : m_order) {
            if (!key.startsWith(name + QStringLiteral("_bucket{"))) {
                continue;
            }
            if (m_samples.value(key) < last) {
                fault = key;
            }
            last = m_samples.value(key);
            if (key.contains(QStringLiteral("le=\"+Inf\""))) {
                QString count = key;
                count.replace(QStringLiteral("_bucket{"), QStringLiteral("_count{"))
                    .remove(QStringLiteral(",le=\"+Inf\""));
                if (m_samples.value(count, -1) != last) {
                    fault = count;
                }
                last = 0;
            }
        }
    }

    QString m_family;
    QHash<QString, QString> m_types;
    QHash<QString, double> m_samples;
    QStringList m_order;
};
