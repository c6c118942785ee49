"""All writing of files: journals that grow line by line, small files replaced whole. Nothing else writes.

An appended line is on disk (fsync) before the call returns; when that fails the file is cut back to its last whole
line and the caller gets a `StoreError` whose code says what to do. One process at a time holds a journal.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import Literal

from platformdirs import user_config_path, user_data_path

Trouble = Literal["vol", "alleen_lezen", "in_gebruik", "bestaat_al", "ontbreekt", "onleesbaar"]
FOLDER_VARIABLE = "GEBOORTESPEL_MAP"

_CODES: dict[int, Trouble] = {
    errno.ENOSPC: "vol",
    errno.EDQUOT: "vol",
    errno.EFBIG: "vol",
    errno.EROFS: "alleen_lezen",
    errno.EACCES: "alleen_lezen",
    errno.EPERM: "alleen_lezen",
    errno.EEXIST: "bestaat_al",
    errno.ENOENT: "ontbreekt",
    errno.ENOTDIR: "ontbreekt",
}


class StoreError(Exception):
    """A file could not be read or written. `code` says why, `path` where; nothing acknowledged was lost."""

    def __init__(self, code: Trouble, path: Path) -> None:
        super().__init__(f"{code}: {path}")
        self.code: Trouble = code
        self.path = path

    @classmethod
    def of(cls, error: OSError, path: Path) -> StoreError:
        return cls(_CODES.get(error.errno or 0, "onleesbaar"), path)


def games_folder() -> Path:
    """Where games are kept: $GEBOORTESPEL_MAP, else the user's data folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) / "spellen" if chosen else user_data_path("geboortespel", appauthor=False) / "spellen"


def settings_path() -> Path:
    """Where settings are kept: $GEBOORTESPEL_MAP, else the user's configuration folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    folder = Path(chosen) if chosen else user_config_path("geboortespel", appauthor=False)
    return folder / "instellingen.json"


def _lock(descriptor: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt  # type: ignore[import-not-found,unused-ignore]

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError as error:
            raise StoreError("in_gebruik", path) from error
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoreError("in_gebruik", path) from error


def _sync_folder(folder: Path) -> None:
    """Make a new name in `folder` last; systems that can't sync a folder don't need it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class LineFile:
    """A file that only grows, a line at a time, held by this process. `size` is the length of its whole lines."""

    def __init__(self, path: Path, descriptor: int, size: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self.size = size

    @classmethod
    def create(cls, path: Path, first: bytes) -> LineFile:
        """A new file with its first line. StoreError when it exists or can't be written; nothing is left behind."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
        except OSError as error:
            raise StoreError.of(error, path) from error
        file = cls(path, descriptor, 0)
        try:
            _lock(descriptor, path)
            file.append(first)
        except StoreError:
            file.close()
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        _sync_folder(path.parent)
        return file

    @classmethod
    def open(cls, path: Path, size: int) -> LineFile:
        """An existing file, cut back to its first `size` bytes (what was torn off is dropped)."""
        try:
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise StoreError.of(error, path) from error
        file = cls(path, descriptor, size)
        try:
            _lock(descriptor, path)
            if os.fstat(descriptor).st_size > size:
                os.ftruncate(descriptor, size)
                os.fsync(descriptor)
        except StoreError:
            file.close()
            raise
        except OSError as error:
            file.close()
            raise StoreError.of(error, path) from error
        return file

    def append(self, line: bytes) -> None:
        """Add one line (with its newline) and wait until it is on disk; on failure the file is as it was."""
        try:
            os.lseek(self._descriptor, self.size, os.SEEK_SET)
            left = memoryview(line)
            while left:
                left = left[os.write(self._descriptor, left) :]
            os.fsync(self._descriptor)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self.size)
            raise StoreError.of(error, self.path) from error
        self.size += len(line)

    def close(self) -> None:
        """Let go of the file (and its lock)."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)


def read_bytes(path: Path) -> bytes:
    """A whole file; StoreError when it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        code = "onleesbaar" if error.errno in (errno.EACCES, errno.EPERM, errno.EISDIR) else None
        raise (StoreError("onleesbaar", path) if code else StoreError.of(error, path)) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write a small file whole, or not at all: a new file is moved over the old one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise StoreError.of(error, path) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise StoreError.of(error, path) from error
    _sync_folder(path.parent)
