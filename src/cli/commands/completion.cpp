// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/completion.h"
#include "cli/completionscripts.h"
#include "cli/listedapps.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Names, then namespaces, of a daemon that runs; a key press starts none.
QList<Candidate> targetsOf(Session& session)
{
    if (!session.connectToRunning())
        return {};
    const auto answer = session.call(ipc::method::appsList);
    if (!answer)
        return {};
    QList<Candidate> names;
    QList<Candidate> nameSpaces;
    const auto add = [](QList<Candidate>& list, const QString& word, const QString& description) {
        for (const Candidate& known : std::as_const(list))
            if (known.word == word)
                return;
        list.append({word, description});
    };
    for (const ListedInstance& instance : listedInstances(*answer)) {
        add(names, instance.name, instance.nameSpace);
        add(nameSpaces, instance.nameSpace, QCoreApplication::translate("CompletionCommand", "namespace"));
    }
    return names + nameSpaces + QList<Candidate>{{u"all"_s, QCoreApplication::translate("CompletionCommand", "every app")}};
}

class CompletionCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(CompletionCommand)

public:
    QString synopsis() const override { return tr("completion <bash|zsh|fish|powershell>"); }
    QString details() const override
    {
        return tr("bash        eval \"$(tropero completion bash)\" in ~/.bashrc\n"
                  "zsh         eval \"$(tropero completion zsh)\" in ~/.zshrc, after compinit\n"
                  "fish        tropero completion fish > ~/.config/fish/completions/tropero.fish\n"
                  "powershell  tropero completion powershell | Out-String | Invoke-Expression in $PROFILE\n\n"
                  "The Debian package brings those of bash, zsh and fish.");
    }
    int leastTargets() const override { return 1; }
    int mostTargets() const override { return 1; }
    bool takesRest() const override { return true; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const QString& word = options.targets.constFirst();
        Console& console = session.console();
        if (word == "words"_L1) {
            QStringList typed = options.rest;
            if (!typed.isEmpty() && typed.constLast() == "%"_L1)
                typed.last().clear();
            for (const Candidate& candidate : completions(typed, [&session] { return targetsOf(session); }))
                console.printLine(candidate.description.isEmpty() ? candidate.word : candidate.word + u'\t' + candidate.description);
            return 0;
        }
        const QByteArray script = completionScript(word);
        if (script.isEmpty())
            return session.fail({ErrorCode::InvalidArgument, tr("Unknown shell"), word, {}, tr("Usage: tropero %1").arg(synopsis())});
        console.printBytes(script);
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeCompletionCommand()
{
    return std::make_unique<CompletionCommand>();
}

} // namespace tropero
