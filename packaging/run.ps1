# SPDX-License-Identifier: GPL-3.0-or-later
# Shows Vigie on this machine: builds it, starts a private server with sample data and opens the
# desktop client, signed in as an agent. Quick the second time.
#
#   packaging\run.ps1 [-As LOGIN] [-Data DIR] [-Tour DIR] [-Fresh] [-NoInstall]
#
# LOGIN is ben (agent, the default), anna (employee) or claire (administrator).
param([string]$As = 'ben', [string]$Data = (Join-Path $env:LOCALAPPDATA 'vigie-demo'),
      [string]$Tour = '', [switch]$Fresh, [switch]$NoInstall)
. "$PSScriptRoot\windows-common.ps1"

if ($NoInstall) { Enter-Msvc; Enter-Vcpkg } else { Install-Everything }
Build-Preset 'windows-release'
$server = Join-Path $Root 'build\windows-release\bin\vigie-server.exe'
$client = Join-Path $Root 'build\windows-release\bin\vigie.exe'

if ($Tour) {
    New-Item -ItemType Directory -Force $Tour | Out-Null
    & $client --tour $Tour
    Assert-Last 'the tour'
    Write-Host "The tour's pictures are in $Tour"
    exit 0
}

$ready = Join-Path $Data 'ready.json'
$sampleIsIn = Join-Path $Data 'sample-is-in'
function Get-RunningServer {
    if (-not (Test-Path $ready)) { return $null }
    $said = Get-Content $ready -Raw | ConvertFrom-Json
    $process = Get-Process -Id $said.pid -ErrorAction SilentlyContinue
    if ($process -and $process.ProcessName -eq 'vigie-server') { return $said }
    return $null
}

if ($Fresh -and (Test-Path $Data)) {
    if (Get-RunningServer) { throw "A demo is open on $Data; close it before -Fresh." }
    # Only what this script made: a mistyped -Data must not cost a home folder.
    foreach ($name in 'server', 'client', 'ready.json', 'server.log', 'server-errors.log', 'sample-is-in') {
        $path = Join-Path $Data $name
        if (Test-Path $path) { Remove-Item -Recurse -Force $path }
    }
}
New-Item -ItemType Directory -Force $Data | Out-Null

$started = $null
try {
    if (-not (Get-RunningServer)) {
        if (Test-Path $ready) { Remove-Item $ready }
        if (-not (Test-Path $sampleIsIn)) {
            Write-Host 'Bringing in the sample: 4,600 tickets, once'
            $folder = Join-Path $Data 'server'
            if (Test-Path $folder) { Remove-Item -Recurse -Force $folder }
            & $server import (Join-Path $Root 'resources\sample\sample.jsonl.zst') --data $folder | Out-Null
            Assert-Last 'bringing in the sample'
            New-Item $sampleIsIn | Out-Null
        }
        $started = Start-Process $server -PassThru -WindowStyle Hidden `
            -RedirectStandardOutput (Join-Path $Data 'server.log') `
            -RedirectStandardError (Join-Path $Data 'server-errors.log') `
            -ArgumentList 'serve', '--data', "`"$(Join-Path $Data 'server')`"", '--listen', '127.0.0.1:0',
                '--ready-file', "`"$ready`""
        for ($i = 0; $i -lt 300 -and -not (Test-Path $ready) -and -not $started.HasExited; $i++) {
            Start-Sleep -Milliseconds 100
        }
        if (-not (Test-Path $ready)) {
            Get-Content (Join-Path $Data 'server-errors.log') -Tail 20 | Write-Host
            throw 'The server did not start.'
        }
    }
    $said = Get-Content $ready -Raw | ConvertFrom-Json
    $url = "https://127.0.0.1:$($said.port)"
    $passwords = Join-Path $Data 'demo-password'
    Set-Content -NoNewline -Path $passwords -Value "vigie`n"
    Write-Host "The server is at $url"
    Write-Host "Signed in as $As; the password of every demo account is `"vigie`"."
    Write-Host 'As an employee, from a second window:  packaging\run.ps1 -As anna'
    $window = Start-Process $client -PassThru -Wait -ArgumentList '--profile', "`"$(Join-Path $Data "client\$As")`"",
        '--server', $url, '--sign-in', $As, '--password-file', "`"$passwords`"", '--pin', $said.fingerprint
    exit $window.ExitCode
} finally {
    if ($started -and -not $started.HasExited) { Stop-Process -Id $started.Id }
}
