/** Lets the browser save a file. */

/** Milliseconds that the object URL is kept for the browser to save the file. */
const ADDRESS_KEPT_MS = 60_000;

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), ADDRESS_KEPT_MS);
}
