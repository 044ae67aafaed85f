/** The ISO 3166-1 code of a country by its name, and back; STIX asks every location for one, or for a region or coordinates. */

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes that `Intl` names and that are no countries in ISO 3166-1. */
const NOT_ASSIGNED = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'XK', 'QO', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

let codes: ReadonlyMap<string, string> | undefined;
/** Made when first asked for: it takes hundreds of questions to `Intl`, and most starts of the server export no STIX. */
const codeOf = (): ReadonlyMap<string, string> =>
  (codes ??= new Map(
    [...LETTERS].flatMap((first) =>
      [...LETTERS].flatMap((second) => {
        const code = first + second;
        const name = NOT_ASSIGNED.has(code) ? undefined : NAMES.of(code);
        // Codes that were taken back are told by the name of the state that followed.
        return name === undefined || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}` ? [] : [[name.toLowerCase(), code] as const];
      }),
    ),
  ));

/** @param names of one country, in any language; the first that is an English name of a country decides */
export function countryCode(names: readonly string[]): string | undefined {
  return names.flatMap((name) => codeOf().get(name.toLowerCase()) ?? [])[0];
}

/** The English name of the country with this code. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) && !NOT_ASSIGNED.has(code) ? NAMES.of(code) : undefined;
}
