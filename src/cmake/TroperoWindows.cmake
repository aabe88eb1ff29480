# SPDX-License-Identifier: GPL-3.0-or-later
# tropero_windows_program(target description): icon, version resource and manifest of a program of ours. Nothing elsewhere.
if(WIN32)
    enable_language(RC)
endif()
function(tropero_windows_program name description)
    if(NOT WIN32)
        return()
    endif()
    set(icon ${PROJECT_SOURCE_DIR}/resources/windows/tropero.ico)
    set(manifest ${PROJECT_SOURCE_DIR}/resources/windows/program.manifest)
    set(script ${CMAKE_CURRENT_BINARY_DIR}/${name}.rc)
    configure_file(${PROJECT_SOURCE_DIR}/resources/windows/program.rc.in ${script} @ONLY)
    set_property(SOURCE ${script} PROPERTY OBJECT_DEPENDS ${icon} ${manifest})
    target_sources(${name} PRIVATE ${script})
    if(MSVC)
        target_link_options(${name} PRIVATE /MANIFEST:NO) # it is in the resources
    endif()
endfunction()
