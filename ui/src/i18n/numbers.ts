import { language } from "./index";

const percents = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** Returns a figure in per cent as people write it: "23.7%". */
export function percent(figure: number): string {
  return `${percents.format(figure)}%`;
}
