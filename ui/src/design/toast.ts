/** A few words about what was done, with the way back where there is one. */
export interface Toast {
  id: number;
  message: string;
  warning: boolean;
  action: { label: string; keys: string | undefined; run: () => void } | null;
}
