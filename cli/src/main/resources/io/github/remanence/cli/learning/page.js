/* Fills the page of the learning experiment from its data. */

const { accuracies, courses } = report;
const distinct = values => [...new Set(values)].sort((a, b) => a - b);
const rates = distinct(accuracies.map(a => a.rate));
const fields = distinct(accuracies.map(a => a.field));
const seeds = Math.max(...accuracies.map(a => a.seeds));
const largest = Math.max(...fields.map(Math.abs));
const shade = field => largest > 0 ? Math.abs(field) / largest : 0;
const name = field => `h\u00a0=\u00a0${number(field)}`;
const label = (field, removed) => removed ? `learned at ${name(field)}, field removed` : field === 0 ? 'no field' : `in the field ${name(field)}`;
const accuracy = (rate, field, removed) => accuracies.find(a => a.rate === rate && a.field === field && a.removed === removed);
const hundred = value => value == null ? null : 100 * value;
const tenth = value => `${value.toFixed(1)} %`;

/** Each way of learning and testing that there are results of, the strongest field first. */
const ways = fields.toReversed().flatMap(field => [false, true].map(removed => ({ field, removed })))
  .filter(({ field, removed }) => accuracies.some(a => a.field === field && a.removed === removed));

function add(target, title, subtitle, spec) {
  const made = element('figure');
  place(target).append(made);
  figure(made, title, subtitle, spec, number);
}

/** Mean accuracies against something, with the standard deviation as bars. */
const means = (found, look) => ({
  kind: 'line', markers: true, ...look,
  values: found.map(a => hundred(a?.mean)), bars: found.map(a => hundred(a?.standardDeviation)),
});

function drawAgainstRate() {
  const lines = ways.map(({ field, removed }) => means(rates.map(rate => accuracy(rate, field, removed)),
    { label: label(field, removed), t: shade(field), dashed: removed }));
  add('accuracy-charts', 'Accuracy against learning rate', 'test images told right, %', {
    x: { label: 'learning rate, pulses for a gradient of 1', short: 'rate', values: rates, ticks: rates },
    y: { label: 'accuracy, %', ...room(lines) }, lines,
    description: 'Test accuracy against learning rate, one curve for each field. The table below has the numbers.',
  });
}

/** From the lowest to the highest value of all lines, with a little room. */
function room(lines) {
  const values = lines.flatMap(l => l.values.flatMap((v, i) => v == null ? [] : [v - (l.bars?.[i] ?? 0), v + (l.bars?.[i] ?? 0)]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = 0.06 * (high - low) || 1;
  return { from: low - more, to: high + more };
}

/** Where between exponential and linear the gain comes from; of use with fields in between. */
function drawAgainstField() {
  const lines = rates.flatMap((rate, i) => [false, true].map(removed => means(
    fields.map(field => accuracy(rate, field, removed) ?? (removed ? accuracy(rate, field, false) : null)),
    { label: `rate ${number(rate)}${removed ? ', field removed' : ''}`, t: rates.length > 1 ? i / (rates.length - 1) : 0, dashed: removed })));
  add('accuracy-charts', 'Accuracy against the field', 'test images told right, %', {
    x: { label: 'field h while learning', short: 'h', values: fields, ticks: fields },
    y: { label: 'accuracy, %', ...room(lines) }, lines,
    description: 'Test accuracy against the field, one curve for each learning rate. The table below has the numbers.',
  });
}

const course = (rate, field) => courses.find(c => c.rate === rate && c.field === field);
const counted = values => values.map((v, i) => i + 1);

/** One line a field, of something that each epoch has. */
function drawCourses(rate, title, y, value) {
  const shown = fields.toReversed().map(field => course(rate, field)).filter(c => c);
  const lines = shown.map(c => ({ kind: 'line', label: label(c.field, false), t: shade(c.field), values: value(c) }));
  const epochs = counted(shown[0].losses);
  add('course-charts', title, y.label, {
    x: { label: 'epoch', short: 'epoch', values: epochs }, y: { ...y, ...room(lines) }, lines,
    description: `${y.label} against the epoch at rate ${rate}, one curve for each field. The table below has the numbers.`,
  });
}

function drawWeights(rate, layer, layerName) {
  const shown = fields.toReversed().map(field => course(rate, field)).filter(c => c);
  const bins = shown[0].weights[layer].counts.length;
  const middles = Array.from({ length: bins }, (_, i) => (2 * i + 1) / bins - 1);
  const lines = shown.map(c => {
    const { counts } = c.weights[layer];
    const all = counts.reduce((a, b) => a + b);
    return { kind: 'line', label: label(c.field, false), t: shade(c.field), values: counts.map(n => n > 0 ? 100 * n / all : null) };
  });
  const shares = lines.flatMap(l => l.values).filter(v => v != null);
  add('weight-charts', `${layerName} layer, rate ${number(rate)}`, 'share of the weights in a bin, %, logarithmic', {
    x: { label: 'weight, in widths of the window', short: 'weight', values: middles },
    y: { label: 'share, %', log: 10, from: Math.min(...shares), to: Math.max(...shares) }, lines,
    description: `Histogram of the weights of the ${layerName} layer at rate ${rate}. The table below has the numbers.`,
  });
}

function drawDevices(c, layer, layerName) {
  const { plus, minus } = c.trajectories[layer];
  const line = (what, values, dashed) => ({ kind: 'line', label: what, t: shade(c.field), dashed, values });
  const lines = [line('plus device', plus, false), line('minus device', minus, true)];
  add('device-charts', `${label(c.field, false)}: a pair of the ${layerName} layer`, `conductance after each step, rate ${number(c.rate)}`, {
    x: { label: 'step', short: 'step', values: counted(plus) },
    y: { label: `w (${report.device.unit})`, ...room(lines) }, lines,
    description: `Two devices of the ${layerName} layer over the steps of the first epoch. The table below has the numbers.`,
  });
}

/** The strongest field against the weakest one, where the gain is largest. */
function saySummary() {
  const [weak, strong] = [fields[0], fields.at(-1)];
  if (weak === strong) return;
  const gain = rate => (accuracy(rate, strong, false)?.mean ?? 0) - (accuracy(rate, weak, false)?.mean ?? 1);
  const rate = rates.reduce((a, b) => gain(b) > gain(a) ? b : a);
  const told = (field, removed) => accuracy(rate, field, removed) && tenth(hundred(accuracy(rate, field, removed).mean));
  const removed = told(strong, true);
  place('summary').textContent = `At a learning rate of ${number(rate)} the network tells the kind of ${told(strong, false)} of the test images after learning`
    + ` in the field (${name(strong)}), and of ${told(weak, false)} after learning ${weak === 0 ? 'without one' : `at ${name(weak)}`}.`
    + (removed ? ` Once the field is removed, what was learned in it still tells that of ${removed}.` : '');
}

function sayRun() {
  place('accuracy-note').textContent = seeds > 1
    ? `Means over ${seeds} seeds; bars are standard deviations.`
    : 'One seed: no error bars. More seeds make some.';
  list(place('facts'), {
    Device: `${report.device.name}: ${report.device.source}`, Settings: report.settings.join('; '),
    Updates: `${report.backend}; threads: ${report.threads}`, Products: report.products,
    Processor: `${report.machine.cpu}, ${report.machine.cores} cores`, System: report.machine.os, Java: report.machine.jdk,
    Version: report.version, Command: report.command,
  });
}

const ends = [...new Set([rates[0], rates.at(-1)])];
const layers = ['hidden', 'output'];
saySummary();
if (rates.length > 1 || fields.length <= 2) drawAgainstRate();
if (fields.length > 2) drawAgainstField();
for (const rate of ends) drawCourses(rate, `Accuracy, rate ${number(rate)}`, { label: 'test images told right, %' }, c => c.accuracies.map(hundred));
for (const rate of ends) drawCourses(rate, `Loss, rate ${number(rate)}`, { label: 'loss' }, c => c.losses);
for (const rate of ends) layers.forEach((layerName, layer) => drawWeights(rate, layer, layerName));
for (const field of [...new Set([fields.at(-1), fields[0]])]) {
  const shown = course(ends.at(-1), field);
  if (shown) layers.forEach((layerName, layer) => drawDevices(shown, layer, layerName));
}
sayRun();
