import { Workbench } from '@paidan/workbench';
import { createRoot } from 'react-dom/client';

// The server puts a fresh nonce into each page; styles without it are refused.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Workbench {...(nonce === undefined ? {} : { nonce })} />);
