# SPDX-License-Identifier: GPL-3.0-or-later
# Brings a catalogue up to date with the source: cmake -DLUPDATE=... -DSOURCE=<top folder> -DWORK=<scratch folder> -DCATALOGUE=<file.ts>
#   [-DPLURALONLY=ON] -P collect.cmake
# Free functions translate by a helper of their file, which names the context once. lupdate does not see through that, so it reads copies in
# which the helper's calls are written out.
file(REMOVE_RECURSE ${WORK})
file(GLOB_RECURSE sources RELATIVE ${SOURCE} ${SOURCE}/src/*.cpp ${SOURCE}/src/*.h ${SOURCE}/ui/*.ui)
foreach(source IN LISTS sources)
    file(READ ${SOURCE}/${source} text)
    if(text MATCHES "QString ([A-Za-z]+)\\(const char ?\\* ?[a-z]+\\)[ \n]*{[ \n]*return QCoreApplication::translate\\(\"([A-Za-z0-9:]+)\", [a-z]+\\)")
        set(helper ${CMAKE_MATCH_1})
        set(context ${CMAKE_MATCH_2})
        string(REGEX REPLACE "([^A-Za-z:_.>])${helper}\\(([ \n]*)\"" "\\1QCoreApplication::translate(\"${context}\",\\2\"" text "${text}")
    endif()
    file(WRITE ${WORK}/${source} "${text}")
endforeach()
set(options -silent -locations none -no-obsolete)
if(PLURALONLY)
    list(APPEND options -pluralonly)
endif()
execute_process(COMMAND ${LUPDATE} ${options} ${WORK}/src ${WORK}/ui -I ${WORK}/src -ts ${CATALOGUE} RESULT_VARIABLE failed ERROR_VARIABLE messages)
if(failed)
    message(FATAL_ERROR "lupdate failed: ${messages}")
elseif(messages)
    message("${messages}")
endif()
