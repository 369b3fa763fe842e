import type { Json } from '@paidan/engine/issue';
import type { CompiledForm } from '../compile/compiled-form.ts';
import { formsOfDocument } from './forms-of-document.ts';

/** The forms of the after-sales example, read from the page's own server; for tests in a browser. */
export function exampleForms(): (formId: string) => CompiledForm {
  return formsOfDocument('security-aftersales.workflow.json', readFromServer);
}

function readFromServer(path: string): Json {
  const request = new XMLHttpRequest();
  request.open('GET', `/examples/security-aftersales/${path}`, false);
  request.send();
  return JSON.parse(request.responseText) as Json;
}
