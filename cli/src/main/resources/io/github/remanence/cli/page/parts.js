/* What all pages are made of. All text of the data goes in as text, never as markup. */

/** JSON has no NaN and no infinity, so they come as words. */
const notFinite = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity]]);
const revive = (key, value) => notFinite.has(value) ? notFinite.get(value) : value;
const report = JSON.parse(document.getElementById('data').textContent, revive);
const place = id => document.getElementById(id);
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

/** A name with a dot in the colour t of the way from no field to the largest one. */
function swatchOf(t, name) {
  const { from, to, part } = shadeBetween(t);
  const dot = element('span');
  dot.className = 'swatch';
  dot.style.background = `color-mix(in srgb, var(${to}) ${100 * part}%, var(${from}))`;
  return element('span', null, dot, name);
}

/** A figure's caption and chart. Browsers do not name a figure by its caption, so that it is named here. */
function captioned(target, title, subtitle, spec) {
  target.setAttribute('aria-label', title);
  target.append(element('figcaption', title, element('small', subtitle)));
  drawChart(target, spec);
}

/** A figure: its caption, the chart, and the same numbers as a table to open. */
function figure(target, title, subtitle, spec, format) {
  captioned(target, title, subtitle, spec);
  const shown = spec.lines.filter(l => l.kind !== 'points');
  const rows = spec.x.values.map((x, i) => [format(x), ...shown.map(l => l.values[i] == null ? '' : digits(l.values[i]))]);
  const numbers = table(`${title}: ${subtitle}`, [spec.x.label, ...shown.map(l => l.label)], rows);
  const summary = element('summary', 'The same as a table');
  summary.setAttribute('aria-label', `The same as a table: ${title}`);
  target.append(element('details', null, summary, numbers));
}

/** Terms and what they are, in a list that is there already. */
function list(target, facts) {
  for (const [term, value] of Object.entries(facts)) {
    target.append(element('dt', term), element('dd', null, term === 'Command' ? element('code', value) : value));
  }
}

/** Puts data where the page names it. */
function fillSlots() {
  for (const slot of document.querySelectorAll('[data-text]')) {
    slot.textContent = slot.dataset.text.split('.').reduce((value, key) => value[key], report);
  }
}
