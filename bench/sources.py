"""Debian source packages, fetched through an apt configuration of our own: the
system's lists and sources stay as they are, and root is not needed."""

import os
import re
import shutil
import subprocess

MIRROR = os.environ.get("TOMBSTONE_MIRROR", "http://deb.debian.org")
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
LIST = f"""\
deb-src [signed-by={KEYRING}] {MIRROR}/debian bookworm main
deb-src [signed-by={KEYRING}] {MIRROR}/debian-security bookworm-security main
"""


class SourceError(Exception):
    """One sentence for the user."""


class Sources:
    """A cache folder: one folder a package, and .apt for apt's own files."""

    def __init__(self, cache):
        self.cache = cache
        self.apt = cache / ".apt"
        self.updated = False

    def get(self, package):
        """(version, folder of the unpacked source), from the cache if there."""
        home = self.cache / package
        stamp = home / "version"
        if not stamp.exists():
            self._fetch(package, home)
        return stamp.read_text().strip(), home / "source"

    def _fetch(self, package, home):
        if not shutil.which("apt-get") or not shutil.which("dpkg-source"):
            raise SourceError("fetching source packages needs apt-get and dpkg-dev.")
        self._update()
        shutil.rmtree(home, ignore_errors=True)
        archive = home / "archive"
        archive.mkdir(parents=True)
        self._apt("source", "--download-only", package, cwd=archive)
        dsc = next(archive.glob("*.dsc"), None)
        if dsc is None:
            raise SourceError(f"Debian has no source package '{package}'.")
        self._call(["dpkg-source", "--no-check", "-x", dsc.name, home / "source"], archive)
        version = next(
            line.split(":", 1)[1].strip()
            for line in dsc.read_text(errors="replace").splitlines()
            if line.startswith("Version:")
        )
        (home / "version").write_text(version + "\n")

    def _update(self):
        if self.updated:
            return
        for folder in ("lists/partial", "cache/archives/partial"):
            (self.apt / folder).mkdir(parents=True, exist_ok=True)
        (self.apt / "sources.list").write_text(LIST)
        # Without this apt goes on with old lists, or none, when it is offline.
        self._apt("update", "-o", "APT::Update::Error-Mode=any")
        self.updated = True

    def _apt(self, *words, cwd=None):
        options = {
            "Dir::Etc::sourcelist": self.apt / "sources.list",
            "Dir::Etc::sourceparts": "-",
            "Dir::State::lists": self.apt / "lists",
            "Dir::Cache": self.apt / "cache",
            "Acquire::Retries": "2",
            "Acquire::http::Timeout": "20",
            # _apt may not enter the user's folders.
            "APT::Sandbox::User": "root",
        }
        flags = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        self._call(["apt-get", "-qq", *flags, *words], cwd)

    @staticmethod
    def _call(command, cwd):
        done = subprocess.run(
            [str(word) for word in command], cwd=cwd, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        if done.returncode:
            raise SourceError(f"{command[0]} failed: {cause(done.stdout)}.")


def cause(output):
    """apt's many lines in a few words."""
    if re.search(r"404 +Not Found", output):
        return "the mirror answers 404 Not Found"
    if re.search(r"resolve|Could not connect|timed out|unreachable", output):
        return "the network is not reachable"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1].rstrip(".") if lines else "it says nothing"
