import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleForms } from '../proving/example-forms.ts';
import { type MountedForm, mountForm } from '../proving/mount-form.tsx';
import type { FormAnswer } from '../typing/filling-state.ts';
import type { LookupReply } from '../typing/lookup-port.ts';
import type { FormViewProps } from './form-view.tsx';

const form = exampleForms()('repair-report');
const place = { address: '深圳市南山区科技园 1 号' };
const replies: { [id: string]: LookupReply } = {
  customer: { status: 'done', result: { customers: [{ id: 'c-1', label: '鹏城花园物业', place }] } },
  device: {
    status: 'done',
    result: { model: 'PD-IPC-T40', brand: 'pengdun', deviceType: 'ipc', warrantyUntil: '2026-05-02' },
  },
  duplicates: {
    status: 'done',
    result: { total: 2, open: 1, items: [{ id: 'WO-1951' }, { id: 'WO-1998' }] },
  },
};
const answering = (answers: { readonly [id: string]: LookupReply }) => ({
  ask: async ({ id }: { readonly id: string }): Promise<LookupReply> => answers[id] ?? { status: 'absent' },
});

const sent: FormAnswer[] = [];
const props: FormViewProps = {
  form,
  context: {
    stage: 'trigger',
    at: '2026-11-22T02:00:00.000Z',
    timeZone: 'Asia/Shanghai',
    actor: { id: 'agent-1', roles: ['agent'] },
  },
  locale: 'zh-CN',
  lookups: answering(replies),
  onSubmit: async (answer) => {
    sent.push(answer);
    return [];
  },
};

let mounted: MountedForm | undefined;
const mount = (news: Partial<FormViewProps> = {}, mode: 'light' | 'dark' = 'light') => {
  sent.length = 0;
  mounted = mountForm({ ...props, ...news }, mode);
  return mounted;
};
afterEach(() => mounted?.unmount());

const box = (label: string) => page.getByRole('textbox', { name: label });
async function fillReport(text = '三号楼门口的摄像机黑屏，没有反复重启'): Promise<void> {
  await userEvent.fill(box('客户手机号'), '138 1234 5678');
  await userEvent.fill(box('设备 SN 码'), 'pdb170427731');
  await userEvent.fill(box('故障描述'), text);
  await userEvent.tab();
}
async function violations(frame: HTMLElement): Promise<readonly string[]> {
  const found = await axe.run(frame);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the repair report on a screen', () => {
  it('[S13] opens 「已处理，建议远程指导」 beside the fields and takes the focus once nobody types', async () => {
    mount();
    await fillReport();
    const popup = page.getByRole('dialog', { name: '已处理，建议远程指导' });
    await expect.element(popup).toBeVisible();
    await expect.element(popup).toHaveFocus();
    await expect.element(popup.getByText('30 天内同类工单 2 张，其中处理中 1 张')).toBeVisible();
  });

  it('[S13] stores the choice and asks a reason for 仍要报修', async () => {
    mount();
    await fillReport();
    await userEvent.click(page.getByText('仍要报修'));
    await userEvent.fill(box('理由'), '上次没有解决');
    await userEvent.click(page.getByRole('button', { name: '提交' }));
    await expect
      .poll(() => sent[0]?.values['earlier'])
      .toEqual({ decision: 'report-anyway', reason: '上次没有解决' });
  });

  it('[S12] shows the customer’s address as a proposal, which a person may replace and give back', async () => {
    mount();
    await fillReport();
    const address = box('服务地址');
    await expect.element(address).toBeVisible();
    await expect.element(address).toHaveValue(place.address);
    await userEvent.fill(address, '深圳市福田区福民路 8 号');
    await userEvent.tab();
    await expect.element(address).toHaveValue('深圳市福田区福民路 8 号');
    await userEvent.click(page.getByRole('button', { name: '恢复自动' }));
    await expect.element(address).toHaveValue(place.address);
  });

  it('[S14] shows what the ERP says as text nobody can type over, and [S15] the charge reminder', async () => {
    const { frame } = mount();
    await fillReport();
    await expect.element(page.getByText('收费提醒')).toBeVisible();
    expect(frame.querySelector('[data-field=model]')?.textContent).toContain('PD-IPC-T40');
    expect(frame.querySelector('[data-field=model] input')).toBeNull();
    expect(frame.querySelector('[data-field=warranty]')?.textContent).toContain('过保');
  });

  it('[S14] says 待核实 when the ERP does not answer, and asks again', async () => {
    const answers = { ...replies };
    answers['device'] = { status: 'deferred' };
    mount({ lookups: answering(answers) });
    await fillReport();
    await expect.element(page.getByRole('button', { name: '重试' })).toBeVisible();
    Object.assign(answers, replies);
    await userEvent.click(page.getByRole('button', { name: '重试' }));
    await expect.element(page.getByText('PD-IPC-T40')).toBeVisible();
  });

  it('[S16] marks stated words, strikes denied ones, and lets a tag be removed and given back', async () => {
    const { frame } = mount();
    await userEvent.fill(box('故障描述'), '摄像机黑屏，没有反复重启');
    await expect.poll(() => frame.querySelector('mark')?.textContent).toBe('黑屏');
    expect(frame.querySelector('.pd-echo s')?.textContent).toBe('反复重启');
    await userEvent.click(page.getByRole('button', { name: '移除黑屏' }));
    const tag = page.getByRole('button', { name: '黑屏', exact: true });
    await expect.element(tag).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(page.getByRole('button', { name: '恢复自动' }));
    await expect.element(tag).toHaveAttribute('aria-pressed', 'true');
  });

  it('[S16] tags nothing while an input method composes', async () => {
    const { frame } = mount();
    await userEvent.click(box('故障描述'));
    const area = box('故障描述').element() as HTMLTextAreaElement;
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    document.execCommand('insertText', false, '黑屏');
    await expect.poll(() => area.value).toBe('黑屏');
    expect(frame.querySelector('mark')).toBeNull();
    area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await expect.poll(() => frame.querySelector('mark')?.textContent).toBe('黑屏');
  });

  it('[S17] pins at most three articles and answers 有用 as solved by oneself', async () => {
    const { frame } = mount({ lookups: answering({ ...replies, duplicates: { status: 'absent' } }) });
    await fillReport();
    await expect.poll(() => frame.querySelectorAll('.pd-article').length).toBe(3);
    await userEvent.click(page.getByRole('button', { name: '有用' }).first());
    await userEvent.click(page.getByRole('button', { name: '提交' }));
    await expect.poll(() => sent[0]?.values['solvedBySelf']).toBe(true);
  });

  it('[B39] lists what is missing, and each line leads to its field', async () => {
    mount();
    await userEvent.click(page.getByRole('button', { name: '提交' }));
    const first = page.getByRole('alert').getByRole('link').first();
    await expect.element(first).toHaveFocus();
    await userEvent.click(page.getByRole('link', { name: '请填写「设备 SN 码」' }));
    await expect.element(box('设备 SN 码')).toHaveFocus();
    await expect.element(box('设备 SN 码')).toHaveAccessibleDescription(/请填写「设备 SN 码」/);
  });

  it('[B38] changes its language with issues on the screen, keeping focus, caret and answers', async () => {
    const { show, frame } = mount();
    await userEvent.click(page.getByRole('button', { name: '提交' }));
    await userEvent.fill(box('设备 SN 码'), 'pdb17042');
    const input = box('设备 SN 码').element() as HTMLInputElement;
    input.setSelectionRange(3, 3);
    show({ locale: 'en' });
    await expect.element(page.getByRole('link', { name: 'Please fill in Customer phone' })).toBeVisible();
    expect(document.activeElement).toBe(input);
    expect([input.value, input.selectionStart]).toEqual(['pdb17042', 3]);
    expect(frame.textContent).not.toContain('客户手机号');
  });

  it.each(['light', 'dark'] as const)(
    '[B39] has no axe finding, empty, filled and refused (%s)',
    async (mode) => {
      const { frame } = mount({}, mode);
      expect(await violations(frame)).toEqual([]);
      await userEvent.click(page.getByRole('button', { name: '提交' }));
      expect(await violations(frame)).toEqual([]);
      await fillReport();
      await expect.element(page.getByRole('dialog')).toBeVisible();
      expect(await violations(frame)).toEqual([]);
    },
  );
});
