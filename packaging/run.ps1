# The Windows twin of packaging/run: sets the kiosk up in .venv and opens it. Not tested yet.
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [-Data FOLDER] [options of "kiosk run"]
# Needs Python 3.11 or newer from the Python Software Foundation's installer; no other software.
[CmdletBinding(PositionalBinding = $false)]
param(
    [string]$Data = (Join-Path $env:LOCALAPPDATA "bedarfskiosk"),
    [Parameter(ValueFromRemainingArguments = $true)][string[]]$Options
)
$ErrorActionPreference = "Stop"
$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root ".venv"
$python = Join-Path $venv "Scripts\python.exe"
$kiosk = Join-Path $venv "Scripts\kiosk.exe"
$installed = Join-Path $venv "installed-requirements.lock"
$english = (Get-UICulture).TwoLetterISOLanguageName -eq "en"

function Say($German, $English) { if ($english) { Write-Host $English } else { Write-Host $German } }
function Stop-Failed($German, $English) {
    if ($LASTEXITCODE -ne 0) { Say $German $English; exit 1 }
}

$pins = Join-Path $root "requirements.lock"
$mark = "$root " + (($pins, (Join-Path $root "pyproject.toml") |
    ForEach-Object { (Get-FileHash $_).Hash }) -join " ")
if (-not (Test-Path $installed) -or (Get-Content -Raw $installed).Trim() -ne $mark) {
    Say "Python-Pakete werden installiert ..." "Installing Python packages ..."
    py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
    Stop-Failed "Gebraucht wird Python 3.11 oder neuer." "Python 3.11 or newer is needed."
    py -3 -m venv --clear $venv
    Stop-Failed "Die Umgebung $venv ließ sich nicht anlegen." "$venv could not be created."
    $pip = "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"
    & $python @pip --only-binary :all: --require-hashes -r $pins
    Stop-Failed "Die Python-Pakete ließen sich nicht installieren." "The packages could not be installed."
    & $python @pip --no-deps --no-build-isolation --editable $root
    Stop-Failed "Der Kiosk ließ sich nicht installieren." "The kiosk could not be installed."
    Set-Content -Path $installed -Value $mark -Encoding utf8
}
if (-not (Test-Path (Join-Path $Data "terminal.toml"))) {
    & $kiosk demo --data $Data
    Stop-Failed "Die Vorführung ließ sich nicht einrichten." "The demonstration could not be set up."
}
& $kiosk run --data $Data @Options
exit $LASTEXITCODE
