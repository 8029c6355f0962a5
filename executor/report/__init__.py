"""The report: what was asked, what was done, how it went; as JSON, as Markdown, and as one HTML page."""

from executor.report.facts import CurvePoint, DataFacts, RunFacts, StageFacts, TrialFacts
from executor.report.write import write_report

__all__ = ["CurvePoint", "DataFacts", "RunFacts", "StageFacts", "TrialFacts", "write_report"]
