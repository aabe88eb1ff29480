// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztarget.h"

#include "client/configfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

void readAs(const QString& path, const QByteArray& text)
{
    QFile file(path);
    FUZZ_CHECK(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.close();
    const Result<ConfigFile> config = readConfigFile(path, u"production"_s);
    if (!config)
        FUZZ_CHECK(!config.error().message().isEmpty());
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readAs(folder.filePath(u"apps.json"_s), text);
    readAs(folder.filePath(u"apps.yaml"_s), text);
    return 0;
}
