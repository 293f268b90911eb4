/* Fills the page from its data. All text of the data goes in as text, never as markup. */

const { updates } = report;

const range = ({ curve }) => curve.maxConductance - curve.minConductance;
const scaled = (field, w) => (w - field.curve.minConductance) / range(field);

/** The nonlinearity of an exponential response; of another one its family. */
const bend = (curve, polarity) => curve[polarity].nonlinearity === undefined
  ? device.zeroField[polarity].family
  : digits(curve[polarity].nonlinearity);

/** Whether all pulses of an update are taken at once. */
const closedForm = ['potentiation', 'depression'].every(p => device.zeroField[p].family === 'exponential');

/** The weakest field named below its curve, the strongest above. */
function fieldNotes() {
  const notes = fields.map(() => null);
  notes[notes.length - 1] = { text: name(fields.at(-1).field), at: 0.4, right: 4, up: 12, align: 'left' };
  notes[0] = { text: name(fields[0].field), at: 0.3, right: -4, up: -20, align: 'right' };
  return notes;
}

/** Kernel as lines, reference as circles, for one polarity; scale maps a value for the y axis. */
function curves(polarity, y, scale, description) {
  const notes = polarity === 'depression' ? fieldNotes() : [];
  const lines = kind => fields.map((f, i) => ({
    note: kind === 'kernel' ? notes[i] : null,
    kind: kind === 'kernel' ? 'line' : 'points',
    label: kind === 'kernel' ? name(f.field) : `${name(f.field)}, reference`,
    t: shade(f.field),
    values: f[polarity][kind].map(w => scale(f, w)),
  }));
  const all = [...lines('kernel'), ...lines('reference')];
  const pulses = { label: 'pulse number', short: 'pulse', values: fields[0][polarity].pulses };
  return { x: pulses, y, lines: all, description };
}

/** From the lowest to the highest of all windows, with a little room. */
function allWindows() {
  const low = Math.min(...fields.map(f => f.curve.minConductance));
  const high = Math.max(...fields.map(f => f.curve.maxConductance));
  const room = 0.03 * (high - low);
  return { from: low - room, to: high + room };
}

function drawResponses(polarity, falls) {
  const verb = falls ? 'falls' : 'rises';
  const shape = curves(polarity, { label: 'u', from: -0.03, to: 1.03 }, scaled,
    `u ${verb} over the pulse number, one curve for each field. The table below has the numbers.`);
  const real = curves(polarity, { label: `w (${unit})`, ...allWindows() }, (f, w) => w,
    `w ${verb} over the pulse number, one curve for each field. The table below has the numbers.`);
  figure(place(`${polarity}-normalised`), 'The shape', 'value scaled to its window, u', shape, number);
  figure(place(polarity), 'The value', `w in ${unit}`, real, number);
}

const ratio = trace => trace.firstStep / trace.lastStep;

const isLine = f => Math.abs(ratio(f.depression) - 1) < 0.005;

/** One sentence on the steps of depression in a field. */
function steps(f) {
  const { firstStep, lastStep } = f.depression;
  return isLine(f)
    ? `At ${name(f.field)} every pulse lowers w by ${digits(firstStep)}: a line.`
    : `At ${name(f.field)} the first pulse lowers w by ${digits(firstStep)} and the last by ${digits(lastStep)},`
      + ` ${digits(ratio(f.depression))} to 1: a curve.`;
}

function sayField() {
  const [weak, strong] = [fields[0], fields.at(-1)];
  if (!isLine(weak) && isLine(strong)) place('field-title').textContent = 'Depression: from a curve to a line';
  const price = range(strong) < range(weak) ? 'The price is range' : 'The range';
  place('field-summary').textContent = fields.length === 1 ? steps(weak)
    : `${steps(weak)} ${steps(strong)} ${price}: ${digits(range(strong))} instead of ${digits(range(weak))} (unit: ${unit}).`;
  const upwards = [...new Set(fields.map(f => digits(ratio(f.potentiation))))];
  place('potentiation-summary').textContent = upwards.length === 1
    ? `In every field the first pulse raises w ${upwards[0]} times as much as the last: the shape stays, the window moves.`
    : `The first pulse raises w ${upwards.join(', ')} times as much as the last, from the weakest field to the strongest.`;
  place('field-table').append(table('What the field does, in numbers',
    ['field h', 'linearisation s', 'ν depression', 'ν potentiation', 'window', 'range', 'first step down', 'last step down', 'first : last'],
    fields.map(({ field, linearisation, curve, depression }) => [
      swatch(field), number(linearisation), bend(curve, 'depression'), bend(curve, 'potentiation'),
      `${digits(curve.minConductance)} to ${digits(curve.maxConductance)}`, digits(curve.maxConductance - curve.minConductance),
      digits(depression.firstStep), digits(depression.lastStep), digits(ratio(depression)),
    ])));
}

/** What the updates of a kind are, in words. */
const train = kind => ({
  uniform: `${report.train} pulses for every device`,
  int8: `-${report.train} to ${report.train} pulses, for each device its own`,
})[kind];

const sizes = [...new Set(updates.map(u => u.rows))];
const kinds = [...new Set(updates.map(u => u.pulses))];
const found = (kind, field, rows) => updates.find(u => u.pulses === kind && u.field === field && u.rows === rows);

/** Something measured against the size of the crossbar, one line a field, and a limit. */
function againstSize(kind, y, value, limit) {
  const lines = fields.map(f => ({ kind: 'line', markers: true, label: name(f.field), t: shade(f.field),
    values: sizes.map(rows => value(found(kind, f.field, rows))) }));
  return {
    x: { label: 'rows and columns', short: 'size', values: sizes, ticks: sizes, log: 2, format: String },
    y, lines: [...lines, { kind: 'limit', label: limit.label, values: sizes.map(limit.at) }],
    description: `${y.label} against the size of the crossbar for ${train(kind)}. The table below has the numbers.`,
  };
}

function drawMeasured(target, title, y, value, limit) {
  for (const kind of kinds) {
    const spec = againstSize(kind, y, value, limit);
    const made = element('figure');
    place(target).append(made);
    figure(made, train(kind), title, spec, n => `${n} x ${n}`);
  }
}

function drawSpeed() {
  const all = updates.flatMap(u => [u.gigabytesPerSecond, u.ceiling]);
  const y = { label: 'GB/s', log: 10, from: Math.min(...all), to: Math.max(...all) };
  const ceiling = rows => Math.max(...updates.filter(u => u.rows === rows).map(u => u.ceiling));
  drawMeasured('speed', 'bytes moved a second, logarithmic', y, u => u?.gigabytesPerSecond, { label: 'ceiling', at: ceiling });
}

function drawAccuracy() {
  const finite = updates.map(u => u.worstShare).filter(Number.isFinite);
  const y = { label: 'share of the bound', from: 0, to: 1.1 * Math.max(1, ...finite) };
  drawMeasured('accuracy', 'largest error, as a share of the stated bound', y, u => u?.worstShare, { label: 'bound', at: () => 1 });
}

/** Of all updates the one with the largest value; what is no number counts as the largest. */
function most(value) {
  const order = u => Number.isNaN(value(u)) ? Infinity : value(u);
  return updates.reduce((a, b) => order(a) >= order(b) ? a : b);
}

function sayMeasured() {
  const [fast, slow, worst] = [most(u => -u.nsPerDevice), most(u => u.nsPerDevice), most(u => u.worstShare)];
  const told = u => `${digits(u.nsPerDevice)} ns a device (${u.rows} x ${u.cols}, ${train(u.pulses)})`;
  place('speed-summary').textContent = `Backend ${report.backend}, ${report.threads} thread${report.threads === 1 ? '' : 's'}:`
    + ` from ${told(fast)} to ${told(slow)}.${closedForm ? ' The number of pulses and the field do not change the work.' : ''}`;
  place('accuracy-summary').textContent = `Against the reference in double precision the largest error is ${percent(worst.worstShare)} of the stated`
    + ` bound, ${digits(worst.worstUlp)} ulp (${worst.rows} x ${worst.cols}, ${name(worst.field)}, ${train(worst.pulses)}).`;
  place('updates-table').append(table('Time is the median; quartiles in brackets',
    ['size', 'field h', 'pulses', 'backend', 'ns a device', 'GB/s', 'share of ceiling', 'largest error, ulp', 'share of bound', 'devices compared'],
    updates.map(u => [`${u.rows} x ${u.cols}`, swatch(u.field), u.pulses, u.backend,
      `${digits(u.nsPerDevice)} (${digits(u.lowerQuartile)} to ${digits(u.upperQuartile)})`, digits(u.gigabytesPerSecond),
      percent(u.shareOfCeiling), digits(u.worstUlp), percent(u.worstShare), String(u.devicesCompared)])));
}

function sayRun() {
  const facts = {
    Device: `${device.name}: ${device.source}`, Backend: report.backend, Threads: String(report.threads),
    Processor: `${report.machine.cpu}, ${report.machine.cores} cores`, Memory: `${number(report.machine.memoryBytes / 2 ** 30)} GiB`,
    System: report.machine.os, Java: report.machine.jdk,
    Date: report.date, Version: report.version, Command: report.command,
  };
  list(place('facts'), facts);
  const verdict = place('verdict');
  verdict.classList.toggle('broken', !report.boundKept);
  verdict.textContent = report.boundKept
    ? 'Every update measured here kept its stated bound of error.'
    : 'An update broke its stated bound of error; see Accuracy.';
}

fillSlots();
document.title = `Remanence: ${device.name}`;
sayField();
drawResponses('depression', true);
drawResponses('potentiation', false);
sayMeasured();
drawSpeed();
drawAccuracy();
sayRun();
