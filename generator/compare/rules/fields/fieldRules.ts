import { alternativesChanged } from "./alternativesChanged.ts";
import { branchAdded } from "./branchAdded.ts";
import { branchRemoved } from "./branchRemoved.ts";
import { bytesAdded } from "./bytesAdded.ts";
import { bytesRemoved } from "./bytesRemoved.ts";
import { conditionChanged } from "./conditionChanged.ts";
import { constantChanged } from "./constantChanged.ts";
import { fieldAdded } from "./fieldAdded.ts";
import { fieldMadeOptional } from "./fieldMadeOptional.ts";
import { fieldMadeRequired } from "./fieldMadeRequired.ts";
import { fieldRemoved } from "./fieldRemoved.ts";
import { fieldRenamed } from "./fieldRenamed.ts";
import type { FieldRule } from "./fieldRule.ts";
import { formatAdded } from "./formatAdded.ts";
import { formatChanged } from "./formatChanged.ts";
import { formatRemoved } from "./formatRemoved.ts";
import { knownValueAdded } from "./knownValueAdded.ts";
import { knownValueRemoved } from "./knownValueRemoved.ts";
import { lengthNarrowed } from "./lengthNarrowed.ts";
import { lengthWidened } from "./lengthWidened.ts";
import { messageSchemaChanged } from "./messageSchemaChanged.ts";
import { messageTypesChanged } from "./messageTypesChanged.ts";
import { moreItemsAllowed } from "./moreItemsAllowed.ts";
import { moreItemsRefused } from "./moreItemsRefused.ts";
import { multipleAdded } from "./multipleAdded.ts";
import { multipleChanged } from "./multipleChanged.ts";
import { multipleRemoved } from "./multipleRemoved.ts";
import { namePatternAdded } from "./namePatternAdded.ts";
import { namePatternRemoved } from "./namePatternRemoved.ts";
import { nullAllowed } from "./nullAllowed.ts";
import { nullRefused } from "./nullRefused.ts";
import { otherFieldsAllowed } from "./otherFieldsAllowed.ts";
import { otherFieldsRefused } from "./otherFieldsRefused.ts";
import { patternAdded } from "./patternAdded.ts";
import { patternChanged } from "./patternChanged.ts";
import { patternRemoved } from "./patternRemoved.ts";
import { placeClosed } from "./placeClosed.ts";
import { placeOpened } from "./placeOpened.ts";
import { rangeNarrowed } from "./rangeNarrowed.ts";
import { rangeWidened } from "./rangeWidened.ts";
import { requiredFieldAdded } from "./requiredFieldAdded.ts";
import { requiredFieldRemoved } from "./requiredFieldRemoved.ts";
import { typeChanged } from "./typeChanged.ts";
import { typeNarrowed } from "./typeNarrowed.ts";
import { typeWidened } from "./typeWidened.ts";
import { uniqueItemsAdded } from "./uniqueItemsAdded.ts";
import { uniqueItemsRemoved } from "./uniqueItemsRemoved.ts";
import { valueAdded } from "./valueAdded.ts";
import { valueRemoved } from "./valueRemoved.ts";
import { valuesFreed } from "./valuesFreed.ts";
import { valuesListed } from "./valuesListed.ts";

/** Every rule about what is inside frames, by its stable id. A new one is a file in `rules/` and a line here. */
export const fieldRules = {
  "field-added": fieldAdded,
  "field-removed": fieldRemoved,
  "required-field-added": requiredFieldAdded,
  "required-field-removed": requiredFieldRemoved,
  "field-made-required": fieldMadeRequired,
  "field-made-optional": fieldMadeOptional,
  "field-renamed": fieldRenamed,
  "other-fields-refused": otherFieldsRefused,
  "other-fields-allowed": otherFieldsAllowed,
  "name-pattern-added": namePatternAdded,
  "name-pattern-removed": namePatternRemoved,
  "place-closed": placeClosed,
  "place-opened": placeOpened,
  "type-widened": typeWidened,
  "type-narrowed": typeNarrowed,
  "type-changed": typeChanged,
  "null-allowed": nullAllowed,
  "null-refused": nullRefused,
  "bytes-added": bytesAdded,
  "bytes-removed": bytesRemoved,
  "value-added": valueAdded,
  "value-removed": valueRemoved,
  "constant-changed": constantChanged,
  "values-listed": valuesListed,
  "values-freed": valuesFreed,
  "known-value-added": knownValueAdded,
  "known-value-removed": knownValueRemoved,
  "length-narrowed": lengthNarrowed,
  "length-widened": lengthWidened,
  "range-narrowed": rangeNarrowed,
  "range-widened": rangeWidened,
  "multiple-added": multipleAdded,
  "multiple-removed": multipleRemoved,
  "multiple-changed": multipleChanged,
  "pattern-added": patternAdded,
  "pattern-removed": patternRemoved,
  "pattern-changed": patternChanged,
  "format-added": formatAdded,
  "format-removed": formatRemoved,
  "format-changed": formatChanged,
  "unique-items-added": uniqueItemsAdded,
  "unique-items-removed": uniqueItemsRemoved,
  "more-items-refused": moreItemsRefused,
  "more-items-allowed": moreItemsAllowed,
  "branch-added": branchAdded,
  "branch-removed": branchRemoved,
  "alternatives-changed": alternativesChanged,
  "condition-changed": conditionChanged,
  "message-schema-changed": messageSchemaChanged,
  "message-types-changed": messageTypesChanged,
} as const satisfies Readonly<Record<string, FieldRule>>;

/** Id of such a rule. */
export type FieldRuleName = keyof typeof fieldRules;
