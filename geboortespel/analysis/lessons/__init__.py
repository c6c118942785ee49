"""Experiments on lessons: what a factor, a threshold or a lesson does to the chance of birth, with and without it."""

from __future__ import annotations

from geboortespel.analysis.lessons.experiments import Experiment as Experiment
from geboortespel.analysis.lessons.experiments import UnknownThing as UnknownThing
from geboortespel.analysis.lessons.experiments import experiments as experiments
from geboortespel.analysis.lessons.trial import Result as Result
from geboortespel.analysis.lessons.trial import run as run
