/** Dates and quantities for the page: precision kept as written, never rounded to a day. */
import type { Dated, Quantity } from "../../server/domain/model.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SEASONS: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

function plain(edtf: string): string {
  const open = edtf.replace(/[?~%]$/, "");
  const [year, month, day] = open.split("-");
  const text =
    year === undefined || !/^\d{4}$/.test(year) ? edtf
    : month === undefined ? year
    : SEASONS[month] ? `${SEASONS[month]} ${year}`
    : `${day === undefined ? "" : `${Number(day)} `}${MONTHS[Number(month) - 1] ?? month} ${year}`;
  if (edtf.endsWith("~")) return `about ${text}`;
  if (edtf.endsWith("?")) return `perhaps ${text}`;
  return edtf.endsWith("%") ? `perhaps about ${text}` : text;
}

/** "July 2022", "about 1979", "2018 to 2020", "since 2020". */
export function dateText(dated: Pick<Dated, "edtf">): string {
  const [from, to] = dated.edtf.split("/");
  if (to === undefined) return plain(dated.edtf);
  if (to === "" || to === "..") return `since ${plain(from ?? "")}`;
  if (from === "" || from === "..") return `until ${plain(to)}`;
  return `${plain(from ?? "")} to ${plain(to)}`;
}

export function quantityText({ min, max, approx, unit }: Quantity): string {
  const f = (n: number): string => n.toLocaleString("en");
  const range =
    min !== undefined && max !== undefined ? (min === max ? f(min) : `${f(min)} to ${f(max)}`)
    : min !== undefined ? `at least ${f(min)}`
    : `at most ${f(max ?? 0)}`;
  return `${approx ? "about " : ""}${range}${unit ? ` ${unit}` : ""}`;
}
