// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probeaddress.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProbeAddress)
};

constexpr int httpPort = 80;

std::unexpected<Error> wrongAddress(ErrorCode code, const QString& url, const QString& why, const QString& remedy = {})
{
    return failure(code, Text::tr("The address of the readiness probe cannot be used"), url, why,
                   remedy.isEmpty() ? Text::tr("Write http://host:port/path or tcp://host:port") : remedy);
}

} // namespace

Result<ProbeAddress> ProbeAddress::parse(const QString& url)
{
    const QString text = url.trimmed();
    const QUrl parsed(text, QUrl::StrictMode);
    const QString scheme = text.section(u"://"_s, 0, 0).toLower();
    if (!text.contains("://"_L1))
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("it does not begin with http:// or tcp://"));
    if (scheme == "https"_L1)
        return wrongAddress(ErrorCode::Unsupported, url, Text::tr("https is not asked, because the probe has no certificates to trust"),
                            Text::tr("Use http://, or tcp:// with the same port to wait until it accepts connections"));
    if (scheme != "http"_L1 && scheme != "tcp"_L1)
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("\"%1\" is neither http nor tcp").arg(scheme));
    if (!parsed.isValid())
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("it is no valid address"));
    if (!parsed.userInfo().isEmpty())
        return wrongAddress(ErrorCode::Unsupported, url, Text::tr("it contains a user name"));
    if (parsed.host().isEmpty())
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("it names no host"));
    ProbeAddress address;
    address.http = scheme == "http"_L1;
    address.host = parsed.host();
    address.port = parsed.port(address.http ? httpPort : 0);
    if (address.port < 1)
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("it names no port"));
    if (address.http) {
        address.path = parsed.path(QUrl::FullyEncoded);
        if (address.path.isEmpty())
            address.path = u"/"_s;
        if (parsed.hasQuery())
            address.path += u'?' + parsed.query(QUrl::FullyEncoded);
    } else if (!parsed.path().isEmpty() && parsed.path() != "/"_L1) {
        return wrongAddress(ErrorCode::InvalidArgument, url, Text::tr("a path means nothing to tcp"));
    }
    return address;
}

} // namespace tropero
