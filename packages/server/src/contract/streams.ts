/** Paths under `/api` that speak something else than one JSON body for another: events, bytes, health. */
export const streams = {
  events: { method: 'get', path: '/events', summary: 'What changed, as server-sent events' },
  createUpload: { method: 'post', path: '/uploads', summary: 'Begin an upload (tus 1.0)' },
  uploadState: { method: 'head', path: '/uploads/{id}', summary: 'How much has arrived (tus 1.0)' },
  continueUpload: { method: 'patch', path: '/uploads/{id}', summary: 'The next piece (tus 1.0)' },
  file: { method: 'get', path: '/files/{id}', summary: 'The bytes of an attachment' },
  hook: { method: 'post', path: '/hooks/{connection}/{path}', summary: 'News from outside, signed' },
  live: { method: 'get', path: '/live', summary: 'Whether the process runs' },
  ready: { method: 'get', path: '/ready', summary: 'Whether it should get requests' },
  openapi: { method: 'get', path: '/openapi.json', summary: 'This document' },
} as const;
