import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type PointerEvent } from 'react';
import { counterApi, SIGNATURE } from '../../api/counter.ts';
import { useLocale } from '../../session/use-locale.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';

interface SignaturePadProps {
  readonly itemCode: string;
  readonly isSaved: boolean;
  readonly problem: string | undefined;
  readonly onDraw: () => void;
  readonly onClear: () => void;
  readonly onSave: (sha256: string) => void;
}

const WIDTH = 640;
const HEIGHT = 240;

/**
 * Handwriting with finger, pen or mouse, uploaded as PNG. Whoever cannot draw leaves it empty and
 * signs the paper: the signature is no condition of service.
 */
export function SignaturePad(props: SignaturePadProps) {
  const { itemCode, isSaved, problem, onDraw, onClear, onSave } = props;
  const { t } = useLocale();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hasInk, setHasInk] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => wipe(canvas.current), []);
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const pen = canvas.current?.getContext('2d');
    if (pen === undefined || pen === null) return;
    const at = pointOf(event);
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(at.x, at.y);
      setHasInk(true);
      onDraw();
      return;
    }
    pen.lineTo(at.x, at.y);
    pen.stroke();
  };
  const save = async () => {
    const picture = await toPng(canvas.current);
    if (picture === undefined) return;
    setIsSending(true);
    setError(undefined);
    try {
      const page = await counterApi.upload(picture, 'signature.png', {
        itemCode,
        materialId: SIGNATURE,
      });
      onSave(page.sha256);
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <div id={`${id}-label`} className="field-label">
        {t('act.ServeResult.signature')}
        {t('form.optional')}
      </div>
      <div className="field-hint">{t('act.ServeResult.signatureLead')}</div>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        className="signature"
        role="img"
        aria-label={t('act.ServeResult.signature')}
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <div className="signature-acts">
        <Button
          size="small"
          disabled={!hasInk}
          onClick={() => {
            wipe(canvas.current);
            setHasInk(false);
            onClear();
          }}
        >
          {t('act.ServeResult.signatureClear')}
        </Button>
        <Button
          size="small"
          disabled={!hasInk || isSaved}
          loading={isSending}
          onClick={() => void save()}
        >
          {t(isSaved ? 'act.ServeResult.signatureSaved' : 'act.ServeResult.signatureSave')}
        </Button>
      </div>
      {problem === undefined ? null : <div className="field-problem">{problem}</div>}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLCanvasElement>): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * WIDTH,
    y: ((event.clientY - box.top) / box.height) * HEIGHT,
  };
}

// Transparent: it is printed on the proof of service, over its line.
function wipe(canvas: HTMLCanvasElement | null): void {
  const pen = canvas?.getContext('2d');
  if (pen === undefined || pen === null) return;
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = '#1f2329';
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
}

function toPng(canvas: HTMLCanvasElement | null): Promise<Blob | undefined> {
  return new Promise((resolve) => {
    if (canvas === null) resolve(undefined);
    else canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png');
  });
}
