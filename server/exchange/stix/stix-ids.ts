/** Ids of STIX objects: UUIDs of version 5 (RFC 4122) from the ids of records, so that every export of a record has one id. */
import { createHash } from 'node:crypto';

/** The namespace of Attest, made once by chance. */
const NAMESPACE = Buffer.from('b6a3f0a4c2f54d1d9f0e5a1c7e2d8b36', 'hex');

/** @param of what kind of record it is of, so that an entity and a claim of one id are two objects */
export function stixId(type: string, of: string, id: string): string {
  const digest = createHash('sha1').update(NAMESPACE).update(`${of}/${id}`).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const EXTENSION_ID = stixId('extension-definition', 'extension', 'records');
export const ATTEST_ID = stixId('identity', 'program', 'attest');
