/** Writes the files of a multipart upload to the disk as they arrive. Limits are named, and a client that stalls is disconnected. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError } from '../domain/model/errors.ts';
import { withProgress } from './plugins/progress-guard.ts';
import type { Upload, UploadFolder } from './upload-folder.ts';

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
 * @throws AppError `too-large` or `too-many-requests` with the name of the limit; `invalid` where there is no file, a name is no relative path, or the upload is
 * no multipart or breaks off; `timeout` after `stallMs` without a byte of a file or without the next file. Nothing of it is then kept.
 */
export async function readUpload(request: FastifyRequest, folder: UploadFolder, stallMs: number): Promise<Upload> {
  const upload = await folder.begin();
  try {
    await readParts(request, upload, stallMs);
    return upload;
  } catch (error) {
    await upload.release();
    throw isKnown(error) ? error : notWellFormed(error);
  }
}

async function readParts(request: FastifyRequest, upload: Upload, stallMs: number): Promise<void> {
  for await (const part of withProgress(request.parts(), stallMs)) {
    if (part.type !== 'file') throw new AppError('invalid', 'Only files are taken; options go into the query.');
    const name = part.filename ? relativePath(part.filename) : `file ${upload.files.length + 1}`;
    await upload.add(name, withProgress<Buffer>(part.file, stallMs));
  }
  if (upload.files.length === 0) throw new AppError('invalid', 'The upload holds no file. Send one or more parts named `file`.');
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
 * Whether the error has a message of its own: it is an AppError, a limit of the parser or a fault of the disk. Any other error of the parser means that the bytes are no multipart
 * or end too early.
 */
function isKnown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A fault of our disk.
  const isOfSystem = 'syscall' in error && 'code' in error && error.code !== 'ECONNRESET';
  return error instanceof AppError || isOfSystem || ('statusCode' in error && error.statusCode === 413);
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
