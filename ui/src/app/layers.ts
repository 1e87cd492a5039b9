/** Returns whether a dialog, a menu or the palette lies over the page and keeps the keys to itself. */
export function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
