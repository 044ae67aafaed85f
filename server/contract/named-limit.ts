/** Carries the name of a limit in the message of a zod issue, so that the answer to a request beyond the limit can name it. */

/** The message for a value beyond a limit. */
export function beyond(name: string, value: number): string {
  return `more than the limit ${name} of ${value}`;
}

/** The name of the limit in such a message; undefined for any other message. */
export function limitNamed(message: string): string | undefined {
  return /^more than the limit (\w+) of /.exec(message)?.[1];
}
