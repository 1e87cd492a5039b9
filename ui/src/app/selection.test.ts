import { expect, it } from "vitest";
import { Selection } from "./selection.svelte";

const rows = ["a", "b", "c", "d", "e"];
const chosen = (selection: Selection): string[] => rows.filter((id) => selection.has(id));

it("chooses a row and gives it back", () => {
  const selection = new Selection();
  selection.toggle("b");
  expect(chosen(selection)).toEqual(["b"]);
  selection.toggle("b");
  expect(selection.size).toBe(0);
});

it("chooses up to a row in either direction", () => {
  const selection = new Selection();
  selection.toggle("d");
  selection.toggleTo("b", rows);
  expect(chosen(selection)).toEqual(["b", "c", "d"]);
  selection.toggleTo("e", rows);
  expect(chosen(selection)).toEqual(["b", "c", "d", "e"]);
});

it("gives back up to a row that is chosen", () => {
  const selection = new Selection();
  selection.toggleAll(rows);
  selection.toggle("b");
  selection.toggleTo("d", rows);
  expect(chosen(selection)).toEqual(["a", "e"]);
});

it("chooses one row where the row touched before is out of sight", () => {
  const selection = new Selection();
  selection.toggle("z");
  selection.toggleTo("c", rows);
  expect(chosen(selection)).toEqual(["c"]);
});

it("chooses all, and gives all back only where all were chosen", () => {
  const selection = new Selection();
  selection.toggle("c");
  selection.toggleAll(rows);
  expect(chosen(selection)).toEqual(rows);
  selection.toggleAll(rows);
  expect(selection.size).toBe(0);
});

it("keeps only what is in sight", () => {
  const selection = new Selection();
  selection.toggleAll(rows);
  selection.keepOnly(new Set(["a", "e"]));
  expect(chosen(selection)).toEqual(["a", "e"]);
});
