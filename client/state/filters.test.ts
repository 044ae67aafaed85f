import { describe, expect, it } from "vitest";
import { edge } from "../testing/build-views.ts";
import { countWith, describeFilters, passes } from "./filters.ts";
import { NO_FILTERS } from "./view.ts";

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
    const by = (origins: "uninvolved" | "two" | "open") => all.filter((e) => passes(e, { ...NO_FILTERS, origins })).map((e) => e.id);
    expect(by("uninvolved")).toEqual(["a", "c"]);
    expect(by("two")).toEqual(["b"]);
    expect(by("open")).toEqual(["c"]);
  });
  it("hide a group, and keep to a source, a voice, the contested", () => {
    expect(passes(charged, { ...NO_FILTERS, hiddenGroups: ["execution"] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, source: "another" })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, voice: "newsroom" })).toBe(true);
    expect(passes(reported, { ...NO_FILTERS, contestedOnly: true })).toBe(false);
  });
  it("count what each choice would leave", () => {
    expect(countWith(all, NO_FILTERS, { standingAtLeast: "reported" })).toBe(2);
    expect(countWith(all, { ...NO_FILTERS, hiddenGroups: ["execution"] }, { standingAtLeast: "reported" })).toBe(1);
  });
  it("say in words what is active, and nothing when none is", () => {
    expect(describeFilters(NO_FILTERS, (id) => id)).toEqual([]);
    const lines = describeFilters({ ...NO_FILTERS, standingAtLeast: "charged", voice: "doj", hiddenTypes: ["Place"] }, () => "the ministry");
    expect(lines).toEqual(["standing at least charged", "without places", "with the origin the ministry only"]);
  });
});
