/* What pages are made of. All text of the data goes in as text, never as markup. */

/** JSON has no NaN and no infinity, so they come as words. */
const notFinite = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity]]);
const revive = (key, value) => notFinite.has(value) ? notFinite.get(value) : value;
const report = JSON.parse(document.getElementById('data').textContent, revive);
const { device, fields } = report;
const unit = device.unit;
const place = id => document.getElementById(id);
const largest = Math.max(...fields.map(f => Math.abs(f.field)));
const shade = field => largest > 0 ? Math.abs(field) / largest : 0;
const name = field => `h\u00a0=\u00a0${number(field)}`;
const percent = v => `${Math.round(100 * v)} %`;

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  if (text != null) made.textContent = text;
  made.append(...children);
  return made;
}

/** A table in a box that scrolls; the first cell of a row is its name. A cell may be a node. */
function table(caption, head, rows) {
  const cell = (tag, value, scope) => {
    const made = value instanceof Node ? element(tag, null, value) : element(tag, value);
    if (scope) made.scope = scope;
    return made;
  };
  const made = element('table', null,
    element('caption', caption),
    element('thead', null, element('tr', null, ...head.map(h => cell('th', h, 'col')))),
    element('tbody', null, ...rows.map(([first, ...rest]) =>
      element('tr', null, cell('th', first, 'row'), ...rest.map(v => cell('td', v))))));
  const scroll = element('div', null, made);
  scroll.className = 'scroll';
  scroll.tabIndex = 0; // so that the arrow keys scroll a wide one
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', caption);
  return scroll;
}

/** A field with a dot in its colour. */
function swatch(field) {
  const { from, to, part } = shadeBetween(shade(field));
  const dot = element('span');
  dot.className = 'swatch';
  dot.style.background = `color-mix(in srgb, var(${to}) ${100 * part}%, var(${from}))`;
  return element('span', null, dot, number(field));
}

/** A figure: its caption, the chart, and the same numbers as a table to open. */
function figure(target, title, subtitle, spec, format) {
  target.append(element('figcaption', title, element('small', subtitle)));
  drawChart(target, spec);
  const shown = spec.lines.filter(l => l.kind !== 'points');
  const rows = spec.x.values.map((x, i) => [format(x), ...shown.map(l => l.values[i] == null ? '' : digits(l.values[i]))]);
  const numbers = table(subtitle, [spec.x.label, ...shown.map(l => l.label)], rows);
  target.append(element('details', null, element('summary', 'The same as a table'), numbers));
}
