# SPDX-License-Identifier: GPL-3.0-or-later
# Counts test functions in logs of ctest. A program without QtTest totals counts as one test, and so does one that was ended by a crash or
# a time limit. Of a program that ran twice the last run counts. -v broken=N: the exit code of ctest.
/^[0-9]+\/[0-9]+ Testing: / {
  totals = 0
  name = $3
  passed[name] = failed[name] = skipped[name] = 0
}
/^Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/ {
  totals = 1
  passed[name] += $2
  failed[name] += $4
  skipped[name] += $6
}
/^Test Passed\.$/ { if (!totals) ++passed[name] }
/^Test Failed\.$/ { if (!failed[name]) ++failed[name] }
END {
  for (name in passed) {
    allPassed += passed[name]
    allFailed += failed[name]
    allSkipped += skipped[name]
    if (failed[name]) wrong = wrong "\n  " name
  }
  if (broken && !allFailed) allFailed = 1 # ctest is not content for another reason, such as a program that was not built
  if (wrong != "") print "\nFailed:" wrong
  if (allSkipped) print allSkipped " skipped"
  print allPassed + 0 " passed, " allFailed + 0 " failed"
  exit allFailed > 0
}
