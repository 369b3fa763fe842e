import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useAnswer } from '../client/queries.tsx';
import { Empty, Waiting } from '../screens/marks/states.tsx';
import { usePlans } from '../screens/marks/use-plan.ts';
import { useWords } from '../screens/marks/use-words.ts';
import type { FrameProps } from './frame.tsx';
import { Shell } from './shell.tsx';
import { Start } from './start.tsx';

const Queue = lazy(async () => ({ default: (await import('../screens/desk/queue.tsx')).Queue }));
const WorkOrder = lazy(async () => ({ default: (await import('../screens/desk/work-order.tsx')).WorkOrder }));
const MyTasks = lazy(async () => ({ default: (await import('../screens/desk/my-tasks.tsx')).MyTasks }));
const Board = lazy(async () => ({
  default: (await import('../screens/board/dispatch-board.tsx')).DispatchBoard,
}));
const Today = lazy(async () => ({ default: (await import('../screens/mobile/today.tsx')).Today }));
const Visit = lazy(async () => ({ default: (await import('../screens/mobile/visit.tsx')).Visit }));
const Health = lazy(async () => ({ default: (await import('../screens/dashboards/health.tsx')).Health }));
const Track = lazy(async () => ({ default: (await import('../screens/customer/track.tsx')).Track }));

/** Every address of the application; each page loads when it is first opened. */
export function Pages(props: FrameProps) {
  return (
    <Suspense fallback={<Waiting rows={10} />}>
      <Routes>
        <Route path="/c" element={<Track />} />
        <Route element={<Shell {...props} />}>
          <Route index element={<Landing />} />
          <Route path="/start" element={<Start places={props.places} />} />
          <Route path="/desk" element={<Queue />} />
          <Route path="/work-orders/:id" element={<WorkOrder />} />
          <Route path="/tasks" element={<MyTasks />} />
          <Route path="/board" element={<Board />} />
          <Route path="/field" element={<Today />} />
          <Route path="/field/:id" element={<Visit />} />
          <Route path="/measures" element={<Health />} />
          {props.places.map(({ path, page }) => (
            <Route key={path} path={`${path}/*`} element={page} />
          ))}
          <Route path="*" element={<Gone />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

/** A demo begins with its tour, everything else where this person's work is. */
function Landing() {
  const { data: me } = useAnswer('me');
  const { main, isReady } = usePlans();
  if (me === undefined) return <Waiting rows={10} />;
  if (me.demo !== undefined) return <Navigate to="/start" replace />;
  if (!isReady) return <Waiting rows={10} />;
  return <Navigate to={`/${main?.plan.landing ?? 'desk'}`} replace />;
}

function Gone() {
  const { t } = useWords();
  return <Empty title={t('state.gone')} text={t('state.goneText')} />;
}
