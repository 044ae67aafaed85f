/** The style of an embedded page: light or dark as its reader has it, on a phone as on paper. */
import { PALETTES, type Scheme } from '../../domain/picturing/look/palette.ts';
import type { Colours } from '../../domain/picturing/svg/line-markup.ts';

const NAMES = Object.keys(PALETTES.light).filter((name) => name !== 'standing') as (keyof Omit<Colours, 'standing'>)[];

/** The colours of a scheme as properties of the page. */
function properties(scheme: Scheme): string {
  const palette = PALETTES[scheme];
  return [...NAMES.map((name) => `--${name}:${palette[name]}`), ...palette.standing.map((colour, rank) => `--standing-${rank}:${colour}`)].join(';');
}

/** The drawing names the colours that the page has. */
export const PAGE_COLOURS: Colours = {
  ...(Object.fromEntries(NAMES.map((name) => [name, `var(--${name})`])) as Record<(typeof NAMES)[number], string>),
  standing: PALETTES.light.standing.map((_, rank) => `var(--standing-${rank})`),
};

/** Shares of its own size below which the drawing is not shown: it is then moved in its frame. On a phone it is looked at more closely. */
const LEAST = { wide: 0.62, phone: 0.8 };

/** @param width of the drawing */
export const embedStyle = (width: number): string =>
  `
:root { color-scheme: light dark; ${properties('light')} }
@media (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem 1.25rem 3rem; font: 1rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
main { max-width: 110rem; margin: 0 auto; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.1rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
p { margin: 0 0 .6rem; }
a { color: var(--accent); }
.meta, .facts, .how { font: .85rem/1.5 system-ui, sans-serif; color: var(--second); }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.view { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 2fr) minmax(18rem, 1fr); align-items: start; margin-top: 1rem; }
figure { margin: 0; min-width: 0; }
.drawing { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.drawing svg { display: block; width: 100%; height: auto; min-width: ${Math.round(width * LEAST.wide)}px; }
.drawing [tabindex] { cursor: pointer; outline: none; }
.drawing [tabindex]:not(.line):focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.drawing [aria-pressed="true"]:not(.line) { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
/* A line is chosen by its way: a box around it would hold half the drawing. */
.drawing .line[aria-pressed="true"] .reach { stroke: var(--accent); stroke-opacity: .3; }
.drawing .line:focus-visible .reach { stroke: var(--accent); stroke-opacity: .5; }
.drawing .line:hover .reach { stroke: var(--accent); stroke-opacity: .15; }
.side { max-height: 44rem; overflow-y: auto; padding-right: .5rem; }
.side h2 { margin-top: 0; }
ol, ul { margin: 0; padding-left: 1.6rem; }
.side ol { padding-left: 2.6rem; }
li { margin-bottom: .6rem; }
.since { font-weight: 600; }
sup { font: .7rem/1 system-ui, sans-serif; }
button { font: .85rem/1.4 system-ui, sans-serif; color: var(--accent); background: var(--surface); border: 1px solid var(--accent); border-radius: 8px; padding: .45rem .8rem; margin-bottom: .6rem; cursor: pointer; }
a:focus-visible, button:focus-visible, .side:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none; }
@media (max-width: 60rem) {
  .view { grid-template-columns: minmax(0, 1fr); }
  .side { max-height: none; }
  button { min-height: 44px; }
  .drawing svg { min-width: ${Math.round(width * LEAST.phone)}px; }
}
@media print {
  :root { color-scheme: light; ${properties('light')} }
  body { padding: 0; font-size: 10pt; background: none; }
  .view { display: block; }
  .side { max-height: none; overflow: visible; }
  .drawing { overflow: visible; border: 0; }
  .drawing svg { min-width: 0; }
  .how, .skip, button { display: none; }
  li[hidden] { display: list-item; }
  h2 { break-after: avoid; }
}
@page { margin: 18mm 16mm; }
`.trim();
