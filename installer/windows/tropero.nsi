; SPDX-License-Identifier: GPL-3.0-or-later
; The installer, for the user alone and without an administrator. makensis -DVERSION=... -DSTAGE=... -DOUTPUT=... (see package.sh)
;
;   /S               silent
;   /D=FOLDER        where to (last, without quotes)
;   /PATH=0|1        "tropero" at every prompt                     (1, or as before)
;   /OPENWITH=0|1    "Open with Tropero" in the menu of scripts    (1, or as before)
;   /LOGIN=0|1       start at login                                (0, or as before)
;   uninstall.exe /S [/DATA=remove]
;
; Windows locks the files of a running program, and guards are to go on through an upgrade. So every version has a folder of its own,
; app-VERSION, and bin holds small starters whose path never changes; bin\current names the folder of the version. An old folder goes when
; nothing in it runs any more: with the next installation, at the next login, or when Tropero is uninstalled.
Unicode true
; The packages of nsis.sourceforge.io have stubs for x86 only, which Windows runs as well; Wine without 32 bit does not.
!ifndef TARGET
!define TARGET amd64-unicode
!endif
Target ${TARGET}
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
!ifdef FAST
SetCompressor zlib
!else
SetCompressor /SOLID lzma
!endif
AllowSkipFiles off
CRCCheck force

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include WinVer.nsh

Name "Tropero"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Tropero"
InstallDirRegKey HKCU "Software\Tropero" "InstallFolder"
BrandingText "Tropero ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Tropero"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Tropero installer"
VIAddVersionKey "CompanyName" "The Tropero project"
VIAddVersionKey "LegalCopyright" "GNU General Public License, version 3 or later"

!define SETUP_KEY "Software\Tropero"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define ONCE_KEY "Software\Microsoft\Windows\CurrentVersion\RunOnce"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tropero"
!define CLASSES "Software\Classes"
; The same that the window gives itself (src/platform).
!define IDENTITY "Tropero.Tropero"
!define WAIT 60000

Var Version   ; the folder of this version, without its path
Var Window    ; 0: a window ran and has been ended

!define MUI_ICON "${SOURCE}\resources\windows\tropero.ico"
!define MUI_UNICON "${SOURCE}\resources\windows\tropero.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\tropero-desktop.exe"
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(TextUninstall)"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString TextPath ${LANG_ENGLISH} "Command line: add tropero to PATH"
LangString TextPath ${LANG_SPANISH} "Línea de comandos: añadir tropero a PATH"
LangString TextOpenWith ${LANG_ENGLISH} "Open with Tropero, in the menu of scripts"
LangString TextOpenWith ${LANG_SPANISH} "Abrir con Tropero, en el menú de los scripts"
LangString TextVerb ${LANG_ENGLISH} "Open with Tropero"
LangString TextVerb ${LANG_SPANISH} "Abrir con Tropero"
LangString TextLogin ${LANG_ENGLISH} "Start at login"
LangString TextLogin ${LANG_SPANISH} "Iniciar al entrar en la sesión"
LangString TextData ${LANG_ENGLISH} "Apps, settings, logs and history"
LangString TextData ${LANG_SPANISH} "Aplicaciones, ajustes, registros e historial"
LangString TextUninstall ${LANG_ENGLISH} "Apps that run are stopped. Your list of apps, settings and logs stay unless you choose them here."
LangString TextUninstall ${LANG_SPANISH} "Las aplicaciones en marcha se detienen. La lista de aplicaciones, los ajustes y los registros se conservan si no los elige aquí."
LangString TextOld ${LANG_ENGLISH} "Tropero needs Windows 10 or newer."
LangString TextOld ${LANG_SPANISH} "Tropero necesita Windows 10 o posterior."

!macro RunQuietly command result
  nsExec::Exec /TIMEOUT=${WAIT} '${command}'
  Pop ${result}
!macroend

!macro CloseShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; Removes every app-* folder but the one named Version in which nothing runs. $R9: 1 when one had to stay.
!macro Tidy un
Function ${un}Tidy
  StrCpy $R9 0
  FindFirst $R0 $R1 "$INSTDIR\app-*"
  ${DoWhile} $R1 != ""
    ${If} $R1 != $Version
      !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" in-use "$INSTDIR\$R1"' $R2
      ${If} $R2 == 0
        RMDir /r "$INSTDIR\$R1"
      ${Else}
        StrCpy $R9 1
      ${EndIf}
    ${EndIf}
    FindNext $R0 $R1
  ${Loop}
  FindClose $R0
  ${If} $R9 == 1
    WriteRegStr HKCU "${ONCE_KEY}" "TroperoTidy" '"$INSTDIR\uninstall.exe" /S /TIDY'
  ${EndIf}
  Delete "$INSTDIR\bin\*.old"
FunctionEnd
!macroend
!insertmacro Tidy ""
!insertmacro Tidy "un."

!macro ForEachScript macro
  !insertmacro ${macro} ".js"
  !insertmacro ${macro} ".cjs"
  !insertmacro ${macro} ".mjs"
  !insertmacro ${macro} ".ts"
  !insertmacro ${macro} ".py"
  !insertmacro ${macro} ".rb"
  !insertmacro ${macro} ".php"
  !insertmacro ${macro} ".pl"
!macroend

!macro AddOpenWith extension
  WriteRegStr HKCU "${CLASSES}\${extension}\OpenWithProgids" "Tropero.Script" ""
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${extension}\shell\Tropero" "MUIVerb" "$(TextVerb)"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${extension}\shell\Tropero" "Icon" "$INSTDIR\bin\tropero-desktop.exe"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\${extension}\shell\Tropero\command" "" '"$INSTDIR\bin\tropero-desktop.exe" "%1"'
!macroend

!macro RemoveOpenWith extension
  DeleteRegValue HKCU "${CLASSES}\${extension}\OpenWithProgids" "Tropero.Script"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${extension}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${extension}"
  DeleteRegKey HKCU "${CLASSES}\SystemFileAssociations\${extension}\shell\Tropero"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\${extension}\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\${extension}"
!macroend

!macro RemoveAllOpenWith
  !insertmacro ForEachScript RemoveOpenWith
  DeleteRegKey HKCU "${CLASSES}\Tropero.Script"
!macroend

; Puts a starter in its place; one that runs cannot be deleted, but renamed.
!macro PutStarter name
  ClearErrors
  Delete "$INSTDIR\bin\${name}.exe"
  ${If} ${Errors}
    GetTempFileName $R0 "$INSTDIR\bin"
    Delete $R0
    Rename "$INSTDIR\bin\${name}.exe" "$R0.old"
  ${EndIf}
  File "${STAGE}\bin\${name}.exe"
!macroend

Section "Tropero" main
  SectionIn RO
  SetOutPath $PLUGINSDIR
  File "${STAGE}\bin\setuphelper.exe"

  StrCpy $Version "app-${VERSION}"
  StrCpy $0 1
  ${DoWhile} ${FileExists} "$INSTDIR\$Version\*.*"
    !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" in-use "$INSTDIR\$Version"' $1
    ${If} $1 == 0
      RMDir /r "$INSTDIR\$Version"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\$Version\*.*"
      IntOp $0 $0 + 1
      StrCpy $Version "app-${VERSION}-$0"
    ${EndIf}
  ${Loop}
  SetOutPath "$INSTDIR\$Version"
  File /r "${STAGE}\app\*"

  ; From here on the new version counts.
  SetOutPath "$INSTDIR\bin"
  !insertmacro PutStarter tropero
  !insertmacro PutStarter tropero-desktop
  FileOpen $0 "$INSTDIR\bin\current.new" w
  FileWrite $0 $Version
  FileClose $0
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\bin\current.new", w "$INSTDIR\bin\current", i 1) i .r0'
  ${If} $0 == 0
    Abort
  ${EndIf}
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ; Window and daemon become those of this version; guards and apps go on as they are.
  !insertmacro RunQuietly '"$INSTDIR\$Version\tropero-desktop.exe" --quit' $Window
  !insertmacro RunQuietly '"$INSTDIR\$Version\tropero.exe" daemon status' $0
  ${If} $0 == 0
    !insertmacro RunQuietly '"$INSTDIR\$Version\tropero.exe" daemon restart' $0
  ${EndIf}
  Call Tidy

  !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" shortcut "$SMPROGRAMS\Tropero.lnk" "$INSTDIR\bin\tropero-desktop.exe" ${IDENTITY}' $0
  ${If} $0 != 0
    CreateShortCut "$SMPROGRAMS\Tropero.lnk" "$INSTDIR\bin\tropero-desktop.exe"
  ${EndIf}
  WriteRegStr HKCU "${SETUP_KEY}" "InstallFolder" $INSTDIR
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Tropero"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\bin\tropero-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Tropero project"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" $INSTDIR
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR\$Version" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section "$(TextPath)" path
SectionEnd
Section "$(TextOpenWith)" openWith
SectionEnd
Section /o "$(TextLogin)" login
SectionEnd

Section -options
  ${If} ${SectionIsSelected} ${path}
    WriteRegDWORD HKCU "${SETUP_KEY}" "Path" 1
    !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" path-add "$INSTDIR\bin"' $0
  ${Else}
    WriteRegDWORD HKCU "${SETUP_KEY}" "Path" 0
    !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" path-remove "$INSTDIR\bin"' $0
  ${EndIf}
  ${If} ${SectionIsSelected} ${openWith}
    WriteRegDWORD HKCU "${SETUP_KEY}" "OpenWith" 1
    WriteRegStr HKCU "${CLASSES}\Tropero.Script" "" "Script"
    WriteRegStr HKCU "${CLASSES}\Tropero.Script\DefaultIcon" "" "$INSTDIR\bin\tropero-desktop.exe,0"
    WriteRegStr HKCU "${CLASSES}\Tropero.Script\shell\open\command" "" '"$INSTDIR\bin\tropero-desktop.exe" "%1"'
    !insertmacro ForEachScript AddOpenWith
  ${Else}
    WriteRegDWORD HKCU "${SETUP_KEY}" "OpenWith" 0
    !insertmacro RemoveAllOpenWith
  ${EndIf}
  !insertmacro CloseShell
  ; The window's own settings write the same value.
  ${If} ${SectionIsSelected} ${login}
    WriteRegStr HKCU "${RUN_KEY}" "tropero" '"$INSTDIR\bin\tropero-desktop.exe" --hidden'
  ${Else}
    DeleteRegValue HKCU "${RUN_KEY}" "tropero"
  ${EndIf}
  ${If} $Window == 0
    Exec '"$INSTDIR\bin\tropero-desktop.exe" --hidden'
  ${EndIf}
SectionEnd

; What the command line says, else what is there, else the default of the section.
!macro Choose option value section
  ClearErrors
  ${GetOptions} $R0 "/${option}=" $1
  ${If} ${Errors}
    ClearErrors
    ReadRegDWORD $1 HKCU "${SETUP_KEY}" "${value}"
  ${EndIf}
  ${If} $1 == 1
    !insertmacro SelectSection ${section}
  ${ElseIf} $1 == 0
    !insertmacro UnselectSection ${section}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(TextOld)" /SD IDOK
    SetErrorLevel 1
    Quit
  ${EndIf}
  InitPluginsDir
  ${GetParameters} $R0
  ReadRegStr $0 HKCU "${RUN_KEY}" "tropero"
  ${If} $0 != ""
    !insertmacro SelectSection ${login}
  ${EndIf}
  StrCpy $1 ""
  !insertmacro Choose PATH "Path" ${path}
  StrCpy $1 ""
  !insertmacro Choose OPENWITH "OpenWith" ${openWith}
  StrCpy $1 ""
  !insertmacro Choose LOGIN "Login" ${login}
FunctionEnd

Section "un.Tropero" unMain
  SectionIn RO
  !insertmacro RunQuietly '"$INSTDIR\$Version\tropero-desktop.exe" --quit' $0
  !insertmacro RunQuietly '"$INSTDIR\bin\tropero.exe" daemon status' $0
  ${If} $0 != 0
    ; Guards may run without their daemon; a new one finds them.
    !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" in-use "$INSTDIR\$Version"' $0
    ${If} $0 != 0
      !insertmacro RunQuietly '"$INSTDIR\bin\tropero.exe" ping' $0
      StrCpy $0 0
    ${Else}
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
  ${If} $0 == 0
    !insertmacro RunQuietly '"$INSTDIR\bin\tropero.exe" kill' $0
  ${EndIf}

  StrCpy $Version "" ; all of them
  ${For} $0 1 12
    Call un.Tidy
    ${If} $R9 == 0
      ${Break}
    ${EndIf}
    ${If} $0 > 8
      !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" end "$INSTDIR"' $1
    ${EndIf}
    Sleep 300
  ${Next}
  ${If} $R9 != 0
    FindFirst $R0 $R1 "$INSTDIR\app-*"
    ${DoWhile} $R1 != ""
      RMDir /r /REBOOTOK "$INSTDIR\$R1"
      FindNext $R0 $R1
    ${Loop}
    FindClose $R0
  ${EndIf}
  !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" path-remove "$INSTDIR\bin"' $0
  !insertmacro RunQuietly '"$PLUGINSDIR\setuphelper.exe" forget "${IDENTITY}"' $0
  Delete "$INSTDIR\bin\current"
  Delete "$INSTDIR\bin\tropero.exe"
  Delete "$INSTDIR\bin\tropero-desktop.exe"
  RMDir "$INSTDIR\bin"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Tropero.lnk"
  !insertmacro RemoveAllOpenWith
  !insertmacro CloseShell
  DeleteRegValue HKCU "${RUN_KEY}" "tropero"
  DeleteRegValue HKCU "${ONCE_KEY}" "TroperoTidy"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${SETUP_KEY}"
SectionEnd

Section /o "un.$(TextData)" unData
  RMDir /r "$LOCALAPPDATA\Tropero"
SectionEnd

Function un.onInit
  InitPluginsDir
  SetOutPath $PLUGINSDIR
  File "${STAGE}\bin\setuphelper.exe"
  SetOutPath $TEMP
  FileOpen $0 "$INSTDIR\bin\current" r
  FileRead $0 $Version
  FileClose $0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/TIDY" $0
  ${IfNot} ${Errors}
    Call un.Tidy
    Quit
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/DATA=" $0
  ${If} $0 == "remove"
    !insertmacro SelectSection ${unData}
  ${EndIf}
FunctionEnd
