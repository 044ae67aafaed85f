/** How the contract says that a value is past a limit that has a name, so that the answer can name it. */

/** The message of the zod issue. */
export function beyond(name: string, value: number): string {
  return `more than the limit ${name} of ${value}`;
}

/** The name in such a message; undefined where the field has a limit without one. */
export function limitNamed(message: string): string | undefined {
  return /^more than the limit (\w+) of /.exec(message)?.[1];
}
