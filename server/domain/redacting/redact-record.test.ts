/** A redacted person is told as one whose name was redacted, with the day, and as nothing else: no source fails to name the person, and no curator chose the words. */
import { expect, it } from 'vitest';
import { contextOf } from '../testing/narration-context.ts';
import type { Entity, Voice } from '../model/records.ts';
import { nameInProse, voiceInProse } from '../telling/in-prose.ts';
import { redactRecord } from './redact-record.ts';
import { RedactionScope } from './redaction.ts';

const anna: Entity = { id: 'anna-quist', dataset: 'x', type: 'Person', kind: 'clerk', names: [{ text: 'Anna Quist', lang: 'en', kind: 'primary' }] };
const voice: Voice = { id: 'anna-quist', dataset: 'x', name: 'Anna Quist', entities: ['anna-quist'], stake: 'none' };
const scope = new RedactionScope(anna.id);
scope.addId(anna.id);
scope.addRecord('entity', anna);
const redaction = scope.redaction({ salt: 'salt', on: '2026-11-30' });

it('in the record, with the day', () => {
  const after = redactRecord(redaction, 'entity', anna);
  expect(after).toMatchObject({ type: 'Person', redacted: '2026-11-30', unnamed: true });
  expect(after.names).toEqual([{ text: expect.stringMatching(/^Person [0-9a-f]{4}, name redacted on 2026-11-30$/), lang: 'en', kind: 'label' }]);
  expect(JSON.stringify(after)).not.toMatch(/quist|clerk/i);
});
it('in a sentence, as a person or as a voice', () => {
  const after = redactRecord(redaction, 'entity', anna);
  const ctx = contextOf({ entities: [after] });
  expect(nameInProse(after.id, ctx).text).toMatch(/^the person [0-9a-f]{4} \(name redacted on 2026-11-30\)$/);
  expect(voiceInProse(redactRecord(redaction, 'voice', voice), ctx).text).toMatch(/^the person [0-9a-f]{4} \(name redacted on 2026-11-30\)$/);
});
