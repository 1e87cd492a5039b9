import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";

// How long something takes is no test's matter: a room that is compiled at first sight on a busy computer takes its
// time, and what never comes fails all the same.
configure({ asyncUtilTimeout: 30_000 });

// What jsdom lacks, as little of it as the window's components ask for.
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.hasPointerCapture = () => false;
// Something without a size counts as out of sight, and what floats beside it stays hidden.
Element.prototype.getClientRects = () => [new DOMRect(0, 0, 100, 20)] as unknown as DOMRectList;
globalThis.ResizeObserver = class {
  observe(): void {
    /* nothing has a size here */
  }
  unobserve(): void {
    /* nothing has a size here */
  }
  disconnect(): void {
    /* nothing has a size here */
  }
};
globalThis.CSS = {
  ...globalThis.CSS,
  escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`),
};

beforeEach(() => {
  location.hash = "";
});
afterEach(() => cleanup());
