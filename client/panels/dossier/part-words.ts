/** What a row says of a part of the dossier: its title, what it holds in short, and how it stands. */
import type { DossierPreview } from '../../api/queries.ts';
import type { Dossier } from '../../state/dossier/dossier.ts';
import type { KeptDossier } from '../../state/dossier/dossiers.ts';
import { words } from '../../i18n/messages.ts';

const t = words.dossier;
export type PartFacts = DossierPreview['parts'][number];

/** Its title, what was asked, or its number among the dossiers of the case. */
export const dossierName = ({ dossier: { title, asked }, number }: Pick<KeptDossier, 'dossier' | 'number'>): string =>
  title.trim() || asked.trim() || t.untitled(number);

/** The sentence of a claim, the title of a path with its number among them, else the kind of the part with the first of its words. */
export function partTitle(parts: Dossier['parts'], at: number, facts: PartFacts | undefined): string {
  const part = parts[at]?.part;
  if (!part) return '';
  const kind = t.kinds[part.kind];
  if (part.kind === 'path') {
    const number = parts.slice(0, at + 1).filter((one) => one.part.kind === 'path').length;
    return t.numbered(number, facts?.name ?? '…');
  }
  if (part.kind === 'claim') return t.claim(facts?.name ?? '…');
  if (part.kind === 'text') return part.heading === undefined || part.heading === '' ? kind : t.named(kind, part.heading);
  return facts?.name === undefined ? kind : t.named(kind, facts.name);
}

export type Mark = 'stands' | 'remarked' | 'refused' | 'left-out' | 'override' | 'empty';
export function markOf(facts: PartFacts | undefined): Mark | undefined {
  if (!facts) return undefined;
  return facts.state === 'stands' && facts.noResponse.length > 0 ? 'remarked' : facts.state;
}

export function partInShort({ part }: Dossier['parts'][number], facts: PartFacts | undefined): string {
  const standing = () => [...new Set(facts?.levels)].map((level) => words.standing[level]).join(', ');
  const remarks: string[] = facts && facts.state !== 'stands' ? [t.states[facts.state]] : [];
  if (facts && facts.noResponse.length > 0 && facts.state !== 'left-out') remarks.push(t.noResponse(facts.noResponse.join(', ')));
  const about = (): string => {
    switch (part.kind) {
      case 'lead':
      case 'text': {
        const said = [part.kind === 'text' ? part.heading : undefined, part.text].join(' ').trim();
        return said === '' ? t.noWords : t.ownWords(said.split(/\s+/).length);
      }
      case 'note':
      case 'assessment':
        return t.kinds[part.kind];
      case 'picture':
        return facts?.drawn ? t.picture(facts.drawn) : '';
      case 'answer':
        return facts ? t.footnotes(facts.paragraphs, facts.footnotes) : '';
      case 'path':
        return facts ? t.hops(part.claims.length, standing()) : '';
      case 'claim':
        return standing();
    }
  };
  return [about(), ...remarks].filter((line) => line !== '').join(' · ');
}
