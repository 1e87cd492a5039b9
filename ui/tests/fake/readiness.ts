import { fail, type HandlersOf } from "./handlers";

/** No page asks for readiness yet; a test that does sets what it wants to see. */
const unset = (): never => {
  throw fail("internal", "Readiness is not told here", "Set it in the test.", null);
};

/** What answers the operations on readiness, and its report. */
export const readinessHandlers: HandlersOf<"readiness" | "report"> = {
  "readiness.show": unset,
  "readiness.status": unset,
  "report.gap": ({ file }) => {
    if (file.startsWith("/readonly"))
      throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
    return { file, bytes: 90_000, pages: 21, sha256: "0".repeat(64), warnings: [] };
  },
};
