/** Days of the Gregorian calendar as whole numbers since 1970-01-01 (UTC). `Date` is not used: it misreads years below 100 and depends on time zones. */

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar; a month outside 1–12 counts into the years beside it.
 * Method: H. Hinnant, "chrono-compatible low-level date algorithms" (era of 400 years, year starting in March).
 */
export function dayNumber(year: number, month: number, day: number): number {
  const monthIndex = month - 1;
  const shiftedYear = year + Math.floor(monthIndex / 12);
  const realMonth = ((monthIndex % 12) + 12) % 12;
  const y = realMonth < 2 ? shiftedYear - 1 : shiftedYear;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((realMonth + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function civilDate(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** The last day of a month as a day number. */
export function lastDayOfMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - 1;
}

/** A day number as a date like 2022-07-05; undefined where it is open. */
export function dayText(days: number): string | undefined {
  if (!Number.isFinite(days)) return undefined;
  const { year, month, day } = civilDate(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
