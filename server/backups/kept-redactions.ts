/** The redactions of a data folder, beside its backups: by them a backup that still names a person is known when it is restored. */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/model/errors.ts';
import type { KeptRedaction } from '../domain/redacting/marks.ts';

const FILE = 'redactions.json';
const list = z.array(z.strictObject({ id: z.string(), at: z.string(), person: z.string(), salt: z.string(), marks: z.array(z.string()) }));

/** @throws AppError `refused` where the file is there and cannot be read: it is not passed over */
export async function readKeptRedactions(folder: string): Promise<KeptRedaction[]> {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  try {
    return list.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new AppError(
      'refused',
      `The list of redactions ${path} cannot be read.`,
      { remedy: 'bring it back from another copy of the folder' },
      { cause: error },
    );
  }
}

export async function keepRedaction(folder: string, redaction: KeptRedaction): Promise<void> {
  const others = (await readKeptRedactions(folder)).filter(({ id }) => id !== redaction.id);
  await writeKept(folder, [...others, redaction]);
}

export async function forgetRedaction(folder: string, id: string): Promise<void> {
  await writeKept(
    folder,
    (await readKeptRedactions(folder)).filter((one) => one.id !== id),
  );
}

async function writeKept(folder: string, all: readonly KeptRedaction[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(all, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
