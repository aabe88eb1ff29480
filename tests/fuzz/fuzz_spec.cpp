// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztarget.h"

#include "core/jsoncomments.h"
#include "core/specfields.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace tropero;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QByteArray plain = withoutJsonComments(text);
    FUZZ_CHECK(plain.size() == text.size());
    FUZZ_CHECK(plain.count('\n') == text.count('\n'));

    const QJsonDocument document = QJsonDocument::fromJson(plain);
    if (!document.isObject())
        return 0;
    QStringList warnings;
    const Result<AppSpec> spec = specFromJson(document.object(), {}, &warnings);
    if (!spec) {
        FUZZ_CHECK(!spec.error().message().isEmpty());
        return 0;
    }
    const Result<AppSpec> again = specFromJson(specToJson(*spec));
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(*again == *spec);
    if (const Result<void> valid = validateSpec(*spec); !valid)
        FUZZ_CHECK(!valid.error().message().isEmpty());
    return 0;
}
