/** Exports a piece as FollowTheMoney statements: one row for each value of a property, with the citation that gives it as its origin. */
import { hash } from 'node:crypto';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { FTM_LOSES, ftmOfPiece, type FtmEntity, type FtmValue } from '../ftm/ftm-of-piece.ts';
import { ftmPropType } from '../ftm/ftm-prop-types.ts';
import { printedFile } from '../printed-lines.ts';

const COLUMNS = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'dataset',
  'origin',
  'lang',
  'original_value',
  'external',
  'first_seen',
  'last_seen',
  'id',
];
/** What the curator says himself has no source. */
const OF_THE_CURATOR = 'attest';

/** A mark before a cell that a spreadsheet would run is a part of the value to FtM. */
const UNGUARDED =
  'The cells of statements.csv are as FollowTheMoney reads them: nothing keeps a spreadsheet from running one that looks like a formula. Open it with the tools of FollowTheMoney.';

function* write(input: ExportInput): InSlices<ExportFile[]> {
  const entities = yield* ftmOfPiece(input);
  const lines = function* (): Generator<string, void> {
    yield line(COLUMNS);
    for (const some of entities()) yield some.flatMap(statementsOf).map(line).join('');
  };
  return [printedFile(input.gate.printed, input.losses, UNGUARDED), { name: 'statements.csv', mediaType: 'text/csv', text: lines }];
}

export const ftmStatements: Exporter = {
  format: 'ftm-statements',
  label: 'FollowTheMoney statements',
  loses: [...ONLY_IN_OWN_FORMAT.filter((key) => key !== 'names'), 'witnessed', 'locators', ...FTM_LOSES],
  write,
};

/** The row of the id itself, then one for each value, no value of one source twice. */
function statementsOf(entity: FtmEntity): string[][] {
  const seen = new Set<string>();
  return [{ prop: 'id', value: entity.id }, ...entity.values].flatMap((value) => {
    const row = statement(entity, value);
    const id = row.at(-1) ?? '';
    if (seen.has(id)) return [];
    seen.add(id);
    return [row];
  });
}

function statement({ id: entity, schema }: FtmEntity, { prop, value, citation, source }: FtmValue): string[] {
  const dataset = source === undefined ? OF_THE_CURATOR : datasetName(source);
  // As FtM works it out: Statement.make_key of followthemoney 4.
  const id = hash('sha1', `${dataset}.${entity}.${prop}.${value}`, 'hex');
  return [entity, entity, prop, ftmPropType(prop), schema, value, dataset, citation ?? '', '', '', 'f', '', '', id];
}

/** FtM takes lower-case letters, digits and underscores as the name of a dataset. */
function datasetName(source: string): string {
  return `source_${source.replace(/[^a-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}`).replaceAll('-', '_')}`;
}

/** As Python's `unix` dialect writes it. Statements are read by FtM, which would take the mark that keeps a spreadsheet from running a cell for a part of the value. */
const line = (row: readonly string[]): string => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
