import type { FieldKind } from '@paidan/engine/definition';
import { checklistKind } from './checklist/checklist-kind.ts';
import { choiceKind } from './choice/choice-kind.ts';
import { codeKind } from './code/code-kind.ts';
import { dateTimeKind } from './date-time/date-time-kind.ts';
import type { FieldKindDescriptor } from './field-kind.ts';
import { fileKind } from './file/file-kind.ts';
import { locationKind } from './location/location-kind.ts';
import { moneyKind } from './money/money-kind.ts';
import { noteKind } from './note/note-kind.ts';
import { numberKind } from './number/number-kind.ts';
import { partsKind } from './parts/parts-kind.ts';
import { personKind } from './person/person-kind.ts';
import { phoneKind } from './phone/phone-kind.ts';
import { photoKind } from './photo/photo-kind.ts';
import { ratingKind } from './rating/rating-kind.ts';
import { repeatKind } from './repeat/repeat-kind.ts';
import { scanKind } from './scan/scan-kind.ts';
import { signatureKind } from './signature/signature-kind.ts';
import { textKind } from './text/text-kind.ts';

/** Every kind a field can be. */
export const fieldCatalog: { readonly [Kind in FieldKind]: FieldKindDescriptor } = {
  text: textKind,
  number: numberKind,
  money: moneyKind,
  choice: choiceKind,
  'date-time': dateTimeKind,
  phone: phoneKind,
  scan: scanKind,
  person: personKind,
  photo: photoKind,
  file: fileKind,
  signature: signatureKind,
  location: locationKind,
  rating: ratingKind,
  repeat: repeatKind,
  parts: partsKind,
  checklist: checklistKind,
  code: codeKind,
  note: noteKind,
};
