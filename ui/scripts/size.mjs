// Fails where the script and style that every page loads weigh more than 280 kB gzipped.
// The PDF reader and its worker load only where a PDF is shown, and so do not count.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 280_000;
const folder = join(import.meta.dirname, "..", "dist", "assets");
const counted = readdirSync(folder)
  .filter((name) => /\.(js|mjs|css)$/.test(name) && !/^pdf[.-]/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = counted.reduce((sum, file) => sum + file.bytes, 0);

for (const { name, bytes } of counted) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}`);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  in all, gzipped; ${LIMIT / 1000} kB is the limit`);
if (counted.length === 0 || total > LIMIT) process.exit(1);
