// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over every file of the folders named on the command line, and over each file cut at a few places.
#include <QByteArray>
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void runOn(const QByteArray& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
}

} // namespace

int main(int argc, char** argv) {
    int files = 0;
    for (int index = 1; index < argc; ++index) {
        QDirIterator entries(QString::fromLocal8Bit(argv[index]), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (!file.open(QIODevice::ReadOnly)) {
                return 1;
            }
            const QByteArray bytes = file.readAll();
            runOn(bytes);
            for (int part = 1; part < 8; ++part) {
                runOn(bytes.left(bytes.size() * part / 8));
            }
            ++files;
        }
    }
    std::printf("%d seeds\n", files);
    return files > 0 ? 0 : 1;
}
