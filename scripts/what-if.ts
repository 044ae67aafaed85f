/** `npm run what-if -- --strike voice:<id or name>`: what falls if somebody had said nothing; `--with edits.json`: what a draft would do. Exit codes: 0 answered, 1 refused, 2 could not run. */
import { Command, Option } from 'commander';
import { entitiesOf, struckOf } from './lib/comparing/resolve-names.ts';
import { readDraft } from './lib/comparing/read-draft.ts';
import { runComparison } from './lib/comparing/run-comparison.ts';

interface Options {
  strike: string[];
  with?: string;
  happened?: string;
  published?: string;
  recorded?: string;
  firmOnly: boolean;
  from: string[];
  to: string[];
  json: boolean;
  csv: boolean;
}

runComparison('say what falls', () => {
  const each = (value: string, all: string[]): string[] => [...all, value];
  const list = (flags: string, about: string) => new Option(flags, about).argParser(each).default([], 'none');
  const command = new Command('what-if')
    .description(
      'What falls, what is left only as a retelling and what stands if a voice, a source or a claim is struck; and what is gained and changes with a draft. Nothing is changed in the case.',
    )
    .addOption(list('--strike <what>', 'voice:, source:, claim: or dataset: with an id or a name; may be repeated'))
    .option('--with <file>', 'edits of a draft, as POST /api/changes/plan takes them, as if they had been written')
    .option('--happened <date>', 'as it happened by this date (EDTF)')
    .option('--published <date>', 'as it was published by this date')
    .option('--recorded <date>', 'as it was recorded at this date')
    .option('--firm-only', 'without what is undated, or may be later', false)
    .addOption(list('--from <id>', 'where paths begin; may be repeated, an id or a name'))
    .addOption(list('--to <id>', 'where paths end'))
    .option('--json', 'as JSON', false)
    .option('--csv', 'as a CSV table', false)
    .exitOverride();
  const {
    strike,
    with: edits,
    from,
    to,
    json,
    csv,
    happened,
    published,
    recorded,
    firmOnly,
  } = command.parse(process.argv.slice(2), { from: 'user' }).opts<Options>();
  if (strike.length === 0 && edits === undefined) command.error('error: say what is struck, as --strike voice:…, or what is added, as --with edits.json.');
  if (edits !== undefined && recorded !== undefined) command.error('error: --with and --recorded exclude each other: a draft is not recorded yet.');
  if (json && csv) command.error('error: --json and --csv exclude each other.');
  if (from.length > 0 !== to.length > 0) command.error('error: --from and --to go together.');
  const dates = Object.fromEntries(
    Object.entries({ happened, published, recorded, ...(firmOnly ? { firmOnly } : {}) }).filter(([, value]) => value !== undefined),
  );
  return {
    json,
    csv,
    askedOf: async (db) => ({
      before: dates,
      after: {
        ...dates,
        ...(strike.length > 0 ? { without: await struckOf(db, strike) } : {}),
        ...(edits === undefined ? {} : { draft: await readDraft(db, edits) }),
      },
      ...(from.length === 0 ? {} : { trace: { from: { ids: await entitiesOf(db, from) }, to: { ids: await entitiesOf(db, to) } } }),
    }),
  };
});
