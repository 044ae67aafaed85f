/** What became of a record in each of its states: made once, and not again where a redaction left nothing that differs. */
import { expect, it } from 'vitest';
import { didIn } from './record-history-panel.tsx';

const record = { id: 'p', dataset: 'case' };
it('is made, changed, changed in what is no longer kept, or taken away', () => {
  const field = { field: 'names', before: null, after: [] };
  expect(didIn({ record, fields: [field, { ...field, field: 'type' }] } as never)).toBe('created');
  expect(didIn({ record, fields: [{ ...field, before: [] }] } as never)).toBe('changed');
  expect(didIn({ record, fields: [] } as never)).toBe('alike');
  expect(didIn({ record: null, fields: [field] } as never)).toBe('removed');
});
