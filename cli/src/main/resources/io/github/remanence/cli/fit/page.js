/* Fills the page of a fit from its data. */

const { trains, families, notes, scatter } = report;
const tabulated = families.length === 0;
const polarities = ['potentiation', 'depression'];
const of = polarity => trains.filter(t => t.polarity === polarity);
const title = text => text[0].toUpperCase() + text.slice(1);
const spread = train => Math.abs(train.fitted.at(-1) - train.fitted[0]);

/** Series of several trains over the pulses of them all; what a train has no value for is a gap. */
function overPulses(some, values) {
  const pulses = [...new Set(some.flatMap(t => t.pulses))].sort((a, b) => a - b);
  const series = some.map(t => {
    const at = new Map(t.pulses.map((n, i) => [n, values(t)[i]]));
    return pulses.map(n => at.get(n) ?? null);
  });
  return { x: { label: 'pulse number', short: 'pulse', values: pulses }, series };
}

const inField = (t, values, more) => ({ kind: 'line', label: name(t.field), t: shade(t.field), values, ...more });

function drawCurves(polarity) {
  const some = of(polarity);
  const measured = overPulses(some, t => t.measured);
  const fitted = overPulses(some, t => t.fitted);
  const lines = some.flatMap((t, i) => [
    inField(t, fitted.series[i]),
    { kind: 'points', label: `${name(t.field)}, measured`, t: shade(t.field), values: measured.series[i] },
  ]);
  add('charts', title(polarity), `conductance in ${unit}: circles measured, lines ${tabulated ? 'the table' : 'the fit in each field'}`, {
    x: measured.x, y: { label: unit }, lines,
    description: `Measured conductances of ${polarity} over the pulse number with a line for each field. The table below has the numbers of the lines.`,
  });
  // Less than a millionth of a percent is rounding.
  const rounded = v => Math.abs(v) < 1e-6 ? 0 : v;
  const left = overPulses(some, t => t.measured.map((w, i) => rounded(100 * (w - t.fitted[i]) / spread(t))));
  const most = 1.1 * Math.max(0.1, ...left.series.flat().map(Math.abs));
  add('charts', `${title(polarity)}: what the ${tabulated ? 'table' : 'fit'} leaves`, 'measured mean less the line, in % of the range', {
    x: left.x, y: { label: '% of the range', from: -most, to: most },
    lines: [...some.map((t, i) => inField(t, left.series[i], { markers: true })), { kind: 'limit', label: 'none', values: left.x.values.map(() => 0) }],
    description: `Residuals of ${polarity} over the pulse number. The table below has the numbers.`,
  });
}

function add(target, caption, subtitle, spec) {
  const made = element('figure');
  place(target).append(made);
  figure(made, caption, subtitle, spec, number);
}

/** A number of both polarities against the field: circles as found in each field, the line the device. */
function againstField(y, found, device) {
  const values = fields.map(f => f.field);
  const at = (polarity, value) => fields.map(f => {
    const train = of(polarity).find(t => t.field === f.field);
    return train ? value(train) : null;
  });
  const lines = polarities.filter(p => of(p).length > 0).flatMap(p => device(p).concat(found(p))
    .map(({ value, ...more }) => ({ t: p === 'depression' ? 0 : 1, ...more, values: at(p, value) })));
  return {
    x: { label: `field h${report.fieldUnit ? ` (${report.fieldUnit})` : ''}`, short: 'field', values }, y, lines,
    description: `${y.label} against the field. The table below has the numbers.`,
  };
}

const estimate = (train, which) => train.estimates.find(e => e.name === which);

function drawLaw() {
  const bend = p => [{ kind: 'line', label: p, value: t => t.law.bend }];
  const bends = p => tabulated ? [] : [
    { kind: 'points', label: `${p}, found`, value: t => estimate(t, 'bend').value },
    { kind: 'limit', label: `${p}, from`, value: t => estimate(t, 'bend').low },
    { kind: 'limit', label: `${p}, to`, value: t => estimate(t, 'bend').high },
  ];
  const ends = p => ['start', 'end'].map(which => ({ kind: 'line', label: `${p}, ${which}`, value: t => t.law[which] }));
  const endsFound = p => tabulated
    ? [{ kind: 'points', label: p, value: t => t.fitted[0] }, { kind: 'points', label: p, value: t => t.fitted.at(-1) }]
    : ['start', 'end'].map(which => ({ kind: 'points', label: `${p}, ${which}, found`, value: t => estimate(t, which).value }));
  add('law-charts', 'The bend \u03bd', 'line: the device; circles: found in each field; dashed: the interval', againstField({ label: '\u03bd' }, bends, bend));
  add('law-charts', 'The window', 'lines: the device; circles: found in each field', againstField({ label: unit }, endsFound, ends));
  const s = { x: { label: 'field h', short: 'field', values: fields.map(f => f.field) }, y: { label: 's', from: -0.03, to: 1.03 },
    lines: [{ kind: 'line', markers: true, label: 's', t: 0, values: fields.map(f => f.linearisation) },
      ...(report.lawFrom ? ['low', 'high'].map(end => ({ kind: 'limit', label: end === 'low' ? 's, from' : 's, to', values: fields.map(f => f[end]) })) : [])],
    description: 'The linearisation s against the field. The table below has the numbers.' };
  add('law-charts', 'The linearisation s', 'joined by straight lines; dashed: the interval', s);
}

function sayLaw() {
  place('law-note').textContent = fields.length === 1 ? `Measured in one field: ${name(fields[0].field)}.`
    : report.lawFrom ? `s is read from the ${report.lawFrom}; every other number of the device is a straight line in s.`
    : 'No number changes with the field by more than its errors.';
  if (fields.length > 1) drawLaw();
}

/** Without a bend that says the same as the nonlinearity. */
const shown = train => train.estimates.filter(e => e.name !== 'bend' || !estimate(train, 'nonlinearity'));

function sayChoice() {
  if (tabulated) return place('choice').remove();
  place('families').append(table('Error of what was left out, in % of the range', ['family', ...polarities.filter(p => of(p).length > 0)],
    [...new Set(families.map(f => f.family))].map(family => [family, ...polarities.filter(p => of(p).length > 0).map(p => {
      const found = families.find(f => f.family === family && f.polarity === p);
      return found ? `${found.chosen ? 'taken: ' : ''}${digits(100 * found.error)}` : 'not fitted';
    })])));
  place('estimates').append(table('What was found in each field, with 95 % intervals', ['field h', 'polarity', 'number', 'value', 'from', 'to'],
    trains.flatMap(t => shown(t).map(e =>
      [swatch(t.field), t.polarity, e.name === 'bend' ? '\u03bd' : e.name, precise(e.value), precise(e.low), precise(e.high)]))));
  place('errors-note').textContent = `Errors come from ${[...new Set(trains.map(t => t.errors))].join('; or from ')}.`;
}

/** Five digits: ends of a window are compared. */
const precise = v => !Number.isFinite(v) ? 'unknown' : v === 0 ? '0' : isPlain(v) ? v.toPrecision(5) : v.toExponential(4);

function sayScatter() {
  if (tabulated) return place('scatter').remove();
  const none = 'none to be seen';
  const percentOr = v => v === 0 ? none : `${digits(100 * v)} %`;
  const { cycleNoise } = scatter;
  list(place('scatter-facts'), {
    'Devices': `${scatter.devices}, each with up to ${scatter.cycles} cycle${scatter.cycles === 1 ? '' : 's'} of a train`,
    'From device to device': `factor on the pulses: ${percentOr(scatter.pulses)}; start of potentiation: ${percentOr(scatter.min)}; start of`
      + ` depression: ${percentOr(scatter.max)} (standard deviations, relative)`,
    'From cycle to cycle': cycleNoise.sigma === 0 ? none
      : `sigma ${digits(cycleNoise.sigma)}, ${cycleNoise.convention.toLowerCase().replaceAll('_', '-')}`,
    'Of a reading': scatter.readNoise === 0 ? none : `${digits(scatter.readNoise)} ${unit}`,
  });
}

place('device-name').textContent = device.name;
document.title = `Remanence fit: ${device.name}`;
place('notes').append(...notes.map(note => element('li', note)));
place('curves-note').textContent = 'Where a train was repeated the circles are means.';
polarities.filter(p => of(p).length > 0).forEach(drawCurves);
sayChoice();
sayLaw();
sayScatter();
list(place('facts'), { Measurements: report.measurements, Version: report.version, Command: report.command });
