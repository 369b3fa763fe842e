import { DislikeOutlined, LikeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFilling, useFormScope, useWords } from './form-scope.tsx';
import { textRead } from './marked-words.tsx';

/** The best articles for what is being described; nothing when none is good enough. */
export function useArticles(recogniser: string) {
  const { form } = useFormScope();
  const text = useDeferredValue(
    useFilling(({ evaluation }) => textRead(form, recogniser, evaluation.values)),
  );
  return useMemo(
    () => ({ text, articles: text === '' ? [] : form.suggest(recogniser, text) }),
    [form, recogniser, text],
  );
}

/** At most three remedies with 有用 and 没用. 有用 is an answer of the form; both are told to the host. */
export function ArticlePanel({ recogniser }: { readonly recogniser: string }) {
  const { form, filling, onFeedback } = useFormScope();
  const { words, say } = useWords();
  const { text, articles } = useArticles(recogniser);
  const [verdicts, setVerdicts] = useState<{ readonly [article: string]: 'helped' | 'not-helped' }>({});
  const helped = form.definition.recognisers?.[recogniser]?.helped;
  const hasHelped = articles.some(({ id }) => verdicts[id] === 'helped');

  const judge = (article: string, rank: number, verdict: 'helped' | 'not-helped') => {
    setVerdicts({ ...verdicts, [article]: verdict });
    if (helped !== undefined && verdict === 'helped') filling.set(form.writes + helped, true);
    onFeedback?.({ article, rank, verdict, text });
  };
  const undo = () => {
    setVerdicts({});
    if (helped !== undefined) filling.set(form.writes + helped, undefined);
  };
  return (
    <div className="pd-stack">
      <ol className="pd-articles">
        {articles.map(({ id, title, body }, index) => (
          <li className="pd-article" key={id} data-verdict={verdicts[id]}>
            <h3>{`${index + 1}. ${say(title)}`}</h3>
            <p>{say(body)}</p>
            <div className="pd-row-of-things">
              <Button
                size="small"
                icon={<LikeOutlined aria-hidden />}
                aria-pressed={verdicts[id] === 'helped'}
                onClick={() => judge(id, index + 1, 'helped')}
              >
                {words.helped}
              </Button>
              <Button
                size="small"
                type="text"
                icon={<DislikeOutlined aria-hidden />}
                aria-pressed={verdicts[id] === 'not-helped'}
                onClick={() => judge(id, index + 1, 'not-helped')}
              >
                {words.notHelped}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div role="status">
        {hasHelped && helped !== undefined && (
          <p className="pd-note">
            {words.markedHelped}{' '}
            <button type="button" className="pd-plain pd-link" onClick={undo}>
              {words.undo}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
