@echo off
rem Builds the jar when it is missing, then runs it with these arguments. After a change of the sources,
rem delete cli\target\remanence.jar (the Unix launcher compares times; this one does not).
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%cli\target\remanence.jar"
if not exist "%JAR%" (
  where mvn >nul 2>nul || (
    echo remanence: the jar is not built and Maven is not on the PATH; install Maven 3.8 or newer 1>&2
    exit /b 69
  )
  echo remanence: building, which takes a minute or two ... 1>&2
  call mvn -B -ntp -q -f "%HOME_DIR%pom.xml" -Dmaven.test.skip=true -pl cli -am package 1>&2
  if errorlevel 1 exit /b 70
)
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -jar "%JAR%" %*
exit /b %errorlevel%
