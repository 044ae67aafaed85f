/** An id for a new entry of the notebook. */
export const newEntryId = (): string => `entry-${crypto.randomUUID()}`;
