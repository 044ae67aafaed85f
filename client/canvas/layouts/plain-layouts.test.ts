import { describe, expect, it } from "vitest";
import { concentric } from "./concentric.ts";
import { grid } from "./grid.ts";
import type { LayoutInput } from "./layered.ts";
import { timeline } from "./timeline.ts";

const nodes = Array.from({ length: 30 }, (_, i) => `n${String(i).padStart(2, "0")}`);
const input: LayoutInput = {
  nodes,
  edges: nodes.slice(1, 25).map((id, i) => ({ id: `e${i}`, source: nodes[Math.floor(i / 3)]!, target: id })),
  tiers: new Map(), parents: new Map(), fixed: { n03: { x: 5, y: 6 } }, centre: ["n01"],
  dates: new Map(nodes.slice(0, 12).map((id, i) => [id, `20${10 + i}-01-01`])),
  types: new Map(nodes.map((id) => [id, "Person"])), names: new Map(nodes.map((id) => [id, id])),
};

describe.each([["grid", grid], ["concentric", concentric], ["timeline", timeline]] as const)("the %s layout", (_, layout) => {
  it("gives every entity a place, keeps the fixed, and does so again", async () => {
    const one = await layout(input).done;
    expect(Object.keys(one).toSorted()).toEqual(nodes);
    expect(one["n03"]).toEqual({ x: 5, y: 6 });
    expect(await layout(input).done).toEqual(one);
    expect(Object.values(one).every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
  });
});

describe("the plain layouts", () => {
  it("put the middle in the middle, and what is further off further out", async () => {
    const at = await concentric(input).done;
    expect(at["n01"]).toEqual({ x: 0, y: 0 });
    expect(Math.hypot(at["n04"]!.x, at["n04"]!.y)).toBeLessThan(Math.hypot(at["n29"]!.x, at["n29"]!.y));
  });
  it("put the earlier before the later, and the undated below", async () => {
    const at = await timeline(input).done;
    expect(at["n00"]!.x).toBeLessThan(at["n11"]!.x);
    expect(at["n20"]!.y).toBeGreaterThan(at["n11"]!.y);
  });
});
