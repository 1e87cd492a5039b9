import type { LucideIcon } from "@lucide/svelte";

/** A picture out of the icon set. */
export type Glyph = LucideIcon;
