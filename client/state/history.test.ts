import { describe, expect, it } from "vitest";
import { act, amend, HISTORY_LIMIT, redo, startHistory, undo } from "./history.ts";

describe("undo and redo", () => {
  it("walk back and forward through every act, each with its words", () => {
    const done = act(act(startHistory("empty"), "Place Iran", "one"), "Expand Iran", "two");
    const back = undo(done);
    expect(back.present).toBe("one");
    expect(back.future[0]?.act).toBe("Expand Iran");
    expect(redo(back)).toEqual(done);
    expect(undo(undo(back)).present).toBe("empty");
  });
  it("end redo where a new act is done after an undo", () => {
    const forked = act(undo(act(startHistory("a"), "to b", "b")), "to c", "c");
    expect(forked.future).toEqual([]);
    expect(undo(forked).present).toBe("a");
  });
  it("leave the history as it is where nothing changed", () => {
    const history = startHistory("a");
    expect(act(history, "nothing", "a")).toBe(history);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
  it("keep a bounded number of steps", () => {
    let history = startHistory(0);
    for (let i = 1; i <= HISTORY_LIMIT + 5; i += 1) history = act(history, `step ${i}`, i);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]?.document).toBe(5);
  });
  it("take a layout's places without a step of their own", () => {
    const history = amend(act(startHistory("a"), "to b", "b"), "b, laid out");
    expect(history.past).toHaveLength(1);
    expect(undo(history).present).toBe("a");
    expect(redo(undo(history)).present).toBe("b, laid out");
  });
});
