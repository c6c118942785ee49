"""One process at a time: an advisory lock on an open file, let go when it is closed (so also by `kill -9`)."""

from __future__ import annotations

import errno
import os

_FAR = 2**62
"""Where Windows locks a byte: far past any content, because there a locked byte can't be read by others either."""

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def take(descriptor: int) -> bool:
    """Lock an open file; False when another process holds it.

    A file system that knows no locks counts as locked: `store.LineFile` then still notices what others write.
    """
    try:
        _take(descriptor)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _take(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
