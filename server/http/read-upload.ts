/** Writes the files of a multipart upload to the disk as they arrive. Limits are named, and a client that stalls is disconnected. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError, pointerOf } from '../domain/model/errors.ts';
import { withProgress } from './plugins/progress-guard.ts';
import { startImport } from '../contract/routes/imports.ts';
import { describeIssues } from '../contract/describe-issues.ts';
import { MAPPING_FORMAT } from '../contract/table-mapping.ts';
import type { Upload, UploadFolder } from './upload-folder.ts';

/** Bytes of a part with JSON: room for as many records to leave out as may be named. */
const PART_BYTES = API_LIMITS.largeBodyBytes;
/** Parts with JSON; one more that is no file is read, so that it can be named. */
const JSON_PARTS = startImport.multipart.pick({ leaveOut: true, mapping: true }).shape;
type JsonParts = { [Name in keyof typeof JSON_PARTS]?: z.infer<(typeof JSON_PARTS)[Name]> };
const SHAPES = {
  leaveOut: 'send a list like [{"file": "case.json", "pointer": "/claims/12"}]',
  mapping: `send an object like {"format": "${MAPPING_FORMAT}", "tables": [...]}`,
} as const satisfies Record<keyof JsonParts, string>;
const isJsonPart = (name: string): name is keyof JsonParts => Object.hasOwn(JSON_PARTS, name);
/** File File names keep their folder (`f1/dataset.json`), because two folders may hold files of one name. */
const OPTIONS = {
  preservePath: true,
  limits: {
    fileSize: API_LIMITS.uploadBytes,
    files: API_LIMITS.uploadFiles,
    fields: Object.keys(JSON_PARTS).length + 1,
    fieldSize: PART_BYTES,
    parts: API_LIMITS.uploadFiles + Object.keys(JSON_PARTS).length + 1,
    headerPairs: 50,
  },
  throwFileSizeLimit: true,
};

export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, OPTIONS);
}

/**
 * @throws AppError `too-large` or `too-many-requests` with the name of the limit; `invalid` where there is no file, a part is none, a name is no relative path, or
 * the upload is no multipart or breaks off; `refused` where a name stands twice, which the description of the API cannot say; `timeout` after `stallMs` without a byte of a file or without the next file. Nothing of it is then kept.
 */
export async function readUpload(request: FastifyRequest, folder: UploadFolder, stallMs: number): Promise<Upload & JsonParts> {
  const upload = await folder.begin();
  try {
    return { ...upload, ...(await readParts(request, upload, stallMs)) };
  } catch (error) {
    await upload.release();
    throw isKnown(error) ? error : notWellFormed(error);
  }
}

async function readParts(request: FastifyRequest, upload: Upload, stallMs: number): Promise<JsonParts> {
  const json: JsonParts = {};
  for await (const part of withProgress(request.parts(), stallMs)) {
    if (part.type !== 'file' && isJsonPart(part.fieldname)) {
      Object.assign(json, { [part.fieldname]: jsonOf(part.fieldname, part.value) });
      continue;
    }
    if (part.type !== 'file')
      throw partFault(
        'no-file',
        part.fieldname,
        'is no file',
        'send files, each in a part with a file name, what to leave out as "leaveOut", and what the columns of tables mean as "mapping"; options go into the query',
      );
    const name = part.filename ? relativePath(part.filename) : `file ${upload.files.length + 1}`;
    if (upload.files.some((file) => file.name === name))
      throw partFault(
        'duplicate-file',
        part.fieldname,
        `holds a second file called ${JSON.stringify(name)}`,
        'send each file once; two of one name with the folders they stand in ("folder/file.json")',
        'refused',
      );
    await upload.add(name, withProgress<Buffer>(part.file, stallMs));
  }
  if (upload.files.length === 0)
    throw partFault('missing-file', 'file', 'is missing: the upload holds no file', 'send one or more files in parts named "file"');
  return json;
}

/** @throws AppError `invalid` where the part does not have its form */
function jsonOf(name: keyof JsonParts, text: unknown): unknown {
  const schema: z.ZodType = JSON_PARTS[name].unwrap();
  let value: unknown;
  try {
    value = typeof text === 'string' ? JSON.parse(text) : text;
  } catch {
    throw partFault('no-json', name, 'is no JSON', SHAPES[name]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = [...describeIssues(parsed.error.issues, schema, value)].map((problem) => ({ ...problem, pointer: `/${name}${problem.pointer ?? ''}` }));
  throw new AppError('invalid', `The part "${name}": ${problems.map(({ message }) => message).join('; ')}.`, { problems });
}

function partFault(code: string, field: string, reason: string, remedy: string, as: 'invalid' | 'refused' = 'invalid'): AppError {
  const message = `The part ${JSON.stringify(field)} ${reason}`;
  return new AppError(as, `${message}.`, { problems: [{ code, message, remedy, pointer: pointerOf([field]) }] });
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
