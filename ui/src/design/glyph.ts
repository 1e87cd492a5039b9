import type X from "@lucide/svelte/icons/x";

/** A picture out of the icon set; the front of the set would bring in the types of every icon there is. */
export type Glyph = typeof X;
