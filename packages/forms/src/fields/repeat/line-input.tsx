import { Input } from 'antd';
import { useTyping } from '../../view/use-typing.ts';

/** A row that is one line of text. */
export function LineInput(props: {
  readonly value: string;
  readonly name: string;
  onType(text: string): void;
  onLeave(): void;
}) {
  const typing = useTyping({ edited: props.value, onType: props.onType, onLeave: props.onLeave });
  return <Input {...typing} aria-label={props.name} />;
}
