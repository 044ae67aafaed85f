/** `npm run compare -- --before published=2022-12 --after published=2024-03`: two states of the case beside each other. Exit codes: 0 answered, 1 refused, 2 could not run. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Clocks } from '../server/domain/model/questions.ts';
import { allBut, entitiesOf, instantOf } from './lib/comparing/resolve-names.ts';
import { runComparison } from './lib/comparing/run-comparison.ts';

interface Options {
  before: Clocks;
  after: Clocks;
  happened?: string;
  published?: string;
  recorded?: string;
  firmOnly: boolean;
  datasets: string[];
  with: string[];
  changes?: string[];
  from: string[];
  to: string[];
  json: boolean;
  csv: boolean;
}

runComparison('compare', () => {
  const each = (value: string, all: string[]): string[] => [...all, value];
  const dates = (flags: string, about: string) => new Option(flags, about).argParser(clock).default({}, 'everything on record');
  const list = (flags: string, about: string) => new Option(flags, about).argParser(each).default([], 'none');
  const command = new Command('compare')
    .description('What differs between two states of the case: two dates, two choices of datasets, two change sets.')
    .addOption(dates('--before <clock=date>', 'the first state, as published=2022-12; may be repeated for happened and recorded'))
    .addOption(dates('--after <clock=date>', 'the second state'))
    .option('--happened <date>', 'both as it happened by this date (EDTF)')
    .option('--published <date>', 'both as it was published by this date')
    .option('--recorded <date>', 'both as it was recorded at this date')
    .option('--firm-only', 'both without what is undated, or may be later', false)
    .addOption(list('--datasets <id>', 'the first state has these datasets alone; may be repeated'))
    .addOption(list('--with <id>', 'the second has these as well; may be repeated'))
    .option('--changes <ids...>', 'two change sets: the case after each of them')
    .addOption(list('--from <id>', 'where paths begin; may be repeated, an id or a name'))
    .addOption(list('--to <id>', 'where paths end'))
    .option('--json', 'as JSON', false)
    .option('--csv', 'as a CSV table', false)
    .exitOverride()
    .parse(process.argv.slice(2), { from: 'user' });
  const { from, to, changes, datasets, with: others, json, csv, ...given } = command.opts<Options>();
  if (json && csv) command.error('error: --json and --csv exclude each other.');
  if (from.length > 0 !== to.length > 0) command.error('error: --from and --to go together.');
  if (changes !== undefined && changes.length !== 2) command.error('error: --changes takes two change sets.');
  if (others.length > 0 && datasets.length === 0) command.error('error: --with is what the second has besides --datasets.');
  const isAsked = changes !== undefined || datasets.length > 0 || Object.keys({ ...given.before, ...given.after }).length > 0;
  if (!isAsked) command.error('error: say what to compare: --before and --after, --datasets and --with, or --changes.');
  const { happened, published, recorded, firmOnly } = given;
  const both = Object.fromEntries(
    Object.entries({ happened, published, recorded, ...(firmOnly ? { firmOnly } : {}) }).filter(([, value]) => value !== undefined),
  );
  return {
    json,
    csv,
    askedOf: async (db) => {
      const instants = changes ? await Promise.all(changes.map((id) => instantOf(db, id))) : [];
      const at = (i: number): Clocks => (instants[i] === undefined ? {} : { recorded: instants[i] });
      const left = async (kept: readonly string[]) => (kept.length === 0 ? {} : { without: { datasets: await allBut(db, kept) } });
      return {
        before: { ...both, ...given.before, ...at(0), ...(await left(datasets)) },
        after: { ...both, ...given.after, ...at(1), ...(await left(datasets.length === 0 ? [] : [...datasets, ...others])) },
        ...(from.length === 0 ? {} : { trace: { from: { ids: await entitiesOf(db, from) }, to: { ids: await entitiesOf(db, to) } } }),
      };
    },
  };
});

/** `published=2022-12`, or a day alone, which is of publication. */
function clock(text: string, known: Clocks): Clocks {
  const [, name = 'published', date = ''] = /^(?:(happened|published|recorded)=)?([^=]+)$/.exec(text) ?? [];
  if (date === '') throw new InvalidArgumentError('write happened=, published= or recorded= with a date, as in published=2022-12.');
  return { ...known, [name]: date };
}
