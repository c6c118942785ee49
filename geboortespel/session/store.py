"""All writing of files: journals that grow line by line, small files replaced whole. Nothing else writes.

An appended line is on disk (fsync) before the call returns; when that fails the file is cut back to its last whole
line and the caller gets a `StoreError` whose code says what to do. One process at a time holds a journal.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from platformdirs import user_config_path, user_data_path

from geboortespel.session import lock

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
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY


class StoreError(Exception):
    """A file could not be read or written. `code` says why, `path` where; nothing acknowledged was lost.

    vol: no room. alleen_lezen: may not be written. in_gebruik: another process holds it, or wrote in it. bestaat_al:
    the name is taken. ontbreekt: no such file or folder, or taken away meanwhile. onleesbaar: anything else.
    """

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


def _sync(descriptor: int) -> None:
    """Wait until a file is on disk; on macOS also until the disk itself has it, where it can."""
    os.fsync(descriptor)
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined,unused-ignore]


def _sync_folder(folder: Path) -> None:
    """Make a new name in `folder` last; systems that can't sync a folder don't need it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _make_folder(folder: Path) -> None:
    """Make a folder that lasts, with the folders it lies in. OSError when that can't be."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        if folder.parent == folder:
            break
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        _sync_folder(one.parent)


def _publish(temporary: Path, path: Path) -> None:
    """Give a finished file its name, which must be free. OSError (EEXIST) when it is not."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # no hard links here: hold the name, then move the file over it
        os.close(os.open(path, _NEW, 0o666))
        os.replace(temporary, path)
    else:
        os.unlink(temporary)


class LineFile:
    """A file that only grows, a line at a time, held by this process. `size` is the length of its whole lines."""

    def __init__(self, path: Path, descriptor: int, size: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self.size = size
        self._spoilt = False

    @classmethod
    def create(cls, path: Path, first: bytes) -> LineFile:
        """A new file with its first line. StoreError when the name is taken or it can't be written.

        The name appears with the whole line in it or not at all, whenever the process is killed (on Windows, where an
        open file can't be renamed, it may hold half of it).
        """
        name = path if os.name == "nt" else path.with_name(f".nieuw-{os.urandom(6).hex()}")
        try:
            _make_folder(path.parent)
            file = cls(path, os.open(name, _NEW, 0o666), 0)
        except OSError as error:
            raise StoreError.of(error, path) from error
        try:
            file._lock()
            file.append(first)
            if name != path:
                _publish(name, path)
        except BaseException as error:
            file.close()
            with contextlib.suppress(OSError):
                name.unlink()
            raise StoreError.of(error, path) if isinstance(error, OSError) else error from error
        _sync_folder(path.parent)
        return file

    @classmethod
    def open(cls, path: Path) -> LineFile:
        """Hold an existing file. Read it only then (`read`): until now another process could still write in it."""
        try:
            descriptor = os.open(path, os.O_RDWR | _BINARY)
        except OSError as error:
            raise StoreError.of(error, path) from error
        file = cls(path, descriptor, 0)
        try:
            file._lock()
            file.size = os.fstat(descriptor).st_size
        except StoreError:
            file.close()
            raise
        return file

    def _lock(self) -> None:
        if not lock.take(self._descriptor):
            raise StoreError("in_gebruik", self.path)

    def read(self) -> bytes:
        """All that is in the file."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            with open(self._descriptor, "rb", closefd=False) as file:
                return file.read()
        except OSError as error:
            raise StoreError.of(error, self.path) from error

    def cut(self, size: int) -> None:
        """Keep the first `size` bytes only: drop what was torn off."""
        try:
            os.ftruncate(self._descriptor, size)
            _sync(self._descriptor)
        except OSError as error:
            raise StoreError.of(error, self.path) from error
        self.size = size

    def append(self, line: bytes) -> None:
        """Add one line (with its newline) and wait until it is on disk; on failure the file is as it was."""
        try:
            self._check()
            self._spoilt = True
            os.lseek(self._descriptor, self.size, os.SEEK_SET)
            left = memoryview(line)
            while left:
                left = left[os.write(self._descriptor, left) :]
            _sync(self._descriptor)
        except OSError as error:
            self._take_back()
            raise StoreError.of(error, self.path) from error
        except KeyboardInterrupt:
            self._take_back()
            raise
        self.size += len(line)
        self._spoilt = False

    def _check(self) -> None:
        """The file is still there and as long as we left it. What a failed append left is cut off first."""
        found = os.fstat(self._descriptor)
        if not found.st_nlink:
            raise StoreError("ontbreekt", self.path)
        if found.st_size != self.size:
            if not self._spoilt:
                raise StoreError("in_gebruik", self.path)
            os.ftruncate(self._descriptor, self.size)

    def _take_back(self) -> None:
        """Back to the last whole line; when even that fails, the next append does it first."""
        with contextlib.suppress(OSError):
            if self._spoilt:
                os.ftruncate(self._descriptor, self.size)

    def close(self) -> None:
        """Let go of the file (and its lock)."""
        descriptor, self._descriptor = self._descriptor, -1
        with contextlib.suppress(OSError):
            os.close(descriptor)


def read_bytes(path: Path) -> bytes:
    """A whole file; StoreError when it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        code = "onleesbaar" if error.errno in (errno.EACCES, errno.EPERM, errno.EISDIR) else None
        raise (StoreError("onleesbaar", path) if code else StoreError.of(error, path)) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write a small file whole, or not at all: a new file is moved over the old one."""
    name = path.with_name(f".nieuw-{os.urandom(6).hex()}")
    try:
        _make_folder(path.parent)
        descriptor = os.open(name, _NEW, 0o666)
    except OSError as error:
        raise StoreError.of(error, path) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        os.replace(name, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise StoreError.of(error, path) if isinstance(error, OSError) else error from error
    _sync_folder(path.parent)


def write_file(path: Path, data: bytes, mine: Callable[[bytes], bool]) -> None:
    """Write a whole file that players asked for. An existing one is replaced only when `mine` says of its bytes that
    it may be; StoreError (`bestaat_al`) when it may not, and when nothing can be written there."""
    if path.exists() and not (path.is_file() and mine(read_bytes(path))):
        raise StoreError("bestaat_al", path)
    replace_file(path, data)
