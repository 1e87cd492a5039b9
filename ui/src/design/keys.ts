const mac =
  typeof navigator !== "undefined" &&
  /mac/i.test(navigator.userAgent) &&
  !/like mac/i.test(navigator.userAgent);

/** Returns whether the system's key for commands is held: Cmd on a Mac, Ctrl elsewhere. */
export function commandHeld(event: KeyboardEvent): boolean {
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

/** Returns how the system writes a shortcut: "Ctrl K", or "⌘ K" on a Mac. */
export function shortcut(...keys: string[]): string {
  const names: Record<string, string> = mac ? { Mod: "⌘", Shift: "⇧" } : { Mod: "Ctrl" };
  return keys.map((key) => names[key] ?? key).join(" ");
}

/** Returns whether what is typed goes into a text, which then keeps its own keys. */
export function inText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"].includes(target.type);
}
