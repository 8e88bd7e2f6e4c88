@echo off
rem Runs Linkwright on Windows: finds a JDK, builds once if nothing is built yet, and runs the program.
rem
rem Delayed expansion is switched off, whatever the machine's default, because it would take the ! out of names. Nothing
rem here looks at the user's arguments, and no "call" hands them on, which would double every ^ in them.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"

rem A Java home is told by its file "release", not by starting it. An older one is passed over. In this order: JAVA_HOME,
rem the first java.exe of the PATH, the usual places.
set "first=%root%no-java-home"
if defined JAVA_HOME set "first=%JAVA_HOME:"=%"
set "onpath=%root%no-java"
for %%P in (java.exe) do if not "%%~$PATH:P"=="" set "onpath=%%~dp$PATH:P.."
set "jdk="
for /d %%H in (
    "%first%"
    "%onpath%"
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Amazon Corretto\*"
    "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\BellSoft\*"
    "%ProgramFiles%\OpenJDK\*"
    "%ProgramFiles%\Semeru\*"
    "%USERPROFILE%\.jdks\*"
    "%USERPROFILE%\scoop\apps\*jdk*"
    "%USERPROFILE%\.sdkman\candidates\java\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
) do if not defined jdk call :consider "%%~H"
if not defined jdk goto noJdk

rem The file "current" names what is built; it is written when all is there. Sources that are newer do not matter: who
rem changes them builds with Maven.
set "images=%root%cli\target\image"
if not exist "%images%\current" "%jdk%\bin\java.exe" -XX:TieredStopAtLevel=1 "%root%cli\src\image\java\dev\linkwright\image\BuildOnce.java" "%root%." <nul >&2
set "image="
if exist "%images%\current" for /f "usebackq delims=" %%I in ("%images%\current") do set "image=%images%\%%I"
if not defined image goto notBuilt

rem The class data archive that was made for this image by this JDK, if any.
set "archive="
if exist "%image%\%version%.jsa" set archive="-XX:SharedArchiveFile=%image%\%version%.jsa"

rem The arguments of "main" cannot be used on Windows: java.exe turns them into the ANSI code page and then expands * and
rem ? in them, so that a name which the code page lacks becomes other files. The program takes them from GetCommandLineW:
rem linkwright.arguments=next says that they are what follows the next word after it, the name of the main class.
rem cmd.exe has no way to tell a terminal, so linkwright.tty is not given here; and it has no locale that the front ends
rem would ask for, so they are given one in which all characters can be shown.
set "JDK_JAVA_OPTIONS="
rem A copy under the name of a front end is that one.
set "front="
for %%N in (ln readlink realpath mklink) do if /i "%~n0"=="%%N" set "front= %%N"
"%jdk%\bin\java.exe" "@%image%\jvm.options" %archive% -cp "%image%\linkwright.jar" -Dlinkwright.locale=C.UTF-8 -Dlinkwright.arguments=next dev.linkwright.cli.Main%front% %*
exit /b %ERRORLEVEL%

rem Sets jdk to a directory, if a JDK that suits is there, and version to the first of the two lines, by which its
rem class data archive is named. The 1 before the number keeps an empty one from being no number.
:consider
set "place=%~f1"
if not exist "%place%\release" set "place=%~f1\current"
if not exist "%place%\bin\java.exe" exit /b
if not exist "%place%\release" exit /b
set "version="
set "feature="
for /f "usebackq tokens=1,2 delims==" %%A in ("%place%\release") do (
    if "%%A"=="JAVA_RUNTIME_VERSION" if not defined feature set "version=%%~B"
    if "%%A"=="JAVA_VERSION" set "feature=%%~B"
)
if not defined version set "version=%feature%"
for /f "delims=.-+" %%F in ("%feature%") do set "feature=%%F"
if 1%feature% geq 125 set "jdk=%place%"
exit /b

:noJdk
echo linkwright: no JDK 25 or newer found in JAVA_HOME, on the PATH or in the usual places: install one or set JAVA_HOME>&2
exit /b 5

:notBuilt
echo linkwright: nothing could be built>&2
exit /b 5
