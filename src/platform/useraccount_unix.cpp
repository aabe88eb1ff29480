// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/useraccount_unix.h"

#include <QCoreApplication>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

struct Account
{
    QByteArray name;
    uid_t user = 0;
    gid_t group = 0;
};

std::optional<unsigned int> asNumber(const QString& text)
{
    bool isNumber = false;
    const unsigned int number = text.toUInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<Account> findAccount(const QString& user)
{
    std::vector<char> buffer(16384);
    struct passwd entry
    {
    };
    struct passwd* found = nullptr;
    if (::getpwnam_r(user.toLocal8Bit().constData(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found)
        return Account{found->pw_name, found->pw_uid, found->pw_gid};
    const auto number = asNumber(user);
    if (!number) return std::nullopt;
    if (::getpwuid_r(*number, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return Account{found->pw_name, found->pw_uid, found->pw_gid};
    return Account{{}, *number, static_cast<gid_t>(*number)};
}

std::optional<gid_t> findGroup(const QString& group)
{
    std::vector<char> buffer(65536);
    struct group entry
    {
    };
    struct group* found = nullptr;
    if (::getgrnam_r(group.toLocal8Bit().constData(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found)
        return found->gr_gid;
    const auto number = asNumber(group);
    return number ? std::optional<gid_t>(*number) : std::nullopt;
}

std::vector<gid_t> groupsOf(const Account& account, gid_t group)
{
    if (account.name.isEmpty()) return {group};
    int count = 64;
    std::vector<gid_t> groups(static_cast<size_t>(count));
    if (::getgrouplist(account.name.constData(), group, groups.data(), &count) < 0) {
        groups.resize(static_cast<size_t>(count));
        ::getgrouplist(account.name.constData(), group, groups.data(), &count);
    }
    groups.resize(static_cast<size_t>(std::max(count, 0)));
    return groups;
}

} // namespace

Result<Identity> resolveIdentity(const QString& user, const QString& group)
{
    const QString what = Text::tr("Cannot start the process as another user");
    Account account{{}, ::geteuid(), ::getegid()};
    if (!user.isEmpty()) {
        const auto found = findAccount(user);
        if (!found)
            return failure(ErrorCode::NotFound, what, user, Text::tr("there is no such user"),
                           Text::tr("Check the name"));
        account = *found;
    }
    gid_t wantedGroup = account.group;
    if (!group.isEmpty()) {
        const auto found = findGroup(group);
        if (!found)
            return failure(ErrorCode::NotFound, what, group, Text::tr("there is no such group"),
                           Text::tr("Check the name"));
        wantedGroup = *found;
    }
    const bool changes = account.user != ::geteuid() || wantedGroup != ::getegid();
    if (changes && ::geteuid() != 0)
        return failure(ErrorCode::PermissionDenied, what, user.isEmpty() ? group : user,
                       Text::tr("only root may do that"),
                       Text::tr("Run Tropero as root, or leave user and group out"));
    Identity identity{changes, account.user, wantedGroup, {}};
    if (changes) identity.groups = groupsOf(account, wantedGroup);
    return identity;
}

QString userName(uid_t user)
{
    std::vector<char> buffer(65536);
    struct passwd entry
    {
    };
    struct passwd* found = nullptr;
    if (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(user);
}

} // namespace tropero::platform
