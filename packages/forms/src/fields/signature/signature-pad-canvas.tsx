import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { useWords } from '../../view/form-scope.tsx';

export interface DrawnName {
  readonly strokes: number;
  /** The drawing as PNG, dark on white whatever the page's mode. */
  readonly file: File;
}

/** A path shorter than this, in CSS pixels, is a slip of the finger and no name. */
const shortestPath = 40;

/** The pad. Its points are kept when the page changes size, which clears the canvas under it. */
export function SignaturePadCanvas(props: {
  readonly label: string;
  onDrawn(drawn: DrawnName): void;
  onErase(): void;
}) {
  const { label, onDrawn, onErase } = props;
  const { words } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const [isTooShort, setTooShort] = useState(false);
  const drawn = useRef(onDrawn);
  drawn.current = onDrawn;

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const made = new SignaturePad(element, { backgroundColor: '#ffffff', penColor: '#000000' });
    pad.current = made;
    const watcher = new ResizeObserver(() => fit(element, made));
    watcher.observe(element);
    made.addEventListener('endStroke', () => {
      const groups = made.toData();
      const isShort = lengthOf(groups) < shortestPath;
      setTooShort(isShort);
      if (!isShort) element.toBlob((blob) => blob && drawn.current(asDrawing(blob, groups)), 'image/png');
    });
    return () => {
      watcher.disconnect();
      made.off();
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    setTooShort(false);
    onErase();
  };
  return (
    <div>
      <canvas className="pd-sign" ref={canvas} aria-label={label} role="img" />
      <div className="pd-spread">
        <span className="pd-help" role="status">
          {isTooShort ? words.tooShort : label}
        </span>
        <Button type="link" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </div>
  );
}

function asDrawing(blob: Blob, groups: readonly PointGroup[]): DrawnName {
  return { strokes: groups.length, file: new File([blob], 'signature.png', { type: 'image/png' }) };
}

function fit(element: HTMLCanvasElement, pad: SignaturePad): void {
  const ratio = Math.max(devicePixelRatio, 1);
  const points = pad.toData();
  element.width = element.offsetWidth * ratio;
  element.height = element.offsetHeight * ratio;
  element.getContext('2d')?.scale(ratio, ratio);
  pad.clear();
  pad.fromData(points);
}

function lengthOf(groups: readonly PointGroup[]): number {
  let length = 0;
  for (const { points } of groups) {
    for (const [index, { x, y }] of points.entries()) {
      const before = points[index - 1];
      if (before !== undefined) length += Math.hypot(x - before.x, y - before.y);
    }
  }
  return length;
}
