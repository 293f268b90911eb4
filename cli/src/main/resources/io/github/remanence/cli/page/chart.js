'use strict';
/* Line charts, drawn by uPlot: one colour a field, a legend that follows the cursor or the arrow keys. */

const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Where a field lies between the three colours of the style sheet: from which, to which, and how far; t in [0, 1]. */
function shadeBetween(t) {
  const from = t < 0.5 ? 0 : 1;
  return { from: `--field-${from}`, to: `--field-${from + 1}`, part: 2 * t - from };
}

/** The colour t of the way from no field to the largest one, as a canvas takes it. */
function fieldColour(t) {
  const { from, to, part } = shadeBetween(t);
  const channel = (colour, i) => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mixed = [0, 1, 2].map(i => Math.round((1 - part) * channel(style(from), i) + part * channel(style(to), i)));
  return `rgb(${mixed.join(', ')})`;
}

const charts = [];

/**
 * Draws a chart into a figure.
 *
 * spec: description, x {label, short, values, ticks?, log?, format?, legend?: format beside the cursor}, y {label, ticks?, log?, from?, to?},
 * lines [{label, values, t, kind: 'line' | 'points' | 'marks' | 'limit', markers?, dashed?, bars?: half the length of each,
 *   notes?: [{i: index, text}], note?: {text, at: 0..1 along x, right, up (px), align}}]
 */
function drawChart(figure, spec) {
  const place = document.createElement('div');
  place.className = 'plot';
  place.tabIndex = 0;
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', spec.description);
  figure.append(place);
  const plot = new uPlot(options(spec, place), [spec.x.values, ...spec.lines.map(l => l.values)], place);
  place.addEventListener('keydown', event => stepCursor(plot, event));
  charts.push({ plot, place });
}

function options(spec, place) {
  return {
    ...chartSize(place),
    pxAlign: 0,
    padding: [12, 18, 0, 0],
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 8, fill: (u, i) => u.series[i].stroke() } },
    legend: { markers: { fill: () => 'transparent', dash: (u, i) => u.series[i].dash?.length ? 'dashed' : 'solid' } },
    scales: { x: { time: false, ...scale(spec.x) }, y: scale(spec.y) },
    axes: [{ ...axis(spec.x), size: 34 }, { ...axis(spec.y), size: widthOf }],
    hooks: { draw: [plot => {
      spec.lines.filter(l => l.bars).forEach(l => drawBars(plot, l));
      spec.lines.filter(l => l.note).forEach(l => drawNote(plot, l));
      spec.lines.filter(l => l.notes).forEach(l => drawNotes(plot, l));
    }] },
    series: [{ label: spec.x.short, value: (u, x) => x == null ? '' : (spec.x.legend ?? spec.x.format ?? number)(x) }, ...spec.lines.map(line)],
  };
}

/** Words at a line: above its point or below it. */
function drawNote(plot, { note, values, t }) {
  const { ctx } = plot;
  const scale = uPlot.pxRatio;
  const i = Math.round(note.at * (values.length - 1));
  const x = plot.valToPos(plot.data[0][i], 'x', true);
  const y = plot.valToPos(values[i], 'y', true);
  ctx.save();
  ctx.font = `600 ${13 * scale}px system-ui, sans-serif`;
  ctx.fillStyle = fieldColour(t);
  ctx.textAlign = note.align;
  ctx.fillText(note.text, x + note.right * scale, y - note.up * scale);
  ctx.restore();
}

/** A word at each of some points, above and below by turns so that neighbours keep apart. */
function drawNotes(plot, { notes, values, t }) {
  const { ctx } = plot;
  const scale = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${11 * scale}px system-ui, sans-serif`;
  ctx.fillStyle = fieldColour(t);
  ctx.textAlign = 'center';
  notes.forEach(({ i, text }, turn) => {
    const x = plot.valToPos(plot.data[0][i], 'x', true);
    const y = plot.valToPos(values[i], 'y', true);
    ctx.fillText(text, x, y + (turn % 2 === 0 ? 18 : -9) * scale);
  });
  ctx.restore();
}

/** Error bars, with a short end each way. */
function drawBars(plot, { values, bars, t }) {
  const { ctx } = plot;
  const end = 4 * uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = fieldColour(t);
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.beginPath();
  values.forEach((value, i) => {
    if (value == null || bars[i] == null) return;
    const x = plot.valToPos(plot.data[0][i], 'x', true);
    const [low, high] = [value - bars[i], value + bars[i]].map(v => plot.valToPos(v, 'y', true));
    ctx.moveTo(x, low);
    ctx.lineTo(x, high);
    for (const y of [low, high]) {
      ctx.moveTo(x - end, y);
      ctx.lineTo(x + end, y);
    }
  });
  ctx.stroke();
  ctx.restore();
}

const chartSize = place => ({ width: place.clientWidth, height: Math.min(340, Math.max(260, place.clientWidth * 0.66)) });

/** With a logarithm to a base, or linear from a value to a value; what is not given comes from the data. */
function scale(a) {
  return a.log
    ? { distr: 3, log: a.log, range: (u, low, high) => [(a.from ?? low) / 1.3, (a.to ?? high) * 1.3] }
    : { range: (u, low, high) => [a.from ?? low, a.to ?? high] };
}

/** The room that the numbers of an axis need beside it. */
const widthOf = (u, numbers) => 16 + 7 * Math.max(3, ...(numbers ?? []).map(n => n.length));

function axis(a) {
  return {
    label: a.label,
    labelSize: 24,
    labelFont: '13px system-ui, sans-serif',
    font: '12px system-ui, sans-serif',
    stroke: () => style('--soft'),
    grid: { stroke: () => style('--line'), width: 1 },
    ticks: { show: false },
    ...(a.ticks && { splits: (u, i, low, high) => a.ticks.filter(v => v >= low && v <= high), filter: (u, splits) => splits }),
    values: (u, splits) => splits.map(v => v == null ? '' : (a.format ?? number)(v)),
  };
}

function line(l) {
  const colour = () => l.t == null ? style('--soft') : fieldColour(l.t);
  const kinds = {
    line: { width: l.dashed ? 2 : 2.5, dash: l.dashed ? [7, 5] : [], points: { show: l.markers ?? false, size: 6, fill: colour } },
    points: { width: 0, paths: () => null, class: 'reference',
      points: { show: true, size: 7, width: 1.25, fill: () => style('--card') } },
    marks: { width: 0, paths: () => null, points: { show: true, size: 8, fill: colour } },
    limit: { width: 1.5, dash: [6, 5], points: { show: false } },
  };
  return { label: l.label, stroke: colour, value: (u, v) => v == null ? '' : digits(v), ...kinds[l.kind] };
}

const isPlain = v => Math.abs(v) >= 1e-3 && Math.abs(v) < 1e5;

/** A measured number: three significant digits. */
const digits = v => v === 0 ? '0' : isPlain(v) ? v.toPrecision(Math.abs(v) < 1000 ? 3 : 5) : v.toExponential(1);

/** A number that somebody chose, such as a field: as many of three digits as it needs. */
const number = v => v === 0 ? '0' : isPlain(v) ? String(Number(v.toPrecision(3))) : v.toExponential(1);

function stepCursor(plot, event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const last = plot.data[0].length - 1;
  const index = Math.min(last, Math.max(0, (plot.cursor.idx ?? (step > 0 ? -1 : last + 1)) + step));
  plot.setCursor({ left: plot.valToPos(plot.data[0][index], 'x'), top: 0 });
}

addEventListener('resize', () => charts.forEach(({ plot, place }) => plot.setSize(chartSize(place))));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(({ plot }) => plot.redraw(false)));
