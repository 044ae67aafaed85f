/** Makes the id of a record that is made in the window out of its name, which the curator may change later without the id. */
import anyAscii from 'any-ascii';

const LONGEST = 60;

/** A slug of Latin letters, with a suffix that keeps two records of one name apart. */
export function idFrom(name: string, suffix: string): string {
  const slug = anyAscii(name)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? `r-${suffix}` : `${slug}-${suffix}`;
}
