"""Why the disk or its rights refused something, in the visitor's words. Under the same rule as `game.language`."""

import errno
from collections.abc import Callable

from game.language import translate


def reason(error: OSError, _: "Callable[[str], str]" = translate) -> str:
    """Why something could not be written."""
    words = {
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EFBIG: _("the file would be larger than this system allows"),
        errno.EACCES: _("you may not write there"),
        errno.EPERM: _("you may not write there"),
        errno.EROFS: _("that place can only be read"),
        errno.ENOENT: _("that folder does not exist"),
        errno.ENOTDIR: _("a part of that path is no folder"),
        errno.EISDIR: _("a folder has that name"),
        errno.EEXIST: _("something else has that name"),
        errno.ENAMETOOLONG: _("that name is too long"),
        errno.EIO: _("the disk does not answer"),
    }
    return words.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()
