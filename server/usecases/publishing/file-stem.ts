/** What an exported file is called, before its ending. */
import type { ExportFormat } from '../../exchange/format.ts';

/**
 * A file name of plain letters, because it is sent in a header.
 * @param format of an archive, whose ending does not tell it
 */
export function fileStem(title: string, revision: number, format?: ExportFormat): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `attest-${plain === '' ? 'export' : plain}-r${revision}${format === undefined ? '' : `-${format}`}`;
}
