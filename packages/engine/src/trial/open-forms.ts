import { hashOfJson } from '../canonical/sha256.ts';
import type { FormsKernel } from '../compile/forms-port.ts';
import { isJsonObject } from '../issue/json.ts';
import { pointerOf, readPointer, writePointer } from '../issue/json-pointer.ts';

/** Takes every answer as it is, written to where its field stands. Only for trials without a kernel, which say so. */
export const openForms: FormsKernel = {
  compile(workflow, formId) {
    const fields = readPointer(workflow, pointerOf('forms', formId, 'form', 'fields'));
    const prefix = readPointer(workflow, pointerOf('forms', formId, 'writes'));
    const places = Object.entries(isJsonObject(fields) ? fields : {}).flatMap(([id, field]) => {
      const at = isJsonObject(field) && typeof field['at'] === 'string' ? field['at'] : pointerOf(id);
      return at.includes('*') ? [] : [{ at, pointer: (typeof prefix === 'string' ? prefix : '') + at }];
    });
    return {
      value: {
        hash: hashOfJson(fields ?? {}),
        writable: places.map(({ pointer }) => pointer),
        validate({ values, record }) {
          let written = record;
          const changed: string[] = [];
          for (const { at, pointer } of places) {
            const value = readPointer(values, at);
            if (value === undefined) continue;
            const next = writePointer(written, pointer, value);
            if (isJsonObject(next)) written = next;
            changed.push(pointer);
          }
          return { value: { record: written, changed, tags: [] }, issues: [] };
        },
      },
      issues: [],
    };
  },
};
