/** Records of our CSV set as members of a curated file; the check of the file says what of a cell is wrong. */

type Cells = ReadonlyMap<string, string>;
type Members = Record<string, unknown>;

/** Members with something in them. */
function filled(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
const at = (cells: Cells, column: string): string | undefined => cells.get(column) || undefined;
const isTrue = (cells: Cells, column: string): true | undefined => (cells.get(column) === 'true' ? true : undefined);
const list = (cells: Cells, column: string): string[] => (cells.get(column) || '').split('; ').filter((one) => one !== '');

export function csvEntity(cells: Cells): Members & { id: string } {
  const unnamed = isTrue(cells, 'unnamed');
  return {
    id: cells.get('id') ?? '',
    ...filled({ type: at(cells, 'type'), kind: at(cells, 'kind'), unnamed, generic: isTrue(cells, 'generic'), aggregate: isTrue(cells, 'aggregate') }),
    names: [{ text: cells.get('label') ?? '', lang: 'und', kind: unnamed ? 'label' : 'primary' }],
  };
}

export function csvSource(cells: Cells): Members & { id: string } {
  const [carried, how] = [at(cells, 'text_of'), at(cells, 'text_of_how')];
  return {
    id: cells.get('id') ?? '',
    ...filled({
      ...Object.fromEntries(['kind', 'publisher', 'title', 'language', 'url', 'archive', 'voice'].map((column) => [column, at(cells, column)])),
      authors: list(cells, 'authors'),
      urlBasis: at(cells, 'url_basis'),
      published: dated(cells, 'published'),
      textOf: carried === undefined ? undefined : { source: carried, how },
    }),
    seen: cells.get('seen') === 'true',
  };
}

/** What a voice has to win or lose has no column: it is taken for a party. */
export function csvVoice(cells: Cells): Members & { id: string } {
  return { id: cells.get('voice') ?? '', name: cells.get('voice_name') ?? '', stake: 'unclear' };
}

function dated(cells: Cells, column: string): Members | undefined {
  const edtf = at(cells, column);
  return edtf === undefined ? undefined : { edtf, basis: at(cells, `${column}_basis`) };
}

export function csvCitation(cells: Cells): Members {
  const days = list(cells, 'happened');
  const bases = list(cells, 'happened_basis');
  const happened = days.map((edtf, i) => ({ edtf, basis: bases[i] }));
  const sentence = at(cells, 'sentence');
  return filled({
    source: at(cells, 'source'),
    locator: locator(at(cells, 'place')),
    stance: at(cells, 'stance'),
    paraphrase: cells.get('paraphrase') ?? '',
    standing: filled({ level: at(cells, 'level'), by: at(cells, 'by'), on: dated(cells, 'on'), case: at(cells, 'case') }),
    ...Object.fromEntries(['quote', 'hedge', 'reading', 'origin', 'as', 'stage', 'outcome'].map((column) => [column, at(cells, column)])),
    statedBy: at(cells, 'stated_by'),
    originBasis: at(cells, 'origin_basis'),
    through: list(cells, 'through'),
    happened: happened.length > 1 ? happened : happened[0],
    count: quantity(cells, 'count'),
    amount: quantity(cells, 'amount'),
    sentence: sentence === undefined ? undefined : { text: sentence, basis: 'inferred' },
    offences: list(cells, 'offences'),
    importOnly: isTrue(cells, 'import_only'),
  });
}

function quantity(cells: Cells, column: string): Members | undefined {
  const number = (bound: string) => {
    const text = at(cells, `${column}_${bound}`);
    return text === undefined ? undefined : Number.isFinite(Number(text)) ? Number(text) : text;
  };
  const found = filled({ min: number('min'), max: number('max'), approx: isTrue(cells, `${column}_approx`), unit: at(cells, `${column}_unit`) });
  return Object.keys(found).length === 0 ? undefined : { ...found, basis: 'inferred' };
}

/** As `describeLocator` writes it. */
function locator(place: string | undefined): Members | undefined {
  const [, kind, rest = ''] = /^(paragraph|page|at|record) ([^]*)$/.exec(place ?? '') ?? [];
  if (kind === 'paragraph') return { paragraph: Number(rest) };
  if (kind === 'page') return { page: /^[1-9]\d{0,5}$/.test(rest) ? Number(rest) : rest };
  if (kind === 'at') return { timecode: rest };
  return kind === 'record' ? { record: rest } : undefined;
}
