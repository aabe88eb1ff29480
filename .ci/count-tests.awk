# SPDX-License-Identifier: GPL-3.0-or-later
# Counts test functions in ctest's LastTest.log. A program without QtTest totals counts as one test, and so does one that
# was ended by a crash or a time limit. -v broken=N: the exit code of ctest.
/^[0-9]+\/[0-9]+ Testing: / { totals = failures = 0; name = $3 }
/^Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/ {
  totals = 1
  passed += $2
  failed += $4
  failures += $4
  skipped += $6
}
/^Test Passed\.$/ { if (!totals) ++passed }
/^Test Failed\.$/ {
  if (failures == 0) ++failed
  wrong = wrong "\n  " name
}
END {
  if (broken && !failed) failed = 1 # ctest is not content for another reason, such as a program that was not built
  if (wrong != "") print "\nFailed:" wrong
  if (skipped) print skipped " skipped"
  print passed + 0 " passed, " failed + 0 " failed"
  exit failed > 0
}
