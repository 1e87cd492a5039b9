import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { sources } from "./sources";

const files = sources("src").filter(({ path }) => !path.endsWith("bindings.ts"));

/** Where an import leads, as a path from the UI's folder; a package stays as it is. */
function target(from: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, "");
  if (plain.startsWith(".")) return posix.normalize(posix.join(posix.dirname(from), plain));
  return plain.replace(/^\$(app|areas|design|host|i18n)/, "src/$1");
}

const imports = files
  .filter(({ path }) => !path.endsWith(".test.ts"))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
      from: path,
      to: target(path, match[1] ?? ""),
    })),
  );

const areaOf = (path: string): string | null => /^src\/areas\/([^/]+)/.exec(path)?.[1] ?? null;

describe("the structure", () => {
  it("lets only src/host talk to the shell", () => {
    expect(
      imports.filter(({ from, to }) => to.startsWith("@tauri-apps/") && !from.startsWith("src/host/")),
    ).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith("@tauri-apps/"))).not.toEqual([]);
  });

  it("lets nobody reach into an area from outside", () => {
    const inside = imports.filter(({ from, to }) => {
      const area = areaOf(to);
      return area !== null && area !== areaOf(from) && to !== `src/areas/${area}`;
    });
    expect(inside).toEqual([]);
  });

  it("keeps the components free of the work", () => {
    const knowing = imports.filter(
      ({ from, to }) => from.startsWith("src/design/") && /^src\/(areas|app|host)/.test(to),
    );
    expect(knowing).toEqual([]);
  });

  it("keeps what only tests need out of the application", () => {
    expect(imports.filter(({ to }) => /(^|\/)tests\//.test(to) || to === "vitest")).toEqual([]);
  });

  it("keeps a file under 400 lines", () => {
    expect(files.filter(({ text }) => text.split("\n").length > 400).map(({ path }) => path)).toEqual([]);
  });
});

describe("the components", () => {
  const styles = files
    .filter(({ path }) => path !== "src/design/tokens.css")
    .map(({ path, text }) => ({
      path,
      style: path.endsWith(".css")
        ? text
        : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join(),
    }))
    .map(({ path, style }) => ({ path, style: style.replace(/\/\*[\s\S]*?\*\//g, "") }));

  it("write no colour and no pixel of their own", () => {
    const raw = styles.flatMap(({ path, style }) =>
      [...style.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b\d*\.?\d+px\b|\b\d+ms\b/gi)].map(
        ([found]) => `${path}: ${found}`,
      ),
    );
    expect(raw).toEqual([]);
  });

  it("use only tokens that exist", () => {
    const tokens = files.find(({ path }) => path === "src/design/tokens.css")?.text ?? "";
    const known = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    const unknown = styles.flatMap(({ path, style }) => {
      const own = new Set([...style.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
      return [...style.matchAll(/var\((--[\w-]+)/g)]
        .map((match) => match[1])
        .filter((name) => !known.has(name) && !own.has(name) && name !== "--total-scale-factor")
        .map((name) => `${path}: ${name ?? ""}`);
    });
    expect(unknown).toEqual([]);
  });

  it("carry no style in an attribute, which the content security policy would drop", () => {
    expect(files.filter(({ text }) => /\sstyle="/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
