/** Nobody gets a dossier with nothing in it. */
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { checkPublication, leaveOut } from '../../domain/publishing/publication-gate.ts';
import { contextOf } from '../../domain/testing/narration-context.ts';
import { refuseEmpty } from './refuse-empty.ts';

const ctx = contextOf({
  sources: [{ id: 'unread', seen: false }],
  claims: [{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [{ source: 'unread', locator: 1 }] }],
});
const request = { entities: ['man'], claims: ['c'] };
const whole = checkPublication(ctx, request);
const left = checkPublication(ctx, { ...inOneGo(leaveOut(ctx, request, whole.refused)), leftOut: whole.refused });
const nothing = checkPublication(ctx, { entities: ['man'], claims: [] });
const problem = (remedy: RegExp) =>
  expect.objectContaining({
    code: 'refused',
    details: { problems: [expect.objectContaining({ code: 'empty-dossier', remedy: expect.stringMatching(remedy) })] },
  });

describe('an empty dossier is refused, with what to do,', () => {
  it('where the gate leaves nothing of it', () => expect(() => refuseEmpty('markdown-dossier', 1, left)).toThrow(problem(/another path/)));
  it('where no claim is on view', () => expect(() => refuseEmpty('markdown-dossier', 1, nothing)).toThrow(problem(/move the dates/)));
  it('where no claim was chosen', () => expect(() => refuseEmpty('markdown-dossier', 0, nothing)).toThrow(problem(/at least one claim/)));
  it('but not one with a claim, nor another format', () => {
    expect(() => refuseEmpty('markdown-dossier', 1, whole)).not.toThrow();
    expect(() => refuseEmpty('own-json', 1, left)).not.toThrow();
  });
});
