import { describe, expect, it } from "vitest";
import { edge } from "../testing/build-views.ts";
import { legendOf } from "./legend.ts";

describe("the legend", () => {
  it("counts what is in view, firmest first, and leaves out what is not", () => {
    const edges = [edge("a", "x", "y"), edge("b", "x", "z", { rank: 3, level: "charged", contested: true }), edge("c", "unknown", "z")];
    expect(legendOf(edges).map(({ id, count }) => [id, count])).toEqual([["rank-3", 1], ["rank-1", 2], ["contested", 1], ["open", 1]]);
    expect(legendOf([])).toEqual([]);
  });
});
