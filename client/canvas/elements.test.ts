import { describe, expect, it } from "vitest";
import { edge, node } from "../testing/build-views.ts";
import { bodyLabel, type Emphasis, lineLabel, toElements } from "./elements.ts";

const plain: Emphasis = { selected: new Set(), selectedClaims: new Set(), unheld: new Set(), more: new Map(), placed: new Set() };
const nodes = [node("iran", { type: "Country" }), node("associate", { unnamed: true }), node("mehdiyev")];
const at = { iran: { x: 0, y: 0 }, associate: { x: 100, y: 0 }, mehdiyev: { x: 200, y: 0 } };

describe("elements of the canvas", () => {
  it("draw a via as a hop of its own, both hops under one claim", () => {
    const { edges } = toElements(nodes, [edge("o", "iran", "mehdiyev", { via: ["associate"] })], at, plain);
    expect(edges.map((e) => [e.source, e.target, e.claim])).toEqual([["iran", "associate", "o"], ["associate", "mehdiyev", "o"]]);
  });
  it("give the line its standing, and its width the origins at that standing", () => {
    const widths = [0, 1, 2, 3, 4, 9].map((originsAtStanding) => toElements(nodes, [edge("a", "iran", "mehdiyev", { originsAtStanding, rank: 3, level: "charged" })], at, plain).edges[0]!);
    expect(widths.map((e) => e.width)).toEqual([1, 2, 3, 4, 5, 5]);
    expect(widths[0]!.classes).toContain("rank-3");
  });
  it("mark contested, inferred, uncertain and disputed-only", () => {
    const of = (more: Parameters<typeof edge>[3]) => toElements(nodes, [edge("a", "iran", "mehdiyev", more)], at, plain).edges[0]!;
    expect(of({ contested: true }).classes).toContain("contested");
    expect(of({ inferred: true }).classes).toContain("hollow");
    expect(of({ uncertain: true }).classes).toContain("uncertain");
    expect(of({ rank: -1, level: "disputed-only" }).classes).toContain("disputed");
    expect(of({ rank: -1, level: "disputed-only" }).label).toBe("✕ hired");
  });
  it("draw an unknown end as a stub to an open ring beside what is known", () => {
    const drawn = toElements(nodes, [edge("u", "unknown", "mehdiyev"), edge("w", "iran", "unknown", { attempted: true })], at, plain);
    const rings = drawn.nodes.filter((n) => n.type === "Open");
    expect(rings.map((r) => r.entity)).toEqual(["mehdiyev", "iran"]);
    expect(rings[0]!.position!.x).toBeLessThan(200);
    expect(rings[1]!.position!.x).toBeGreaterThan(0);
    expect(drawn.edges.find((e) => e.claim === "w")!.label).toBe("hired (attempted)");
  });
  it("never lay two open rings of one entity on the same spot", () => {
    const many = Array.from({ length: 6 }, (_, i) => edge(`u${i}`, "unknown", "mehdiyev"));
    const spots = toElements(nodes, many, at, plain).nodes.filter((n) => n.type === "Open").map((n) => `${n.position!.x} ${n.position!.y}`);
    expect(new Set(spots).size).toBe(6);
  });
  it("ring the unnamed with dashes and fade what a path leaves out", () => {
    const lit = { ...plain, lit: { entities: new Set(["iran"]), claims: new Set<string>() } };
    const drawn = toElements(nodes, [edge("a", "iran", "mehdiyev")], at, lit);
    expect(drawn.nodes.find((n) => n.id === "associate")!.classes).toEqual(["vague", "faded"]);
    expect(drawn.nodes.find((n) => n.id === "iran")!.classes).not.toContain("faded");
    expect(drawn.edges[0]!.classes).toContain("faded");
  });
  it("come in the same order whatever order the answer had", () => {
    const edges = [edge("b", "iran", "mehdiyev"), edge("a", "iran", "associate")];
    expect(toElements(nodes.toReversed(), edges.toReversed(), at, plain)).toEqual(toElements(nodes, edges, at, plain));
  });
  it("draw nothing that has no place yet", () => {
    const drawn = toElements(nodes, [edge("a", "iran", "mehdiyev")], { iran: at.iran }, plain);
    expect(drawn.nodes.map((n) => n.id)).toEqual(["iran"]);
    expect(drawn.edges).toEqual([]);
  });
  it("cut a long name at a word and say so", () => {
    expect(bodyLabel("Iran")).toBe("Iran");
    expect(bodyLabel("American politicians and officers listed by Iran")).toBe("American politicians and officers…");
  });
  it("say in the label what kind of deed is claimed", () => {
    expect(lineLabel(edge("a", "x", "y", { intended: true, expected: true }))).toBe("hired (intended, expected)");
  });
});
