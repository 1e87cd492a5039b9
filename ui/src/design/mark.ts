/** How something stands. Each has its own shape, and a colour out of its family. */
export type Mark =
  | "undecided"
  | "none"
  | "planned"
  | "progress"
  | "done"
  | "excluded"
  | "danger"
  | "warning"
  | "info"
  | "locked";
