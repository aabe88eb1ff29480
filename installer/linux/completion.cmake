# SPDX-License-Identifier: GPL-3.0-or-later
execute_process(COMMAND ${PROGRAM} completion ${SHELL} OUTPUT_FILE ${RESULT} COMMAND_ERROR_IS_FATAL ANY)
