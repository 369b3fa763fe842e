import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { useClient } from '../client/client-context.tsx';
import { useAnswer, useSend } from '../client/queries.tsx';
import { sayTime } from '../generate/say-value.ts';
import { screenPlan } from '../generate/screen-plan.ts';
import { usePlans } from '../screens/marks/use-plan.ts';
import { useWords } from '../screens/marks/use-words.ts';
import { useRoleSwitch } from '../screens/start/use-role-switch.ts';
import type { FrameProps } from './frame.tsx';

/** The right end of the bar: freshness, person, language, light, and in a demo the way back to its beginning. */
export function ShellTools({ locale, mode, onLocale, onMode }: FrameProps) {
  const { t } = useWords();
  return (
    <div className="wb-tools">
      <LiveDot />
      <RoleSwitch />
      <Button
        type="text"
        className="wb-tool-language"
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        onClick={() => onLocale(locale === 'en' ? 'zh-CN' : 'en')}
      >
        {t('shell.language')}
      </Button>
      <Button type="text" onClick={() => onMode(mode === 'dark' ? 'light' : 'dark')}>
        {t(mode === 'dark' ? 'shell.light' : 'shell.dark')}
      </Button>
      <ResetDemo />
    </div>
  );
}

function LiveDot() {
  const { t, saying } = useWords();
  const { live } = useClient();
  const { state, asOf } = live;
  const sign = { live: '●', reconnecting: '◐', offline: '○' }[state];
  return (
    <span role="status" className={`wb-live wb-live-${state}`}>
      <span aria-hidden="true">{sign} </span>
      {t(`shell.${state}`, { time: sayTime(new Date(asOf).toISOString(), saying) })}
    </span>
  );
}

function RoleSwitch() {
  const { t, say } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: me } = useAnswer('me');
  const { main } = usePlans();
  const become = useRoleSwitch();
  if (me === undefined) return null;
  const { demo } = me;
  if (demo === undefined) return <span className="wb-person">{me.name}</span>;
  const change = async (id: string) => {
    const person = demo.people.find((one) => one.id === id);
    const name = await become(id);
    if (name === undefined || person === undefined || main === undefined) return;
    const plan = screenPlan(main.workflow, person.roles);
    const place = pathname.split('/')[1] ?? '';
    const stays = place === 'start' || place === 'work-orders' || plan.menu.some((one) => one === place);
    if (!stays) await navigate(`/${plan.landing}`);
    void message.info(stays ? t('shell.switched', { name }) : t('shell.movedAway', { name }));
  };
  return (
    <Select
      className="wb-role"
      aria-label={t('shell.role')}
      value={me.id}
      popupMatchSelectWidth={false}
      onChange={(id: string) => void change(id)}
      options={demo.people.map(({ id, name, title }) => ({ value: id, label: `${say(title)} ${name}` }))}
    />
  );
}

function ResetDemo() {
  const { t } = useWords();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: me } = useAnswer('me');
  const reset = useSend('resetDemo');
  if (me?.demo?.resets !== true) return null;
  const ask = () =>
    void modal.confirm({
      title: t('shell.resetAsk'),
      content: t('shell.resetText'),
      okText: t('shell.reset'),
      cancelText: t('shell.cancel'),
      onOk: async () => {
        const reply = await reset.send();
        if (reply.kind !== 'done') return void message.error(reply.problem.title || t('state.outage'));
        await queries.resetQueries();
        await navigate('/start');
        void message.success(t('shell.resetDone'));
      },
    });
  return (
    <Button type="text" onClick={ask} loading={reset.isSending}>
      {t('shell.reset')}
    </Button>
  );
}
