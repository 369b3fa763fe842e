import type { ImportProgress } from '../host/import/import-run.ts';
import type { Locale } from './locale.ts';

/** How far an import is, on stderr: one line rewritten on a terminal, a line per tenth elsewhere. */
export function importNews(locale: Locale): {
  readonly tell: (progress: ImportProgress) => void;
  readonly end: () => void;
} {
  const { stderr } = process;
  let last = '';
  return {
    tell: (progress) => {
      const text = sentence(progress, locale, stderr.isTTY);
      if (text === last) return;
      last = text;
      stderr.write(stderr.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    },
    end: () => {
      if (stderr.isTTY && last !== '') stderr.write('\r\u001B[K');
    },
  };
}

function sentence({ phase, done, total }: ImportProgress, locale: Locale, isExact: boolean): string {
  const rows = done.toLocaleString('en');
  if (phase === 'reading') return locale === 'en' ? `${rows} rows read` : `已读取 ${rows} 行`;
  const share = total === undefined || total === 0 ? 0 : done / total;
  const percent = isExact ? Math.floor(share * 100) : Math.floor(share * 10) * 10;
  return locale === 'en' ? `importing ${percent}%` : `正在导入 ${percent}%`;
}
