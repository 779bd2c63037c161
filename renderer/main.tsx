import './zod-without-eval.ts';
import './layers.css';
import './mantine-styles.ts';
import './tokens.css';
import './contrast.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { client } from './client.ts';
import { loadText } from './text.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The language is main's to know; waiting for it keeps the first paint in the right one.
const info = await client.info();
const text = await loadText(info.language);
createRoot(root).render(<App info={info} text={text} nonce={nonceOfPage()} />);

/** Main puts the nonce of this load into the page; the styles that Mantine adds carry it. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
