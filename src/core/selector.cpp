// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selector.h"

#include "core/namecase.h"
#include "core/nearest.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qsizetype longestRegex = 1000;
/// Keeps a pattern like (a+)+$ from trying for minutes.
constexpr QLatin1StringView matchLimit{"(*LIMIT_MATCH=100000)"};

struct SelectorText
{
    Q_DECLARE_TR_FUNCTIONS(SelectorText)
};

template<typename Predicate>
QList<int> numbersWhere(const QList<Selectable>& instances, Predicate matches)
{
    QList<int> numbers;
    for (const Selectable& instance : instances) {
        if (matches(instance))
            numbers.append(instance.number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Result<QList<int>> selectByRegex(const QString& word, const QList<Selectable>& instances)
{
    const QString pattern = word.sliced(1, word.size() - 2);
    const QString what = SelectorText::tr("Not a valid regular expression");
    if (pattern.size() > longestRegex)
        return failure(ErrorCode::InvalidArgument, what, word.left(40) + u"..."_s,
                       SelectorText::tr("longer than %1 characters").arg(longestRegex));
    // Checked without the limit first, so that positions in the message are those of the user's text.
    if (const QRegularExpression plain(pattern); !plain.isValid())
        return failure(ErrorCode::InvalidArgument, what, word,
                       SelectorText::tr("%1 at position %2").arg(plain.errorString(), QString::number(plain.patternErrorOffset() + 1)));
    const QRegularExpression regex(matchLimit + pattern);
    const QList<int> numbers = numbersWhere(
        instances, [&regex](const Selectable& instance) { return regex.match(instance.name).hasMatch(); });
    if (numbers.isEmpty())
        return failure(ErrorCode::NotFound, SelectorText::tr("No such app"), word, SelectorText::tr("no name matches the regular expression"));
    return numbers;
}

QString absolutePath(const QString& word, const QString& cwd)
{
    if (QDir::isAbsolutePath(word) || cwd.isEmpty())
        return QDir::cleanPath(word);
    return QDir::cleanPath(cwd + u'/' + word);
}

std::unexpected<Error> notFound(const QString& word, const QList<Selectable>& instances)
{
    QStringList known;
    for (const Selectable& instance : instances) {
        known.append(instance.name);
        known.append(instance.nameSpace);
    }
    known.removeDuplicates();
    const QString nearest = nearestMatch(word, known);
    return failure(ErrorCode::NotFound, SelectorText::tr("No such app"), word,
                   SelectorText::tr("no app, script, namespace or number is called so"),
                   nearest.isEmpty() ? SelectorText::tr("See 'tropero list' for what there is")
                                     : SelectorText::tr("Did you mean '%1'?").arg(nearest));
}

} // namespace

Result<QList<int>> selectInstances(const QString& word, const QString& cwd, const QList<Selectable>& instances)
{
    if (word.isEmpty())
        return failure(ErrorCode::InvalidArgument, SelectorText::tr("No app given"), {}, {},
                       SelectorText::tr("Name one, or say 'all'"));
    if (word == "all"_L1) {
        const QList<int> numbers = numbersWhere(instances, [](const Selectable&) { return true; });
        if (numbers.isEmpty())
            return failure(ErrorCode::NotFound, SelectorText::tr("No app to act on"), {}, SelectorText::tr("there are none yet"),
                           SelectorText::tr("Start one with 'tropero start'"));
        return numbers;
    }
    if (word.size() > 2 && word.startsWith(u'/') && word.endsWith(u'/'))
        return selectByRegex(word, instances);

    const auto byName = [&word](const Selectable& instance) { return instance.name == word; };
    const auto byNameSpace = [&word](const Selectable& instance) { return instance.nameSpace == word; };
    QList<int> numbers = numbersWhere(instances, byName);
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (numbers.isEmpty() && !isNumber) {
        const QString path = absolutePath(word, cwd);
        numbers = numbersWhere(instances, [&path](const Selectable& instance) {
            return !instance.scriptPath.isEmpty() && instance.scriptPath.compare(path, systemNameCase()) == 0;
        });
    }
    if (numbers.isEmpty())
        numbers = numbersWhere(instances, byNameSpace);
    if (numbers.isEmpty() && isNumber)
        numbers = numbersWhere(instances, [number](const Selectable& instance) { return instance.number == number; });
    if (numbers.isEmpty())
        return notFound(word, instances);
    return numbers;
}

} // namespace tropero
