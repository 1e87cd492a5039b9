import { Failed, type Arguments, type Name, type Result } from "$host";

/** What answers each operation. */
export type Handlers = { [N in Name]: (args: Arguments<N>) => Result<N> | Promise<Result<N>> };

/** What answers the operations whose names begin so. */
export type HandlersOf<P extends string> = Pick<Handlers, Extract<Name, `${P}.${string}`>>;

export function fail(
  code: string,
  message: string,
  hint: string | null = null,
  field: string | null = null,
): Failed {
  return new Failed({ code, message, hint, field });
}
