import {
  AppstoreOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  CompassOutlined,
  EditOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Input } from 'antd';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useAnswer } from '../client/queries.tsx';
import type { Place } from '../generate/screen-plan.ts';
import { Waiting } from '../screens/marks/states.tsx';
import { usePlans } from '../screens/marks/use-plan.ts';
import { useWords } from '../screens/marks/use-words.ts';
import type { FrameProps } from './frame.tsx';
import { ShellTools } from './shell-tools.tsx';

const icons: { readonly [place in Place]: ReactNode } = {
  start: <CompassOutlined />,
  desk: <AppstoreOutlined />,
  board: <TeamOutlined />,
  tasks: <CheckSquareOutlined />,
  field: <ScheduleOutlined />,
  measures: <BarChartOutlined />,
};

/** Menu, search, who one is and how fresh the page is, around every page of people with an account. */
export function Shell(props: FrameProps) {
  const { t, say } = useWords();
  const { pathname } = useLocation();
  const { data: me } = useAnswer('me');
  const { all } = usePlans();
  const tasks = useAnswer('myTasks', { enabled: me !== undefined }).data?.count.value ?? 0;
  const seen = new Set(all.flatMap(({ plan }) => plan.menu));
  const menu: readonly Place[] = [
    ...(me?.demo === undefined ? [] : (['start'] as const)),
    ...(['field', 'desk', 'board', 'tasks', 'measures'] as const).filter((place) => seen.has(place)),
  ];
  const places = props.places.filter(
    ({ right }) => right === undefined || me?.rights.includes(right) === true,
  );
  return (
    <div className="wb-shell">
      <a className="wb-skip" href="#main">
        {t('skip')}
      </a>
      <header className="wb-top">
        <NavLink to="/" className="wb-brand">
          <span className="wb-brand-sign" aria-hidden="true" />
          {t('product')}
        </NavLink>
        <Search />
        <ShellTools {...props} />
      </header>
      <nav className="wb-menu" aria-label={t('menu.label')}>
        {menu.map((place) => (
          <NavLink key={place} to={`/${place}`}>
            {icons[place]}
            <span>{t(`menu.${place}`)}</span>
            {place === 'tasks' && tasks > 0 && <b className="wb-count">{tasks}</b>}
          </NavLink>
        ))}
        {places.map(({ path, title }) => (
          <NavLink key={path} to={path}>
            <EditOutlined />
            <span>{say(title)}</span>
          </NavLink>
        ))}
      </nav>
      <main className="wb-main" id="main" tabIndex={-1}>
        <Suspense key={pathname} fallback={<Waiting rows={12} />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function Search() {
  const { t } = useWords();
  const navigate = useNavigate();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.isComposing || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <search className="wb-search" ref={box}>
      <Input.Search
        allowClear
        aria-label={t('shell.search')}
        placeholder={`${t('shell.search')}  /`}
        onSearch={(q) => void navigate(q.trim() === '' ? '/desk' : `/desk?q=${encodeURIComponent(q.trim())}`)}
      />
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
