// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sampleapp.h"

#include "platform/files.h"

#include <QFile>

namespace tropero {

using namespace Qt::StringLiterals;

Result<AppSpec> sampleApp(const QString& home)
{
    const QString folder = home + u"/sample"_s;
    const QString script = folder + u"/app.js"_s;
    if (!QFile::exists(script)) {
        if (const Result<void> made = platform::ensurePrivateFolder(folder); !made) return std::unexpected(made.error());
        QFile source(u":/samples/hello-server/app.js"_s);
        if (!source.open(QIODevice::ReadOnly)) return failure(ErrorCode::Internal, u"The sample is missing"_s, source.fileName());
        if (const Result<void> done = platform::writeFileAtomically(script, source.readAll()); !done) return std::unexpected(done.error());
    }
    AppSpec spec;
    spec.name = u"hello"_s;
    spec.script = script;
    spec.cwd = folder;
    return spec;
}

} // namespace tropero
