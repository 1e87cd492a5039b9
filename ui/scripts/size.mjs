// Fails where the script and style that every page loads weigh more than 250 kB gzipped.
// What is loaded only where somebody goes there does not count: the PDF reader, and rooms that are seldom visited.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000;
const dist = join(import.meta.dirname, "..", "dist");

const page = readFileSync(join(dist, "index.html"), "utf8");
const files = new Set([...page.matchAll(/(?:src|href)="\/([^"]+\.(?:m?js|css))"/g)].map(([, path]) => path));
// A set goes on to what is added while it is gone through.
for (const path of files)
  for (const [, imported] of readFileSync(join(dist, path), "utf8").matchAll(
    /(?:from|import)\s*["'`](\.[^"'`]+\.m?js)["'`]/g,
  ))
    files.add(join(dirname(path), imported));

const counted = [...files]
  .map((name) => ({ name, bytes: gzipSync(readFileSync(join(dist, name))).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = counted.reduce((sum, file) => sum + file.bytes, 0);

for (const { name, bytes } of counted) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}`);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  in all, gzipped; ${LIMIT / 1000} kB is the limit`);
if (counted.length === 0 || total > LIMIT) process.exit(1);
