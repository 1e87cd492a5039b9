import { expect, it } from "vitest";
import { size } from "./sizes";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [318_000, "318 kB"],
  [999_600, "1 MB"],
  [2_147_483_648, "2.15 GB"],
])("%d bytes are %s", (bytes, words) => expect(size(bytes)).toBe(words));
