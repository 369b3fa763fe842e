import type { JsonObject } from '@paidan/engine/issue';

/** How long a work order waits in its last step before the end. */
export const patienceSeconds = 2;

/** One connection per delivery mode, so that none waits for another one's turn. */
export const crashModes = ['key', 'natural', 'probe', 'once'] as const;
export type CrashMode = (typeof crashModes)[number];

const ref = { '/ref': { var: 'workOrder.number' } } as const;
// A ladder of two minutes: longer than a few deaths in one call's life, each seen after some fifteen seconds.
const retry = { limit: 20, firstDelayMs: 200, factor: 1.3 };
const twoTongues = (text: string) => ({ 'zh-CN': text, en: text });

/** On `go` one call in each delivery mode, then a timer, then the end: the timer is the only way there. */
export const crashWorkflow: JsonObject = {
  format: 1,
  id: 'crash',
  title: { 'zh-CN': '断电演练', en: 'Crash drill' },
  locales: ['zh-CN', 'en'],
  timeZone: 'Asia/Shanghai',
  record: { type: 'object', properties: {} },
  roles: { worker: { title: { 'zh-CN': '师傅', en: 'Worker' }, reads: 'all', writes: [] } },
  flow: {
    start: 'ready',
    events: { go: { title: { 'zh-CN': '开始', en: 'Go' }, by: ['worker'] } },
    effects: Object.fromEntries(
      crashModes.map((mode) => [
        `by-${mode}`,
        { kind: 'call', operation: `${mode}.write`, mapping: ref, chip: twoTongues(mode) },
      ]),
    ),
    steps: {
      ready: {
        kind: 'wait',
        stage: 'dispatch',
        title: { 'zh-CN': '待开始', en: 'Ready' },
        transitions: { go: { effects: crashModes.map((mode) => `by-${mode}`), to: 'waiting' } },
      },
      waiting: {
        kind: 'wait',
        stage: 'execute',
        title: { 'zh-CN': '等待', en: 'Waiting' },
        timers: { patience: { after: { seconds: patienceSeconds } } },
        transitions: { patience: { to: 'closed' } },
      },
      closed: { kind: 'end', stage: 'archive', outcome: 'done' },
    },
  },
  connections: {
    key: connection({ write: post('/key', { mode: 'key', header: 'Idempotency-Key' }) }),
    natural: connection({
      write: { does: 'write', method: 'PUT', path: '/natural/{ref}', delivery: { mode: 'natural' }, retry },
    }),
    probe: connection({
      write: post('/probe', {
        mode: 'probe',
        ask: 'find',
        with: { '/ref': { var: 'sent.ref' } },
        settleMs: 300,
        same: { '==': [{ var: 'output.ref' }, { var: 'sent.ref' }] },
      }),
      find: {
        ...{ does: 'read', method: 'GET', path: '/probe', query: ['ref'], delivery: { mode: 'natural' } },
        output: { type: 'object', required: ['ref'], properties: { ref: { type: 'string' } } },
        absent: { '==': [{ var: 'body.found' }, false] },
      },
    }),
    once: connection({ write: { ...write('/once'), delivery: { mode: 'once' } } }),
  },
};

function connection(operations: JsonObject): JsonObject {
  const succeeds = { '==': [{ var: 'status' }, 200] };
  return { kind: 'http', baseUrl: { setting: 'SINK_URL' }, succeeds, outputFrom: 'body', operations };
}

function post(path: string, delivery: JsonObject): JsonObject {
  return { ...write(path), delivery, retry };
}

function write(path: string): JsonObject {
  return { does: 'write', method: 'POST', path };
}
