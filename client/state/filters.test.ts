import { describe, expect, it } from "vitest";
import { edge } from "../testing/build-views.ts";
import { countWith, describeFilters, expandFilterOf, isFiltering, passes } from "./filters.ts";
import { type Filters, NO_FILTERS } from "./view.ts";

const reported = edge("a", "iran", "gang");
const charged = edge("b", "amirov", "plot", { level: "charged", rank: 3, group: "execution", origins: 2, uninvolvedOrigins: 0 });
const disputed = edge("c", "x", "y", { level: "disputed-only", rank: -1, contested: true, origins: 0, originsOpen: true });
const all = [reported, charged, disputed];

describe("filters over what is drawn", () => {
  it("let everything pass unless one is set", () => {
    expect(all.every((e) => passes(e, NO_FILTERS))).toBe(true);
  });
  it("keep a standing and what is firmer", () => {
    const f = { ...NO_FILTERS, standingAtLeast: "sanctioned" as const };
    expect(all.filter((e) => passes(e, f)).map((e) => e.id)).toEqual(["b"]);
  });
  it("tell an uninvolved origin from two, and from none established", () => {
    const by = (change: Partial<Filters>) => all.filter((e) => passes(e, { ...NO_FILTERS, ...change })).map((e) => e.id);
    expect(by({ uninvolvedAtLeast: 1 })).toEqual(["a", "c"]);
    expect(by({ originsAtLeast: 2 })).toEqual(["b"]);
    expect(by({ openOnly: true })).toEqual(["c"]);
    expect(by({ originsAtLeast: 2, uninvolvedAtLeast: 1 })).toEqual([]);
  });
  it("hide a group, and keep to a source, a voice, the contested", () => {
    expect(passes(charged, { ...NO_FILTERS, hiddenGroups: ["execution"] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, sources: ["another"] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, voices: ["doj", "newsroom"] })).toBe(true);
    expect(passes(reported, { ...NO_FILTERS, hiddenPredicates: ["hired"] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, datasets: ["another"] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, contestedOnly: true })).toBe(false);
  });
  it("count what each choice would leave", () => {
    expect(countWith(all, NO_FILTERS, { standingAtLeast: "reported" })).toBe(2);
    expect(countWith(all, { ...NO_FILTERS, hiddenGroups: ["execution"] }, { standingAtLeast: "reported" })).toBe(1);
  });
  it("say in words what is active, and nothing when none is", () => {
    expect(describeFilters(NO_FILTERS, (id) => id)).toEqual([]);
    const lines = describeFilters({ ...NO_FILTERS, standingAtLeast: "charged", voices: ["doj"], hiddenTypes: ["Place"] }, () => "the ministry");
    expect(lines).toEqual(["standing at least charged", "without places", "with the origin the ministry only"]);
  });
  it("are told from the way they leave out, and given to an expansion", () => {
    expect(isFiltering({ ...NO_FILTERS, manner: "dim" })).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, sources: ["paper"] })).toBe(true);
    expect(expandFilterOf(NO_FILTERS)).toEqual({});
    const asked = expandFilterOf({ ...NO_FILTERS, hiddenGroups: ["justice"], originsAtLeast: 2, contestedOnly: true });
    expect(asked.groups).not.toContain("justice");
    expect(asked).toMatchObject({ originsAtLeast: 2, contested: true });
  });
});
