import type { Glyph } from "./glyph";
import type { Mark } from "./mark";

/** What stands in a menu: something to do, or a line between such. */
export type MenuItem =
  | { divider: true }
  | {
      divider?: false;
      label: string;
      icon?: Glyph;
      mark?: Mark;
      keys?: string | undefined;
      /** Given where one of the items holds. */
      checked?: boolean;
      run: () => void;
    };
