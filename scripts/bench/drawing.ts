/**
 * `npm run bench:drawing`: how well drawings of many entities read, in our layout and beside plain ELK layered and fCoSE with straight lines. The networks are the
 * ready questions and the whole case of a running Attest (`--url http://…`; without it these are left out, and that is said), and generated ones of four sizes in
 * three shapes. The times are those of a page in Chromium. `--quick` takes sizes 60 and 120 alone; `--json` prints the figures.
 */
import { type Drawn, measureOurs, measurePlain, PLAIN, type PlainLayout } from '../../client/canvas/bench/drawing-measures.ts';
import { launchChromium, serveBenchPage } from './bench-page.ts';
import { printTable } from './print-table.ts';
import { networksOf } from './drawing-networks.ts';

const quick = process.argv.includes('--quick');
const asJson = process.argv.includes('--json');
const url = process.argv.find((word) => word.startsWith('--url='))?.slice('--url='.length);
const SIZES = quick ? [60, 120] : [60, 120, 250, 500];
/** The free room of a wide canvas, and of one between two open regions, in px. */
const ROOMS = [
  { width: 1400, height: 800 },
  { width: 750, height: 784 },
] as const;
/** Goals by number of entities, in the wide room: predicates legible as a share, and ms to the first picture. */
const GOAL = { predicates: { 60: 0.75, 120: 0.65, 250: 0.5 } as Readonly<Record<number, number>>, ms: 2_000, msUpTo: 250, crossings: 0.1, crossingsFrom: 50 };

interface Row {
  network: string;
  size: number;
  room: string;
  ours: Drawn & { ms: number; blocked: number };
  plain: Partial<Record<PlainLayout, Drawn>>;
}

const { address, close } = await serveBenchPage('client/canvas/bench');
const browser = await launchChromium();
const rows: Row[] = [];
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => console.error(`in the page: ${error.message}`));
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  if (url === undefined) console.error('No --url: the ready questions and the whole case are left out.');
  for (const { name, network } of await networksOf(url, SIZES))
    for (const room of ROOMS) {
      console.error(`${name}, ${network.entities.length} entities, ${room.width}×${room.height}…`);
      const made = await page.evaluate(([given, free]) => window.bench!.picture(given, free), [network, room] as const);
      const ours = { ...measureOurs(made.picture, room), ms: made.ms, blocked: made.blocked };
      const plain: Row['plain'] = {};
      if (room === ROOMS[0]) for (const layout of PLAIN) plain[layout] = await measurePlain(layout, network, room);
      rows.push({ network: name, size: network.entities.length, room: `${room.width}×${room.height}`, ours, plain });
    }
} finally {
  await browser.close();
  await close();
}

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(100 * share)} %`);
const ratio = (a: number, b: number | undefined): string => (b === undefined || b === 0 ? '–' : `${(a / b).toFixed(2)}×`);

function missed({ network, size, room, ours, plain }: Row): string[] {
  const out: string[] = [];
  const say = (text: string): void => void out.push(`${network}, ${room}: ${text}`);
  if (ours.hits > 0) say(`${ours.hits} lines through a body or name, goal 0`);
  if (ours.overlaps > 0) say(`${ours.overlaps} texts over others, goal 0`);
  if (size <= 120 && ours.names < 1) say(`${percent(ours.names)} of names legible, goal 100 %`);
  const predicates = GOAL.predicates[size];
  if (room === '1400×800' && predicates !== undefined && ours.predicates < predicates)
    say(`${percent(ours.predicates)} of predicates legible, goal ≥ ${percent(predicates)}`);
  const straight = plain['ELK layered']?.crossings ?? 0;
  if (straight >= GOAL.crossingsFrom && ours.crossings > straight * GOAL.crossings)
    say(`${ours.crossings} crossings, goal ≤ ${Math.floor(straight * GOAL.crossings)}`);
  if (size <= GOAL.msUpTo && ours.ms > GOAL.ms) say(`${Math.round(ours.ms)} ms to the first picture, goal ≤ ${GOAL.ms}`);
  return out;
}

if (asJson) console.log(JSON.stringify(rows));
else {
  const table = [
    [
      'network',
      'entities',
      'room',
      'boxes',
      'hits',
      'overlaps',
      'names',
      'predicates',
      'crossings',
      'used',
      'first picture',
      'longest block',
      ...PLAIN.flatMap((name) => [`${name}: hits`, 'overlaps', 'names', 'crossings', 'ours ÷ its']),
    ],
  ];
  for (const { network, size, room, ours, plain } of rows)
    table.push([
      network,
      String(size),
      room,
      String(ours.boxes),
      String(ours.hits),
      String(ours.overlaps),
      percent(ours.names),
      percent(ours.predicates),
      String(ours.crossings),
      percent(ours.used),
      `${Math.round(ours.ms)} ms`,
      `${Math.round(ours.blocked)} ms`,
      ...PLAIN.flatMap((name) => {
        const one = plain[name];
        return one
          ? [String(one.hits), String(one.overlaps), percent(one.names), String(one.crossings), ratio(ours.crossings, one.crossings)]
          : ['', '', '', '', ''];
      }),
    ]);
  printTable(table);
}
const bad = rows.flatMap(missed);
for (const line of bad) console.error(line);
process.exitCode = bad.length > 0 ? 1 : 0;
