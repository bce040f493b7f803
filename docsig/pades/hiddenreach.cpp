// SPDX-License-Identifier: GPL-3.0-or-later
// The part of HiddenSearch that finds the page of an object, objects without any way to them, and objects that stand in
// the file more often than its tables say.
#include "docsig/pades/hiddensearch.h"

#include "docsig/pdf/parser.h"

namespace docsig {

namespace {

constexpr qsizetype mostPageObjects = 20'000;
constexpr qsizetype mostBytes = 32 << 20;
constexpr qsizetype pieceSize = 4 << 20; // of a large file, behind which it may leave the memory

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Where the object whose "obj" stands at `word` begins, if "n g" stands before it at the beginning of a word.
qsizetype headBefore(QByteArrayView file, qsizetype word) {
    qsizetype at = word;
    for (int part = 0; part < 2; ++part) {
        const qsizetype behind = at;
        while (at > 0 && pdf::isSpace(file[at - 1])) {
            --at;
        }
        if (at == behind || at == 0 || !isDigit(file[at - 1])) {
            return -1;
        }
        while (at > 0 && isDigit(file[at - 1])) {
            --at;
        }
    }
    return at == 0 || pdf::isSpace(file[at - 1]) ? at : -1;
}

} // namespace

void HiddenSearch::reachFromPages() {
    const QList<int> pages = m_document.pages().value_or(QList<int>());
    for (const int number : pages) {
        m_pages.insert(number, -1); // so that no page counts as a part of another one
    }
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const pdf::Dictionary dictionary = m_document.object(pages[page]).dictionary();
        for (auto entry = dictionary.constBegin(); entry != dictionary.constEnd(); ++entry) {
            if (entry.key() != "Parent") {
                spread(entry.value(), static_cast<int>(page));
            }
        }
        drain();
    }
    for (qsizetype page = 0; page < pages.size(); ++page) {
        m_pages.insert(pages[page], static_cast<int>(page));
    }
}

void HiddenSearch::reachFromTrailer() {
    for (const pdf::Section& section : m_document.sections()) {
        for (const pdf::Value& value : section.trailer) {
            spread(value, -1);
        }
    }
    drain();
}

void HiddenSearch::spread(const pdf::Value& value, int page) {
    if (value.asReference() != nullptr || value.isArray() || value.isDictionary()) {
        m_queue << std::pair(value, page);
    }
}

void HiddenSearch::drain() {
    while (!m_queue.isEmpty()) {
        auto [value, page] = m_queue.takeLast();
        if (const pdf::Reference* reference = value.asReference()) {
            if (m_pages.contains(reference->number) || m_pages.size() > mostPageObjects) {
                m_notAll = m_notAll || m_pages.size() > mostPageObjects;
                continue;
            }
            m_pages.insert(reference->number, page);
            value = m_document.object(reference->number);
        }
        for (const pdf::Value& entry : value.array()) {
            spread(entry, page);
        }
        const pdf::Dictionary dictionary = value.dictionary();
        for (auto entry = dictionary.constBegin(); entry != dictionary.constEnd(); ++entry) {
            if (entry.key() != "P" && entry.key() != "Parent") {
                spread(entry.value(), page);
            } else if (page < 0) {
                spread(entry.value(), -1);
            }
        }
    }
}

void HiddenSearch::lookAtUnreached() {
    if (m_notAll) {
        return;
    }
    for (auto entry = m_document.entries().constBegin(); entry != m_document.entries().constEnd(); ++entry) {
        if (entry->kind == pdf::Entry::Kind::Free || m_pages.contains(entry.key())) {
            continue;
        }
        const pdf::Value value = m_document.object(entry.key());
        const pdf::Value type = value.dictionary().value("Type");
        const bool ofTheMakeUp =
            type.isName("XRef") || type.isName("ObjStm") || value.dictionary().contains("Linearized");
        // Only what could be drawn matters; left-over numbers and lists are no danger.
        if (!ofTheMakeUp && (m_document.isStream(entry.key()) || type.isName("Page") || type.isName("Font"))) {
            add(finding("content-named-by-nothing", Part::Document, Weight::Note), entry.key(), -1);
        }
    }
}

/// An object that no table names may be switched in by an update that is a table alone.
void HiddenSearch::lookAtTwins() {
    QSet<qint64> places;
    for (const pdf::Section& section : m_document.sections()) {
        places.insert(section.offset);
        for (auto entry = section.entries.constBegin(); entry != section.entries.constEnd(); ++entry) {
            places.insert(entry->kind == pdf::Entry::Kind::InFile ? entry->place : 0);
        }
    }
    const QByteArrayView file =
        QByteArrayView(m_document.bytes()).first(std::min(m_document.bytes().size(), mostBytes));
    m_notAll = m_notAll || file.size() < m_document.bytes().size();
    qsizetype held = 0;
    for (qsizetype at = file.indexOf("obj"); at >= 0; at = file.indexOf("obj", at + 3)) {
        if (at - held > pieceSize) {
            m_document.letGo();
            held = at;
        }
        const qsizetype head = headBefore(file, at);
        if (head < 0 || places.contains(head)) {
            continue;
        }
        const auto twin = pdf::Parser(file, head).indirectObject();
        if (twin && m_document.entries().value(twin->id.number).kind != pdf::Entry::Kind::Free) {
            add(finding("content-twin", Part::Document, Weight::Doubt), twin->id.number, pageOf(twin->id.number));
        }
    }
}

} // namespace docsig
