import type { MeasureDetails } from "$host";

/** What a chart draws, in a field of 100 by 100 that begins at the upper left. */
export interface Drawn {
  /** The line through the readings. */
  line: string;
  points: readonly { x: number; y: number; on: boolean; key: string }[];
  /** The figures that are wanted: one line, or two with what lies between. */
  wanted: readonly { y: number; value: string }[];
  /** Where what is wanted begins and ends. */
  band: { y: number; height: number };
  /** The figures at the top and at the bottom. */
  top: string;
  bottom: string;
}

/** Returns what a chart of a measure with at least one reading draws. */
export function drawn({ readings, goal, start }: Pick<MeasureDetails, "readings" | "goal" | "start">): Drawn {
  const limits = goal.direction === "between" ? [goal.low, goal.high] : [goal.value];
  const figures = [...readings.map(({ value }) => value), ...limits, ...(start === null ? [] : [start])];
  const numbers = figures.map(Number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const room = high === low ? Math.max(1, Math.abs(high) / 10) : (high - low) / 10;
  const [bottom, top] = [low - room, high + room];
  const y = (value: string): number => round((100 * (top - Number(value))) / (top - bottom));
  const days = readings.map(({ day }) => Date.parse(day));
  const begin = Math.min(...days);
  const span = Math.max(...days) - begin;
  const points = readings.map(({ day, value, on_target: on }) => ({
    x: span === 0 ? 50 : round((100 * (Date.parse(day) - begin)) / span),
    y: y(value),
    on,
    key: day,
  }));
  const wanted = limits.map((value) => ({ y: y(value), value }));
  const ys = wanted.map((each) => each.y);
  const from = goal.direction === "at-least" ? 0 : Math.min(...ys);
  const to = goal.direction === "at-most" ? 100 : Math.max(...ys);
  return {
    line: points.map((point, at) => `${at === 0 ? "M" : "L"}${point.x} ${point.y}`).join(""),
    points,
    wanted,
    band: { y: from, height: round(to - from) },
    top: written(top),
    bottom: written(bottom),
  };
}

function written(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
