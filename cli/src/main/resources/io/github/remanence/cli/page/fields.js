/* What pages of a device in several fields are made of. */

const { device, fields } = report;
const unit = device.unit;
const largest = Math.max(...fields.map(f => Math.abs(f.field)));
const shade = field => largest > 0 ? Math.abs(field) / largest : 0;
const name = field => `h\u00a0=\u00a0${number(field)}`;

/** A field with a dot in its colour. */
const swatch = field => swatchOf(shade(field), number(field));
