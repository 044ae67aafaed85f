/** Exports a piece as FollowTheMoney entities: one JSON object a line, as FtM tools, Aleph and OpenSanctions read them. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { FTM_LOSES, ftmOfPiece, type FtmEntity } from '../ftm/ftm-of-piece.ts';
import { printedFile } from '../printed-lines.ts';

function* write(input: ExportInput): InSlices<ExportFile[]> {
  const entities = yield* ftmOfPiece(input);
  const lines = function* (): Generator<string, void> {
    for (const some of entities()) yield some.map((one) => `${JSON.stringify(proxyOf(one))}\n`).join('');
  };
  return [{ name: 'entities.ftm.json', mediaType: 'application/x-ndjson', text: lines }, printedFile(input.gate.printed, input.losses)];
}

export const ftmEntities: Exporter = {
  format: 'ftm-entities',
  label: 'FollowTheMoney entities',
  // Other names are kept as aliases, without who prints them.
  loses: [...ONLY_IN_OWN_FORMAT.filter((key) => key !== 'names'), 'witnessed', 'locators', 'pairing', ...FTM_LOSES],
  write,
};

function proxyOf({ id, schema, values }: FtmEntity): { id: string; schema: string; properties: Record<string, string[]> } {
  const properties = new Map<string, Set<string>>();
  for (const { prop, value } of values) properties.set(prop, (properties.get(prop) ?? new Set()).add(value));
  return { id, schema, properties: Object.fromEntries([...properties].map(([prop, set]) => [prop, [...set]])) };
}
