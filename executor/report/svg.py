"""Small charts as inline SVG. Colours come from the page's style sheet, so they follow light, dark and print."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from executor.report.escape import text
from executor.report.facts import CurvePoint

Point = tuple[float, float]
FULL, HALF = 876.0, 418.0
"""Width of the page's column and of half of it, in pixels."""


class Bar(NamedTuple):
    """One contender in a bar chart."""

    name: str
    value: float
    low: float
    high: float
    shown: str
    """The figure as a reader sees it."""
    ours: bool


def svg(width: float, height: float, body: str, label: str) -> str:
    """The element, as wide as its column; `label` is what a screen reader says."""
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{text(label)}" '
        f'preserveAspectRatio="xMinYMin meet">{body}</svg>'
    )


def bars(items: Sequence[Bar], label: str, *, top: float | None = None) -> str:
    """Horizontal bars with 95% whiskers, one below the other, from zero. Letters keep their size on a phone.

    Args:
        top: value at the right end; default: the largest upper end.
    """
    most = top or max((item.high for item in items), default=1.0) or 1.0
    rows = []
    for item in items:
        value, low, high = (100 * min(1.0, max(0.0, end / most)) for end in (item.value, item.low, item.high))
        ends = "".join(f'<line class="whisker" x1="{x:.2f}%" x2="{x:.2f}%" y1="3" y2="13"/>' for x in (low, high))
        rows.append(
            f'<div class="row {"ours" if item.ours else "other"}"><span>{text(item.name)}</span><svg height="16">'
            '<rect class="track" width="100%" height="16" rx="2"/>'
            f'<rect class="bar" width="{max(0.3, value):.2f}%" height="16" rx="2"/>'
            f'<line class="whisker" x1="{low:.2f}%" x2="{high:.2f}%" y1="8" y2="8"/>{ends}</svg>'
            f"<span>{text(item.shown)}</span></div>"
        )
    return f'<div class="bars" role="img" aria-label="{text(label)}">{"".join(rows)}</div>'


def against_threshold(
    value: float, low: float, high: float, threshold: float, *, upwards: bool, kind: str, share: bool, label: str
) -> str:
    """An interval beside the value that was asked for, the side that counts as good shaded.

    Args:
        upwards: whether more is better.
        kind: the outcome, for the colour.
        share: whether the figure lies between 0 and 1.
    """
    width, height = 200.0, 26.0
    least, most = min(low, threshold), max(high, threshold)
    pad = 0.28 * (most - least or abs(threshold) or 1.0)
    least, most = least - pad, most + pad
    if share:
        least, most = max(0.0, least), min(1.0, most)
    scale = width / (most - least or 1.0)
    at, left, right, middle = ((one - least) * scale for one in (threshold, low, high, value))
    good = (at, width - at) if upwards else (0.0, at)
    body = (
        f'<rect class="good-side" x="{good[0]:.1f}" y="5" width="{max(0.0, good[1]):.1f}" height="16" rx="2"/>'
        f'<path class="axis" d="M0 13H{width:g}"/>'
        f'<rect class="range {kind}" x="{left:.1f}" y="9.5" width="{max(2.0, right - left):.1f}" height="7" rx="3.5"/>'
        f'<circle class="dot {kind}" cx="{middle:.1f}" cy="13" r="5"/>'
        f'<path class="threshold" d="M{at:.1f} 2V24"/>'
    )
    return svg(width, height, body, label)


def curves(train: Sequence[CurvePoint], validation: Sequence[CurvePoint], label: str) -> str:
    """Training loss as a line, validation loss as a marked one, over steps."""
    width, height, left, bottom, right = HALF, 210.0, 34.0, 26.0, 4.0
    points = [*train, *validation]
    if not points:
        return ""
    first, last = min(point.step for point in points), max(point.step for point in points)
    ticks = nice_ticks(min(point.loss for point in points), max(point.loss for point in points))
    low, high = ticks[0], ticks[-1]

    def place(point: CurvePoint) -> Point:
        return (
            left + (width - left - right) * (point.step - first) / (last - first or 1),
            8 + (height - bottom - 8) * (high - point.loss) / (high - low or 1),
        )

    parts = []
    for tick in ticks:
        y = 8 + (height - bottom - 8) * (high - tick) / (high - low or 1)
        parts.append(
            f'<path class="grid" d="M{left:g} {y:.1f}H{width - right:g}"/>'
            f'<text class="tick" x="{left - 8:g}" y="{y:.1f}" dy="0.35em" text-anchor="end">{tick:g}</text>'
        )
    for step, anchor in ((first, "start"), (last, "end")):
        x = place(CurvePoint(step=step, loss=low))[0]
        said = f"step {step:,}" if step == last else f"{step:,}"
        parts.append(f'<text class="tick" x="{x:.1f}" y="{height - 6:g}" text-anchor="{anchor}">{said}</text>')
    if train:
        parts.append(f'<path class="line train" d="{_path([place(point) for point in train])}"/>')
    if validation:
        marks = [place(point) for point in validation]
        parts.append(f'<path class="line validation" d="{_path(marks)}"/>')
        parts += [f'<circle class="mark validation" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in marks]
    return svg(width, height, "".join(parts), label)


def nice_ticks(low: float, high: float, *, most: int = 5) -> list[float]:
    """Round values that span a range, 3 to `most` + 1 of them."""
    span = high - low or abs(high) or 1.0
    raw = span / (most - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw - 1e-12)
    begin, end = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(begin, max(end, begin + 1) + 1)]


class Axis(NamedTuple):
    """One setting of the search, or the loss."""

    name: str
    values: Sequence[float]
    """A value a trial, as a place on the axis: 0 at the bottom, 1 at the top."""
    low: str
    high: str


def parallel(axes: Sequence[Axis], kinds: Sequence[str], label: str) -> str:
    """Trials as lines over parallel axes. The line of kind `best` is drawn last, on top."""
    width, height, top, bottom, side = FULL, 250.0, 30.0, 20.0, 76.0
    gap = (width - 2 * side) / max(1, len(axes) - 1)
    room = height - top - bottom
    parts = []
    order = sorted(
        range(len(kinds)), key=lambda trial: ("pruned", "failed", "running", "complete", "best").index(kinds[trial])
    )
    for trial in order:
        points = [
            (side + number * gap, top + room * (1 - axis.values[trial]))
            for number, axis in enumerate(axes)
            if math.isfinite(axis.values[trial])
        ]
        parts.append(f'<path class="trial {kinds[trial]}" d="{_path(points)}"/>')
    for number, axis in enumerate(axes):
        x = side + number * gap
        parts.append(
            f'<path class="post" d="M{x:.1f} {top:g}V{height - bottom:g}"/>'
            f'<text class="axis-name" x="{x:.1f}" y="{top - 14:g}" text-anchor="middle">{text(_short(axis.name, 24))}</text>'
            f'<text class="tick halo" x="{x + 7:.1f}" y="{top + 4:g}" dy="0.3em">{text(axis.high)}</text>'
            f'<text class="tick halo" x="{x + 7:.1f}" y="{height - bottom - 3:g}">{text(axis.low)}</text>'
        )
    return svg(width, height, "".join(parts), label)


def stack(parts: Sequence[tuple[float, str]], label: str) -> str:
    """One bar in parts, (amount, style class) each."""
    width, height, gap = FULL, 18.0, 2.0
    total = sum(amount for amount, _ in parts) or 1.0
    x, body = 0.0, []
    for amount, kind in parts:
        length = width * amount / total
        if length > 0:
            body.append(
                f'<rect class="part {kind}" x="{x:.1f}" y="0" width="{max(1.0, length - gap):.1f}" height="{height:g}"/>'
            )
        x += length
    return svg(width, height, "".join(body), label)


def _path(points: Sequence[Point]) -> str:
    return "".join(f"{'L' if number else 'M'}{x:.1f} {y:.1f}" for number, (x, y) in enumerate(points))


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
