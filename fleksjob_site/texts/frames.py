"""Links on a page that another website shows in a frame."""

import re

from markupsafe import Markup

_LINK = re.compile(r'<a (?=[^>]*?href="(?!#))')


def out_of_frame(html: str) -> Markup:
    """The HTML with links that open in a new tab, besides those within the page.

    The other pages of the site refuse to be shown in a frame, so a link would lead to an empty one.
    """
    return Markup(_LINK.sub('<a target="_blank" ', html))
