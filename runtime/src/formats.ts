/** The string formats that validators enforce, by their JSON Schema names. Each test is linear in the length of the text. */
export const formats = {
  "date-time": isDateTime,
  date: isDate,
  time: isTime,
  email: (text: string) => text.length <= 320 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text),
  hostname: isHostname,
  ipv4: (text: string) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
  ipv6: isIpv6,
  uri: (text: string) => /^[a-z][a-z\d+.-]*:/i.test(text) && isUriText(text) && URL.canParse(text),
  "uri-reference": (text: string) => isUriText(text) && URL.canParse(text, "http://base.invalid/"),
  uuid: (text: string) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
  "json-pointer": (text: string) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text),
  regex: isPattern,
  "iso-date-time": isIsoDateTime,
} as const;

/** Name of a format that validators enforce. */
export type FormatName = keyof typeof formats;

const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](.+)$/i;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/i;
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)([.,]\d+)?)?(z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;

function isDateTime(text: string): boolean {
  const parts = DATE_TIME.exec(text);
  return parts !== null && isDate(parts[1] ?? "") && isTime(parts[2] ?? "");
}

/** ISO 8601: like RFC 3339, but the offset may be missing. */
function isIsoDateTime(text: string): boolean {
  const parts = DATE_TIME.exec(text);
  return parts !== null && isDate(parts[1] ?? "") && LOCAL_TIME.test(parts[2] ?? "");
}

function isTime(text: string): boolean {
  return TIME.test(text);
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
