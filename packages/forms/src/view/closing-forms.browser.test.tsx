import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleForms } from '../proving/example-forms.ts';
import { type MountedForm, mountForm } from '../proving/mount-form.tsx';
import type { FormAnswer } from '../typing/filling-state.ts';

const forms = exampleForms();
const base = {
  phone: '+8613812345678',
  sn: 'ABCD12345678',
  description: '摄像机黑屏',
  device: { firmware: '3.1.7' },
};
const photo = { id: 'f-1', sha256: 'a'.repeat(64), takenAt: '2026-11-22T02:00:00.000Z' };
const sent: FormAnswer[] = [];

let mounted: MountedForm | undefined;
function mount(formId: string, role: string, mode: 'light' | 'dark' = 'light'): MountedForm {
  sent.length = 0;
  mounted = mountForm(
    {
      form: forms(formId),
      context: {
        stage: formId === 'visit-report' ? 'execute' : 'feedback',
        at: '2026-11-22T02:00:00.000Z',
        timeZone: 'Asia/Shanghai',
        actor: { id: 'p-1', roles: [role], label: '林强' },
        base,
        workOrder: { id: 'wo-1' },
      },
      locale: 'zh-CN',
      device: { upload: async () => photo },
      lookups: { ask: async () => ({ status: 'done', result: { items: [] } }) },
      onSubmit: async (answer) => {
        sent.push(answer);
        return [];
      },
    },
    mode,
  );
  return mounted;
}
afterEach(() => mounted?.unmount());

const submit = () => userEvent.click(page.getByRole('button', { name: '提交' }));
async function violations(frame: HTMLElement): Promise<readonly string[]> {
  const found = await axe.run(frame);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the self-check', () => {
  it('takes an answer per row, a note where one fails, and a photo', async () => {
    const { frame } = mount('self-check', 'engineer');
    for (const row of ['供电', '画面', '网络', '存储', '现场清理']) {
      await userEvent.click(
        page.getByRole('radiogroup', { name: `${row} 结果` }).getByText('合格', { exact: true }),
      );
    }
    await userEvent.click(page.getByRole('radiogroup', { name: '网络 结果' }).getByText('不合格'));
    await userEvent.fill(page.getByRole('textbox', { name: '网络 说明' }), '交换机端口损坏');
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    await userEvent.upload(page.getByLabelText('拍照'), file);
    await expect.element(page.getByText('照片 1')).toBeVisible();
    await submit();
    await expect.poll(() => sent[0]?.values['photos']).toEqual([photo]);
    expect(sent[0]?.values['items']).toMatchObject({ network: { result: 'fail', note: '交换机端口损坏' } });
    expect(frame.querySelector('[data-field=passed]')?.textContent).toContain('否');
  });
});

describe('the parts list', () => {
  it('adds up amounts in yuan, keeps cents, and gives a deleted row back', async () => {
    const { frame } = mount('parts-list', 'engineer');
    await userEvent.click(page.getByRole('button', { name: '添加一行' }));
    await userEvent.fill(page.getByRole('textbox', { name: '第 1 行 编码' }), 'psu-12v');
    await userEvent.fill(page.getByRole('textbox', { name: '第 1 行 数量' }), '２');
    await userEvent.fill(page.getByRole('textbox', { name: '第 1 行 单价' }), '45.50');
    await userEvent.tab();
    const total = () => frame.querySelector('[data-field=total]')?.textContent;
    await expect.poll(total).toContain('¥91.00');
    await userEvent.click(page.getByRole('button', { name: '删除第 1 行' }));
    await expect.poll(total).toContain('¥0.00');
    await userEvent.click(page.getByRole('button', { name: '撤销' }));
    await expect.poll(total).toContain('¥91.00');
    await userEvent.click(page.getByRole('checkbox', { name: '清单属实' }));
    await submit();
    const row = { sku: 'PSU-12V', quantity: 2, unitPriceCents: 4550, amountCents: 9100 };
    await expect.poll(() => sent[0]?.values['parts']).toEqual([row]);
  });

  it('lets a box to confirm stand for an empty list', async () => {
    mount('parts-list', 'engineer');
    await userEvent.click(page.getByRole('checkbox', { name: '未更换配件' }));
    await submit();
    await expect.poll(() => sent[0]?.values).toEqual({ noPartsReplaced: true });
  });
});

describe('the survey', () => {
  it('[S49] is not sent without a cause', async () => {
    mount('survey', 'customer');
    await userEvent.click(page.getByText('是', { exact: true }));
    await submit();
    await expect.element(page.getByRole('link', { name: '请填写「哪一点最影响这次服务？」' })).toHaveFocus();
    expect(sent).toEqual([]);
  });

  it('is sent after two taps when nothing went wrong', async () => {
    mount('survey', 'customer');
    await userEvent.click(page.getByText('是', { exact: true }));
    await userEvent.click(page.getByText('没有遇到问题'));
    await submit();
    await expect.poll(() => sent[0]?.values).toEqual({ satisfied: true, rootCause: 'none' });
  });

  it('[S50] asks the follow-ups of the cause, and drops them with the cause', async () => {
    const { frame } = mount('survey', 'customer');
    await userEvent.click(page.getByText('否', { exact: true }));
    await userEvent.click(page.getByText('配件缺货'));
    await expect.element(page.getByRole('button', { name: '提交' })).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: '下一步' }));
    expect(frame.textContent).toContain('缺货时是否告知预计到货时间？');
    expect(frame.textContent).toContain('是否提供临时替代方案？');
    await userEvent.click(page.getByText('否', { exact: true }).first());
    await userEvent.click(page.getByRole('button', { name: '上一步' }));
    await userEvent.click(page.getByText('技术盲区'));
    await userEvent.click(page.getByRole('button', { name: '下一步' }));
    await userEvent.click(page.getByText('是', { exact: true }).first());
    await submit();
    await expect
      .poll(() => sent[0]?.values)
      .toEqual({ satisfied: false, rootCause: 'skill', handedOver: 'yes' });
  });

  it.each(['survey', 'self-check', 'parts-list', 'signature'])('%s fits 320 pixels', async (formId) => {
    await page.viewport(320, 700);
    const { frame } = mount(formId, formId === 'survey' || formId === 'signature' ? 'customer' : 'engineer');
    await expect.element(page.getByRole('heading').first()).toBeVisible();
    expect([frame.clientWidth > 0, frame.scrollWidth <= frame.clientWidth]).toEqual([true, true]);
    await page.viewport(1280, 800);
  });
});

describe('the signature', () => {
  const draw = (canvas: HTMLElement, far: number) => {
    const { left, top } = canvas.getBoundingClientRect();
    const at = (type: string, x: number, buttons: number) =>
      new PointerEvent(type, {
        clientX: left + x,
        clientY: top + 40,
        buttons,
        pointerId: 1,
        isPrimary: true,
        bubbles: true,
        cancelable: true,
        pressure: 0.5,
      });
    canvas.dispatchEvent(at('pointerdown', 20, 1));
    for (let x = 30; x <= far; x += 10) canvas.ownerDocument.dispatchEvent(at('pointermove', x, 1));
    for (let x = 30; x <= far; x += 10) canvas.dispatchEvent(at('pointermove', x, 1));
    canvas.dispatchEvent(at('pointerup', far, 0));
  };

  it('stores strokes, signer and what they cover; a slip of the finger is none', async () => {
    const { frame } = mount('signature', 'customer');
    await userEvent.fill(page.getByRole('textbox', { name: '签名人姓名' }), '李女士');
    const canvas = page.getByRole('img', { name: '请在框内签名' }).element() as HTMLElement;
    draw(canvas, 30);
    await expect.element(page.getByText('笔迹太短，请重新签名')).toBeVisible();
    draw(canvas, 200);
    await expect.poll(() => frame.textContent).toContain('李女士 已签名');
    await submit();
    await expect
      .poll(() => sent[0]?.values['signature'])
      .toMatchObject({ id: 'f-1', signer: { label: '李女士' } });
  });
});

describe('every closing form', () => {
  it.each([
    ['self-check', 'engineer'],
    ['parts-list', 'engineer'],
    ['visit-report', 'engineer'],
    ['survey', 'customer'],
    ['signature', 'customer'],
    ['closing-code', 'customer'],
  ])('[B39] %s has no axe finding in light and dark', async (formId, role) => {
    for (const mode of ['light', 'dark'] as const) {
      const { frame, unmount } = mount(formId, role, mode);
      await expect.element(page.getByRole('heading').first()).toBeVisible();
      expect(await violations(frame)).toEqual([]);
      unmount();
    }
    mounted = undefined;
  });
});
