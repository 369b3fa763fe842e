import { ChecklistInput } from '../../fields/checklist/checklist-input.tsx';
import { ChoiceInput } from '../../fields/choice/choice-input.tsx';
import { CodeInput } from '../../fields/code/code-input.tsx';
import { DateTimeInput } from '../../fields/date-time/date-time-input.tsx';
import { UploadInput } from '../../fields/file/upload-input.tsx';
import { LocationInput } from '../../fields/location/location-input.tsx';
import { MoneyInput } from '../../fields/money/money-input.tsx';
import { NotePrint } from '../../fields/note/note-print.tsx';
import { NumberInput } from '../../fields/number/number-input.tsx';
import { PersonInput } from '../../fields/person/person-input.tsx';
import { PhoneInput } from '../../fields/phone/phone-input.tsx';
import { RatingInput } from '../../fields/rating/rating-input.tsx';
import { RowsInput } from '../../fields/repeat/rows-input.tsx';
import { ScanInput } from '../../fields/scan/scan-input.tsx';
import { SignatureInput } from '../../fields/signature/signature-input.tsx';
import { TextInput } from '../../fields/text/text-input.tsx';
import type { Kit } from './kit-of-controls.tsx';

/** The controls of every kind, for wide and narrow pages alike; another kit spreads this one and replaces members. */
export const kit: Kit = {
  text: { Input: TextInput },
  number: { Input: NumberInput },
  money: { Input: MoneyInput },
  choice: { Input: ChoiceInput },
  'date-time': { Input: DateTimeInput },
  phone: { Input: PhoneInput },
  scan: { Input: ScanInput },
  person: { Input: PersonInput },
  photo: { Input: UploadInput, isGroup: true, isWide: true },
  file: { Input: UploadInput, isGroup: true, isWide: true },
  signature: { Input: SignatureInput, isGroup: true, isWide: true },
  location: { Input: LocationInput, isWide: true },
  rating: { Input: RatingInput, isGroup: true, isWide: true },
  repeat: { Input: RowsInput, isGroup: true, isWide: true },
  parts: { Input: RowsInput, isGroup: true, isWide: true },
  checklist: { Input: ChecklistInput, isGroup: true, isWide: true },
  code: { Input: CodeInput },
  note: { Input: NotePrint, isGroup: true, isWide: true },
};
