/** Why an object of a bundle is not read at all: it is none, it is of another version, or its maker took it back. */
import { isObject } from '../foreign-values.ts';

const ID = /^([a-z][a-z0-9-]{1,200})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Cyber-observable objects need not say their version. */
const OBSERVABLES: ReadonlySet<string> = new Set(
  'artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr mac-addr mutex network-traffic process software url user-account windows-registry-key x509-certificate'.split(
    ' ',
  ),
);

export const isObservable = (type: string): boolean => OBSERVABLES.has(type);

export function faultOfObject(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object';
  const { type, id, spec_version: version } = value;
  if (typeof type !== 'string' || typeof id !== 'string') return 'it has no type, or no id';
  if (ID.exec(id)?.[1] !== type) return 'its id is not that of an object of its type';
  if (version === undefined && !OBSERVABLES.has(type)) return 'it does not say which version of STIX it is in (2.1 is read)';
  if (version !== undefined && version !== '2.1') return 'it is in another version of STIX than 2.1';
  if (value['revoked'] === true) return 'its maker revoked it';
  if (value['x_deprecated'] === true || value['x_mitre_deprecated'] === true) return 'its maker calls it deprecated';
  return undefined;
}
