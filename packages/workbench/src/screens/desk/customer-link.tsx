import { Button, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { useSend } from '../../client/queries.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';

/** A link to the customer's page, made when somebody asks for it, with its code. */
export function CustomerLink({ workOrderId }: { readonly workOrderId: string }) {
  const { t } = useWords();
  const link = useSend('customerLink');
  const [url, setUrl] = useState<string>();
  const make = async () => {
    const reply = await link.send({ params: { id: workOrderId } });
    if (reply.kind === 'done') setUrl(reply.value.url);
  };
  if (url === undefined)
    return (
      <div className="wb-link-box">
        <Button onClick={() => void make()} loading={link.isSending}>
          {t('intake.link')}
        </Button>
        {link.problem !== undefined && <ProblemNote problem={link.problem} />}
      </div>
    );
  return (
    <div className="wb-link-box">
      <QRCode value={url} size={128} aria-hidden />
      <p className="wb-muted wb-small">{t('intake.linkText')}</p>
      <Typography.Text copyable>
        <a href={url} target="_blank" rel="noreferrer">
          {url.replace(/#.*/, '#…')}
        </a>
      </Typography.Text>
    </div>
  );
}
