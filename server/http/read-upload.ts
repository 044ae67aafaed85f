/** The files of a multipart upload, each read as it comes; limits are named, and a sender that stands still is let go. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_LIMITS } from '../contract/parts.ts';
import { AppError } from '../domain/errors.ts';
import { withProgress } from './plugins/progress-guard.ts';

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: API_LIMITS.uploadBytes, files: API_LIMITS.uploadFiles, fields: 0, parts: API_LIMITS.uploadFiles, headerPairs: 50 },
    throwFileSizeLimit: true,
  });
}

/** @throws AppError('too-large') naming the limit; AppError('invalid') without a file; AppError('timeout') after 10 s without a byte. */
export async function readUpload(request: FastifyRequest): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  let total = 0;
  for await (const part of request.parts()) {
    if (part.type !== 'file') throw new AppError('invalid', 'Only files are taken; options go into the query.');
    const chunks: Buffer[] = [];
    for await (const chunk of withProgress<Buffer>(part.file)) {
      total += chunk.byteLength;
      if (total > API_LIMITS.uploadBytes) {
        throw new AppError('too-large', `The upload is larger than ${API_LIMITS.uploadBytes} bytes.`, { limit: { name: 'uploadBytes', value: API_LIMITS.uploadBytes } });
      }
      chunks.push(chunk);
    }
    files.push({ name: part.filename || `file ${files.length + 1}`, bytes: Buffer.concat(chunks) });
  }
  if (files.length === 0) throw new AppError('invalid', 'The upload holds no file. Send one or more parts named `file`.');
  return files;
}
