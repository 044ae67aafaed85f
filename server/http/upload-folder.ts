/** The folder where uploads stand until their import has ended. Kept on the disk, because several may wait, and each may be larger than memory should hold. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError } from '../domain/model/errors.ts';
import type { StoredFile } from '../usecases/importing/import-jobs.ts';

export interface Upload {
  files: readonly StoredFile[];
  /**
   * Writes one more file.
   * @throws AppError `too-large` where the upload grows beyond `uploadBytes`, `too-many-requests` where all uploads together grow beyond `waitingUploadBytes`
   */
  add(name: string, chunks: AsyncIterable<Buffer>): Promise<void>;
  /** Removes the files. */
  release(): Promise<void>;
}
export interface UploadFolder {
  begin(): Promise<Upload>;
}

/** @param dir made where it is missing, and emptied at first use: what stands there was left by a process that was killed */
export function uploadFolder(dir: string): UploadFolder {
  let ready: Promise<void> | undefined;
  let waiting = 0;
  const prepare = async () => {
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
  };
  return {
    async begin() {
      ready ??= prepare();
      await ready.catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
      const own = await mkdtemp(join(dir, 'upload-'));
      const files: StoredFile[] = [];
      let total = 0;
      const count = (bytes: number) => {
        total += bytes;
        waiting += bytes;
        if (total > API_LIMITS.uploadBytes)
          throw new AppError('too-large', `The upload is larger than ${API_LIMITS.uploadBytes} bytes.`, {
            limit: { name: 'uploadBytes', value: API_LIMITS.uploadBytes },
          });
        if (waiting > API_LIMITS.waitingUploadBytes)
          throw new AppError('too-many-requests', `The uploads that wait to be imported are larger than ${API_LIMITS.waitingUploadBytes} bytes together.`, {
            limit: { name: 'waitingUploadBytes', value: API_LIMITS.waitingUploadBytes },
            retryAfter: 10,
          });
      };
      return {
        files,
        async add(name, chunks) {
          // Never a name of the caller's: two may differ only in what a file system does not tell apart.
          const path = join(own, String(files.length));
          const before = total;
          await pipeline(chunks, counted(count), createWriteStream(path));
          files.push({ name, path, size: total - before, read: () => readFile(path) });
        },
        async release() {
          waiting -= total;
          total = 0;
          await rm(own, { recursive: true, force: true });
        },
      };
    },
  };
}

function counted(count: (bytes: number) => void) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      count(chunk.byteLength);
      yield chunk;
    }
  };
}
