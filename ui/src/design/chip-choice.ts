/** A filter that is on or off, as a chip shows it. */
export interface ChipChoice {
  key: string;
  label: string;
  /** How many there are. */
  count?: number;
  pressed: boolean;
  onclick: () => void;
}
