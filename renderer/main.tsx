import './zod-without-eval.ts';
import './layers.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './tokens.css';
import { createRoot } from 'react-dom/client';
import { createText } from '../app/text/text.ts';
import { App } from './app.tsx';
import { client } from './client.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The language is main's to know; waiting for it keeps the first paint in the right one.
const info = await client.info();
createRoot(root).render(<App info={info} text={createText(info.language)} nonce={nonceOfPage()} />);

/** Main puts the nonce of this load into the page; the styles that Mantine adds carry it. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
