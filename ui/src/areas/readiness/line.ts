import type { ReadinessPoint } from "$host";

/** Returns the line through the points in a field of 100 by 100: each figure holds until the next. */
export function line(points: readonly Pick<ReadinessPoint, "day" | "overall">[]): string {
  const moments = points.map(({ day }) => Date.parse(day));
  const begin = Math.min(...moments);
  const span = Math.max(...moments) - begin;
  return points
    .map(({ day, overall }, at) => {
      const x = round(span === 0 ? 100 : (100 * (Date.parse(day) - begin)) / span);
      const y = round(100 - overall);
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
