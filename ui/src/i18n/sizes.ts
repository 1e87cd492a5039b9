import { language } from "./index";

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

const formats = units.map(
  (unit) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      unitDisplay: unit === "byte" ? "long" : "short",
      maximumSignificantDigits: 3,
    }),
);

/** Returns a number of bytes as people say it: "318 kB", "2.15 GB". */
export function size(bytes: number): string {
  let step = 0;
  let rest = bytes;
  while (rest >= 999.5 && step < units.length - 1) {
    rest /= 1000;
    step += 1;
  }
  return formats[step]?.format(rest) ?? "";
}
