# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test. The summary of ctest comes last and its exit
# code is the script's.
#
#   packaging\test.ps1 [-Long] [-NoInstall] [ctest arguments ...]
param([switch]$Long, [switch]$NoInstall,
      [Parameter(ValueFromRemainingArguments = $true)][string[]]$CtestArguments = @())
. "$PSScriptRoot\windows-common.ps1"

if ($NoInstall) { Enter-Msvc; Enter-Vcpkg } else {
    Install-Everything
    Install-Missing python Python.Python.3.12
}
Build-Preset 'windows'

$leftOut = if ($Long) { 'bench' } else { 'long|bench' }
$env:QT_QPA_PLATFORM = 'offscreen'
$env:PYTHONDONTWRITEBYTECODE = '1'
ctest --test-dir (Join-Path $Root 'build\windows') --output-on-failure --no-tests=error `
    --label-exclude $leftOut --parallel $env:NUMBER_OF_PROCESSORS @CtestArguments
exit $LASTEXITCODE
