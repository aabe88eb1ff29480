// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/nodeconfig.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QUuid>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxOutput = 16 * 1024 * 1024;
constexpr int shownErrorLines = 6;

// import() takes CommonJS and ES modules alike. The result stands between two markers, for the module may print, too; and the
// process is ended on purpose, for the module may have left timers behind. What comes without the list is the version of a Node that cannot read TypeScript.
constexpr char16_t script[] = uR"js(
const [, path, mark] = process.argv;
const print = process.stdout.write.bind(process.stdout);
import(require('url').pathToFileURL(path).href).then(async (module) => {
  let config = module.default ?? module;
  if (config && config.__esModule && config.default) config = config.default;
  if (typeof config === 'function') config = await config();
  print(mark + JSON.stringify([config]) + mark, () => process.exit(0));
}).catch((error) => {
  if (error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION' && /"\.[cm]?ts"/.test(error.message)) {
    print(mark + JSON.stringify({version: process.version}) + mark);
  }
  process.stderr.write(String((error && error.stack) || error) + '\n', () => process.exit(1));
});
)js";

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NodeConfig)
};

/// Older ones do not leave out the types by themselves.
std::unexpected<Error> needsNewerNode(const QString& what, const QString& path, const QString& version)
{
    return failure(ErrorCode::MissingInterpreter, what, path, Texts::tr("the \"node\" in PATH is %1, which cannot read TypeScript").arg(version),
                   Texts::tr("It takes Node 22.18 (of the 23 series 23.6) or newer; or write the config file as JavaScript, JSON or YAML"));
}

/// The first lines of Node's error output, without the stack.
QString firstLines(const QByteArray& output)
{
    QStringList lines;
    for (const QString& line : QString::fromUtf8(output).split(u'\n')) {
        if (line.trimmed().startsWith("at "_L1) && !lines.isEmpty())
            break;
        if (!line.trimmed().isEmpty())
            lines.append(line);
        if (lines.size() == shownErrorLines)
            break;
    }
    return lines.join(u'\n');
}

} // namespace

Result<QJsonValue> evaluateNodeConfig(const QString& path, int limitMs)
{
    const QString what = Texts::tr("Cannot read the config file");
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty())
        return failure(ErrorCode::MissingInterpreter, what, path, Texts::tr("\"node\", which evaluates JavaScript and TypeScript config files, is not in PATH"),
                       Texts::tr("Install Node.js, or write the config file as JSON or YAML"));

    const QByteArray mark = QUuid::createUuid().toByteArray();
    QProcess process;
    process.setWorkingDirectory(QFileInfo(path).absolutePath());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(node, {u"--no-warnings"_s, u"-e"_s, QString::fromUtf16(script), path, QString::fromLatin1(mark)});
    QElapsedTimer clock;
    clock.start();
    QByteArray output;
    QByteArray errors;
    QString stopped;
    while (process.state() != QProcess::NotRunning && stopped.isEmpty()) {
        process.waitForReadyRead(50);
        output += process.readAllStandardOutput();
        errors += process.readAllStandardError();
        if (clock.elapsed() > limitMs)
            stopped = Texts::tr("it did not finish within %1 seconds").arg(static_cast<double>(limitMs) / 1000);
        else if (output.size() + errors.size() > maxOutput)
            stopped = Texts::tr("it prints without end");
    }
    if (!stopped.isEmpty()) {
        process.kill();
        process.waitForFinished(1'000);
        return failure(ErrorCode::Timeout, what, path, stopped, Texts::tr("A config file should only export its apps"));
    }
    output += process.readAllStandardOutput();
    errors += process.readAllStandardError();

    const qsizetype begin = output.indexOf(mark);
    const qsizetype end = output.lastIndexOf(mark);
    if (begin < 0 || end <= begin) {
        const QString said = firstLines(errors);
        return failure(ErrorCode::InvalidArgument, what, path,
                       said.isEmpty() ? Texts::tr("Node ended with exit code %1 before the module had been evaluated").arg(process.exitCode())
                                      : Texts::tr("Node says:\n%1").arg(said));
    }
    const QByteArray json = output.sliced(begin + mark.size(), end - begin - mark.size());
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return needsNewerNode(what, path, document["version"_L1].toString());
    return document.array().at(0);
}

} // namespace tropero
