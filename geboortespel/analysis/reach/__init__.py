"""What can be reached in a scenario: with a game that shows it, proven out of reach with the reason, or not found."""

from __future__ import annotations

from geboortespel.analysis.reach.report import Finding as Finding
from geboortespel.analysis.reach.report import Report as Report
from geboortespel.analysis.reach.report import reach as reach
