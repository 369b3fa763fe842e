import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';
import { RadioOptions } from '../choice/radio-options.tsx';

const faces = ['😞', '🙁', '😐', '🙂', '😀'];

/** A whole number between the schema's limits, none chosen beforehand; the ends of a scale are named. */
export function RatingInput(props: ControlProps) {
  const { field, schema, state, onSet } = props;
  const { words, say } = useWords();
  const style: string = field.options?.style ?? 'stars';
  const least = typeof schema['minimum'] === 'number' ? schema['minimum'] : 1;
  const most = typeof schema['maximum'] === 'number' ? schema['maximum'] : 5;
  const steps = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const name = (n: number) =>
    style === 'numbers'
      ? String(n)
      : `${style === 'faces' ? `${faces[n - least] ?? ''} ` : '★ '}${say(words.stars, { n })}`;
  return (
    <>
      <RadioOptions
        {...props}
        choices={steps.map((n) => ({ id: String(n), label: name(n) }))}
        chosen={state.value === undefined ? undefined : String(state.value)}
        size={steps.length > 6 ? 'scale' : 'small'}
        onChoose={(id) => onSet(Number(id))}
      />
      {style === 'numbers' && (
        <div className="pd-ends" aria-hidden>
          <span>{words.leastLikely}</span>
          <span>{words.mostLikely}</span>
        </div>
      )}
    </>
  );
}
