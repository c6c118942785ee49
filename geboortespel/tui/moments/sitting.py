"""A sitting with the market: the negotiating table comes in sight, and goes when the sitting is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geboortespel.tui.moments.teller import Teller


async def play(teller: Teller) -> None:
    """Show the negotiating table as long as one of you sits there."""
    screen = teller.screen
    while teller.session.view(None).waiting == "zitting" and screen.mine:
        from geboortespel.tui.screens.talks import TalksScreen

        teller.curtain()
        await screen.app.push_screen_wait(TalksScreen(screen))
