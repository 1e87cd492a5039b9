/** Whether the command palette is open, and whether the page of shortcuts is. */
class Overlays {
  palette = $state(false);
  shortcuts = $state(false);
}

export const overlays = new Overlays();
