import { fail, type HandlersOf } from "./handlers";

/** No page asks for readiness yet; a test that does sets what it wants to see. */
const unset = (): never => {
  throw fail("internal", "Readiness is not told here", "Set it in the test.", null);
};

/** What answers the operations on readiness. */
export const readinessHandlers: HandlersOf<"readiness"> = {
  "readiness.show": unset,
  "readiness.status": unset,
};
