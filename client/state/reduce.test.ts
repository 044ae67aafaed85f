import { describe, expect, it } from "vitest";
import { edge, node } from "../testing/build-views.ts";
import { drawn } from "./drawn.ts";
import { initialState, reduce, type ViewState } from "./reduce.ts";

const nodes = [node("iran", { type: "Country" }), node("gang", { type: "Gang" }), node("amirov")];
const edges = [edge("hired", "iran", "gang"), edge("led", "amirov", "gang", { rank: 3, level: "charged" })];
const place = (state: ViewState, fresh = false): ViewState =>
  reduce(state, { type: "place", words: "Place", nodes, edges, entities: nodes.map((n) => n.id), clocks: {}, fresh });

describe("acts on the view", () => {
  it("draw what was placed, and ask for a layout of an empty canvas", () => {
    const state = place(initialState());
    expect(drawn(state.history.present, state.cache).edges.map((e) => e.id)).toEqual(["hired", "led"]);
    expect(state.layoutWanted).toBe(1);
  });
  it("are each taken back by undo: placing, hiding, filtering, collapsing", () => {
    const placed = place(initialState());
    const acts: [string, ViewState][] = [
      ["hide", reduce(placed, { type: "hide", words: "Hide", entities: ["gang"], claims: [] })],
      ["filter", reduce(placed, { type: "filters", words: "Filter", filters: { ...placed.history.present.filters, contestedOnly: true } })],
      ["collapse", reduce(placed, { type: "collapse", words: "Collapse", id: "gang" })],
      ["remove", reduce(placed, { type: "remove", words: "Remove", ids: ["iran"] })],
      ["clear", reduce(placed, { type: "clear", words: "Clear" })],
    ];
    for (const [name, after] of acts) {
      expect(after.history.present, name).not.toEqual(placed.history.present);
      expect(reduce(after, { type: "undo" }).history.present, name).toEqual(placed.history.present);
    }
  });
  it("drop an answer that was read at other clocks, however late it comes", () => {
    const moved = reduce(initialState(), { type: "clocks", words: "Dates", clocks: { published: "2020" } });
    expect(place(moved)).toBe(moved);
  });
  it("read anew after the clocks changed, and after that was undone", () => {
    const placed = place(initialState());
    const dated = reduce(placed, { type: "clocks", words: "Dates", clocks: { happened: "2021" } });
    expect(dated.cache.nodes.size).toBe(0);
    const back = reduce(dated, { type: "undo" });
    expect(back.history.present.clocks).toEqual({});
    expect(back.cache.clocks).toBe(placed.cache.clocks);
  });
  it("keep filters through an expansion", () => {
    const filtered = reduce(initialState(), { type: "filters", words: "Filter", filters: { ...initialState().history.present.filters, standingAtLeast: "charged" } });
    const state = place(filtered);
    expect(drawn(state.history.present, state.cache).edges.map((e) => e.id)).toEqual(["led"]);
  });
  it("go back from panel to panel, and the selection with them", () => {
    let state = place(initialState());
    state = reduce(state, { type: "select", selection: { entities: ["iran"], claims: [] }, panel: { kind: "entity", id: "iran" } });
    state = reduce(state, { type: "select", selection: { entities: [], claims: ["hired"] }, panel: { kind: "claim", id: "hired" } });
    state = reduce(state, { type: "back" });
    expect(state.selection.entities).toEqual(["iran"]);
    expect(reduce(state, { type: "back" }).panels).toEqual([]);
  });
});
