import type { Attachment } from "svelte/attachments";

/**
 * Keeps a text area as tall as its text.
 *
 * Give it the text, so that it also follows what changes from outside.
 */
export function growing(text: string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    const fit = (): void => {
      area.style.blockSize = "auto";
      const edges = area.offsetHeight - area.clientHeight;
      if (area.scrollHeight > 0) area.style.blockSize = `calc(${area.scrollHeight}px + ${edges}px)`;
    };
    if (text.length >= 0) fit();
    area.addEventListener("input", fit);
    return () => area.removeEventListener("input", fit);
  };
}
