/* Fills the page of a study of speed from its data. */

const { runs, comparison, scaling } = report;
const run = runs.at(-1);
const forms = run.rows.filter(r => r.form);
const isCeiling = r => r.benchmark === 'CeilingBenchmark.scale';
const ceilings = run.rows.filter(isCeiling);
const distinct = values => [...new Set(values)];
const devicesOf = size => { const [rows, cols] = size.split('x').map(Number); return rows * (cols ?? rows); };
const share = v => v == null ? '' : percent(v);
const significant = v => v == null ? '' : digits(v);
const hide = id => { place(id).hidden = true; };
const say = (id, warning) => { place(id).textContent = warning ?? ''; place(id).hidden = !warning; };
const shadeOf = (i, n) => n > 1 ? i / (n - 1) : 0;

/** A table whose columns sort: a cell is text or a node, or {shown, by} with what it is sorted by. */
function sortable(caption, head, rows) {
  const shown = rows.map(row => row.map(c => c?.shown ?? c));
  const region = table(caption, head.map(name => { const b = element('button', name); b.type = 'button'; return b; }), shown);
  const body = region.querySelector('tbody');
  const lines = [...body.rows].map((line, i) => ({ line, keys: rows[i].map(c => c?.by ?? c) }));
  const heads = [...region.querySelectorAll('thead th')];
  heads.forEach(h => h.setAttribute('aria-sort', 'none'));
  heads.forEach((cell, column) => cell.firstChild.addEventListener('click', () => {
    const down = cell.getAttribute('aria-sort') === 'ascending';
    heads.forEach(h => h.setAttribute('aria-sort', 'none'));
    cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''), 'en', { numeric: true });
    lines.sort((a, b) => (down ? -1 : 1) * compare(a.keys[column], b.keys[column]));
    body.append(...lines.map(l => l.line));
  }));
  return region;
}

const cell = (value, show = significant) => ({ shown: show(value), by: value ?? -1 });
const whole = v => Number.isInteger(v) ? String(v) : digits(v);
/** A form in few words, and what it is measured at. */
const shortName = name => {
  const r = run.rows.find(one => one.name === name);
  return r?.form ? `${r.form}, ${r.params.size}, h = ${r.params.field}, ${r.params.threads} thread${r.params.threads === '1' ? '' : 's'}${distinct(forms.map(f => f.params.backend)).length > 1 ? `, ${r.params.backend}` : ''}` : name;
};
const range = r => `${significant(r.lowNs)} to ${significant(r.highNs)}`;

function drawLimits() {
  if (forms.length === 0) return hide('limits');
  say('limits-warning', run.warning);
  place('limits-note').textContent = run.note ?? '';
  const limited = forms.some(r => r.share != null);
  if (!limited) {
    hide('limits-explained');
    place('limits-title').textContent = 'Each form';
  }
  const columns = [
    ['form', r => r.description],
    ['size', r => ({ shown: r.params.size, by: devicesOf(r.params.size) })],
    ['threads', r => cell(Number(r.params.threads), number)],
    ['ns a device', r => cell(r.ns)],
    ...(limited ? [['share', r => cell(r.share, share)], ['limit', r => r.limit ?? '']] : []),
    ['bytes', r => cell(r.bytes)],
    ['flops', r => cell(r.flops)],
    ['GB/s', r => cell(r.bytes / r.ns)],
    ['field', r => cell(Number(r.params.field), number)],
    ['backend', r => r.params.backend],
    ['forks', range],
  ];
  const caption = `Updates${limited ? ' beside their limits' : ''}; a button in the head sorts`;
  place('limits-table').append(sortable(caption, columns.map(([head]) => head), forms.map(r => columns.map(([, of]) => of(r)))));
}

/** Roofs of each size and number of threads, and the forms under them. */
function drawRoofline() {
  const under = forms.filter(r => r.share != null);
  if (under.length === 0) return;
  const groups = distinct(under.map(r => `${r.params.size}, ${r.params.threads} thread${r.params.threads === '1' ? '' : 's'}`));
  const groupOf = r => `${r.params.size}, ${r.params.threads} thread${r.params.threads === '1' ? '' : 's'}`;
  for (const [i, group] of groups.entries()) {
    const members = under.filter(r => groupOf(r) === group);
    const { ceilingGigabytes: gigabytes, ceilingGigaflops: gigaflops } = members[0];
    const at = r => r.flops / r.bytes;
    const xs = members.map(at);
    const ridge = gigaflops / gigabytes;
    const values = distinct([...xs, ridge, 0.25, 64, ...Array.from({ length: 33 }, (_, k) => 0.25 * 2 ** (k / 4))]).sort((a, b) => a - b);
    const names = new Map(distinct(xs).map(x => [x, distinct(members.filter(r => at(r) === x).map(r => r.form)).join(', ')]));
    const speed = r => r.flops / r.ns;
    const best = values.map(x => { const there = members.filter(r => at(r) === x); return there.length ? Math.max(...there.map(speed)) : null; });
    const first = distinct(members.map(r => r.form)).map(form => members.filter(r => r.form === form).reduce((a, b) => speed(b) > speed(a) ? b : a));
    const lines = [
      { kind: 'line', label: 'limit', t: shadeOf(i, groups.length), values: values.map(x => Math.min(gigaflops, x * gigabytes)) },
      { kind: 'marks', label: 'measured', t: shadeOf(i, groups.length), values: best,
        notes: members.map(r => ({ i: values.indexOf(at(r)), value: speed(r), text: first.includes(r) ? r.form : '' })) },
    ];
    const low = Math.min(...members.map(speed));
    add('roofline-charts', `Roofline of ${group}`, `GFLOP/s against flops a byte; ceilings ${digits(gigabytes)} GB/s and ${digits(gigaflops)} GFLOP/s`, {
      x: { label: 'flops a byte', short: '', values, log: 2, ticks: [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64], legend: x => names.has(x) ? `${names.get(x)}, ${digits(x)} flops a byte` : `${digits(x)} flops a byte` },
      y: { label: 'GFLOP/s', log: 10, from: Math.min(low, gigabytes / 4), to: gigaflops }, lines,
      description: `Roofline of ${group}: the limit rises with the flops a byte and ends at ${digits(gigaflops)} GFLOP/s; measured are, in GFLOP/s at flops a byte, ${first.map(r => `${r.form} ${digits(speed(r))} at ${digits(at(r))}`).join(', ')}.`,
    }, false);
  }
}

function add(target, title, subtitle, spec, numbers = true) {
  const made = element('figure');
  place(target).append(made);
  if (numbers) return figure(made, title, subtitle, spec, number);
  captioned(made, title, subtitle, spec);
}

/** Time a device along one parameter, the others as most rows have them: a line a form, and the ceiling. */
function drawSweep(param, title, x, others, log) {
  const fixed = r => Object.entries(others).every(([name, value]) => r.params[name] === value);
  const some = forms.filter(r => r.params.backend === mostOf('backend') && fixed(r));
  const at = r => x.of(r.params[param]);
  const values = distinct(some.map(at)).sort((a, b) => a - b);
  if (values.length < 2) return;
  const found = (rows, v) => rows.find(r => at(r) === v)?.ns ?? null;
  const names = distinct(some.map(r => r.form)).filter(f => some.filter(r => r.form === f).length > 1);
  const lines = names.map((f, i) => ({ kind: 'line', markers: true, label: f, t: shadeOf(i, names.length), values: values.map(v => found(some.filter(r => r.form === f), v)) }));
  const limit = ceilings.filter(r => param === 'field' || Object.entries(others).every(([n, v]) => r.params[n] == null || r.params[n] === v));
  if (param !== 'field' && limit.length > 1) lines.push({ kind: 'limit', label: 'ceiling', values: values.map(v => found(limit, v)) });
  const all = lines.flatMap(l => l.values).filter(v => v != null);
  const told = Object.entries(others).map(([n, v]) => `${n} ${v}`).join(', ');
  add('sweep-charts', title, `ns a device, logarithmic; ${told}`, {
    x: { label: x.label, short: x.short, values, log, ticks: values, format: x.format },
    y: { label: 'ns a device', log: 10, from: Math.min(...all), to: Math.max(...all) }, lines,
    description: `${title}: nanoseconds a device, one line for each form. The table below has the numbers.`,
  });
}

/** The value of a parameter that most rows have. */
function mostOf(param) {
  const counts = new Map();
  forms.forEach(r => counts.set(r.params[param], (counts.get(r.params[param]) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function drawSweeps() {
  if (forms.length === 0) return hide('sweeps');
  const small = distinct(forms.map(r => r.params.size)).sort((a, b) => devicesOf(a) - devicesOf(b));
  drawSweep('size', 'Size', { of: devicesOf, label: 'devices', short: 'devices', format: v => v >= 1e6 ? `${number(v / 1e6)} M` : v >= 1e3 ? `${number(v / 1e3)} k` : number(v) }, { field: mostOf('field'), threads: '1' }, 10);
  for (const size of small) drawSweep('field', `Field, ${size}`, { of: Number, label: 'field h', short: 'h' }, { size, threads: '1' });
  for (const size of small) drawSweep('threads', `Threads, ${size}`, { of: Number, label: 'threads', short: 'threads' }, { size, field: mostOf('field') });
  if (place('sweep-charts').childElementCount === 0) hide('sweeps');
}

/** The peer's loop, and the form that does the same. */
const beside = { int8: 'int8', float32: 'gradient' };

function drawPeers() {
  const peers = run.rows.filter(r => r.params.loop && r.ns != null && beside[r.params.loop]);
  const pairs = peers.flatMap(p => forms.filter(r => r.form === beside[p.params.loop] && r.params.size === p.params.size && r.params.threads === (p.params.threads ?? '1') && r.params.backend === mostOf('backend') && r.params.field === mostOf('field')).map(r => [p, r]));
  if (pairs.length === 0) return hide('peers');
  place('peers-table').append(sortable('Time of the peer over that of Remanence', ['form', 'peer', 'size', 'threads', 'peer, ns a device', 'Remanence', 'peer / Remanence'],
    pairs.map(([p, r]) => [r.description, p.benchmark.startsWith('NumPy') ? 'NumPy' : 'C++', p.params.size, p.params.threads ?? '1', cell(p.ns), cell(r.ns), cell(p.ns / r.ns)])));
}

function drawHistory() {
  if (runs.length < 2 || comparison?.paired) return hide('history');
  const size = distinct(forms.map(r => r.params.size));
  const values = runs.map((_, i) => i + 1);
  for (const s of size) {
    const keys = distinct([...forms, ...ceilings].filter(r => r.params.size === s && r.params.threads === '1' && (r.params.backend ?? mostOf('backend')) === mostOf('backend') && (r.params.field ?? mostOf('field')) === mostOf('field')).map(r => r.name));
    const find = (one, key) => one.rows.find(r => r.name === key);
    const label = key => find(run, key).form ?? 'ceiling';
    const lines = keys.map((key, i) => {
      const first = runs.map(one => find(one, key)?.ns).find(v => v != null);
      return { kind: isCeiling(find(run, key)) ? 'limit' : 'line', markers: true, label: label(key), t: shadeOf(i, keys.length), values: runs.map(one => { const ns = find(one, key)?.ns; return ns == null ? null : ns / first; }) };
    });
    if (lines.length === 0) continue;
    const all = lines.flatMap(l => l.values).filter(v => v != null);
    add('history-charts', `Runs, size ${s}`, 'time over that of the first run', {
      x: { label: 'run', short: 'run', values, ticks: values, legend: i => `${runs[i - 1].name}${runs[i - 1].header ? `, ${runs[i - 1].header.started.slice(0, 10)}, ${runs[i - 1].header.commit}` : ''}` },
      y: { label: 'time / first', from: Math.min(0.9, ...all) * 0.98, to: Math.max(1.1, ...all) * 1.02 }, lines,
      description: `Runs, size ${s}: time of each form, divided by that of the first. The table below has the numbers.`,
    });
  }
}

function drawComparison() {
  if (!comparison) return hide('comparison');
  const slower = comparison.rows.some(r => r.verdict === 'slower');
  place('verdict').textContent = comparison.headline;
  place('verdict').classList.toggle('broken', slower);
  place('verdict').classList.toggle('unsure', !slower && comparison.rows.some(r => r.verdict === 'too noisy to tell'));
  place('comparison-note').textContent = `New: ${comparison.newName}; old: ${comparison.oldName}; ${comparison.paired ? 'measured by turns' : 'two runs'}. Slower means by more than ${digits(100 * comparison.tolerance)} %. Processor time, where there is one thread, does not count what other programs take. A row finds slowdowns of the ratio under "finds" and more.`
    + (comparison.machineRatio == null ? '' : ` The machine's own ceilings took ${digits(comparison.machineRatio)} times as long: that much of a ratio is the machine.`);
  say('comparison-warning', comparison.warnings.join(' '));
  const ends = comparison.rows.flatMap(r => [r.low, r.high]).filter(v => Number.isFinite(v) && v > 0).map(Math.log2);
  const reach = Math.min(2, Math.max(0.1, ...ends.map(Math.abs)));
  const at = v => Math.min(100, Math.max(0, 50 + 50 * Math.log2(v) / reach));
  const interval = r => {
    const box = element('span', null, element('u'), element('i'), element('b'));
    box.className = `interval ${r.verdict === 'slower' || r.verdict === 'faster' ? r.verdict : ''}`;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', `from ${digits(r.low)} to ${digits(r.high)}`);
    box.title = `${digits(r.ratio)}, 95 % from ${digits(r.low)} to ${digits(r.high)}`;
    const [line, bar, dot] = box.children;
    line.style.left = `${at(1)}%`;
    bar.style.left = `${at(r.low)}%`;
    bar.style.width = `${Math.max(0.5, at(r.high) - at(r.low))}%`;
    dot.style.left = `${at(r.ratio)}%`;
    return box;
  };
  const word = r => { const made = element('span', r.verdict); made.className = r.verdict; return made; };
  place('comparison-table').append(sortable(`New time over old, with 95 % intervals from ${digits(2 ** -reach)} to ${digits(2 ** reach)}, the dashed line is 1`, ['benchmark', 'new / old', 'interval', 'from', 'to', 'p slower', 'finds', 'verdict', 'time'],
    comparison.rows.toSorted((a, b) => b.ratio - a.ratio).map(r => [shortName(r.name), cell(r.ratio), { shown: interval(r), by: r.ratio }, cell(r.low), cell(r.high), cell(r.slower), cell(r.finds), { shown: word(r), by: r.verdict }, r.time])));
}

function drawScaling() {
  if (!scaling) return hide('scaling');
  for (const chart of scaling.charts) {
    const all = chart.lines.flatMap(l => l.values).filter(v => v != null);
    add('scaling-charts', chart.title, chart.subtitle, {
      x: { label: chart.xLabel, short: chart.xLabel, values: chart.x, ticks: chart.logX ? undefined : chart.x, log: chart.logX ? 10 : undefined },
      y: { label: chart.yLabel, ...(chart.logY ? { log: 10 } : {}), from: chart.logY ? Math.min(...all) : 0, to: Math.max(...all) * (chart.logY ? 1 : 1.05) },
      lines: chart.lines.map((l, i) => ({ kind: l.limit ? 'limit' : 'line', markers: true, label: l.label, t: shadeOf(i, chart.lines.length), values: l.values })),
      description: `${chart.title}: ${chart.subtitle}. The table below has the numbers.`,
    });
  }
  for (const t of scaling.tables) place('scaling-tables').append(sortable(t.caption, t.head, t.rows.map(row => row.map(v => typeof v === 'number' ? cell(v, whole) : v))));
  place('scaling-notes').append(...scaling.notes.map(note => element('li', note)));
}

function drawAll() {
  place('all-table').append(sortable('Every row of the last run', ['benchmark and parameters', 'ns a device', 'forks', 'number of forks', 'bytes', 'GFLOP/s of the peak'],
    run.rows.map(r => [r.name, cell(r.ns), r.ns == null ? '' : range(r), cell(r.forks, number), cell(r.bytes), cell(r.gigaflops)])));
}

/** For whoever reads one sentence: the form nearest to its limit, and the farthest on the same backend. */
function saySummary() {
  const all = forms.filter(r => r.share != null).sort((a, b) => b.share - a.share);
  const known = all.filter(r => r.params.backend === all[0].params.backend);
  if (known.length < 2) return;
  const nearest = known.length < all.length ? `Of the backend ${known[0].params.backend}, nearest` : 'Nearest';
  const told = r => `"${r.description}" (${r.params.size}, ${r.params.threads} thread${r.params.threads === '1' ? '' : 's'}) takes ${digits(r.ns)} ns a device, ${share(r.share)} of what its ${r.limit} allow`;
  place('summary').textContent = run.warning ?? `${nearest} to its limit: ${told(known[0])}. Farthest: ${told(known.at(-1))}.`;
}

function sayRun() {
  const { header } = run;
  const facts = { Results: run.name };
  if (header) {
    const { machine } = header;
    Object.assign(facts, {
      Processor: `${machine.cpu}, ${machine.cores} cores`, Caches: header.caches.join(', ') || 'not told by this system',
      Memory: `${Math.round(machine.memoryBytes / 2 ** 20)} MiB`, System: machine.os, Java: machine.jdk,
      ...(header.backends.length > 0 ? { Backends: header.backends.join('; ') } : {}),
      Flags: header.flags.join(' '), Commit: header.commit, Started: header.started,
      Load: `${digits(header.loadBefore)} before, ${digits(header.loadAfter)} after (programs that want a processor)`,
      Forks: header.done < header.total ? `${header.done} of ${header.total}: interrupted` : String(header.done),
    });
  }
  list(place('facts'), { ...facts, Version: report.version, Command: header?.command ?? report.command });
}

saySummary();
drawComparison();
drawScaling();
drawLimits();
drawRoofline();
drawSweeps();
drawPeers();
drawHistory();
drawAll();
sayRun();
