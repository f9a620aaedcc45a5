import { alternativesChanged } from "./rules/alternativesChanged.ts";
import { branchAdded } from "./rules/branchAdded.ts";
import { branchRemoved } from "./rules/branchRemoved.ts";
import { bytesAdded } from "./rules/bytesAdded.ts";
import { bytesRemoved } from "./rules/bytesRemoved.ts";
import { conditionChanged } from "./rules/conditionChanged.ts";
import { constantChanged } from "./rules/constantChanged.ts";
import { fieldAdded } from "./rules/fieldAdded.ts";
import { fieldMadeOptional } from "./rules/fieldMadeOptional.ts";
import { fieldMadeRequired } from "./rules/fieldMadeRequired.ts";
import { fieldRemoved } from "./rules/fieldRemoved.ts";
import { fieldRenamed } from "./rules/fieldRenamed.ts";
import type { FieldRule } from "./rules/fieldRule.ts";
import { formatAdded } from "./rules/formatAdded.ts";
import { formatChanged } from "./rules/formatChanged.ts";
import { formatRemoved } from "./rules/formatRemoved.ts";
import { knownValueAdded } from "./rules/knownValueAdded.ts";
import { knownValueRemoved } from "./rules/knownValueRemoved.ts";
import { lengthNarrowed } from "./rules/lengthNarrowed.ts";
import { lengthWidened } from "./rules/lengthWidened.ts";
import { messageSchemaChanged } from "./rules/messageSchemaChanged.ts";
import { messageTypesChanged } from "./rules/messageTypesChanged.ts";
import { moreItemsAllowed } from "./rules/moreItemsAllowed.ts";
import { moreItemsRefused } from "./rules/moreItemsRefused.ts";
import { multipleAdded } from "./rules/multipleAdded.ts";
import { multipleChanged } from "./rules/multipleChanged.ts";
import { multipleRemoved } from "./rules/multipleRemoved.ts";
import { namePatternAdded } from "./rules/namePatternAdded.ts";
import { namePatternRemoved } from "./rules/namePatternRemoved.ts";
import { nullAllowed } from "./rules/nullAllowed.ts";
import { nullRefused } from "./rules/nullRefused.ts";
import { otherFieldsAllowed } from "./rules/otherFieldsAllowed.ts";
import { otherFieldsRefused } from "./rules/otherFieldsRefused.ts";
import { patternAdded } from "./rules/patternAdded.ts";
import { patternChanged } from "./rules/patternChanged.ts";
import { patternRemoved } from "./rules/patternRemoved.ts";
import { placeClosed } from "./rules/placeClosed.ts";
import { placeOpened } from "./rules/placeOpened.ts";
import { rangeNarrowed } from "./rules/rangeNarrowed.ts";
import { rangeWidened } from "./rules/rangeWidened.ts";
import { requiredFieldAdded } from "./rules/requiredFieldAdded.ts";
import { requiredFieldRemoved } from "./rules/requiredFieldRemoved.ts";
import { typeChanged } from "./rules/typeChanged.ts";
import { typeNarrowed } from "./rules/typeNarrowed.ts";
import { typeWidened } from "./rules/typeWidened.ts";
import { uniqueItemsAdded } from "./rules/uniqueItemsAdded.ts";
import { uniqueItemsRemoved } from "./rules/uniqueItemsRemoved.ts";
import { valueAdded } from "./rules/valueAdded.ts";
import { valueRemoved } from "./rules/valueRemoved.ts";
import { valuesFreed } from "./rules/valuesFreed.ts";
import { valuesListed } from "./rules/valuesListed.ts";

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
