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
 *   notes?: [{i: index, value, text}], note?: {text, at: 0..1 along x, right, up (px), align}}]
 */
function drawChart(figure, spec) {
  const place = document.createElement('div');
  place.className = 'plot';
  place.tabIndex = 0;
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', spec.description);
  figure.append(place);
  const plot = new uPlot(options(spec, place), [spec.x.values, ...spec.lines.map(l => l.values)], place);
  place.querySelector('.u-legend').ariaHidden = 'true'; // colours, and numbers that are in a table, too
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

/** How far a word may stand from its point, in px: what stands farther than the first gets a line to it. */
const NOTE_DISTANCES = [9, 22, 36, 52];

/** Around a point, the likeliest places first. */
const NOTE_SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]];

/** Points, and a word at each that has one: it keeps clear of the other words, the points and the lines. */
function drawNotes(plot, { notes, t }) {
  const { ctx, bbox } = plot;
  const px = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${11 * px}px system-ui, sans-serif`;
  ctx.fillStyle = ctx.strokeStyle = fieldColour(t);
  ctx.lineWidth = 0.75 * px;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const at = (x, y) => ({ x: plot.valToPos(x, 'x', true), y: plot.valToPos(y, 'y', true) });
  const around = ({ x, y }, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });
  const points = notes.map(note => at(plot.data[0][note.i], note.value));
  const ofLines = plot.data.slice(1).flatMap((values, k) => plot.series[k + 1].width > 0 ? values.map((v, i) => around(at(plot.data[0][i], v), 1)) : []);
  const taken = [...points.map(point => around(point, 5 * px)), ...ofLines];
  const room = { left: bbox.left, right: bbox.left + bbox.width, top: bbox.top, bottom: bbox.top + bbox.height };
  points.forEach(({ x, y }) => {
    ctx.beginPath();
    ctx.arc(x, y, 4 * px, 0, 2 * Math.PI);
    ctx.fill();
  });
  const near = point => points.filter(other => Math.hypot(point.x - other.x, point.y - other.y) < 40 * px).length;
  // Where it is most crowded first, while there is room.
  const words = notes.map(({ text }, n) => ({ text, point: points[n] })).filter(({ text }) => text);
  words.sort((a, b) => near(b.point) - near(a.point)).forEach(({ text, point }) => {
    const { x, y, box, far } = likeliestPlace(point, ctx.measureText(text).width / 2 + 2 * px, 7 * px, px, taken, room);
    taken.push(box);
    ctx.fillText(text, x, y);
    if (!far) return;
    ctx.beginPath();
    ctx.moveTo(point.x, point.y);
    ctx.lineTo(Math.min(box.right, Math.max(box.left, point.x)), Math.min(box.bottom, Math.max(box.top, point.y)));
    ctx.stroke();
  });
  ctx.restore();
}

/** Where a word of that half width and height overlaps with least: the first such place, nearest to the point. */
function likeliestPlace(point, halfWidth, halfHeight, px, taken, room) {
  const places = NOTE_DISTANCES.flatMap((distance, ring) => NOTE_SIDES.map(([right, down]) => {
    const x = point.x + right * (halfWidth + distance * px * (down === 0 ? 1 : 0.4));
    const y = point.y + down * (halfHeight + distance * px * 0.7);
    const box = { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
    return { x, y, box, far: ring > 0, overlap: taken.reduce((sum, other) => sum + shared(box, other), 0) + outside(box, room) };
  }));
  return places.reduce((best, other) => other.overlap < best.overlap ? other : best);
}

/** The area that two boxes share. */
const shared = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** The area of a box that another one does not hold. */
const outside = (box, room) => shared(box, box) - shared(box, room);

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

/** 1, 2 and 5 times the powers of ten between, or the powers alone where there are many. */
function decades(low, high) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, k) => 10 ** (first + k));
  return powers.flatMap(power => (high > 300 * low ? [1] : [1, 2, 5]).map(f => f * power)).filter(v => v >= low && v <= high);
}

function axis(a) {
  return {
    label: a.label,
    labelSize: 24,
    labelFont: '13px system-ui, sans-serif',
    font: '12px system-ui, sans-serif',
    stroke: () => style('--soft'),
    grid: { stroke: () => style('--line'), width: 1 },
    ticks: { show: false },
    ...(a.log === 10 && !a.ticks && { splits: (u, i, low, high) => decades(low, high), filter: (u, splits) => splits }),
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
