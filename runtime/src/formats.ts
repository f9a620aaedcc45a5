/**
 * The formats that validators enforce, by their names in JSON Schema and AsyncAPI. Each test of a text is linear in its length.
 * `int64` admits the whole numbers that JavaScript holds exactly, to 2^53 - 1 either way: beyond, a number may have been rounded
 * when it was decoded, and is refused. Larger ones travel as strings, or without the format.
 */
export const formats = {
  "date-time": isDateTime,
  date: isDate,
  time: isTime,
  email: (text: string) => text.length <= 320 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text),
  hostname: isHostname,
  ipv4: (text: string) => /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text),
  ipv6: isIpv6,
  uri: (text: string) => /^[a-z][a-z\d+.-]*:/i.test(text) && isUriText(text) && URL.canParse(text),
  "uri-reference": (text: string) => isUriText(text) && URL.canParse(text, "http://base.invalid/"),
  uuid: (text: string) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
  "json-pointer": (text: string) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text),
  regex: isPattern,
  "iso-date-time": (text: string) => ISO_DATE_TIME.test(text),
  int32: { type: "number", validate: (value: number) => Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** 31 },
  int64: { type: "number", validate: (value: number) => Number.isSafeInteger(value) },
  float: { type: "number", validate: (value: number) => Number.isFinite(value) },
  double: { type: "number", validate: (value: number) => Number.isFinite(value) },
} as const;

/** Name of a format that validators enforce. */
export type FormatName = keyof typeof formats;

/**
 * ISO 8601 as a pattern: like RFC 3339, but seconds, the offset and its colon may be missing. Published schemas carry it, since the
 * format is our own.
 */
export const ISO_DATE_TIME_PATTERN = String.raw`^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$`;

const ISO_DATE_TIME = new RegExp(ISO_DATE_TIME_PATTERN, "u");
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(.+)$/i;
const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** RFC 3339. */
function isDateTime(text: string): boolean {
  const parts = DATE_TIME.exec(text);
  return parts !== null && isDate(parts[1] ?? "") && isTime(parts[2] ?? "");
}

/** A leap second is the last of a day in UTC. */
function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [, hour, minute, second, sign, hours = "0", minutes = "0"] = parts;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const inUtc = Number(hour) * 60 + Number(minute) - offset;
  return second !== "60" || (inUtc + 2880) % 1440 === 1439;
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isHostname(text: string): boolean {
  const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
  return text.length <= 253 && text.split(".").every((part) => label.test(part));
}

function isIpv6(text: string): boolean {
  return /^[\da-f:.]{2,45}$/i.test(text) && URL.canParse(`http://[${text}]/`);
}

function isUriText(text: string): boolean {
  return !/[\s"<>\\^`{|}]/.test(text) && !/%(?![\da-f]{2})/i.test(text);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
