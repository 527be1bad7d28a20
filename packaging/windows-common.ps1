# SPDX-License-Identifier: GPL-3.0-or-later
# What run.ps1 and test.ps1 share. Dot-source it: . "$PSScriptRoot\windows-common.ps1"
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot

function Assert-Last([string]$What) {
    if ($LASTEXITCODE -ne 0) { throw "$What failed with code $LASTEXITCODE" }
}

# Installs a program with winget when its command is not there.
function Install-Missing([string]$Command, [string]$Package) {
    if (Get-Command $Command -ErrorAction SilentlyContinue) { return }
    if (-not (Get-Command winget -ErrorAction SilentlyContinue)) {
        throw "$Command is missing and so is winget; please install $Package by hand."
    }
    Write-Host "Installing $Package"
    winget install --exact --id $Package --silent --accept-package-agreements --accept-source-agreements | Out-Null
    Assert-Last "winget install $Package"
    $env:Path = [Environment]::GetEnvironmentVariable('Path', 'Machine') + ';' +
        [Environment]::GetEnvironmentVariable('Path', 'User')
}

# Brings MSVC's environment into this session.
function Enter-Msvc {
    if (Get-Command cl -ErrorAction SilentlyContinue) { return }
    $where = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio\Installer\vswhere.exe'
    $found = if (Test-Path $where) {
        & $where -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    }
    if (-not $found) {
        Write-Host 'Installing the Visual Studio build tools'
        winget install --exact --id Microsoft.VisualStudio.2022.BuildTools --silent `
            --accept-package-agreements --accept-source-agreements `
            --override '--quiet --wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended' | Out-Null
        Assert-Last 'installing the Visual Studio build tools'
        $found = & $where -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    }
    Import-Module (Join-Path $found 'Common7\Tools\Microsoft.VisualStudio.DevShell.dll')
    Enter-VsDevShell -VsInstallPath $found -SkipAutomaticLocation -DevCmdArguments '-arch=x64 -host_arch=x64' | Out-Null
}

# vcpkg builds the libraries of vcpkg.json once and keeps them in its own cache.
function Enter-Vcpkg {
    if ($env:VCPKG_ROOT -and (Test-Path (Join-Path $env:VCPKG_ROOT 'vcpkg.exe'))) { return }
    $env:VCPKG_ROOT = Join-Path $env:LOCALAPPDATA 'vcpkg'
    if (-not (Test-Path (Join-Path $env:VCPKG_ROOT '.git'))) {
        git clone --quiet https://github.com/microsoft/vcpkg $env:VCPKG_ROOT
        Assert-Last 'git clone vcpkg'
    }
    if (-not (Test-Path (Join-Path $env:VCPKG_ROOT 'vcpkg.exe'))) {
        & (Join-Path $env:VCPKG_ROOT 'bootstrap-vcpkg.bat') -disableMetrics | Out-Null
        Assert-Last 'bootstrap-vcpkg'
    }
}

function Install-Everything {
    Install-Missing git Git.Git
    Install-Missing cmake Kitware.CMake
    Install-Missing ninja Ninja-build.Ninja
    Install-Missing ccache Ccache.Ccache
    Enter-Msvc
    Enter-Vcpkg
}

function Build-Preset([string]$Preset) {
    Push-Location $Root
    try {
        Write-Host "Configuring ($Preset)"
        cmake --preset $Preset | Out-Null
        Assert-Last 'cmake'
        Write-Host "Building ($Preset)"
        cmake --build --preset $Preset
        Assert-Last 'the build'
    } finally { Pop-Location }
    # The programs find Qt and the other libraries here.
    $installed = Join-Path $Root "build\$Preset\vcpkg_installed\x64-windows"
    $env:Path = "$installed\bin;$env:Path"
    $env:QT_PLUGIN_PATH = "$installed\Qt6\plugins"
}
