/** The first load is light, by the build that the browser tests are served. */
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { FIRST_LOAD_LIMIT, measureFirstLoad } from "../../scripts/lib/first-load.mjs";

test("the first load is at most 400 kB gzipped: page, scripts and styles", () => {
  const { total, files } = measureFirstLoad(join(import.meta.dirname, "../../dist/client"));
  expect(files.length).toBeGreaterThan(2);
  expect(total, files.map(({ file, bytes }) => `${bytes} ${file}`).join("\n")).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
});
