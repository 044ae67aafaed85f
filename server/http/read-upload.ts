/** Reads the files of a multipart upload as they arrive. Limits are named, and a client that stalls is disconnected. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError } from '../domain/model/errors.ts';
import { withProgress } from './plugins/progress-guard.ts';

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/** File names keep their folder (`f1/dataset.json`), because two folders may hold files of one name. */
const OPTIONS = {
  preservePath: true,
  limits: { fileSize: API_LIMITS.uploadBytes, files: API_LIMITS.uploadFiles, fields: 0, parts: API_LIMITS.uploadFiles, headerPairs: 50 },
  throwFileSizeLimit: true,
};

export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, OPTIONS);
}

/**
 * @throws AppError `too-large` with the name of the limit; `invalid` where there is no file, a name is no relative path, or the upload is no multipart or
 * breaks off; `timeout` after `stallMs` without a byte of a file or without the next file
 */
export async function readUpload(request: FastifyRequest, stallMs: number): Promise<UploadedFile[]> {
  try {
    return await readParts(request, stallMs);
  } catch (error) {
    throw isKnown(error) ? error : notWellFormed(error);
  }
}

async function readParts(request: FastifyRequest, stallMs: number): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  let total = 0;
  for await (const part of withProgress(request.parts(), stallMs)) {
    if (part.type !== 'file') throw new AppError('invalid', 'Only files are taken; options go into the query.');
    const name = part.filename ? relativePath(part.filename) : `file ${files.length + 1}`;
    const chunks: Buffer[] = [];
    for await (const chunk of withProgress<Buffer>(part.file, stallMs)) {
      total += chunk.byteLength;
      if (total > API_LIMITS.uploadBytes) {
        throw new AppError('too-large', `The upload is larger than ${API_LIMITS.uploadBytes} bytes.`, {
          limit: { name: 'uploadBytes', value: API_LIMITS.uploadBytes },
        });
      }
      chunks.push(chunk);
    }
    files.push({ name, bytes: Buffer.concat(chunks) });
  }
  if (files.length === 0) throw new AppError('invalid', 'The upload holds no file. Send one or more parts named `file`.');
  return files;
}

/**
 * The name with `/` between folders.
 * @throws AppError `invalid` for a path that leads out of the upload
 */
function relativePath(filename: string): string {
  const path = filename.replaceAll('\\', '/');
  const leadsOut = path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').some((step) => step === '' || step === '.' || step === '..');
  if (leadsOut) {
    throw new AppError(
      'invalid',
      `The file name ${JSON.stringify(filename)} is no relative path. Name the file alone, or with the folders it stands in ("folder/file.json").`,
    );
  }
  return path;
}

/**
 * Whether the error has a message of its own: it is an AppError or a limit of the parser. Any other error of the parser means that the bytes are no multipart
 * or end too early.
 */
function isKnown(error: unknown): boolean {
  return error instanceof AppError || (error instanceof Error && 'statusCode' in error && error.statusCode === 413);
}

function notWellFormed(cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    'invalid',
    `The upload is not well-formed multipart: ${said}. Send multipart/form-data with the boundary named in Content-Type, each part whole and the closing boundary at the end.`,
    {},
    { cause },
  );
}
