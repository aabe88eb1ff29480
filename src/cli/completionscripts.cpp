// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completionscripts.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

// Where no word fits, each shell offers files.
constexpr auto bash = R"script(# bash completion for tropero
_tropero() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$(printf '%q' "${line%%$'\t'*}")")
  done < <("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _tropero tropero
)script";

constexpr auto zsh = R"script(#compdef tropero
_tropero() {
  local line
  local -a names texts
  while IFS= read -r line; do
    names+=("${line%%$'\t'*}")
    texts+=("${line/$'\t'/  -- }")
  done < <("${words[1]}" completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( $#names )); then
    compadd -l -d texts -a names
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_tropero" ]; then
  _tropero "$@"
else
  compdef _tropero tropero
fi
)script";

constexpr auto fish = R"script(# fish completion for tropero
function __tropero_words
    set -l typed (commandline -opc) (commandline -ct)
    set -l found ($typed[1] completion words -- $typed[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c tropero -f -a '(__tropero_words)'
)script";

constexpr auto powerShell = R"script(# PowerShell completion for tropero
Register-ArgumentCompleter -Native -CommandName tropero -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    # Windows PowerShell drops an empty argument, hence the mark for "nothing typed yet".
    $current = if ($wordToComplete) { $wordToComplete } else { '%' }
    & $commandAst.CommandElements[0].ToString() completion words -- $typed $current 2>$null | ForEach-Object {
        $word, $text = $_ -split "`t", 2
        if (-not $text) { $text = $word }
        $shown = if ($word -match "[\s'`"``$;&|(){}]") { "'" + $word.Replace("'", "''") + "'" } else { $word }
        [System.Management.Automation.CompletionResult]::new($shown, $word, 'ParameterValue', $text)
    }
}
)script";

} // namespace

QStringList completionShells()
{
    return {u"bash"_s, u"zsh"_s, u"fish"_s, u"powershell"_s};
}

QByteArray completionScript(const QString& shell)
{
    if (shell == "bash"_L1) return bash;
    if (shell == "zsh"_L1) return zsh;
    if (shell == "fish"_L1) return fish;
    return shell == "powershell"_L1 ? powerShell : "";
}

} // namespace tropero
