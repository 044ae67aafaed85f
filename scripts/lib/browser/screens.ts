/** Names of screenshots, which of them the README shows, and the entities and claims on a page, which the publication gate must allow. */

export interface Refusal {
  label: string;
  reason: string;
  remedy: string;
}
/** View, width and scheme → file name in the README. */
const PICTURES: Readonly<Record<string, string>> = {
  'opening 1440 light': 'opening.png',
  'trace 1440 light': 'trace.png',
  'claim and contents 1440 light': 'workbench-light.png',
  'claim and contents 1440 dark': 'workbench-dark.png',
  'claim and contents 390 light': 'phone.png',
};

export function pictureOf(view: string, width: number, scheme: string): string | undefined {
  return PICTURES[`${view} ${width} ${scheme}`];
}

export function fileOfPicture({ name, width, scheme, locale }: { name: string; width: number; scheme: string; locale: string }): string {
  return `${name.replaceAll(' ', '-')}-${width}-${scheme}${locale === 'en' ? '' : `-${locale}`}.png`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The panel in the link of a view, where the link holds the view itself. */
function panelOf(hash: string): { kind?: unknown; id?: unknown } {
  try {
    const link: unknown = JSON.parse(Buffer.from(hash, 'base64url').toString('utf8'));
    return isRecord(link) && isRecord(link.panel) ? link.panel : {};
  } catch {
    return {};
  }
}

/** Entities and claims on a page: those drawn, listed by the canvas beside the drawing, and the one opened in the panel. */
export function shownIn(drawn: string | null, hash: string): { entities: string[]; claims: string[] } {
  const { entities = [], claims = [] } = JSON.parse(drawn ?? '{}') as { entities?: string[]; claims?: string[] };
  const { kind, id } = panelOf(hash);
  if (kind === 'claim' && typeof id === 'string') claims.push(id);
  if (kind === 'entity' && typeof id === 'string') entities.push(id);
  return { entities: [...new Set(entities)], claims: [...new Set(claims)] };
}
