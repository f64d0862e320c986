"""Why the disk or its rights refused something, in the visitor's words."""

from __future__ import annotations

import errno

from game.text import Translate, untranslated
from game.text import translate as in_our_language

WORDS = {
    errno.ENOSPC: untranslated("the disk is full"),
    errno.EDQUOT: untranslated("your share of the disk is used up"),
    errno.EFBIG: untranslated("the file would be larger than this system allows"),
    errno.EACCES: untranslated("you may not write there"),
    errno.EPERM: untranslated("you may not write there"),
    errno.EROFS: untranslated("that place can only be read"),
    errno.ENOENT: untranslated("that folder does not exist"),
    errno.ENOTDIR: untranslated("a part of that path is no folder"),
    errno.EISDIR: untranslated("a folder has that name"),
    errno.EEXIST: untranslated("something else has that name"),
    errno.ENAMETOOLONG: untranslated("that name is too long"),
    errno.EIO: untranslated("the disk does not answer"),
}


def reason(error: OSError, translate: Translate = in_our_language) -> str:
    """Why something could not be written."""
    words = WORDS.get(error.errno or 0)
    return translate(words) if words else (error.strerror or str(error)).rstrip(".").lower()
