import { commandHeld, inText } from "$design";
import { dialogOpen } from "./layers";

/** What the keys that hold everywhere lead to. */
export interface Shortcuts {
  palette: () => void;
  shortcuts: () => void;
  /** Null where no workspace is open. */
  undo: (() => void) | null;
  redo: (() => void) | null;
  exportSoa: (() => void) | null;
}

/** Answers the keys that hold everywhere. In a text Undo and Redo stay the text's own. */
export function answerKeys(event: KeyboardEvent, to: Shortcuts): void {
  if (event.defaultPrevented) return;
  const run = chosen(event, to);
  if (run === null) return;
  event.preventDefault();
  run();
}

function chosen(event: KeyboardEvent, to: Shortcuts): (() => void) | null {
  const key = event.key.toLowerCase();
  if (!commandHeld(event)) {
    const asks = event.key === "?" && !event.altKey && !inText(event.target) && !dialogOpen();
    return asks ? to.shortcuts : null;
  }
  if (event.altKey) return null;
  if (key === "k" && !event.shiftKey) return to.palette;
  if (dialogOpen()) return null;
  if ((key === "e" || key === "s") && !event.shiftKey) return to.exportSoa;
  if (inText(event.target)) return null;
  if (key === "z") return event.shiftKey ? to.redo : to.undo;
  return key === "y" && !event.shiftKey ? to.redo : null;
}
