/** Guesses the language of a text from its letters and their sequences (franc), in the page: a text is not sent anywhere for it. */

/** Characters from which a guess is more often right than wrong. */
const ENOUGH = 60;
/** Characters that are looked at. */
const LOOKED_AT = 4_000;

/** @returns the shortest code of BCP 47, like `de` or `fa`; undefined where the text is too short or of no language that is told apart */
export async function guessLanguage(text: string): Promise<string | undefined> {
  if (text.length < ENOUGH) return undefined;
  const { franc } = await import('franc-min');
  const found = franc(text.slice(0, LOOKED_AT), { minLength: ENOUGH });
  return found === 'und' ? undefined : Intl.getCanonicalLocales(found)[0];
}
